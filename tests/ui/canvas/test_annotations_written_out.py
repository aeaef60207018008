"""The box that writes the annotations out, in a user's hand."""

from __future__ import annotations

from hands import Hands, differing
from PySide6.QtCore import QPointF, Qt

from mapper.drawing.layout import Box
from mapper.drawing.remarks import list_box
from mapper.editor.tools import TOOL, take
from mapper.model import Id

LOW_ON_THE_LEFT = QPointF(150, 500)


def _annotate(hands: Hands) -> None:
    take(hands.session, TOOL["annotation"])
    hands.click(LOW_ON_THE_LEFT)
    hands.type_name("Why so early?", Qt.Key.Key_Return)


def _box(hands: Hands) -> Box:
    box = list_box(hands.session.document, hands.session.frame)
    assert box is not None
    return box


def test_the_first_annotation_is_written_out_beside_what_stands_on_the_map(hands: Hands) -> None:
    before = hands.session.document
    _annotate(hands)
    session, box = hands.session, _box(hands)
    assert [remark.text for remark in session.document.annotations.values()] == ["Why so early?"]
    middles = [
        (session.frame.x(each.evolution), session.frame.y(each.visibility))
        for each in session.document.components.values()
    ]
    assert not any(box.holds(*middle) for middle in middles)
    session.undo()
    assert session.document is before


def test_the_box_of_annotations_is_dragged_and_stays_on_the_map(hands: Hands) -> None:
    _annotate(hands)
    hands.session.select([])
    before, picture = _box(hands), hands.picture()
    grip = hands.canvas.to_widget(*before.middle)
    hands.drag(grip, QPointF(-90, 60))
    moved = _box(hands)
    assert moved.left < before.left - 50
    assert moved.top > before.top + 30
    assert hands.session.history.undo_label == "Move list of annotations"
    assert differing(picture, hands.picture()) > 100
    hands.drag(hands.canvas.to_widget(*moved.middle), QPointF(5000, -5000))
    assert _box(hands).right <= hands.session.frame.right
    assert _box(hands).top >= hands.session.frame.top
    hands.session.undo()
    hands.session.undo()
    assert _box(hands) == before


def test_escape_amid_the_drag_of_the_box_leaves_it_where_it_was(hands: Hands) -> None:
    _annotate(hands)
    before = hands.session.document
    hands.drag(hands.canvas.to_widget(*_box(hands).middle), QPointF(-90, 60), drop=False)
    hands.key(Qt.Key.Key_Escape)
    assert hands.session.document is before


def test_a_second_annotation_leaves_the_box_where_the_user_put_it(hands: Hands) -> None:
    _annotate(hands)
    hands.drag(hands.canvas.to_widget(*_box(hands).middle), QPointF(-90, 60))
    at = hands.session.document.annotations_at
    _annotate(hands)
    assert len(hands.session.document.annotations) == 2
    assert hands.session.document.annotations_at == at
    assert Id("") not in hands.session.selection
