"""A wtg2 map becomes a document."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date

from mapper.files import groups, stages
from mapper.files.chain import visibilities
from mapper.files.diary import Diary, Statement, lines_of
from mapper.files.gathering import Gathering
from mapper.files.importer import Answers
from mapper.files.owm.names import Lookup
from mapper.files.problem import Place
from mapper.files.report import Opened
from mapper.files.wtg2.declaring import LEFT_OUT, Declared
from mapper.files.wtg2.saying import Group, Remark, Whole, sorted_out
from mapper.files.wtg2.tree import tree
from mapper.model import (
    BLANK,
    About,
    Component,
    Contract,
    Document,
    Evolve,
    Id,
    Link,
    Note,
    Pipeline,
    Risk,
    Service,
    Stages,
    Working,
    clean_name,
)
from mapper.procurement.words import counted

FORMAT = "wardleyToGo (wtg2)"
_WORKING = {
    "pioneer": Working.AGILE,
    "explorer": Working.AGILE,
    "settler": Working.LEAN,
    "villager": Working.LEAN,
    "town-planner": Working.SIX_SIGMA,
}
_BESIDE = 0.02


def read(text: str, answers: Answers) -> Opened:
    """The map that a text describes. Never raises."""
    diary = Diary()
    whole = sorted_out(tree(lines_of(text), diary), diary)
    return _Reader(whole, diary, answers).opened()


def group_count(text: str) -> int:
    diary = Diary()
    return len(sorted_out(tree(lines_of(text), diary), diary).groups)


class _Reader:
    def __init__(self, whole: Whole, diary: Diary, answers: Answers) -> None:
        self._whole, self._diary, self._answers = whole, diary, answers
        self._map = Gathering(FORMAT, problems=diary.problems)
        self._names = Lookup()
        self._given: dict[Id, float] = {}
        self._move = stages.mover(answers)
        self._contracts: list[Contract] = []
        self._homes: dict[Id, int] = {}
        self._facts: defaultdict[Id, list[str]] = defaultdict(list)
        self._risks: defaultdict[int, list[Risk]] = defaultdict(list)

    def opened(self) -> Opened:
        for component in self._whole.components:
            self._component(component)
        self._pipelines()
        for edge in self._whole.edges:
            ends = (self._find(edge.source), self._find(edge.target))
            said, at = (edge.source, edge.target), _place(edge.statement)
            self._map.link(ends, said, at, label=edge.label, flow=edge.flow)
        self._stand()
        if groups.become_contracts(self._answers):
            self._contracts = [self._contract(number, group) for number, group in enumerate(self._whole.groups, 1)]
            self._homes = {id: at for at, contract in enumerate(self._contracts) for id in contract.members}
        else:
            for group in self._whole.groups:
                self._tell_members(group)
        for statement, name in self._whole.focus:
            if (id := self._find(name)) is None:
                self._diary.note(statement, f"There is nothing called “{clean_name(name)[:60]}” to focus on.", LEFT_OUT)
            else:
                self._facts[id].append("The map focuses on this.")
        for remark in self._whole.remarks:
            self._remark(remark)
        self._put_what_was_said()
        about = self._about()
        self._notices()
        opened = self._map.opened(about)
        return replace(opened, document=groups.with_contracts(opened.document, self._contracts))

    def _component(self, said: Declared, pipeline: Id | None = None) -> Id:
        id = self._map.ids.take(said.name)
        self._names.add(said.name, id)
        if said.evolution is None and said.word == "component":
            self._diary.note(said.statement, "It is not said at which stage this is.", "It was put in the middle.")
        if said.visibility is not None:
            self._given[id] = said.visibility
        self._map.components[id] = Component(
            id=id,
            name=self._map.name(said.name, _place(said.statement)),
            evolution=self._move(0.5 if said.evolution is None else said.evolution),
            visibility=said.visibility or 0.5,
            kind=said.word,
            pipeline=pipeline,
            method=said.method,
            inertia=said.inertia,
            evolve=None if said.to is None else Evolve(evolution=self._move(said.to)),
            description=self._map.text("\n".join(said.facts)),
        )
        return id

    def _pipelines(self) -> None:
        for statement, name, members in self._whole.pipelines:
            owner, id = self._names.find(name), None
            if owner is None:
                reason = f"There is no component “{clean_name(name)[:60]}” for this pipeline."
                self._diary.note(statement, reason, "Its members became components of their own.")
            else:
                id = self._map.ids.take(name, "pipeline")
                self._map.put("pipelines", Pipeline(id=id, component=owner))
            for said in members:
                member = self._component(said, id)
                self._names.add(f"{name}:{said.name}", member)

    def _find(self, name: str) -> Id | None:
        return self._names.find(name) or self._names.find(re.sub(r"\s*:\s*", ":", name))

    def _stand(self) -> None:
        """Heights, from who needs whom; members of a pipeline stand where its component does."""
        components = self._map.components
        pipelines = {id: one for id, one in self._map.tables.get("pipelines", {}).items() if isinstance(one, Pipeline)}
        home: dict[Id, Id] = {}
        for id, one in components.items():
            # The component of a pipeline is there before its members are.
            home[id] = home[pipelines[one.pipeline].component] if one.pipeline is not None else id
        links = [one for one in self._map.tables.get("links", {}).values() if isinstance(one, Link)]
        needs = ((home[link.source], home[link.target], 1) for link in links)
        tops = [id for id, one in components.items() if one.is_anchor]
        heights, circles = visibilities([id for id in components if home[id] == id], needs, tops)
        for id, one in components.items():
            height = self._given.get(id, self._given.get(home[id], heights[home[id]]))
            components[id] = one.but(visibility=height)
        if circles:
            names = ", ".join(f"“{components[a].name}” needs “{components[b].name}”" for a, b in circles[:5])
            many = counted(len(circles), "need closes a circle and does", "needs close circles and do")
            self._map.notices.append(f"{many} not count for how high things stand: {names}.")

    def _contract(self, number: int, group: Group) -> Contract:
        members: dict[Id, None] = {}
        for name in group.members:
            id = self._member(group, name)
            if id is not None and self._map.components[id].is_anchor:
                reason = f"“{clean_name(name)[:60]}” is a user, which no contract can hold."
                self._diary.note(group.statement, reason, "The contract goes without it.")
            elif id is not None:
                members[id] = None
        team = group.team.lower()
        return Contract(
            id=self._map.ids.take("contract", group.name),
            ref=f"C{number}",
            title=self._map.name(group.name, _place(group.statement)),
            members=tuple(members),
            scope=self._map.text(f"Team: {group.team}") if group.team else "",
            working=_WORKING.get(team.removesuffix("s")),
            colour=self._colour(group),
        )

    def _colour(self, group: Group) -> str | None:
        if re.fullmatch("#[0-9A-Fa-f]{6}", group.colour):
            return group.colour
        if group.colour:
            reason = f"The colour “{clean_name(group.colour)[:40]}” is not written in the way of “#3366CC”."
            self._diary.note(group.statement, reason, "The contract has a colour of its own.")
        return None

    def _member(self, group: Group, name: str) -> Id | None:
        id = self._find(name)
        if id is None:
            reason = f"There is nothing called “{clean_name(name)[:60]}” for the group “{clean_name(group.name)[:60]}”."
            self._diary.note(group.statement, reason, LEFT_OUT)
        return id

    def _tell_members(self, group: Group) -> None:
        """Without contracts, components say themselves which group they are in."""
        team = f" (team: {group.team})" if group.team else ""
        for name in group.members:
            if (id := self._member(group, name)) is not None:
                self._facts[id].append(f"Group: {group.name}{team}")

    def _remark(self, remark: Remark) -> None:
        id = self._find(remark.on)
        if id is None:
            reason = f"There is nothing called “{clean_name(remark.on)[:60]}” that this could be about."
            self._diary.note(remark.statement, reason, "It became a note.")
            self._note(remark, None)
        elif remark.word == "note":
            self._note(remark, self._map.components[id])
        elif remark.word != "warning":
            self._facts[id].append(f"{remark.word.capitalize()}: {remark.text}")
        elif not self._risk(id, remark.text):
            self._note(remark, self._map.components[id])

    def _note(self, remark: Remark, on: Component | None) -> None:
        """A note beside what it is about, or in the top left corner."""
        text = remark.text if remark.word == "note" else f"{remark.word.capitalize()}: {remark.text}"
        evolution, visibility = (on.evolution, on.visibility) if on else (0.02, 0.98)
        self._map.put(
            "notes",
            Note(
                id=self._map.ids.take("note", remark.on),
                text=self._map.text(text),
                evolution=round(min(1.0, evolution + _BESIDE), 4),
                visibility=round(max(0.0, visibility - _BESIDE), 4),
            ),
        )

    def _risk(self, id: Id, text: str) -> bool:
        """Whether a contract takes a warning as its risk."""
        at = self._homes.get(id)
        if at is not None:
            self._risks[at].append(Risk(text=self._map.text(f"{self._map.components[id].name}: {text}")))
        return at is not None

    def _put_what_was_said(self) -> None:
        """All facts and risks at once: thousands may be said of one component."""
        for id, facts in self._facts.items():
            component = self._map.components[id]
            text = self._map.text("\n".join(filter(None, (component.description, *facts))))
            self._map.components[id] = component.but(description=text)
        for at, risks in self._risks.items():
            self._contracts[at] = self._contracts[at].but(risks=tuple(risks))

    def _notices(self) -> None:
        notices = self._map.notices
        notices.insert(0, stages.notice(FORMAT, self._answers))
        if self._contracts:
            notices.append(groups.notice(len(self._contracts)))
        if self._whole.has_legend:
            notices.append("The map asks for a legend; here that is a choice of the view.")
        if self._diary.comments:
            notices.append(
                f"Comments have no place in a map here: {counted(self._diary.comments, 'comment')} left out."
            )

    def _about(self) -> Document:
        """What is said of the map as a whole."""
        said = self._whole.settings
        doctrine, question = said.get("doctrine", ""), said.get("question", "")
        return BLANK.but(
            title=clean_name(said.get("title", "")) or BLANK.title,
            stages=self._stages(said.get("stages", "")),
            about=About(
                summary=clean_name(question),
                author=clean_name(said.get("author", "")),
                notice=self._map.text(f"Doctrine: {doctrine}") if doctrine else "",
            ),
            service=Service(summary=self._map.text(said.get("scope", "")), on=self._date(said.get("date", ""))),
        )

    def _stages(self, text: str) -> Stages:
        names = tuple(clean_name(name) for name in re.split(r"[,|]", text))
        if len(names) == 4:
            return Stages(names=names)
        if text:
            reason = f"The map names {counted(len(names), 'stage')}; here there are always four."
            self._map.tell(reason, "The usual names were kept.")
        return Stages()

    def _date(self, text: str) -> date | None:
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self._map.tell(f"“{clean_name(text)[:40]}” is no date such as 2026-12-31.", LEFT_OUT)
            return None


def _place(statement: Statement) -> Place:
    return Place(statement.line, statement.column, statement.text[:200])
