"""The text beside the map, under real keys and a real mouse."""

from __future__ import annotations

from driving import TEA, do
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from typing_hands import ALT, CTRL, OWM_TEXT, SHIFT, Typing

from mapper.editor.script import TYPING
from mapper.edits import add_contract
from mapper.files import owm
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance, Choice
from mapper.ui.window import MainWindow

KEY = Qt.Key


# From the text to the map.


def test_keys_in_the_text_move_the_component_on_the_map(typing: Typing) -> None:
    typing.go_to_end_of("component Tea")
    typing.press(KEY.Key_Backspace, times=3)
    typing.type("75]")
    assert typing.lines[5] == "component Tea [0.55, 0.75]"
    assert typing.named("Tea").evolution == 0.75
    assert typing.window.isWindowModified()


def test_letters_that_are_tools_of_the_map_are_letters_in_the_text(typing: Typing) -> None:
    typing.go_to_end_of("style")
    typing.press(KEY.Key_Return)
    typing.type("// c v k ?")
    assert typing.lines[-2] == "// c v k ?"
    assert typing.session.tool.tool_id == "select"


def test_undo_from_either_side_takes_back_the_last_thing_done(typing: Typing) -> None:
    typing.go_to_end_of("title")
    typing.type("s")
    typing.drag("Tea", 60)
    moved = typing.named("Tea").evolution
    assert moved > 0.6
    typing.field.setFocus()
    typing.press(KEY.Key_Z, CTRL)
    assert typing.named("Tea").evolution == 0.6
    assert typing.session.document.title == "Tea shops"
    do(typing.window, "undo")
    assert typing.lines == OWM_TEXT.split("\n")
    typing.press(KEY.Key_Y, CTRL)
    typing.press(KEY.Key_Z, CTRL | SHIFT)
    assert typing.named("Tea").evolution == moved


def test_after_undo_in_the_text_the_caret_is_where_the_change_was(typing: Typing) -> None:
    typing.go_to_end_of("component Tea")
    typing.type(" // hot")
    typing.field.go_to(0)
    typing.press(KEY.Key_Z, CTRL)
    assert typing.caret == (5, len("component Tea [0.55, 0.60]"))


def test_undo_from_the_menu_puts_the_caret_where_the_change_was_too(typing: Typing) -> None:
    typing.go_to_end_of("component Tea")
    typing.type(" // hot")
    typing.field.go_to(0)
    do(typing.window, "undo")
    assert typing.caret == (5, len("component Tea [0.55, 0.60]"))
    typing.field.go_to(0)
    do(typing.window, "redo")
    assert typing.caret == (5, len("component Tea [0.55, 0.60] // hot"))


def test_delete_and_select_all_from_the_menu_mean_the_words_while_somebody_is_writing(typing: Typing) -> None:
    components = typing.session.document.components
    do(typing.window, "select-all")
    assert typing.field.textCursor().selectedText().startswith("title Tea shop")
    assert not typing.session.selection
    typing.go_to_end_of("component Tea")
    typing.press(KEY.Key_Home, SHIFT)
    typing.window.menus.refresh()  # as the menu does when it opens
    do(typing.window, "delete")
    assert "component Tea [0.55, 0.60]" not in typing.lines
    assert typing.session.document.components.keys() <= components.keys()


def test_a_burst_of_keys_is_one_step_called_typing(typing: Typing) -> None:
    typing.go_to_end_of("title")
    typing.type(" of the year")
    assert typing.session.history.undo_label == TYPING
    typing.session.undo()
    assert typing.session.history.undo_label is None


# From the map to the text.


def test_a_drag_on_the_map_changes_exactly_one_line(typing: Typing) -> None:
    before = typing.lines
    typing.drag("Tea", 60)
    changed = [place for place, (old, new) in enumerate(zip(before, typing.lines, strict=True)) if old != new]
    assert changed == [5]
    assert typing.lines[5].startswith("component Tea [0.55, 0.")


def test_the_text_follows_while_the_mouse_is_still_held(typing: Typing) -> None:
    typing.drag("Tea", 60, drop=False)
    typing.qtbot.waitUntil(lambda: typing.lines[5] != "component Tea [0.55, 0.60]")
    typing.session.cancel()
    typing.qtbot.waitUntil(lambda: typing.lines[5] == "component Tea [0.55, 0.60]")


