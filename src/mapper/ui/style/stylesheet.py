"""The window's stylesheet: restrained, one set of rules for light and dark."""

from __future__ import annotations

from string import Template

from mapper.data import RESOURCES
from mapper.ui.style.tones import Tones

_RULES = Template("""
QMainWindow, QDialog { background: $ground; }
QToolTip { background: $text; color: $panel; border: 0; padding: 5px 7px; }
QMenuBar { background: $panel; padding: 2px 6px; border-bottom: 1px solid $rule; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; color: $text; }
QMenu { background: $panel; border: 1px solid $rule; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 26px; border-radius: 5px; }
QMenu::item:selected { background: $chosen; color: $text; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $rule; margin: 5px 6px; }
QStatusBar { background: $panel; border-top: 1px solid $rule; }
QStatusBar::item { border: 0; }
QMainWindow::separator { background: $rule; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $rule; }
QSplitter::handle:hover { background: $accent; }

#panel, #page, #panel QScrollArea > QWidget > QWidget, #page QScrollArea > QWidget > QWidget { background: $panel; }
QFrame#over { background: $panel; border: 1px solid $edge; border-radius: 8px; }
QScrollArea { border: 0; background: transparent; }
QFrame#upright { background: $rule; border: 0; max-width: 1px; min-width: 1px; }
QLabel#quiet, QLabel#empty { color: $quiet; }
QLabel#key { color: $quiet; font-size: ${small_size}pt; }
QLabel#wrong { color: $wrong; }
QLabel#warning { color: $warning; }
QLabel#head { font-weight: 600; }
QLabel#title { font-weight: 600; font-size: ${title_size}pt; }
QLabel#display { font-weight: 700; font-size: ${display_size}pt; }

#tabs { background: $ground; border-bottom: 1px solid $rule; }
QTabBar::tab { background: transparent; color: $quiet; padding: 7px 12px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; background: $panel; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus { border: 2px solid $accent; padding: 5px 10px 7px 10px; }

QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 5px; padding: 3px 6px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 2px; }
QLineEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $quiet; }
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: 2px 5px; }
QPlainTextEdit:focus { padding: 1px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:hover, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit, QComboBox QLineEdit:hover, QComboBox QLineEdit:focus {
    border: 0; padding: 0; min-height: 0; background: transparent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QAbstractSpinBox[wrong="true"] { border: 2px solid $wrong; padding: 2px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $faint; background: $ground; border-color: $rule; }
QPlainTextEdit#script, QPlainTextEdit#script:hover { border: 1px solid transparent; border-radius: 0; padding: 0; }
QPlainTextEdit#script:focus { border: 1px solid $accent; padding: 0; }
QListView#offers { border: 1px solid $edge; background: $panel; }
QListView#offers::item { padding: 2px 6px; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 22px; background: transparent; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/down-$shade.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $edge; padding: 3px; outline: 0;
    selection-background-color: $chosen; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 18px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$icons/up-$shade.svg"); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url("$icons/down-$shade.svg"); width: 11px; height: 11px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid $edge; border-radius: 4px; background: $field; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 13px; height: 13px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/check-$shade.svg"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$icons/partly-$shade.svg"); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 7px; height: 7px; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton { background: $field; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 5px 14px; min-height: 20px; }
QPushButton { outline: 0; }
QPushButton#unset { text-align: left; font-weight: 400; padding: 3px 6px; border-radius: 5px; }
QPushButton#unset:focus { padding: 2px 5px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $chosen; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $faint; border-color: $rule; background: $ground; }
QPushButton:default, QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton:default:hover, QPushButton#primary:hover { border-color: $text; }
QPushButton:default:focus, QPushButton#primary:focus { border: 2px solid $text; }
QPushButton:default:disabled { color: $faint; background: $ground; border-color: $rule; }
QPushButton#link, QToolButton#link { border: 0; background: transparent; color: $accent; padding: 3px 4px; text-align: left; }
QPushButton#link:hover { text-decoration: underline; }
QPushButton#link:focus { border: 1px solid $accent; border-radius: 4px; padding: 2px 3px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $chosen; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton#qt_toolbar_ext_button { qproperty-icon: url("$icons/down-$shade.svg"); padding: 0; border: 0; }
QToolButton#qt_toolbar_ext_button:focus { padding: 0; }
QToolButton::menu-indicator { image: none; }
QToolButton#section { font-weight: 600; text-align: left; padding: 6px 2px; border-radius: 4px; }
QToolButton#section:checked { background: transparent; }
QToolButton#section:hover { background: $hover; }
QToolButton#close { padding: 1px; border-radius: 4px; }
QToolBar { background: $panel; border: 0; spacing: 3px; padding: 6px 5px; }
QToolBar::separator { background: $rule; height: 1px; margin: 5px 4px; }

QAbstractItemView { background: $panel; color: $text; border: 1px solid transparent; outline: 0; alternate-background-color: $panel;
    selection-background-color: $chosen; selection-color: $text; }
QTreeView:focus, QListView:focus, QTableView:focus { border-color: $accent; }
QListView#framed, QTableView { border: 1px solid $rule; border-radius: 5px; gridline-color: $rule; }
QTableView#outline { border: 0; border-top: 1px solid $rule; border-radius: 0; }
QTableView#outline::item { padding: 0 5px; border: 0; }
QTableView#outline::item:selected { background: $chosen; color: $text; }
QTableView#outline::item:focus { border: 1px solid $accent; }
QTableView#outline QLineEdit, QTableView#outline QComboBox { min-height: 16px; padding: 1px 4px; border-radius: 3px; }
QTreeView::item { padding: 3px 4px; border: 0; }
QTreeView::item:hover { background: $hover; }
QTreeView::item:selected { background: $chosen; color: $text; }
QListView#framed { padding: 2px 4px; }
QListView#framed:focus { border-color: $accent; }
QListView#framed::item { padding: 3px 0; }
QListView#framed::item:selected { background: $chosen; color: $text; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $quiet; border: 0; border-bottom: 1px solid $rule; padding: 4px 6px; }
QCalendarWidget QWidget { alternate-background-color: $panel; background: $panel; }
QCalendarWidget #qt_calendar_navigationbar { border-bottom: 1px solid $rule; }
QCalendarWidget #qt_calendar_prevmonth { qproperty-icon: url("$icons/left-$shade.svg"); }
QCalendarWidget #qt_calendar_nextmonth { qproperty-icon: url("$icons/right-$shade.svg"); }
QCalendarWidget QTableView { border: 0; padding: 2px; }
QProgressBar { border: 0; border-radius: 3px; background: $rule; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }
QAbstractScrollArea::corner { background: $panel; border: 0; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: $rule; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(tones: Tones, size: float) -> str:
    """The rules in these tones; headings are sized after the text's own `size` in points."""
    colours = {role: getattr(tones, role) for role in tones.__dataclass_fields__ if role != "is_dark"}
    icons = (RESOURCES / "icons" / "small").as_posix()
    return _RULES.substitute(
        colours,
        icons=icons,
        shade="dark" if tones.is_dark else "light",
        small_size=f"{size * 0.88:.1f}",
        title_size=f"{size * 1.3:.1f}",
        display_size=f"{size * 2:.1f}",
    )
