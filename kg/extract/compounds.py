"""Names joined by a hyphen that are two: "Halvorsen-Kestrel talks", "Merkel-Blair summit", "Sino-Indian trade"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kg.extract.story import Node
from kg.gazetteer import Gazetteer
from kg.model import EntityType

HYPHENS = frozenset({"-", "–", "—"})

COMBINING = {
    "Anglo": "United Kingdom",
    "Austro": "Austria",
    "Franco": "France",
    "Greco": "Greece",
    "Hispano": "Spain",
    "Indo": "India",
    "Italo": "Italy",
    "Luso": "Portugal",
    "Russo": "Russia",
    "Sino": "China",
    "Turco": "Turkey",
}
"""What countries are called before a hyphen."""


def split_compounds(doc: Doc, nodes: Sequence[Node], gazetteer: Gazetteer) -> list[Node]:
    """The names in order of the text, with those taken apart whose every part is a name by itself: elsewhere in the
    article, or as a country. Others hold together ("Rolls-Royce", "Jean-Luc")."""
    known: dict[str, EntityType] = {}
    for node in nodes:
        known.setdefault(node.text, node.type)
        if node.type is EntityType.PERSON:
            known.setdefault(node.text.split()[-1], node.type)
    found: list[Node] = []
    for node in nodes:
        parts = list(_parts(doc, node, known, gazetteer)) if node.kb is None and not node.text.isalpha() else []
        found.extend(parts or [node])
    found.extend(_forms(doc, found, gazetteer))
    return sorted(found, key=lambda node: node.start)


def _parts(doc: Doc, node: Node, known: dict[str, EntityType], gazetteer: Gazetteer) -> Iterator[Node]:
    joints = [i for i in range(node.start + 1, node.end - 1) if doc[i].text in HYPHENS]
    if not joints or node.type in {EntityType.EVENT, EntityType.WORK}:  # "Russo-Turkish War" is the name of one thing
        return
    made = []
    for start, end in zip([node.start, *(i + 1 for i in joints)], [*joints, node.end], strict=True):
        span = doc[start:end]
        country = _country(span.text, gazetteer, first=start == node.start)
        if country is not None:
            made.append(Node(start, end, span.text, span.root, EntityType.COUNTRY, country, demonym=True))
        elif span.text in known:
            made.append(Node(start, end, span.text, span.root, known[span.text]))
    if len(made) == len(joints) + 1:
        yield from made


def _forms(doc: Doc, nodes: Sequence[Node], gazetteer: Gazetteer) -> Iterator[Node]:
    """Combining forms that the recogniser left outside the name ("Sino-" before "Indian")."""
    countries = {node.start for node in nodes if node.type is EntityType.COUNTRY}
    for start in countries:
        if start > 1 and doc[start - 1].text in HYPHENS and doc[start - 2].text in COMBINING:
            form = doc[start - 2]
            if not any(node.start <= form.i < node.end for node in nodes):
                country = _country(form.text, gazetteer, first=True)
                yield Node(form.i, form.i + 1, form.text, form, EntityType.COUNTRY, country, demonym=True)


def _country(text: str, gazetteer: Gazetteer, *, first: bool) -> str | None:
    """Id of the country that a part of a compound means."""
    name = COMBINING.get(text, text) if first else text
    for entry in (*gazetteer.lookup(name), gazetteer.demonym(text)):
        if entry is not None and entry.type is EntityType.COUNTRY:
            return entry.id
    return None
