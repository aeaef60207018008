"""All that a diagram says, the members of each pipeline with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mapper.files.diary import Diary, Statement
from mapper.files.mermaid import said
from mapper.files.mermaid.grammar import parse, parse_member


def parse_all(statements: Iterable[Statement], diary: Diary) -> Iterator[said.Said]:
    """What the statements say. What stands between a pipeline's braces and is no member of it ends the pipeline."""
    pipeline: said.Pipeline | None = None
    members: list[said.Member] = []
    for statement in statements:
        if pipeline:
            member = parse_member(statement, diary) if pipeline.is_open else None
            if member:
                members.append(member)
                continue
            if statement.text == "{" and not pipeline.is_open:
                pipeline = replace(pipeline, is_open=True)
                continue
            yield replace(pipeline, members=tuple(members))
            if pipeline.is_open and statement.text != "}":
                diary.note(pipeline.statement, "This pipeline is not closed.", "It was closed where its members end.")
            is_end, pipeline, members = statement.text == "}", None, []
            if is_end:
                continue
        found = parse(statement, diary)
        if isinstance(found, said.Pipeline):
            pipeline = found
        elif found:
            yield found
    if pipeline:
        yield replace(pipeline, members=tuple(members))
