"""Documents as hypothesis draws them: small, sound, and odder than any that people make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from mapper.model import (
    KINDS,
    About,
    Accelerator,
    Annotation,
    Attitude,
    Code,
    Component,
    ComponentType,
    Contract,
    Document,
    Evidence,
    Evolve,
    Explanation,
    ExtensionMode,
    Flow,
    Id,
    Inertia,
    InertiaKind,
    Integrator,
    Interface,
    InternalTeam,
    Kpi,
    LabelOffset,
    Link,
    Look,
    MapStyle,
    Method,
    Need,
    Note,
    Ownership,
    People,
    Person,
    Pipeline,
    Plan,
    PolicySettings,
    Position,
    Pricing,
    Risk,
    Role,
    Route,
    Service,
    Source,
    SourceLine,
    Stages,
    Step,
    Supplier,
    VatBasis,
)

_CONTROL = "".join(map(chr, [*range(0x20), 0x7F, 0xFFFE, 0xFFFF]))

names: SearchStrategy[str] = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROL), max_size=12
) | st.sampled_from(
    ["Tea", "Ünïcode ☕", "שלום", "a̐é", "=1+1", "<b>bold</b>", "&amp;", '"quoted"', "%s{}", "\u202eabc", "👩‍🚒"]
)
"""One line of text in any script, with what markup, formulas and formats would trip over."""

texts: SearchStrategy[str] = st.builds("\n\t".join, st.lists(names, max_size=3))
fractions: SearchStrategy[float] = st.floats(0, 1) | st.integers(0, 10_000).map(lambda n: n / 10_000)
money: SearchStrategy[Decimal] = st.decimals(0, Decimal("9999999999999.99"), places=2)
months: SearchStrategy[int] = st.integers(0, 1200)
dates: SearchStrategy[date] = st.dates(date(1, 1, 1))
positions: SearchStrategy[Position] = st.builds(Position, evolution=fractions, visibility=fractions)


def tuples(elements: SearchStrategy[object], most: int = 2) -> SearchStrategy[tuple[object, ...]]:
    return st.lists(elements, max_size=most).map(tuple)


_ODD = (
    "tea",
    "Tea",
    "L1",
    "C1",
    " ",
    "\u00e9",
    "e\u0301",
    "☕",
    "a b",
    "../x",
    "=1+1",
    "<i>",
    "0",
    "-1",
    "null",
    "\u202e",
)
_POOL = tuple(Id(f"{odd}{number or ''}") for number in range(6) for odd in _ODD)
_offsets = st.builds(LabelOffset, right=st.floats(-2000, 2000), down=st.floats(-2000, 2000))
_evolves = st.builds(Evolve, evolution=fractions, by=st.none() | dates, name=names, label=st.none() | _offsets)
_looks = st.builds(Look, style=st.none() | st.sampled_from(MapStyle), hides_evolution=st.booleans(), top=names)
_sources = st.builds(Source, lines=st.lists(st.builds(SourceLine, text=names), max_size=3).map(tuple))
_inertias = st.builds(
    Inertia, text=texts, kind=st.none() | st.sampled_from(InertiaKind), level=st.integers(1, 3), response=texts
)
_evidence = st.builds(Evidence, found=texts, method=names, participants=st.none() | st.integers(0, 500))
_abouts = st.builds(
    About,
    summary=names,
    author=names,
    on=st.none() | dates,
    scope=names,
    credit=texts,
    licence=names,
    notice=texts,
)
_stages = st.builds(
    lambda cuts, titles: Stages(lines=tuple(cut / 1000 for cut in sorted(cuts)), names=tuple(titles)),
    st.lists(st.integers(1, 999), min_size=3, max_size=3, unique=True),
    st.lists(names, min_size=4, max_size=4),
)

# Named once: hypothesis looks at a strategy anew each time that it is built.
_kinds = st.sampled_from([kind.id for kind in KINDS])
_types = st.none() | st.sampled_from(ComponentType)
_methods = st.none() | st.sampled_from(Method)
_pricings = st.none() | st.sampled_from(Pricing)
_roles = st.sampled_from(Role)
_routes = st.sampled_from(Route)
_extensions = st.sampled_from(ExtensionMode)
_ownerships = st.sampled_from(Ownership)
_integrators = st.sampled_from(Integrator)
_maybe_fractions = st.none() | fractions
_maybe_money = st.none() | money
_maybe_months = st.none() | months
_maybe_dates = st.none() | dates
_maybe_positions = st.none() | positions
_maybe_evolves = st.none() | _evolves
_maybe_inertias = st.none() | _inertias
_maybe_offsets = st.none() | _offsets
_places = tuples(positions)
_colours = st.none() | st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True)
_codes = tuples(st.builds(Code, id=names, label=names), most=1)
_kpis = tuples(st.builds(Kpi, name=names, target=texts), most=1)
_risks = tuples(st.builds(Risk, text=texts, likelihood=st.integers(1, 5)), most=1)
_explanations = tuples(st.builds(Explanation, check=names, text=texts, on=st.none() | dates), most=1)
_maybe_looks = st.just(Look()) | _looks
_maybe_sources = st.none() | _sources
_flows = st.none() | st.sampled_from(Flow)
_people = st.sampled_from(People)
_maybe_abouts = st.just(About()) | _abouts
_maybe_stages = st.just(Stages()) | _stages
_coins = st.booleans()


def some_of(ids: Sequence[Id], most: int = 3) -> SearchStrategy[tuple[Id, ...]]:
    """A few of these ids, none of them twice."""
    return st.lists(st.sampled_from(ids), unique=True, max_size=most).map(tuple) if ids else st.just(())


def maybe(ids: Sequence[Id]) -> SearchStrategy[Id | None]:
    """One of these ids, or None."""
    return st.none() | st.sampled_from(ids) if ids else st.none()


class _Ids:
    """Ids that no two records of a document share, from a pool that begins anywhere."""

    def __init__(self, draw: DrawFn) -> None:
        first = draw(st.integers(0, len(_POOL) - 1))
        self._draw = draw
        self._left = [*_POOL[first:], *_POOL[:first]]

    def take(self, most: int, least: int = 0) -> list[Id]:
        number = self._draw(st.integers(least, most))
        taken, self._left = self._left[:number], self._left[number:]
        return taken


@st.composite
def documents(draw: DrawFn, most_components: int = 6) -> Document:
    """A sound document: components of every kind, links, pipelines, plans with shared members, and all the rest."""
    ids = _Ids(draw)
    component_ids, pipeline_ids = ids.take(most_components), ids.take(2)
    components = _components(draw, component_ids, pipeline_ids)
    pipelines = {id: _pipeline(draw, id, component_ids) for id in pipeline_ids} if component_ids else {}
    links = {id: _link(draw, id, component_ids) for id in ids.take(4)} if len(component_ids) > 1 else {}
    people = {id: draw(st.builds(Person, id=st.just(id), name=names, email=names)) for id in ids.take(2)}
    suppliers = {id: draw(st.builds(Supplier, id=st.just(id), name=names, note=texts)) for id in ids.take(2)}
    whole = Document(components=components, pipelines=pipelines, links=links, people=people, suppliers=suppliers)
    plans = {id: _plan(draw, id, whole, ids.take(3)) for id in ids.take(2, least=1)}
    return whole.but(
        title=draw(names),
        about=draw(_maybe_abouts),
        stages=draw(_maybe_stages),
        notes={id: _note(draw, id, component_ids) for id in ids.take(2)},
        annotations={id: _annotation(draw, id) for id in ids.take(2)},
        annotations_at=draw(_maybe_positions),
        accelerators={id: _accelerator(draw, id) for id in ids.take(1)},
        attitudes={id: _attitude(draw, id) for id in ids.take(1)},
        look=draw(_maybe_looks),
        source=draw(_maybe_sources),
        service=_service(draw, list(people)),
        steps={
            id: _step(draw, id, [*component_ids, *links, *plans[next(iter(plans))].contracts]) for id in ids.take(2)
        },
        plans=plans,
        active_plan=draw(st.sampled_from(list(plans))),
    )


def _components(draw: DrawFn, ids: Sequence[Id], pipelines: Sequence[Id]) -> dict[Id, Component]:
    return {
        id: Component(
            id=id,
            name=draw(names),
            evolution=draw(fractions),
            visibility=draw(fractions),
            kind=draw(_kinds),
            pipeline=draw(maybe(pipelines)),
            evolve=draw(_maybe_evolves),
            **(_of_component(draw, ids) if draw(_coins) else {}),
        )
        for id in ids
    }


def _of_component(draw: DrawFn, components: Sequence[Id]) -> dict[str, object]:
    """The rest of what there is to say about a component."""
    return {
        "method": draw(_methods),
        "inertia": draw(_maybe_inertias),
        "in_house": draw(_coins),
        "legacy": draw(_coins),
        "type": draw(_types),
        "constraint": draw(_coins),
        "locked": draw(_coins),
        "description": draw(texts),
        "needs": draw(tuples(_needs(components), most=1)),
        "label": draw(_maybe_offsets),
    }


def _needs(components: Sequence[Id]) -> SearchStrategy[Need]:
    return st.builds(
        Need, id=st.sampled_from(_POOL), need=texts, met_by=some_of(components), evidence=tuples(_evidence)
    )


def _pipeline(draw: DrawFn, id: Id, components: Sequence[Id]) -> Pipeline:
    start, end = draw(_maybe_fractions), draw(_maybe_fractions)
    return Pipeline(id=id, component=draw(st.sampled_from(components)), title=draw(names), start=start, end=end)


def _link(draw: DrawFn, id: Id, components: Sequence[Id]) -> Link:
    source = draw(st.sampled_from(components))
    target = draw(st.sampled_from([component for component in components if component != source]))
    return Link(id=id, source=source, target=target, label=draw(names), flow=draw(_flows), value=draw(names))


def _note(draw: DrawFn, id: Id, components: Sequence[Id]) -> Note:
    return Note(
        id=id,
        text=draw(texts),
        evolution=draw(fractions),
        visibility=draw(fractions),
        component=draw(maybe(components)),
        locked=draw(_coins),
    )


def _step(draw: DrawFn, id: Id, ids: Sequence[Id]) -> Step:
    return Step(id=id, title=draw(names), shows=draw(some_of(ids)))


def _annotation(draw: DrawFn, id: Id) -> Annotation:
    return Annotation(id=id, number=draw(st.integers(1, 999)), text=draw(texts), positions=draw(_places))


def _accelerator(draw: DrawFn, id: Id) -> Accelerator:
    place = draw(positions)
    return Accelerator(
        id=id, name=draw(names), evolution=place.evolution, visibility=place.visibility, slows=draw(_coins)
    )


def _attitude(draw: DrawFn, id: Id) -> Attitude:
    place, size = draw(positions), draw(positions)
    return Attitude(
        id=id,
        people=draw(_people),
        evolution=place.evolution,
        visibility=place.visibility,
        width=size.evolution,
        height=size.visibility,
    )


def _plan(draw: DrawFn, id: Id, document: Document, contract_ids: Sequence[Id]) -> Plan:
    members = [each.id for each in document.components.values() if not each.is_anchor]
    contracts = {ref: _contract(draw, ref, document, draw(some_of(members))) for ref in contract_ids}
    times = [member for contract in contracts.values() for member in contract.members]
    return Plan(
        id=id,
        title=draw(names),
        summary=draw(texts),
        integrator=draw(_integrators),
        contracts=contracts,
        interfaces={link: _interface(draw, link) for link in draw(some_of(list(document.links)))},
        explanations=draw(_explanations),
        shared=tuple(sorted({member for member in times if times.count(member) > 1})),
    )


def _contract(draw: DrawFn, id: Id, document: Document, members: tuple[Id, ...]) -> Contract:
    return Contract(
        id=id,
        ref=draw(names),
        members=members,
        value=draw(_maybe_money),
        owner=draw(maybe(list(document.people))),
        supplier=draw(maybe(list(document.suppliers))),
        **(_of_contract(draw) if draw(_coins) else {}),
    )


def _of_contract(draw: DrawFn) -> dict[str, object]:
    """The rest of what there is to say about a contract."""
    return {
        "title": draw(names),
        "role": draw(_roles),
        "in_house": draw(_coins),
        "method": draw(_methods),
        "pricing": draw(_pricings),
        "term_months": draw(_maybe_months),
        "extension_mode": draw(_extensions),
        "start": draw(_maybe_dates),
        "route": draw(_routes),
        "codes": draw(_codes),
        "code_ownership": draw(_ownerships),
        "exit_plan": draw(texts),
        "kpis": draw(_kpis),
        "risks": draw(_risks),
        "colour": draw(_colours),
    }


def _interface(draw: DrawFn, link: Id) -> Interface:
    return Interface(link=link, what=draw(texts), standard=draw(texts), owner=draw(names), service_level=draw(texts))


def _service(draw: DrawFn, people: Sequence[Id]) -> Service:
    if draw(_coins):
        return Service()
    limits = PolicySettings(new_work_per_year=draw(_maybe_money), hosting_months=draw(_maybe_months))
    return Service(
        title=draw(names),
        summary=draw(texts),
        sro=draw(maybe(people)),
        currency=draw(st.sampled_from(["GBP", "EUR", "JPY"])),
        vat_basis=draw(st.sampled_from(VatBasis)),
        vat_rate=draw(st.none() | st.decimals(0, 100, places=1)),
        budget=draw(_maybe_money),
        citizen_facing=draw(_coins),
        policy_settings=limits,
        on=draw(_maybe_dates),
        internal_team=InternalTeam(people=draw(st.integers(0, 99)), covers=draw(tuples(names))),
    )
