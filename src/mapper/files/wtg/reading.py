"""A wtg map becomes a document."""

from __future__ import annotations

import re

from mapper.files.chain import visibilities
from mapper.files.diary import Diary, Statement, lines_of
from mapper.files.gathering import Gathering
from mapper.files.methods import method_of
from mapper.files.owm.names import Lookup
from mapper.files.problem import Place
from mapper.files.report import Opened
from mapper.files.wtg.scale import LINES, SCALE, scale
from mapper.files.wtg2.tree import Node, tell_unread, tree
from mapper.model import BLANK, Component, Document, Evolve, Id, Inertia, Pipeline, Stages, clean_name
from mapper.procurement.words import counted

FORMAT = "wardleyToGo (wtg)"
_KEY = re.compile(r"(.+?):(?=[\s|]|$)\s*(.*)", re.DOTALL)
_STAGE = re.compile(r"stage([1-4])")
_NEED = re.compile(r"\s(-+)\s")
_LEFT_OUT = "It was left out."
_UNKNOWN = 0.5


def read(text: str) -> Opened:
    """The map that a text describes. Never raises."""
    diary = Diary()
    return _Reader(tree(lines_of(text), diary), diary).opened()


class _Reader:
    """A name is declared by its first use, in a need or in what is said of it."""

    def __init__(self, nodes: list[Node], diary: Diary) -> None:
        self._nodes, self._diary = nodes, diary
        self._map = Gathering(FORMAT, problems=diary.problems)
        self._names = Lookup()
        self._settings: dict[str, str] = {}
        self._steps: list[tuple[Id, Id, int]] = []
        self._owners: dict[Id, Id] = {}
        self._placed: set[Id] = set()

    def opened(self) -> Opened:
        for node in self._nodes:
            self._take(node)
        tell_unread(self._nodes, self._diary)
        self._stand()
        self._map.notices.append("Every component kept its position and its stage; heights follow from who needs whom.")
        if unplaced := self._map.components.keys() - self._placed:
            many = counted(len(unplaced), "component")
            self._map.notices.append(f"It is not said at which stage {many} should be: they stand in the middle.")
        if self._diary.comments:
            comments = counted(self._diary.comments, "comment")
            self._map.notices.append(f"Comments have no place in a map here: {comments} left out.")
        return self._map.opened(self._heading())

    def _take(self, node: Node) -> None:
        key, need = _KEY.fullmatch(node.text), _NEED.search(node.text)
        if need and not SCALE.search(node.text) and not node.text.startswith("title:"):
            self._needs(node.statement)
        elif key and (key[1] == "title" or _STAGE.fullmatch(key[1])):
            self._settings.setdefault(key[1], clean_name(key[2]))
        elif key:
            self._configure(node, key[1].strip(), key[2])
        else:
            self._diary.note(node.statement, "This line was not understood.", _LEFT_OUT)

    def _needs(self, statement: Statement) -> None:
        """`A - B -- C`: each need, and by how many steps it goes down."""
        at, source, steps, label = 0, "", 0, statement.text
        for mark in (*_NEED.finditer(statement.text), None):
            name = label[at : mark.start() if mark else len(label)].strip()
            id = self._component(name, statement)
            if steps:
                origin = self._component(source, statement)
                place = Place(statement.line, statement.column, statement.text[:200])
                self._map.link((origin, id), (source, name), place)
                self._steps.append((origin, id, steps))
            if mark:
                at, source, steps = mark.end(), name, len(mark[1])

    def _component(self, name: str, statement: Statement) -> Id:
        """The component so called, new if need be; `Owner:Member` is in a pipeline."""
        known = self._names.find(name)
        if known is not None:
            return known
        owner_name, colon, member = (part.strip() for part in name.partition(":"))
        pipeline = self._pipeline(self._component(owner_name, statement)) if colon and member else None
        own = member if pipeline is not None else name
        id = self._map.ids.take(own)
        self._names.add(name, id)
        self._names.add(own, id)
        at = Place(statement.line, statement.column, statement.text[:200])
        called = self._map.name(own, at)
        self._map.components[id] = Component(
            id=id, name=called, evolution=_UNKNOWN, visibility=_UNKNOWN, pipeline=pipeline
        )
        return id

    def _pipeline(self, owner: Id) -> Id:
        if owner not in self._owners:
            id = self._owners[owner] = self._map.ids.take(owner, "pipeline")
            self._map.put("pipelines", Pipeline(id=id, component=owner))
        return self._owners[owner]

    def _configure(self, node: Node, name: str, value: str) -> None:
        """What is said of one component, on its line or between its braces."""
        id = self._component(name, node.statement)
        changes: dict[str, object] = {}
        facts: list[str] = []
        for statement, key, said in self._said(node, value):
            if drawn := SCALE.search(said):
                found = scale(drawn)
                if found.evolution is not None:
                    changes["evolution"] = found.evolution
                    self._placed.add(id)
                changes["evolve"] = None if found.to is None else Evolve(evolution=found.to)
                changes["inertia"] = Inertia() if found.has_inertia else None
            elif key == "type" and said.strip() == "pipeline":
                self._pipeline(id)
            elif key == "type" and method_of(said):
                changes["method"] = method_of(said)
            elif key == "label":
                self._diary.note(statement, "Names find their places themselves here.", _LEFT_OUT)
            elif said.strip():
                facts.append(f"{key.capitalize()}: {said}" if key else said)
        before = self._map.components[id]
        text = self._map.text("\n".join(filter(None, (before.description, *facts))))
        self._map.components[id] = before.but(**changes, description=text)

    def _said(self, node: Node, value: str) -> list[tuple[Statement, str, str]]:
        inside = [(line.statement, _KEY.fullmatch(line.text), line.text) for line in node.read()]
        lines = [(where, key[1].strip(), key[2]) if key else (where, "", text) for where, key, text in inside]
        return [(node.statement, "", value), *lines]

    def _stand(self) -> None:
        components = self._map.components
        owner = {pipeline: id for id, pipeline in self._owners.items()}
        home: dict[Id, Id] = {}
        for id, one in components.items():
            home[id] = home[owner[one.pipeline]] if one.pipeline is not None else id
        needs = [(home[source], home[target], steps) for source, target, steps in self._steps]
        heights, circles = visibilities([id for id in components if home[id] == id], needs, ())
        for id, one in components.items():
            components[id] = one.but(visibility=heights[home[id]])
        if circles:
            many = counted(len(circles), "need closes a circle and does", "needs close circles and do")
            self._map.notices.append(f"{many} not count for how high things stand.")

    def _heading(self) -> Document:
        names = [self._settings.get(f"stage{number}") or name for number, name in enumerate(Stages().names, 1)]
        title = self._settings.get("title") or BLANK.title
        return BLANK.but(title=title, stages=Stages(lines=LINES, names=tuple(names)))
