"""Short forms of names: those that the text defines in brackets, and first letters.

Definitions after Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
(Pacific Symposium on Biocomputing 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.story import Node
from kg.gazetteer.names import normalise

LONGEST_SHORT = 10
"""Characters of a short form at most (Schwartz and Hearst)."""

SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "&"})
LEGAL_FORMS = frozenset("inc corp corporation company co ltd plc llc ag sa se nv gmbh group limited".split())
"""As `normalise` leaves them."""


def definitions(nodes: Sequence[Node]) -> dict[str, Node]:
    """Names by the short form that the text gives for them in brackets: "Varna Air Lines (VRN)"."""
    found: dict[str, Node] = {}
    for long, short in pairwise(sorted(nodes, key=lambda n: n.start)):
        if short.start == long.end + 1 and long.head.doc[long.end].text == "(" and abbreviates(short.text, long.text):
            found.setdefault(short.text, long)
    return found


def abbreviates(short: str, long: str) -> bool:
    """Whether `short` is a word whose letters come in `long` in order, the first at the beginning of a word."""
    if " " in short or not len(short) < len(long) or len(short) > LONGEST_SHORT:
        return False
    left, text = len(long), long.lower()
    for index, letter in reversed([*enumerate(short.lower())]):
        if letter.isalnum():
            left = text.rfind(letter, 0, left)
            while index == 0 and left > 0 and text[left - 1].isalnum():
                left = text.rfind(letter, 0, left)
            if left < 0:
                return False
    return True


def initials(name: str) -> set[str]:
    """The first letters of the capitalised words of a name of several, with and without legal forms."""
    words = [word for word in name.split() if word.lower() not in SMALL_WORDS and word[:1].isupper()]
    bare = [word for word in words if normalise(word) not in LEGAL_FORMS]
    return {"".join(word[0] for word in each) for each in (words, bare) if len(each) > 1}
