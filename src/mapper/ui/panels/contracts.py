"""The contracts panel: the plan in hand, one row a contract, with its totals."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from mapper.editor import Session
from mapper.edits import activate_plan
from mapper.model import Document, Id, Stage
from mapper.procurement.breakdown import Breakdown
from mapper.procurement.money import money
from mapper.procurement.words import counted, word
from mapper.ui.icons import icon
from mapper.ui.panels.combo import Combo
from mapper.ui.panels.contract_list import ContractList
from mapper.ui.panels.contract_painting import ContractPainting
from mapper.ui.panels.elided import Elided
from mapper.ui.panels.mix import key_to_stages
from mapper.ui.panels.soon import Soon
from mapper.ui.style.appearance import Appearance


class ContractsPanel(QWidget):
    """Follows a session. `new_asked` and `delete_asked` come from its button and the Delete key."""

    new_asked = Signal()
    delete_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session: Session | None = None
        self._plans: tuple[Id, ...] = ()
        self._is_following = False
        self._soon = Soon(self.refresh, 50, self)
        self.contracts = ContractList(self)
        self.plan = Combo()
        self.plan.setAccessibleName("Plan in hand")
        self.plan.activated.connect(self._activate)
        self.plan_title = Elided()
        self.new = QPushButton("New contract")
        self.new.setObjectName("link")
        self.new.setIcon(icon("plus"))
        self.new.clicked.connect(self.new_asked)
        self.list = self._list(appearance)
        self.empty = QLabel(
            "No contracts yet. Draw round components with the contract tool, or select some and press Ctrl+G."
        )
        self._appearance = appearance
        self.key = QLabel()
        self.count = QLabel()
        self.total = QLabel()
        self._lay_out()
        appearance.changed.connect(self.list.viewport().update)
        appearance.changed.connect(self._show_key)
        self._show_key()

    def _list(self, appearance: Appearance) -> QListView:
        view = QListView()
        view.setModel(self.contracts)
        view.setItemDelegate(ContractPainting(self.contracts, appearance, view))
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName("Contracts")
        view.selectionModel().selectionChanged.connect(self._choose)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_asked)
        return view

    def _lay_out(self) -> None:
        head = QLabel("Contracts")
        head.setObjectName("head")
        top = QHBoxLayout()
        top.setContentsMargins(14, 9, 8, 7)
        top.setSpacing(10)
        top.addWidget(head)
        top.addWidget(self.plan_title, 1)
        top.addWidget(self.plan, 1)
        top.addWidget(self.new)
        self.plan_title.setObjectName("quiet")
        self.empty.setObjectName("empty")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(14, 6, 14, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.key)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.key.setObjectName("key")
        self.key.setWordWrap(True)
        self.key.setContentsMargins(14, 6, 14, 0)
        self.key.setToolTip("What the bars show: how far each contract's components have evolved")
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 9)
        self.count.setObjectName("quiet")
        self.total.setObjectName("head")
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.total)
        return foot

    def show_session(self, session: Session | None) -> None:
        """Follow another session, or none."""
        if self._session is not None:
            self._session.document_changed.disconnect(self._follow)
            self._session.selection_changed.disconnect(self._mark)
        self._session = self.contracts.session = session
        if session is not None:
            session.document_changed.connect(self._follow)
            session.selection_changed.connect(self._mark)
        self.refresh()

    def refresh(self) -> None:
        """Bring rows, plan and totals in line with the document."""
        self._is_following = True
        self.contracts.refresh()
        self._is_following = False
        if self._session is not None and self.contracts.plan is not None:
            self._show_plan(self._session.document)
            self._show_totals(self.contracts.plan, self._session.document.service.currency)
            self._mark(frozenset(), self._session.selection)

    def _follow(self, before: Document, after: Document) -> None:
        self._soon.ask()

    def _mark(self, before: frozenset[Id], after: frozenset[Id]) -> None:
        """Select the rows of the contracts that are selected."""
        chosen = QItemSelection()
        for place, id in enumerate(self.contracts.ids()):
            if id in after:
                chosen.select(self.contracts.index(place), self.contracts.index(place))
        self._is_following = True
        model = self.list.selectionModel()
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if chosen.indexes():
            model.setCurrentIndex(chosen.indexes()[0], QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(chosen.indexes()[0])
        self._is_following = False

    def _choose(self) -> None:
        """Select the contracts whose rows the user chose."""
        if self._session is not None and not self._is_following:
            ids = self.contracts.ids()
            self._session.select(ids[index.row()] for index in self.list.selectedIndexes())

    def _activate(self, place: int) -> None:
        if self._session is not None and self._plans[place] != self._session.document.active_plan:
            self._session.apply("Change plan", activate_plan, self._plans[place])

    def _show_plan(self, document: Document) -> None:
        self._plans = tuple(document.plans)
        has_several = len(self._plans) > 1
        self.plan.setVisible(has_several)
        self.plan_title.setVisible(not has_several)
        self.plan_title.setText(document.plan.title)
        if [self.plan.itemText(place) for place in range(self.plan.count())] != [
            plan.title for plan in document.plans.values()
        ]:
            self.plan.clear()
            self.plan.addItems([plan.title for plan in document.plans.values()])
        self.plan.setCurrentIndex(self._plans.index(document.active_plan))

    def _show_key(self) -> None:
        self.key.setText(key_to_stages({stage: word(stage) for stage in Stage}, self._appearance.tones))

    def _show_totals(self, plan: Breakdown, currency: str) -> None:
        members = {member.id for row in plan.contracts for member in row.members}
        self.empty.setVisible(not plan.contracts)
        self.key.setVisible(bool(plan.contracts))
        self.count.setText(f"{counted(len(plan.contracts), 'contract')} · {counted(len(members), 'component')}")
        self.total.setText(money(plan.value, currency) if plan.value else "")
