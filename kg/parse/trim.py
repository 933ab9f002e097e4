"""Clean ends for the recogniser's names: it takes line breaks, "the", possessives and full stops along."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
UNNAMED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL", "QUANTITY", "LANGUAGE"})
"""Labels whose spans need no capital."""


def trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Token range without white space, articles, possessives and punctuation at its ends; may be empty."""
    while start < end and (
        doc[start].is_space
        or doc[start].text in POSSESSIVES
        or (doc[start].is_punct and doc[start].text not in "([")
        or (doc[start].lower_ in ARTICLES and (doc[start].is_lower or label != "WORK_OF_ART") and start + 1 < end)
    ):
        start += 1
    while end > start and (
        doc[end - 1].is_space
        or doc[end - 1].text in POSSESSIVES
        or (doc[end - 1].is_punct and doc[end - 1].text not in ")]%")
    ):
        end -= 1
    return start, end


@Language.component("kg_trim")
def trim_names(doc: Doc) -> Doc:
    """Clean every entity span; of a span with a line break inside, its longest line stays (the first of equals).

    A name without any capital or digit ("boycotts") is none.
    """
    kept = []
    for span in doc.ents:
        pieces = []
        start = span.start
        for i in range(span.start, span.end + 1):
            if i == span.end or "\n" in doc[i].text:
                pieces.append(trim(doc, start, i, span.label_))
                start = i + 1
        best = max(pieces, key=lambda piece: piece[1] - piece[0])
        named = span.label_ in UNNAMED or any(char.isupper() or char.isdigit() for char in span.text)
        if best[0] < best[1] and named:
            kept.append(Span(doc, best[0], best[1], label=span.label_))
    doc.ents = tuple(kept)
    return doc
