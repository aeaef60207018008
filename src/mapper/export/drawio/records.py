"""The records of a map as shapes of draw.io: each has its name and, as a tooltip, the part that it plays."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.drawing.contracts import number_marks, title_marks
from mapper.drawing.draw import Scene, draw, page
from mapper.drawing.layout import Box, Outline
from mapper.drawing.links import flow_stroke, link_kind, link_line, link_stroke
from mapper.drawing.marks import Circle, Path, Text
from mapper.drawing.payment import PAYMENT_LINES, payment
from mapper.drawing.strokes import pen
from mapper.export.drawio.components import ROLES, behind, put_component, texts_of
from mapper.export.drawio.diagram import Diagram, Style
from mapper.export.drawio.looks import filled, labelled, put, put_shape, stroked
from mapper.export.facts import Facts, Knowledge
from mapper.export.ids import plain_id
from mapper.export.sentences import contract_name, sentences
from mapper.model import Annotation, Contract, Flow, Id, Link, Note

_LAYERS = ("Attitudes", "Contracts", "Pipelines", "Links", "Components", "Notes")
_ARROW = ("block", 1, 6)


class Records:
    """Puts the records of a scene into a diagram, back to front."""

    def __init__(self, diagram: Diagram, scene: Scene) -> None:
        self._diagram, self._scene, self._document = diagram, scene, scene.document
        self._said = sentences(scene.document)
        self._known = Knowledge(scene.document)
        self._layers = {name: diagram.layer(f"layer-{name.lower()}", name) for name in _LAYERS}

    def put(self) -> None:
        document = self._document
        for attitude in document.attitudes.values():
            self._plain(attitude.id, "Attitudes", "areas", "Attitude")
        for contract in document.contracts.values():
            self._contract(contract)
        for pipeline in document.pipelines.values():
            self._plain(pipeline.id, "Pipelines", "pipelines", "Pipeline")
        for link in document.links.values():
            self._link(link)
        self._interfaces()
        for component in document.components.values():
            facts = self._told(component.id, ROLES[component.kind], self._known.component(component))
            put_component(self._diagram, self._layers["Components"], self._scene, component, _id(component.id), facts)
        for force in document.accelerators.values():
            self._plain(force.id, "Components", "components", "Decelerator" if force.slows else "Accelerator")
        for note in document.notes.values():
            self._note(note)
        for annotation in document.annotations.values():
            self._annotation(annotation)
        written_out = page(self._scene).get("annotations")
        if written_out is not None:
            put(self._diagram, self._layers["Notes"], written_out.marks)

    def _told(self, id: Id, role: str, facts: Facts) -> Mapping[str, str]:
        """What draw.io shows and lists of a record: its role first, as libraries of shapes for Wardley maps have it."""
        told = {name: f"{value:g}" if isinstance(value, float) else value for name, value in facts.items()}
        return {**told, "tooltip": f"{role}. {self._said[id]}"}

    def _plain(self, id: Id, layer: str, on: str, role: str) -> None:
        """A record whose shape is what it has on one layer of the drawing."""
        drawn = draw(id, self._scene)
        if on in drawn:
            told = self._told(id, role, {})
            put_shape(self._diagram, self._layers[layer], _id(id), told, drawn[on].marks, texts_of(drawn))

    def _contract(self, contract: Contract) -> None:
        """The outline as one shape; its badge goes where it goes, and its title is its label."""
        scene, outline = self._scene, self._scene.layout.outlines.get(contract.id)
        if outline is None:
            return
        way = payment(contract.pricing)
        style = PAYMENT_LINES[way]
        rim = pen(scene.theme.payments[way], style.width, style.dash, style.cap)
        shape = Path(_wound(outline).steps, scene.theme.ground(scene.fill_method(contract)), rim)
        place = scene.layout.titles.get(contract.id)
        marks = title_marks(contract, place, scene) if place is not None else ()
        title = [mark for mark in marks if isinstance(mark, Text) and mark.halo is not None]
        badge = [mark for mark in marks if mark not in title]
        told = {"name": contract_name(contract), **self._told(contract.id, "Contract", self._known.contract(contract))}
        put_shape(self._diagram, self._layers["Contracts"], _id(contract.id), told, [shape, *badge], title)

    def _link(self, link: Link) -> None:
        scene = self._scene
        kind, flow = link_kind(link, scene), link.flow
        style: dict[str, str | float] = {"endArrow": "none"}
        if flow is not None:
            style |= dict.fromkeys(("startArrow", "endArrow"), "block") | {"startSize": 5, "endSize": 5}
            style |= (
                {"startArrow": "none"}
                if flow is Flow.FORWARD
                else {"endArrow": "none"}
                if flow is Flow.BACKWARD
                else {}
            )
        style |= stroked(link_stroke(kind, scene.theme) if flow is None else flow_stroke(kind, scene.theme))
        x1, y1, x2, y2 = link_line(link, scene) or (0.0, 0.0, 0.0, 0.0)
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        drawn = draw(link.id, scene)
        label, lettering, moved = labelled(texts_of(drawn), Box(x, y, x, y))
        told = self._told(link.id, "Link", self._known.link(link))
        ends = _id(link.source), _id(link.target)
        layer, id = self._layers["Links"], _id(link.id)
        self._diagram.edge(layer, {**style, **lettering, **behind(drawn)}, ends, label, id=id, facts=told, moved=moved)

    def _interfaces(self) -> None:
        """The numbers of the interface register on their links."""
        contracts = self._document.contracts
        for mark in self._scene.layout.interfaces:
            circle, number = number_marks(mark, self._scene.theme)
            ends = contract_name(contracts[mark.source]), contract_name(contracts[mark.target])
            told = {"tooltip": "Interface {}. {} needs {}.".format(mark.number, *ends)}
            assert isinstance(number, Text)
            put_shape(self._diagram, self._layers["Links"], f"interface-{mark.number}", told, [circle], [number])

    def _note(self, note: Note) -> None:
        texts = texts_of(draw(note.id, self._scene), "notes")
        x, y = self._scene.frame.x(note.evolution), self._scene.frame.y(note.visibility)
        box = Box(x, y, x + 40, y + 20)
        label, lettering, moved = labelled(texts, box)
        style: Style = {"text": "", **filled(None), **stroked(None), **lettering}
        told = self._told(note.id, "Note", {})
        self._diagram.shape(self._layers["Notes"], style, box, label, id=_id(note.id), facts=told, moved=moved)

    def _annotation(self, annotation: Annotation) -> None:
        """A number at each place of the annotation; all but the first are told apart by their own."""
        drawn = draw(annotation.id, self._scene).get("annotations")
        marks = drawn.marks if drawn is not None else ()
        circles = [mark for mark in marks if isinstance(mark, Circle)]
        numbers = [mark for mark in marks if isinstance(mark, Text)]
        told = self._told(annotation.id, "Annotation", {})
        for place, (circle, number) in enumerate(zip(circles, numbers, strict=True)):
            id = _id(annotation.id) + (f"-place-{place + 1}" if place else "")
            put_shape(self._diagram, self._layers["Notes"], id, told, [circle], [number])


def _id(id: Id) -> str:
    return f"record-{plain_id(id)}"


def _wound(outline: Outline) -> Outline:
    """The same outline with its holes the other way round: by that draw.io tells what is outside."""
    rings = outline.rings
    return Outline(tuple(ring if _area(ring) * _side(at, rings) > 0 else ring[::-1] for at, ring in enumerate(rings)))


def _side(at: int, rings: tuple[tuple[tuple[float, float], ...], ...]) -> int:
    """1 for a ring that is in no other or in two, -1 for one that is a hole."""
    around = sum(Outline((ring,)).holds(*rings[at][0]) for place, ring in enumerate(rings) if place != at)
    return 1 if around % 2 == 0 else -1


def _area(ring: tuple[tuple[float, float], ...]) -> float:
    """Twice the area, negative if its points go the other way round."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True))
