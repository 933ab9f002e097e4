"""What is kept of an article's wording, so that copies can be found without reading the texts again."""

from __future__ import annotations

import re
from typing import NamedTuple, Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

PLAIN, FIGURE, NAME = range(3)
"""Kinds of words. Reports made from one template differ in figures and names, reprints of one report do not."""
CODE_BITS = 14
"""Two different words share a code once in 16,384 times; words are only ever compared in runs of three and more, or as
one of several names, so that a chance hit decides nothing. With the kind a word takes 16 bits."""
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_][^\W_]*")
"""A number apart from letters behind it, since `1.2bn` of one paper is `1.2 billion` of the other."""
DIGIT = re.compile(r"\d")
CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December".split()
)
"""Figures too: what a template says of another day is another story. "May" is left to the names, with its homonym."""
NUMERALS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(),
        map(str, (*range(2, 21), *range(30, 100, 10))),
        strict=True,
    )
)
"""House styles write out numbers up to different ones. "One" is no numeral as often as it is."""

Codes = NDArray[np.uint64]


class Wording(NamedTuple):
    """The words of a text in order: codes (equal words have equal ones) and kinds, two arrays of one length."""

    codes: Codes
    kinds: Codes

    @classmethod
    def read(cls, sketch: bytes) -> Self:
        """From what `signature` gave."""
        packed = np.frombuffer(sketch, "<u2").astype(np.uint64)
        return cls(packed & np.uint64((1 << CODE_BITS) - 1), packed >> np.uint64(CODE_BITS))


def signature(text: str) -> bytes:
    """The words of `text` in order, two bytes each (unsigned, little-endian): kind in the upper 2 bits, code below.

    Punctuation and white space do not count. Case tells names only: a word is one when it has a capital and never
    stands in lower case in the same text, wherever it stands in its sentence.
    """
    words = WORD.findall(text)
    vocabulary = set(words)
    lower = {word for word in vocabulary if word.islower()}
    shouted = 2 * len(lower) < len({word.casefold() for word in vocabulary if not word[0].isdigit()})
    packed: dict[str, int] = {}
    for word in vocabulary:
        form = word.casefold()
        form = NUMERALS.get(form) or form.replace(",", "")
        if DIGIT.search(form) or word in CALENDAR:
            kind = FIGURE
        else:
            kind = NAME if word[0].isupper() and form not in lower and not shouted else PLAIN
        packed[word] = kind << CODE_BITS | crc32(form.encode("utf-8", "surrogatepass")) & (1 << CODE_BITS) - 1
    return np.array([packed[word] for word in words], "<u2").tobytes()
