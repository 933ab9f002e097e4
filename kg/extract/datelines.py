"""What datelines and credit lines give: the towns are places, and nothing is claimed ("RIGA/TALLINN (Wire) -")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.drafts import Draft
from kg.extract.story import Node
from kg.gazetteer import Gazetteer
from kg.model import EntityType
from kg.parse.sentences import CREDITS, DATELINES, TOWNS

PLACED = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def place_datelines(doc: Doc, nodes: Sequence[Node], gazetteer: Gazetteer) -> None:
    """What a dateline names in capitals is the place that the gazetteer knows by its usual spelling."""
    towns = {(span.start, span.end) for span in doc.spans.get(TOWNS, ())}
    for node in nodes:
        if (node.start, node.end) in towns and node.kb is None:
            node.type = EntityType.PLACE
            for entry in gazetteer.lookup(node.text.title() if node.text.isupper() else node.text):
                if entry.type in PLACED:
                    node.kb, node.type = entry.id, entry.type
                    break


def without_asides(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that a dateline, byline or sign-off makes."""
    asides = [span for key in (DATELINES, CREDITS) for span in doc.spans.get(key, ())]
    if not asides:
        return list(drafts)
    covered = {index for span in asides for index in range(span.start, span.end)}
    return [d for d in drafts if covered.isdisjoint((d.trigger[0], d.subject.start, d.object.start))]
