"""Quotations: which words stand between quotation marks, and who says them where the parse does not tell."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc, Token

from kg.parse.assertion import SAYING
from kg.parse.subjects import surface_subject

QUOTATION = re.compile(r"“[^“”\n]{12,}(?:”|$)|(?<!\w)\"[^\"\n]{12,}\"(?!\w)", re.MULTILINE)
"""Typographic marks, or straight ones; a shorter stretch quotes a word or two, not what somebody said."""

LONGEST_SPEECH = 4
"""Sentences looked back for who goes on speaking."""


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
        """Subjects of the verb of saying beside the quotation, in the sentences it touches the nearest outside; else
        whoever is named before a colon, or was quoted just before in the same paragraph."""
        span = self.around(token)
        if span is None:
            return []
        touched = self._doc.char_span(*span, alignment_mode="expand")
        if touched is None:
            return []
        named = self._before_colon(touched[0])
        if named is not None:
            return [named]
        start, end = touched[0].sent.start, touched[-1].sent.end
        if end < len(self._doc) and self._doc[end - 1].idx < span[1]:
            end = self._doc[end].sent.end
        for _ in range(LONGEST_SPEECH):
            verbs = self._saying(start, end)
            if verbs:
                nearest = min(verbs, key=lambda v: min(abs(v.idx - span[0]), abs(v.idx - span[1])))
                return surface_subject(nearest)
            earlier = self._quoting_before(start)
            if earlier is None:
                return []
            start, end = earlier  # '"…," X said. "…"': X goes on
        return []

    def _quoting_before(self, start: int) -> tuple[int, int] | None:
        """Tokens of the sentence before token `start`, if it stands in the same paragraph and quotes somebody too."""
        if not start:
            return None
        sentence = self._doc[start - 1].sent
        if "\n" in self._doc.text[sentence.start_char : self._doc[start].idx]:
            return None
        index = bisect_right(self._starts, sentence.end_char - 1) - 1
        quotes = index >= 0 and self._spans[index][1] > sentence.start_char
        return (sentence.start, sentence.end) if quotes else None

    def _saying(self, start: int, end: int) -> list[Token]:
        """Verbs of saying among tokens [start, end), outside quotations."""
        return [
            word
            for word in self._doc[start:end]
            if word.pos_ == "VERB" and word.lemma_.lower() in SAYING and self.around(word) is None
        ]

    def _before_colon(self, mark: Token) -> Token | None:
        """The speaker in 'X: "…"'."""
        index = mark.i - 1
        if index < 1 or self._doc[index].text != ":" or self._doc[index - 1].sent.start > index - 1:
            return None
        before = self._doc[index - 1]
        return before if before.pos_ == "PROPN" and before.sent.root.pos_ == "PROPN" else None
