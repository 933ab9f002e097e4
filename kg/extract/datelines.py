"""Datelines: the town in capitals before the text of a report, and the agency in brackets behind it."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extract.story import Node
from kg.gazetteer import Gazetteer
from kg.model import EntityType

DASHES = frozenset({"-", "–", "—", "--"})
DATELINE = 7
"""Words behind a town within which the dash of a dateline stands."""

LONGEST_TOWN = 4
"""Words of the name of a town."""


def place_datelines(doc: Doc, nodes: list[Node], gazetteer: Gazetteer) -> None:
    """ "LIMA (Reuters) -", "OSLO, Norway —": what stands in capitals before the text of a paragraph is a town, whatever
    the recogniser takes it for."""
    for node in nodes:
        if node.kb is None and node.text.isupper() and node.end - node.start <= LONGEST_TOWN and _dates(doc, node):
            node.type = EntityType.PLACE
            for entry in gazetteer.lookup(node.text.title()):
                if entry.type in {EntityType.PLACE, EntityType.COUNTRY}:
                    node.kb, node.type = entry.id, entry.type
                    break


def _dates(doc: Doc, node: Node) -> bool:
    opens = node.start == 0 or "\n" in doc[node.start - 1].text
    after = [word.text for word in doc[node.end : node.end + DATELINE] if not word.is_space]
    if not opens or not after:
        return False
    return after[0] in DASHES or (after[0] in {"(", ",", "/"} and not DASHES.isdisjoint(after))