def test_a_drag_moves_neither_caret_nor_selection_nor_scroll(typing: Typing) -> None:
    typing.window.resize(1280, 420)
    typing.field.go_to(8, 3)
    typing.press(KEY.Key_Right, SHIFT, times=4)
    scroll = typing.field.verticalScrollBar().value()
    before = (typing.caret, typing.field.textCursor().selectedText())
    typing.drag("Tea", 60)
    assert typing.lines[5] != "component Tea [0.55, 0.60]"
    assert (typing.caret, typing.field.textCursor().selectedText()) == before == ((8, 7), " of ")
    assert typing.field.verticalScrollBar().value() == scroll


def test_what_is_selected_on_the_map_is_marked_and_brought_into_sight(typing: Typing) -> None:
    typing.window.resize(1280, 300)
    typing.canvas.setFocus()
    typing.session.select([typing.named("Electric kettle").id])
    line = typing.line("  component Electric")
    seen = [number for number, _ in typing.field.seen_lines()]
    assert line in seen
    marked = [each.cursor.blockNumber() for each in typing.field.extraSelections()]
    assert line in marked


def test_while_somebody_types_the_text_stays_where_it_is(typing: Typing) -> None:
    typing.window.resize(1280, 300)
    typing.field.go_to(0)
    before = typing.field.verticalScrollBar().value()
    typing.session.select([typing.named("Electric kettle").id])
    assert typing.field.verticalScrollBar().value() == before


# Problems.


def test_what_makes_no_sense_is_underlined_and_said_and_the_map_keeps_the_rest(typing: Typing) -> None:
    typing.go_to_end_of("Cup of tea->Tea")
    typing.type("pot")
    typing.wait_for_problems(1)
    (line, words), *_ = typing.waved()
    assert line == 8
    assert words in "Cup of tea->Teapot"
    assert "Teapot" in typing.pane.problem_line.words.text()
    assert 8 in typing.field.margin.wrong
    assert len(typing.session.document.components) == 6
    typing.press(KEY.Key_Backspace, times=3)
    typing.wait_for_problems(0)
    assert typing.pane.problem_line.words.text() == "No problems"


def test_the_tooltip_of_a_problem_is_plain_text(typing: Typing) -> None:
    typing.go_to_end_of("Cup of tea->Tea")
    typing.press(KEY.Key_Backspace, times=3)
    typing.type("<b>x</b>")
    typing.wait_for_problems(1)
    line, words = typing.waved()[-1]
    typing.field.go_to(line, typing.lines[line].index(words) + 1)
    place = typing.field.cursorRect().center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, typing.field.viewport().mapToGlobal(place))
    QApplication.sendEvent(typing.field.viewport(), event)
    assert "&lt;b&gt;" in QToolTip.text()


def test_f8_goes_from_problem_to_problem_and_round(typing: Typing) -> None:
    for start in ("title", "style"):
        typing.go_to_end_of(start)
        typing.press(KEY.Key_Return)
        typing.type("Tea->Nowhere")
        typing.press(KEY.Key_Escape)
        typing.field.setFocus()
    typing.field.go_to(0)
    places = []
    for key, keys in ((KEY.Key_F8, Qt.KeyboardModifier.NoModifier),) * 3 + ((KEY.Key_F8, SHIFT),):
        typing.press(key, keys)
        places.append(typing.caret[0])
    assert places == [1, 16, 1, 16]


# Colours.


def test_a_comment_over_several_lines_is_coloured_as_one_and_its_end_gives_the_colours_back(typing: Typing) -> None:
    comment = typing.colours(typing.line("//"))
    code = typing.colours(typing.line("component Tea"))
    assert code != comment
    typing.go_to_end_of("component Cup")
    typing.press(KEY.Key_Return)
    typing.type("*/")
    typing.go_to_end_of("anchor")
    typing.press(KEY.Key_Return)
    typing.type("/* about")
    assert typing.colours(typing.line("component Cup")) == comment
    assert typing.colours(typing.line("component Tea")) == code


# Offers.


def test_two_letters_at_the_beginning_of_a_line_offer_keywords_and_tab_takes_one(typing: Typing) -> None:
    typing.go_to_end_of("component Tea")
    typing.press(KEY.Key_Return)
    typing.type("c")
    assert typing.offered == []
    typing.type("o")
    assert typing.offered[0] == "component"
    typing.press(KEY.Key_Tab)
    assert typing.offered == []
    assert typing.field.textCursor().selectedText() == "Name"
    typing.type("Milk")
    assert typing.lines[6] == "component Milk [0.45, 0.60]"
    assert typing.named("Milk").visibility == 0.45


