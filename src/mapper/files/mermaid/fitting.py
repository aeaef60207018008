"""What of a document Mermaid can be told, where that needs thought: names that are told apart, pipelines that it can draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mapper.model import Component, Document, Id, Pipeline, clean_name


@dataclass(frozen=True, slots=True)
class Fitting:
    """`names` are of all components, no two alike. `pipelines` have their members, in order; components that are
    `members` stand in one of them."""

    names: Mapping[Id, str]
    pipelines: tuple[tuple[Pipeline, tuple[Component, ...]], ...]
    members: Mapping[Id, Pipeline]

    def address(self, component: Component) -> str:
        """How a component is named where it evolves: Mermaid calls a member `Owner_Member` there."""
        pipeline = self.members.get(component.id)
        name = self.names[component.id]
        return within(self.names[pipeline.component], name) if pipeline else name


def within(owner: str, member: str) -> str:
    """What Mermaid itself calls a member of a pipeline."""
    return f"{owner}_{member}"


def fit(document: Document) -> Fitting:
    """Mermaid draws a pipeline that has members; one to a component; none whose owner is in a pipeline itself."""
    members: dict[Id, list[Component]] = {}
    for component in document.components.values():
        if component.pipeline is not None and not component.is_anchor:
            members.setdefault(component.pipeline, []).append(component)
    pipelines: dict[Id, tuple[Pipeline, tuple[Component, ...]]] = {}
    for pipeline in document.pipelines.values():
        owner = document.components[pipeline.component]
        if pipeline.id in members and owner.pipeline is None:
            pipelines.setdefault(owner.id, (pipeline, tuple(members[pipeline.id])))
    home = {component.id: pipeline for pipeline, inside in pipelines.values() for component in inside}
    return Fitting(_names(document, home), tuple(pipelines.values()), home)


def _names(document: Document, home: Mapping[Id, Pipeline]) -> Mapping[Id, str]:
    """Mermaid makes one of those that share a name, so the second “Tea” is called “Tea (2)”."""
    names: dict[Id, str] = {}
    taken = set[str]()
    components = document.components.values()
    for component in (
        *(one for one in components if one.id not in home),
        *(one for one in components if one.id in home),
    ):
        owner = names[home[component.id].component] if component.id in home else None
        name = plain = clean_name(component.name)
        times = 1
        while name in taken or (owner is not None and within(owner, name) in taken):
            times += 1
            name = f"{plain} ({times})".lstrip()
        names[component.id] = name
        taken.add(name)
        if owner is not None:
            taken.add(within(owner, name))
    return names
