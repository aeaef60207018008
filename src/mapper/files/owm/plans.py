"""Plans, contracts, interfaces and the steps of presenting them come back from carried lines."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.files.owm.carried import OF, Json, Misfit, dicts, listed, told
from mapper.files.owm.references import References
from mapper.model import BLANK, MAP_TABLES, Contract, Document, Id, Interface, Plan, Step

Payload = dict[str, Json]


class PlanRestorer:
    """Collects what carried lines say of plans and of `steps`. Raises Misfit, or pydantic's ValidationError."""

    def __init__(self, document: Document, refs: References) -> None:
        """`document` has its people and suppliers, and all that stands on the map."""
        self.steps: dict[Id, Step] = {}
        self._document = document
        self._refs = refs
        self._plans: dict[Id, Plan] = {}
        self._contracts: dict[Id, dict[Id, Contract]] = {}
        self._interfaces: dict[Id, dict[Id, Interface]] = {}
        self._members: dict[Id, set[Id]] = {}

    def plans(self) -> Mapping[Id, Plan]:
        """All plans; without any line, the ones that every map begins with."""
        return {
            id: plan.model_copy(
                update={"contracts": self._contracts.get(id, {}), "interfaces": self._interfaces.get(id, {})}
            )
            for id, plan in (self._plans or BLANK.plans).items()
        }

    def is_in(self, document: Document, kind: str, id: Id) -> bool:
        """Whether a document has the one plan, contract, interface or step that was taken."""
        if kind == "plan":
            there = document.plans.get(id)
            bare: dict[str, object] = {"contracts": {}, "interfaces": {}}
            return there is not None and there.model_copy(update=bare) == self._plans[id]
        if kind == "step":
            return document.steps.get(id) == self.steps[id]
        taken = self._contracts if kind == "contract" else self._interfaces
        table = "contracts" if kind == "contract" else "interfaces"
        return all(
            plan in document.plans and getattr(document.plans[plan], table).get(id) == record
            for plan, records in taken.items()
            for record in records.values()
        )

    def take(self, kind: str, payload: Payload) -> Id:
        """One line more; answers with the record that it is about."""
        match kind:
            case "plan":
                return self._plan(payload)
            case "contract":
                return self._contract(payload)
            case "interface":
                return self._interface(payload)
            case _:
                return self._step(payload)

    def _plan(self, payload: Payload) -> Id:
        payload["shared"] = [self._component(ref) for ref in listed(payload.get("shared"))]
        for explanation in dicts(payload.get("explanations")):
            explanation["subjects"] = [self._subject(each) for each in listed(explanation.get("subjects"))]
        plan = Plan.model_validate({**payload, "contracts": {}, "interfaces": {}})
        if plan.id in self._plans:
            raise Misfit(f"There are two plans {told(plan.id)}.")
        self._plans[plan.id] = plan
        return plan.id

    def _contract(self, payload: Payload) -> Id:
        plan, document = self._plan_in(payload), self._document
        payload["members"] = [self._component(ref) for ref in listed(payload.get("members"))]
        contract = Contract.model_validate(payload)
        contracts = self._contracts.setdefault(plan.id, {})
        if contract.id in contracts or any(contract.id in getattr(document, table) for table in MAP_TABLES):
            raise Misfit(f"The id {told(contract.id)} is used twice.")
        for person in (contract.owner, contract.technical_lead):
            if person is not None and person not in document.people:
                raise Misfit(f"The contract names {told(person)}, who is not among the people.")
        if contract.supplier is not None and contract.supplier not in document.suppliers:
            raise Misfit(f"The contract names the supplier {told(contract.supplier)}, which no line tells of.")
        self._join(plan, contract)
        contracts[contract.id] = contract
        return contract.id

    def _join(self, plan: Plan, contract: Contract) -> None:
        members = set(contract.members)
        others = self._members.setdefault(plan.id, set())
        if len(members) < len(contract.members):
            raise Misfit("The contract names a member twice.")
        for member in contract.members:
            component = self._document.components[member]
            if component.is_anchor:
                raise Misfit(f"The contract has the member {told(component.name)}, which is a user.")
            if member in others and member not in plan.shared:
                raise Misfit(f"The component {told(component.name)} is in two contracts, and is not marked as shared.")
        others.update(members)

    def _interface(self, payload: Payload) -> Id:
        plan = self._plan_in(payload)
        link = self._refs.find("link", payload.pop(OF, None))
        if link is None or link not in self._document.links:
            raise Misfit("There is no link in the text that this interface is about.")
        interface = Interface.model_validate({**payload, "link": link})
        self._interfaces.setdefault(plan.id, {})[link] = interface
        return link

    def _step(self, payload: Payload) -> Id:
        shows = [self._subject(each) for each in listed(payload.get("shows"))]
        step = Step.model_validate({**payload, "shows": shows})
        there: list[Mapping[Id, object]] = [getattr(self._document, table) for table in MAP_TABLES]
        if unknown := {*step.shows}.difference(*there, *self._contracts.values()):
            raise Misfit(f"The step shows {told(min(unknown))}, which is not on the map.")
        if step.id in self.steps:
            raise Misfit(f"There are two steps {told(step.id)}.")
        self.steps[step.id] = step
        return step.id

    def _plan_in(self, payload: Payload) -> Plan:
        id = payload.pop("plan", BLANK.active_plan)
        plan = (self._plans or self._document.plans).get(Id(str(id)))
        if plan is None:
            raise Misfit(f"There is no plan {told(id)}.")
        return plan

    def _component(self, ref: Json) -> Id:
        id = self._refs.find("component", ref)
        if id is None:
            raise Misfit(f"There is no component {told(ref)} in the text.")
        return id

    def _subject(self, subject: Json) -> Json:
        for kind, ref in subject.items() if isinstance(subject, dict) else ():
            return str(ref) if kind == "id" else self._refs.find(kind, ref)
        return None
