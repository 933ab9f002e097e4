"""Names in datelines: the recogniser takes towns in capitals for firms and persons, and reads on past the dash."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.parse.sentences import DATELINES, TOWNS


@Language.component("kg_datelines")
def mark_towns(doc: Doc) -> Doc:
    """Give the places of datelines the label GPE, and end other names with the dateline ("OSLO - Liberal" MPs)."""
    if DATELINES not in doc.spans:
        return doc
    towns = [Span(doc, span.start, span.end, label="GPE") for span in doc.spans.get(TOWNS, ())]
    taken = {index for span in towns for index in range(span.start, span.end)}
    edges = {edge for span in doc.spans[DATELINES] for edge in (span.start, span.end)}
    others = [
        piece for ent in doc.ents for piece in _pieces(ent, edges) if taken.isdisjoint(range(piece.start, piece.end))
    ]
    doc.ents = tuple(sorted([*towns, *others]))
    return doc


def _pieces(ent: Span, edges: set[int]) -> Iterator[Span]:
    """A name cut at the edges of datelines. What is left of it behind one must begin with a capital."""
    start = ent.start
    for index in range(ent.start + 1, ent.end + 1):
        if index in edges or index == ent.end:
            if start == ent.start or ent.doc[start].text[:1].isupper():
                yield Span(ent.doc, start, index, label=ent.label_)
            start = index
