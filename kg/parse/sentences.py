"""Where sentences begin, before the parser reads: paragraphs, punctuation and datelines tell most of it, and the parser
keeps to what they tell. By itself it begins sentences inside names where a headline or a short title stands before."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.parse.datelines import Dateline, read_credits, read_dateline
from kg.parse.sentence_ends import sentence_starts

DATELINES = "kg.datelines"
"""Key in `Doc.spans`: the datelines, each a sentence by itself."""
TOWNS = "kg.datelines.places"
"""Key in `Doc.spans`: the places that datelines name."""
CREDITS = "kg.credits"
"""Key in `Doc.spans`: bylines and sign-offs."""


@Language.component("kg_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Set `is_sent_start` where it is sure, and the spans of datelines and credit lines.

    A paragraph begins a sentence. White space never does (it closes the sentence before it). A dateline is a sentence
    by itself, since it would bend the parse of the one it stands before, and so is a credit line.
    """
    at = []
    words = []
    gaps = []
    gap = ""
    for token in doc:
        if token.is_space:
            gap += token.text_with_ws
            if token.i:
                token.is_sent_start = False
            continue
        at.append(token.i)
        words.append(token.text)
        gaps.append(gap)
        gap = token.whitespace_
    for place, start in zip(at, sentence_starts(words, gaps), strict=True):
        if place and start is not None:
            doc[place].is_sent_start = start
    datelines = [found for n, place in enumerate(at) if not n or "\n" in gaps[n] if (found := _opens(doc, place))]
    _set_apart(doc, DATELINES, [(found.start, found.end) for found in datelines])
    _set_apart(doc, CREDITS, read_credits(doc.text))
    places = [span for found in datelines for span in found.places]
    if places:
        doc.spans[TOWNS] = [span for place in places if (span := _span(doc, *place)) is not None]
    return doc


def _opens(doc: Doc, place: int) -> Dateline | None:
    return read_dateline(doc.text, doc[place].idx)


def _set_apart(doc: Doc, key: str, ranges: list[tuple[int, int]]) -> None:
    """Make sentences of ranges of code points."""
    spans = [span for found in ranges if (span := _span(doc, *found)) is not None]
    for span in spans:
        for token in span:
            if token.i:
                token.is_sent_start = token.i == span.start
        after = next((token for token in doc[span.end :] if not token.is_space), None)
        if after is not None:
            after.is_sent_start = True
    if spans:
        doc.spans[key] = spans


def _span(doc: Doc, start: int, end: int) -> Span | None:
    """The words of a range of code points, without white space behind."""
    span = doc.char_span(start, end, alignment_mode="contract")
    while span is not None and len(span) > 1 and span[-1].is_space:
        span = span[:-1]
    return span
