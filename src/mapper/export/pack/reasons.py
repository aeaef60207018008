"""Why a contract holds what it holds, as the rule of the guide (section 3) has it: group by evolution."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.export.pack.phrases import listed, name_of
from mapper.model import Component, Document, Method, Stage, Working
from mapper.procurement.breakdown import ContractBreakdown
from mapper.procurement.mixing import NEW
from mapper.procurement.words import NOT_DECIDED, counted, method_in_full, word

_MOST_NAMED = 4


def question(cut: ContractBreakdown) -> str:
    """What `reason` answers."""
    if cut.is_mixed:
        return "What it mixes"
    return "Why it stands alone" if len(cut.members) == 1 else "Why these belong together"


def reason(document: Document, cut: ContractBreakdown) -> str:
    """Why the members are one contract; of a contract that mixes new with mature, that it does."""
    if not cut.members:
        return "The contract holds no components yet."
    stages = _stages(tuple(cut.stage_mix))
    if cut.is_mixed:
        return _mixed(document, cut)
    if len(cut.members) == 1:
        name = name_of(cut.members[0])
        if cut.holds_new:
            return (
                f"{name} is still being worked out ({stages}) and will change. In a contract of its own "
                f"it can change, or stop, without holding up anything else. Method: {how(cut)}."
            )
        return f"{name} is mature ({stages}) and can be bought by itself. Method: {how(cut)}."
    all_of_them = "Both components" if len(cut.members) == 2 else f"All {len(cut.members)} components"
    if cut.holds_new:
        return (
            f"{all_of_them} are still being worked out ({stages}) and will change. One way of working suits them, "
            f"but if one goes wrong it can hold up the rest. Method: {how(cut)}."
        )
    return f"{all_of_them} are mature ({stages}), so one way of buying suits them. Method: {how(cut)}."


def how(cut: ContractBreakdown) -> str:
    """The method with the way of working, within a sentence."""
    return f"{_method(cut.method)}, {working_word(cut.working)}"


def working_word(working: Working | None) -> str:
    """A way of working within a sentence."""
    if working is None:
        return NOT_DECIDED.lower()
    return word(working) if working is Working.SIX_SIGMA else word(working).lower()


def _mixed(document: Document, cut: ContractBreakdown) -> str:
    new = [member for member in cut.members if document.stages.stage(member.evolution) in NEW]
    rest = len(cut.members) - len(new)
    verb = "is" if len(new) == 1 else "are"
    return (
        f"This contract mixes new with mature. {_named(new)} {verb} still being worked out "
        f"({_stages([stage for stage in cut.stage_mix if stage in NEW])}) and will change; "
        f"{counted(rest, 'other component is', 'other components are')} mature "
        f"({_stages([stage for stage in cut.stage_mix if stage not in NEW])}). Under one contract each change can become "
        f"a charged variation, and no one way of working suits all of it. Method chosen: {how(cut)}."
    )


def _named(components: Sequence[Component]) -> str:
    names = [name_of(component) for component in components[:_MOST_NAMED]]
    more = len(components) - len(names)
    return listed([*names, f"{more} more"] if more else names)


def _stages(stages: Sequence[Stage]) -> str:
    return listed(word(stage).lower() for stage in stages)


def _method(method: Method | None) -> str:
    if method is None:
        return NOT_DECIDED.lower()
    in_full = method_in_full(method).rpartition(", ")[0]
    return in_full[0].lower() + in_full[1:]
