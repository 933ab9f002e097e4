"""Short forms of names: those that the text defines in brackets, and first letters.

Definitions after Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
(Pacific Symposium on Biocomputing 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.story import Node
from kg.gazetteer.names import normalise
from kg.model import EntityType

LONGEST_SHORT = 10
"""Characters of a short form at most (Schwartz and Hearst)."""

FEWEST = 3
"""Letters of a short form that need not be those of the long one, at least: two are often a code."""

FARTHEST = 6
"""Tokens between a name and the other name given for it, at most."""

KNOWN_AS = frozenset(
    """known as|also known as|better known as|widely known as|commonly known as|formerly|formerly known as
    |formerly called|nicknamed|also called|who is known as|which is known as|best known as""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Words between two names of one thing."""

SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "&"})
LEGAL_FORMS = frozenset("inc corp corporation company co ltd plc llc ag sa se nv gmbh group limited".split())
"""As `normalise` leaves them."""


def definitions(nodes: Sequence[Node]) -> dict[str, Node]:
    """Names by the other name that the text gives for them: in brackets ("Varna Air Lines (VRN)"), or in words
    ("X, also known as Y")."""
    found: dict[str, Node] = {}
    for long, short in pairwise(sorted(nodes, key=lambda n: n.start)):
        if short.start - long.end <= FARTHEST and _defines(long, short):
            found.setdefault(short.text, long)
    return found


def _defines(long: Node, short: Node) -> bool:
    doc, gap = long.head.doc, short.start - long.end
    if gap < 1 or (long.kb and short.kb and long.kb != short.kb):
        return False
    if gap == 1 and doc[long.end].text == "(":
        return abbreviates(short.text, long.text) or _foreign_letters(long, short)
    if long.type is not short.type or long.demonym or short.demonym:
        return False
    between = " ".join(doc[i].lower_ for i in range(long.end, short.start) if not doc[i].is_punct)
    return between in KNOWN_AS or (between == "or" and doc[long.end].text == "," and short.text.isupper())


def _foreign_letters(long: Node, short: Node) -> bool:
    """An organisation's letters in its own language behind its name in English: "Party for Freedom (PVV)"."""
    alike = long.type is short.type is EntityType.ORGANIZATION and " " in long.text and not long.text.isupper()
    closed = short.end < len(short.head.doc) and short.head.doc[short.end].text == ")"
    letters = short.text.isalpha() and short.text.isupper() and FEWEST <= len(short.text) <= LONGEST_SHORT
    return alike and closed and letters and short.kb is None


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
    words = [word for word in name.replace("-", " ").split() if word.lower() not in SMALL_WORDS and word[:1].isupper()]
    bare = [word for word in words if normalise(word) not in LEGAL_FORMS]
    return {"".join(word[0] for word in each) for each in (words, bare) if len(each) > 1}
