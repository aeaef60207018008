"""Edits of plans: the alternative ways to cut one map into contracts."""

from __future__ import annotations

from mapper.model import Document, Id, Plan, new_id


def add_plan(document: Document, title: str = "") -> Document:
    """A new plan without contracts, and it is the one in hand."""
    return _in_hand(document, Plan(title=title or _next_title(document)))


def duplicate_plan(document: Document, id: Id, title: str = "") -> Document:
    """A copy of a plan, and it is the one in hand."""
    plan = document.plans[id]
    return _in_hand(document, plan.but(id=new_id(), title=title or f"{plan.title} (copy)"))


def activate_plan(document: Document, id: Id) -> Document:
    """Take another plan in hand. Raises KeyError."""
    plan = document.plans[id]
    return document if id == document.active_plan else document.model_copy(update={"active_plan": plan.id})


def change_plan(document: Document, **fields: object) -> Document:
    """Other values for some fields of the plan in hand. Raises pydantic's ValidationError.

    Contracts and interfaces have edits of their own.
    """
    return document.put_plan(document.plan.but(**fields))


def delete_plan(document: Document, id: Id) -> Document:
    """Remove a plan. The last one stays; if the one in hand goes, the first that is left is taken in hand."""
    if set(document.plans) <= {id}:
        return document
    rest = document.drop("plans", [id])
    return activate_plan(rest, next(iter(rest.plans))) if document.active_plan == id else rest


def _in_hand(document: Document, plan: Plan) -> Document:
    return activate_plan(document.put_plan(plan), plan.id)


def _next_title(document: Document) -> str:
    titles = {plan.title for plan in document.plans.values()}
    return next(title for n in range(1, len(titles) + 2) if (title := f"Plan {n}") not in titles)
