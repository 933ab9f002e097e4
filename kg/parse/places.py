"""Cities that the recogniser takes for something else, told by where they stand: "in Tartu", "Bergen, Norway"."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.gazetteer import cities

BEFORE = frozenset({"in", "near", "outside", "around"})
MISTAKEN = frozenset({"ORG", "PERSON", "NORP", "PRODUCT", "FAC", "WORK_OF_ART", "EVENT"})


@Language.component("kg_places")
def mark_cities(doc: Doc) -> Doc:
    """Give the label GPE to names of cities of more than 100,000 people that stand where a place does.

    Names that the gazetteer has given an id are left alone: it knows.
    """
    entities = list(doc.ents)
    for n, span in enumerate(entities):
        follower = entities[n + 1] if n + 1 < len(entities) else None
        if span.label_ in MISTAKEN and not span.id_ and is_placed(span, follower) and cities(span.text):
            entities[n] = Span(doc, span.start, span.end, label="GPE")
    doc.ents = tuple(entities)
    return doc


def is_placed(span: Span, follower: Span | None) -> bool:
    """Whether a word like "in" stands before it, or a comma and a larger place behind it."""
    doc = span.doc
    if span.start and doc[span.start - 1].lower_ in BEFORE:
        return True
    enclosed = follower is not None and follower.label_ == "GPE" and follower.start == span.end + 1
    return enclosed and doc[span.end].text == ","
