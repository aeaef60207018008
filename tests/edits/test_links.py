"""Links, once each."""

from mapper.edits import add_link, flip_flow, reverse_links
from mapper.model import Component, Document, Flow, Id

TEA, WATER = Id("tea"), Id("water")
DOCUMENT = Document(
    components={id: Component(id=id, name=id.title(), evolution=0.5, visibility=0.5) for id in (TEA, WATER)}
)


def links(document: Document) -> list[tuple[Id, Id]]:
    return [(link.source, link.target) for link in document.links.values()]


def test_a_link_is_drawn_once_and_never_from_a_component_to_itself() -> None:
    document = add_link(DOCUMENT, TEA, WATER)
    assert links(document) == [(TEA, WATER)]
    assert add_link(document, TEA, WATER) is document
    assert add_link(document, TEA, TEA) is document


def test_a_link_turned_round_never_lies_on_another() -> None:
    one = add_link(DOCUMENT, TEA, WATER)
    assert links(reverse_links(one, one.links)) == [(WATER, TEA)]
    both = add_link(one, WATER, TEA)
    assert reverse_links(both, one.links) is both
    assert sorted(links(reverse_links(both, both.links))) == [(TEA, WATER), (WATER, TEA)]


def test_what_flows_is_turned_round_and_what_flows_both_ways_stays() -> None:
    (link,) = add_link(DOCUMENT, TEA, WATER).links.values()
    document = DOCUMENT.put("links", [link.but(flow=Flow.FORWARD)])
    turned = flip_flow(document, [link.id])
    assert turned.links[link.id].flow is Flow.BACKWARD
    assert flip_flow(turned, [link.id]) == document
    both = DOCUMENT.put("links", [link.but(flow=Flow.BOTH)])
    assert flip_flow(both, [link.id]) is both