def test_after_an_arrow_names_are_offered_and_enter_takes_the_chosen_one(typing: Typing) -> None:
    typing.go_to_end_of("style")
    typing.press(KEY.Key_Return)
    typing.type("Public->ke")
    assert typing.offered == ["Kettle", "Campfire kettle", "Electric kettle"]
    typing.press(KEY.Key_Down)
    typing.press(KEY.Key_Return)
    assert typing.lines[-2] == "Public->Campfire kettle"


def test_offers_never_stand_in_the_way_of_plain_typing(typing: Typing) -> None:
    typing.go_to_end_of("style")
    typing.press(KEY.Key_Return)
    typing.type("Public->Kettle")
    typing.press(KEY.Key_Return)
    typing.type("// co")
    assert typing.offered == []
    assert typing.lines[-3:] == ["Public->Kettle", "// co", ""]


def test_nothing_is_offered_within_a_comment_over_several_lines(typing: Typing) -> None:
    typing.go_to_end_of("style")
    typing.press(KEY.Key_Return)
    typing.type("/* what is")
    typing.press(KEY.Key_Return)
    typing.type("ke")
    assert typing.offered == []


def test_what_is_said_of_a_line_waits_for_the_word_that_has_begun(typing: Typing) -> None:
    typing.go_to_end_of("style")
    typing.press(KEY.Key_Return)
    typing.qtbot.wait(50)
    typing.type("com")
    assert typing.offered == ["component"]
    assert typing.pane.problem_line.words.text() == "No problems"
    typing.press(KEY.Key_Escape)
    typing.wait_for_problems(1)
    assert "com" in typing.pane.problem_line.words.text()


def test_escape_closes_the_offers_and_only_then_goes_to_the_map(typing: Typing) -> None:
    typing.go_to_end_of("style")
    typing.press(KEY.Key_Return)
    typing.type("Public->ke")
    typing.press(KEY.Key_Escape)
    assert typing.offered == []
    assert typing.window.focusWidget() is typing.field
    typing.press(KEY.Key_Escape)
    assert typing.window.focusWidget() is typing.canvas


def test_ctrl_space_offers_at_once(typing: Typing) -> None:
    typing.go_to_end_of("style")
    typing.press(KEY.Key_Backspace, times=len("wardley"))
    typing.press(KEY.Key_Space, CTRL)
    assert "handwritten" in typing.offered


# Whole lines.


def test_ctrl_slash_makes_a_comment_and_a_line_again(typing: Typing) -> None:
    typing.go_to_end_of("component Tea")
    typing.press(KEY.Key_Slash, CTRL)
    assert typing.lines[5] == "// component Tea [0.55, 0.60]"
    assert "Tea" not in {each.name for each in typing.session.document.components.values()}
    typing.press(KEY.Key_Slash, CTRL)
    assert typing.lines[5] == "component Tea [0.55, 0.60]"
    assert typing.session.history.undo_label == TYPING


def test_alt_and_an_arrow_move_a_line_and_ctrl_d_says_it_again(typing: Typing) -> None:
    typing.go_to_end_of("component Tea")
    typing.press(KEY.Key_Up, ALT)
    assert typing.lines[4:6] == ["component Tea [0.55, 0.60]", "component Cup of tea [0.80, 0.55]"]
    assert typing.caret == (4, 26)
    typing.press(KEY.Key_Down, ALT)
    assert typing.lines == OWM_TEXT.split("\n")
    typing.field.go_to(1, 3)
    typing.press(KEY.Key_D, CTRL)
    assert typing.lines[1:3] == ["// who drinks it"] * 2
    assert typing.caret == (2, 3)
    assert len(typing.session.document.components) == 6


def test_a_new_line_is_indented_like_the_one_before(typing: Typing) -> None:
    typing.go_to_end_of("  component Campfire")
    typing.press(KEY.Key_Return)
    typing.type("component Gas kettle [0.4]")
    assert typing.lines[12] == "  component Gas kettle [0.4]"
    assert typing.named("Gas kettle").evolution == 0.4


