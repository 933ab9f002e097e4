"""Quotations: which words stand between quotation marks, and who says them where the parse does not tell."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc, Token

from kg.parse.assertion import SAYING
from kg.parse.subjects import surface_subject

QUOTATION = re.compile(r"“[^“”\n]{12,}(?:”|$)|(?<!\w)\"[^\"\n]{12,}\"(?!\w)", re.MULTILINE)
"""Typographic marks, or straight ones; a shorter stretch quotes a word or two, not what somebody said."""


class Quotations:
    """Stretches of quoted speech in a Doc."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._spans = [match.span() for match in QUOTATION.finditer(doc.text)]
        self._starts = [start for start, _ in self._spans]

    def around(self, token: Token) -> tuple[int, int] | None:
        """Characters [start, end) of the quotation that a token stands in."""
        index = bisect_right(self._starts, token.idx) - 1
        if index >= 0 and token.idx < self._spans[index][1]:
            return self._spans[index]
        return None

    def speakers(self, token: Token) -> list[Token]:
        """Subjects of the verb of saying beside the quotation: in the sentences it touches, the nearest one outside."""
        span = self.around(token)
        if span is None:
            return []
        touched = self._doc.char_span(*span, alignment_mode="expand")
        if touched is None:
            return []
        start, end = touched[0].sent.start, touched[-1].sent.end
        if end < len(self._doc) and self._doc[end - 1].idx < span[1]:
            end = self._doc[end].sent.end
        verbs = [
            word
            for word in self._doc[start:end]
            if word.pos_ == "VERB" and word.lemma_.lower() in SAYING and self.around(word) is None
        ]
        if not verbs:
            return []
        nearest = min(verbs, key=lambda v: min(abs(v.idx - span[0]), abs(v.idx - span[1])))
        return surface_subject(nearest)
