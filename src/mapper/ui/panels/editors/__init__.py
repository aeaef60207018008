"""The widgets that a form's fields are edited with: `EDITORS` says which goes with which kind."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.ui.panels.editors.choices import ChoiceEditor, FlagEditor, PartEditor, YesNoEditor
from mapper.ui.panels.editors.component import ComponentEditor
from mapper.ui.panels.editors.dates import DateEditor
from mapper.ui.panels.editors.editor import Editor
from mapper.ui.panels.editors.membership import MembershipEditor
from mapper.ui.panels.editors.numbers import (
    FractionEditor,
    MaybeFractionEditor,
    MoneyEditor,
    PercentEditor,
    WholeEditor,
)
from mapper.ui.panels.editors.people import PersonEditor, SupplierEditor
from mapper.ui.panels.editors.rows import ComponentsEditor, RowsEditor
from mapper.ui.panels.editors.text import LineEditor, LinesEditor, TextEditor
from mapper.ui.panels.forms.field import Kind

EDITORS: Mapping[Kind, type[Editor]] = {
    Kind.LINE: LineEditor,
    Kind.TEXT: TextEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.FLAG: FlagEditor,
    Kind.YES_NO: YesNoEditor,
    Kind.MONEY: MoneyEditor,
    Kind.PERCENT: PercentEditor,
    Kind.WHOLE: WholeEditor,
    Kind.FRACTION: FractionEditor,
    Kind.MAYBE_FRACTION: MaybeFractionEditor,
    Kind.DATE: DateEditor,
    Kind.PERSON: PersonEditor,
    Kind.SUPPLIER: SupplierEditor,
    Kind.LINES: LinesEditor,
    Kind.ROWS: RowsEditor,
    Kind.COMPONENT: ComponentEditor,
    Kind.COMPONENTS: ComponentsEditor,
    Kind.MEMBERSHIP: MembershipEditor,
    Kind.PART: PartEditor,
}

__all__ = ["EDITORS", "Editor"]
