"""Where sentences begin, before the parser reads: paragraphs, punctuation and datelines tell most of it, and the parser
keeps to what they tell. By itself it begins sentences inside names where a headline or a short title stands before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.parse.datelines import read_credits, read_dateline
from kg.parse.sentence_ends import sentence_starts

DATELINES = "kg.datelines"
"""Key in `Doc.spans`: the datelines, each a sentence by itself."""
TOWNS = "kg.datelines.places"
"""Key in `Doc.spans`: the places that datelines name."""
CREDITS = "kg.credits"
"""Key in `Doc.spans`: bylines and sign-offs, each a sentence by itself."""

MARKS = {True: 1, None: 0, False: -1}
"""How `Doc.from_array` takes what `Token.is_sent_start` tells; setting that goes through the whole Doc each time."""


@Language.component("kg_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Set `is_sent_start` where it is sure, and the spans of datelines and credit lines.

    A paragraph begins a sentence. White space never does (it closes the sentence before it). A dateline is a sentence
    by itself, since it would bend the parse of the one it stands before, and so is a credit line.
    """
    places: list[int] = []
    words: list[str] = []
    gaps: list[str] = []
    lines: list[int] = []
    gap, offset = "\n", 0
    for token in doc:
        text, blank = token.text, token.whitespace_
        if text.isspace():
            gap += text + blank
        else:
            if "\n" in gap:
                lines.append(offset)
            places.append(token.i)
            words.append(text)
            gaps.append(gap)
            gap = blank
        offset += len(text) + len(blank)
    if not places:
        return doc
    starts = [MARKS[False]] * len(doc)
    for place, start in zip(places, sentence_starts(words, gaps), strict=True):
        starts[place] = MARKS[start]
    text = doc.text
    datelines = [found for line in lines if (found := read_dateline(text, line)) is not None]
    _set_apart(doc, DATELINES, ((found.start, found.end) for found in datelines), starts)
    _set_apart(doc, CREDITS, read_credits(text), starts)
    towns = [span for found in datelines for town in found.places if (span := _span(doc, *town)) is not None]
    if towns:
        doc.spans[TOWNS] = towns
    starts[0] = MARKS[True]
    column: Any = np.array(starts, dtype=np.int64).astype(np.uint64).reshape(-1, 1)  # the stubs know no arrays of numpy
    return doc.from_array(["SENT_START"], column)


def _set_apart(doc: Doc, key: str, ranges: Iterable[tuple[int, int]], starts: list[int]) -> None:
    """Note ranges of code points under `key` and make sentences of them in `starts`."""
    spans = [span for found in ranges if (span := _span(doc, *found)) is not None]
    for span in spans:
        starts[span.start : span.end] = [MARKS[True], *[MARKS[False]] * (len(span) - 1)]
        after = next((token.i for token in doc[span.end :] if not token.is_space), None)
        if after is not None:
            starts[after] = MARKS[True]
    if spans:
        doc.spans[key] = spans


def _span(doc: Doc, start: int, end: int) -> Span | None:
    """The words of a range of code points, without white space behind."""
    span = doc.char_span(start, end, alignment_mode="contract")
    while span is not None and len(span) > 1 and span[-1].is_space:
        span = span[: len(span) - 1]
    return span
