from __future__ import annotations

from maps import a_map, component, contract, link, sample, scene

from mapper.drawing.draw import Show, page
from mapper.drawing.legend import blocks
from mapper.drawing.marks import Text
from mapper.model import Document, Evolve, Id, Inertia, Method, Pipeline, Pricing


def _words(document: Document, show: Show | None = None) -> list[str]:
    return [
        f"{row.strong} {row.words}".strip() for block in blocks(scene(document, show or Show())) for row in block.rows
    ]


def test_a_plain_map_has_no_legend() -> None:
    document = a_map([component("a", 0.2, 0.8), component("b", 0.5, 0.5)], [link("a", "b")])
    assert blocks(scene(document)) == ()
    assert "legend" not in page(scene(document))


def test_only_the_payments_that_contracts_have_are_listed_in_one_order() -> None:
    parts = [component(name, 0.2 * at, 0.5) for at, name in enumerate("abc", 1)]
    made = [
        contract("C1", "a", pricing=Pricing.PAY_PER_USE),
        contract("C2", "b", pricing=Pricing.TIME_AND_MATERIALS_CAPPED),
        contract("C3", "c", pricing=Pricing.SUBSCRIPTION),
    ]
    words = _words(a_map(parts, contracts=made))
    assert [word for word in words if word in {"Fixed price", "By outcome"}] == []
    listed = [word for word in words if word in {"Time and materials", "Subscription", "Unit price or utility"}]
    assert listed == ["Time and materials", "Subscription", "Unit price or utility"]


def test_payment_is_left_out_while_no_contract_has_decided_it() -> None:
    document = a_map([component("a", 0.2, 0.5)], contracts=[contract("C1", "a")])
    assert not any("ricing" in word for word in _words(document))


def test_only_the_methods_on_the_map_are_listed() -> None:
    document = a_map([component("a", 0.05, 0.5)], contracts=[contract("C1", "a", method=Method.RENT)])
    assert [word for word in _words(document) if word.split()[0] in {"Build", "Rent", "Use"}] == [
        "Rent off the shelf, lean"
    ]


def test_a_contract_without_members_explains_nothing() -> None:
    document = a_map([component("a", 0.2, 0.5)], contracts=[contract("C1", pricing=Pricing.FIXED_PRICE)])
    assert _words(document) == []


def test_links_are_explained_only_where_both_kinds_tell_something() -> None:
    parts = [component(name, 0.2 * at, 0.5) for at, name in enumerate("abc", 1)]
    inside = a_map(parts, [link("a", "b")], [contract("C1", "a", "b")])
    assert "Stays inside one contract" in _words(inside)
    assert "Crosses a contract boundary" not in _words(inside)
    out = a_map(parts, [link("a", "c")], [contract("C1", "a", "b")])
    assert "Crosses a contract boundary" in _words(out)
    assert "Interface, as in the register" not in _words(out)
    between = a_map(parts, [link("a", "c")], [contract("C1", "a"), contract("C2", "c")])
    assert "Interface, as in the register" in _words(between)


def test_symbols_are_explained_once_they_are_used() -> None:
    parts = [
        component("evolving", 0.2, 0.5, evolve=Evolve(evolution=0.5), inertia=Inertia()),
        component("bazaar", 0.4, 0.5, kind="market"),
        component("choice", 0.4, 0.2, pipeline="choices"),
    ]
    pipelines = {"choices": Pipeline(id=Id("choices"), component=Id("evolving"))}
    words = _words(a_map(parts, pipelines=pipelines))
    assert words == ["Expected to evolve", "Inertia: resists evolving", "Pipeline of choices", "Market"]
    assert "Expected to evolve" not in _words(a_map(parts, pipelines=pipelines), Show(evolve=False))


def test_the_odd_method_is_explained_where_a_member_differs_from_its_contract() -> None:
    parts = [component("a", 0.1, 0.5, method=Method.BUILD), component("b", 0.9, 0.5, method=Method.USE)]
    same = a_map(parts[:1], contracts=[contract("C1", "a")])
    assert "Done differently from its contract" not in _words(same)
    differing = a_map(parts, contracts=[contract("C1", "a", "b", method=Method.BUILD)])
    assert "Done differently from its contract" in _words(differing)


def test_what_the_legend_says_is_drawn_within_its_cards() -> None:
    parts = [component("a", 0.2, 0.5), component("b", 0.6, 0.5)]
    shown = scene(a_map(parts, [link("a", "b")], [contract("C1", "a", pricing=Pricing.OUTCOME), contract("C2", "b")]))
    texts = [mark for mark in page(shown)["legend"].marks if isinstance(mark, Text)]
    assert {"By outcome", "OUT", "How it is done"} <= {text.text for text in texts}
    assert all(any(card.box.holds(text.x, text.y) for card in shown.layout.legend) for text in texts)


def test_a_legend_below_the_map_is_a_low_band_as_wide_as_the_plot_and_holds_all_its_words() -> None:
    shown = scene(sample("childcare-licensing", "small-contracts"))
    (band,) = shown.layout.legend
    assert (band.box.left, band.box.right) == (shown.frame.left, shown.frame.right)
    texts = [mark for mark in page(shown)["legend"].marks if isinstance(mark, Text)]
    assert all(band.box.holds(text.x, text.y) for text in texts)
    rows = [row for block in blocks(shown) for row in block.rows]
    assert len([text for text in texts if text.text in {row.words for row in rows}]) == len(rows)
    lines = {text.y for text in texts if text.text in {row.words for row in rows}}
    assert len(lines) < max(len(block.rows) for block in blocks(shown))