def test_a_closing_brace_steps_out_of_what_it_closes(typing: Typing) -> None:
    typing.go_to_end_of("style")
    for line in ("pipeline Tea", "{", "component Green [0.2]", "}", "// done"):
        typing.press(KEY.Key_Return)
        typing.type(line)
        typing.field.completion.hide()
    assert typing.lines[-6:-1] == ["pipeline Tea", "{", "  component Green [0.2]", "}", "// done"]


def test_tab_puts_in_blanks_and_shift_tab_takes_them_out(typing: Typing) -> None:
    typing.field.go_to(5)
    typing.press(KEY.Key_Tab)
    assert typing.lines[5].startswith("  component Tea")
    typing.press(KEY.Key_Backtab, SHIFT)
    assert typing.lines[5].startswith("component Tea")
    assert typing.window.focusWidget() is typing.field


def test_f6_leaves_the_text(typing: Typing) -> None:
    typing.press(KEY.Key_F6)
    assert typing.window.focusWidget() is typing.canvas
    assert "Escape" in typing.field.accessibleDescription()


# Folding.


def test_a_pipeline_folds_and_unfolds_and_going_into_it_unfolds_it(typing: Typing) -> None:
    head = typing.line("pipeline")
    typing.field.turn_fold(head)
    seen = [line for line, _ in typing.field.seen_lines()]
    assert head in seen and head + 1 not in seen and head + 5 in seen
    typing.pane.go_to(head + 3, 1)
    assert head + 2 in [line for line, _ in typing.field.seen_lines()]


def test_ctrl_and_full_stop_folds_what_the_caret_is_in(typing: Typing) -> None:
    typing.go_to_end_of("  component Campfire")
    typing.press(KEY.Key_Period, CTRL)
    assert typing.caret[0] == typing.line("pipeline")
    assert typing.line("{") not in [line for line, _ in typing.field.seen_lines()]
    typing.press(KEY.Key_Period, CTRL)
    assert typing.line("{") in [line for line, _ in typing.field.seen_lines()]


def test_what_the_program_keeps_in_comments_is_folded_until_it_is_opened(typing: Typing) -> None:
    for name in ("Tea", "Kettle"):
        members = [typing.named(name).id]
        typing.session.apply("New contract", lambda document, members=members: add_contract(document, members)[0])
    assert sum(line.startswith("//@") for line in typing.lines) >= 2
    head = typing.line("//@")
    assert head + 1 not in [line for line, _ in typing.field.seen_lines()]
    typing.field.turn_fold(head)
    assert head + 1 in [line for line, _ in typing.field.seen_lines()]


# Going places.


def test_f12_on_a_name_goes_to_its_component_and_selects_it_on_the_map(typing: Typing) -> None:
    typing.field.go_to(8, len("Cup of tea->T"))
    typing.press(KEY.Key_F12)
    assert typing.caret[0] == 5
    assert typing.session.selection == {typing.named("Tea").id}


