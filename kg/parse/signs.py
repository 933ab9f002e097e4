"""Signs: what every expression of a kind holds, found far quicker than the expression itself. Most text is nowhere near
one, so that a grammar of many patterns need only be tried around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

REACH = 50
"""Code points around a sign that an expression and the words beside it may take: more than the longest does."""


def surroundings(text: str, signs: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Stretches [start, end) of `text`, apart from each other and in order, that reach REACH code points beyond what
    `signs` matches."""
    start = end = -1
    for sign in signs.finditer(text):
        if sign.start() - REACH > end:
            if end >= 0:
                yield start, end
            start = max(0, sign.start() - REACH)
        end = sign.end() + REACH
    if end >= 0:
        yield start, end


def spelled(words: str) -> re.Pattern[str]:
    """The words in the spellings of running text, one branch for each first letter: IGNORECASE would take twice the
    time, and so would a branch for each word."""
    by_first: dict[str, list[str]] = {}
    for form in sorted({form for word in words.split() for form in (word, word.capitalize(), word.upper())}):
        by_first.setdefault(form[0], []).append(form[1:])
    branches = (f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return re.compile(f"(?:{'|'.join(branches)})")
