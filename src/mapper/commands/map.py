"""The Map menu: what is said of components and links, and what is put on the map now and then."""

from __future__ import annotations

from mapper.commands.command import (
    Command,
    has_procurable,
    has_session,
    if_session,
    on_session,
    selected_components,
    selected_procurable,
)
from mapper.editor import Session
from mapper.editor.tools import MENU_TOOLS, Tool, take
from mapper.edits import (
    add_pipeline,
    dissolve,
    flip_flow,
    forget_evolve,
    leave_pipeline,
    pipelines_of,
    point_notes,
    reverse_links,
    set_inertia,
    set_method,
)
from mapper.model import Component, Flow, Id, Inertia, Method

MENU = "Map"


def _head_and_choices(session: Session) -> tuple[Component | None, tuple[Id, ...]]:
    """Of the selected components, the one that a pipeline would hang from (the most visible), and of the others those
    that are no pipelines themselves."""
    candidates = [component for component in selected_procurable(session) if component.pipeline is None]
    if not candidates:
        return None, ()
    head = max(candidates, key=lambda component: component.visibility)
    pipelines = {pipeline.component for pipeline in session.document.pipelines.values()}
    return head, tuple(each.id for each in candidates if each is not head and each.id not in pipelines)


def can_make_pipeline(session: Session) -> bool:
    head, choices = _head_and_choices(session)
    return head is not None and (bool(choices) or not pipelines_of(session.document, [head.id]))


def make_pipeline(session: Session) -> None:
    """The most visible of the selected becomes a pipeline, the others its choices."""
    head, choices = _head_and_choices(session)
    if head is not None:
        session.apply("Make pipeline", add_pipeline, head.id, choices)


def _pipelines(session: Session) -> frozenset[Id]:
    return pipelines_of(session.document, session.selection)


def dissolve_pipeline(session: Session) -> None:
    """The box goes; the component and its choices stay."""
    session.apply("Dissolve pipeline", dissolve, _pipelines(session))


def _choices(session: Session) -> list[Id]:
    return [component.id for component in selected_components(session) if component.pipeline is not None]


def take_out_of_pipeline(session: Session) -> None:
    session.apply("Take out of pipeline", leave_pipeline, _choices(session))


def have_inertia(session: Session) -> bool:
    chosen = selected_procurable(session)
    return bool(chosen) and all(component.inertia is not None for component in chosen)


def toggle_inertia(session: Session) -> None:
    """Inertia for all of the selected that lack it, or, if none does, for none."""
    chosen = selected_procurable(session)
    if have_inertia(session):
        session.apply("Remove inertia", set_inertia, [component.id for component in chosen], None)
    else:
        lacking = [component.id for component in chosen if component.inertia is None]
        session.apply("Add inertia", set_inertia, lacking, Inertia())


def _evolving(session: Session) -> list[Id]:
    return [component.id for component in selected_components(session) if component.evolve is not None]


def remove_evolve(session: Session) -> None:
    session.apply("Remove evolve", forget_evolve, _evolving(session))


def _links(session: Session) -> list[Id]:
    return [id for id in session.selection if id in session.document.links]


def reverse(session: Session) -> None:
    session.apply("Reverse link", reverse_links, _links(session))


def _flowing(session: Session) -> list[Id]:
    links = session.document.links
    return [id for id in _links(session) if links[id].flow in (Flow.FORWARD, Flow.BACKWARD)]


def flip(session: Session) -> None:
    session.apply("Turn flow round", flip_flow, _flowing(session))


def _pointing(session: Session) -> list[Id]:
    notes = session.document.notes
    return [id for id in session.selection & notes.keys() if notes[id].component is not None]


def point_at_nothing(session: Session) -> None:
    session.apply("Point at nothing", point_notes, _pointing(session), None)


def _method_command(method: Method | None, id: str, title: str, hint: str) -> Command:
    """Let the selected be obtained by a method, or by what their stage suggests (None)."""

    def run(session: Session) -> None:
        chosen = [component.id for component in selected_procurable(session)]
        session.apply(f"Method: {title}", set_method, chosen, method)

    def is_set(session: Session) -> bool:
        chosen = selected_procurable(session)
        return bool(chosen) and all(component.method is method for component in chosen)

    return Command(
        id,
        f"Method: {title}",
        MENU,
        on_session(run),
        group=2,
        can_run=has_procurable,
        is_on=if_session(is_set),
        hint=hint,
        submenu="Method",
    )


def _tool_command(tool: Tool) -> Command:
    """Take a tool in hand that has no button and no key."""
    return Command(
        f"add-{tool.id}".replace("_", "-"),
        f"Add {tool.title.lower()}",
        MENU,
        on_session(lambda session: take(session, tool)),
        group=4,
        can_run=has_session,
        hint=tool.hint,
        submenu="Add force or area",
    )


METHOD_COMMANDS = (
    _method_command(
        None, "method-from-stage", "as its stage suggests", "Build what is new, rent products, use commodities"
    ),
    _method_command(Method.BUILD, "method-build", "build", "Made for the service"),
    _method_command(Method.RENT, "method-rent", "rent", "Bought or rented as a product"),
    _method_command(Method.USE, "method-use", "use", "Paid for as it is used, as a utility"),
)

MAP_COMMANDS = (
    Command(
        "map-details",
        "Map details…",
        MENU,
        lambda desk: desk.edit_map_details(),
        can_run=has_session,
        hint="Title, stages, the service and its people",
    ),
    Command(
        "toggle-inertia",
        "Inertia",
        MENU,
        on_session(toggle_inertia),
        group=1,
        can_run=has_procurable,
        is_on=if_session(have_inertia),
        hint="Whether something resists the movement of the selected",
    ),
    Command(
        "remove-evolve",
        "Remove evolve",
        MENU,
        on_session(remove_evolve),
        group=1,
        can_run=if_session(lambda session: bool(_evolving(session))),
        hint="The selected stay where they are",
    ),
    Command(
        "reverse-link",
        "Reverse link",
        MENU,
        on_session(reverse),
        group=1,
        can_run=if_session(lambda session: bool(_links(session))),
        hint="What was needed now needs",
    ),
    Command(
        "flip-flow",
        "Turn flow round",
        MENU,
        on_session(flip),
        group=1,
        can_run=if_session(lambda session: bool(_flowing(session))),
        hint="What flows over the selected links flows the other way",
    ),
    Command(
        "point-at-nothing",
        "Point at nothing",
        MENU,
        on_session(point_at_nothing),
        group=1,
        can_run=if_session(lambda session: bool(_pointing(session))),
        hint="The selected notes point at no component",
    ),
    *METHOD_COMMANDS,
    Command(
        "make-pipeline",
        "Make pipeline",
        MENU,
        on_session(make_pipeline),
        group=3,
        can_run=if_session(can_make_pipeline),
        hint="The most visible of the selected becomes a pipeline, the others its choices",
    ),
    Command(
        "take-out-of-pipeline",
        "Take out of pipeline",
        MENU,
        on_session(take_out_of_pipeline),
        group=3,
        can_run=if_session(lambda session: bool(_choices(session))),
        hint="The selected choices become components of their own",
    ),
    Command(
        "dissolve-pipeline",
        "Dissolve pipeline",
        MENU,
        on_session(dissolve_pipeline),
        group=3,
        can_run=if_session(lambda session: bool(_pipelines(session))),
        hint="The box goes; the component and its choices stay",
    ),
    *map(_tool_command, MENU_TOOLS),
)