def test_ctrl_and_click_on_a_name_goes_there_too(typing: Typing) -> None:
    typing.field.go_to(8, len("Cup of tea->T"))
    place = typing.field.cursorRect().center()
    typing.qtbot.mouseClick(typing.field.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert typing.caret[0] == 5
    assert typing.session.selection == {typing.named("Tea").id}


def test_go_to_text_goes_to_the_line_of_what_is_selected_and_escape_back(typing: Typing) -> None:
    typing.press(KEY.Key_Escape)
    typing.session.select([typing.named("Kettle").id])
    do(typing.window, "go-to-text")
    assert typing.window.focusWidget() is typing.field
    assert typing.caret[0] == 6
    typing.press(KEY.Key_Escape)
    assert typing.window.focusWidget() is typing.canvas


def test_find_goes_from_place_to_place_and_says_when_there_is_none(typing: Typing) -> None:
    typing.field.go_to(0)
    typing.press(KEY.Key_F, CTRL)
    words = typing.pane.find_bar.words
    typing.qtbot.keyClicks(words, "kettle")
    assert typing.caret[0] == 6
    typing.qtbot.keyClick(words, KEY.Key_Return)
    assert typing.caret[0] == 9
    typing.qtbot.keyClick(words, KEY.Key_Return, SHIFT)
    assert typing.caret[0] == 6
    typing.qtbot.keyClicks(words, "xyz")
    assert typing.pane.find_bar.answer.text() == "Not found"
    typing.qtbot.keyClick(words, KEY.Key_Escape)
    assert typing.window.focusWidget() is typing.field


# Its place in the window.


def test_the_text_is_hidden_at_first_and_remembered_once_it_is_shown(tea: MainWindow, settings: Settings) -> None:
    toggle = next(each for each in tea.bench.toggles if each.text() == "Text beside the map")
    assert not toggle.isChecked()
    assert tea.bench.text.isHidden()
    toggle.trigger()
    tea.close()
    again = MainWindow(settings, Appearance(settings))
    assert not again.bench.text.isHidden()
    again.deleteLater()


def test_another_tab_shows_its_own_text_and_the_first_is_found_as_it_was_left(typing: Typing) -> None:
    typing.field.go_to(8, 3)
    typing.window.open([TEA])
    typing.qtbot.waitUntil(lambda: len(typing.window.maps.all()) == 2)
    assert typing.field.toPlainText() == owm.write(typing.session.document)
    assert typing.session.document.source is None
    typing.window.maps.show(typing.window.maps.all()[0])
    assert typing.lines == OWM_TEXT.split("\n")
    assert typing.caret == (8, 3)


def test_what_was_typed_before_the_text_is_hidden_is_on_the_map(typing: Typing) -> None:
    typing.go_to_end_of("title")
    typing.type("s")
    toggle = next(each for each in typing.window.bench.toggles if each.text() == "Text beside the map")
    toggle.trigger()
    assert typing.session.document.title == "Tea shops"
    typing.session.undo()
    toggle.trigger()
    assert typing.lines == OWM_TEXT.split("\n")


def test_pasted_markup_is_text(typing: Typing) -> None:
    QApplication.clipboard().setText("// <b>bold</b>\n")
    typing.field.go_to(0)
    typing.press(KEY.Key_V, CTRL)
    assert typing.lines[0] == "// <b>bold</b>"


def test_the_wheel_with_ctrl_zooms_the_text(typing: Typing) -> None:
    before = typing.field.font().pointSizeF()
    typing.field.wheelEvent(wheel(typing, 120))
    assert typing.field.font().pointSizeF() == before + 1
    typing.field.wheelEvent(wheel(typing, -120))
    assert typing.field.font().pointSizeF() == before


def test_letters_stay_as_large_as_they_are_in_light_and_dark(typing: Typing) -> None:
    typing.field.wheelEvent(wheel(typing, 120))
    size = typing.field.font().pointSizeF()
    for choice in (Choice.DARK, Choice.LIGHT, Choice.SYSTEM):
        typing.window.appearance.choose(choice)
        QApplication.processEvents()
        assert typing.field.font().pointSizeF() == size


def test_how_large_the_letters_are_is_remembered(typing: Typing, settings: Settings) -> None:
    for _ in range(3):
        typing.field.wheelEvent(wheel(typing, 120))
    size = typing.field.font().pointSizeF()
    typing.session.saved(typing.session.document)
    typing.window.close()
    again = MainWindow(settings, Appearance(settings))
    assert again.bench.text.field.font().pointSizeF() == size
    again.deleteLater()


def wheel(typing: Typing, turn: int):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    place = QPointF(20, 20)
    return QWheelEvent(
        place,
        typing.field.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_a_brace_that_opens_in_mid_text_is_closed_by_enter_and_takes_nothing_below_into_it(typing: Typing) -> None:
    typing.go_to_end_of("component Tea")
    before = typing.lines
    for line in ("pipeline Tea [0.2, 0.8]", "{"):
        typing.press(KEY.Key_Return)
        typing.type(line)
    at = typing.lines.index("{")
    typing.press(KEY.Key_Return)
    assert typing.lines[at - 1 : at + 4] == ["pipeline Tea [0.2, 0.8]", "{", "  ", "}", before[6]]
    assert typing.field.textCursor().blockNumber() == at + 1
    assert typing.named("Kettle").pipeline is None
    typing.type("component Green tea [0.30]")
    typing.press(KEY.Key_Return)
    typing.type("}")
    assert typing.lines[at : at + 4] == ["{", "  component Green tea [0.30]", "}", before[6]]
    assert typing.field.textCursor().atBlockEnd()
    assert typing.named("Green tea").pipeline is not None


def test_a_brace_that_is_closed_already_is_not_closed_again(typing: Typing) -> None:
    typing.go_to_end_of("{")
    typing.press(KEY.Key_Return)
    assert typing.lines.count("}") == 1
