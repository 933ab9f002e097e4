"""Folding: what stays of a name when spelling and transliteration are taken away. For finding pairs that a person is
asked about, never for joining: two names that fold alike may well be two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

RESPELLED = (
    *(("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("dh", "d")),
    *(("th", "t"), ("ck", "k"), ("ks", "x"), ("oe", "o"), ("ae", "a"), ("ue", "u"), ("ou", "u"), ("oo", "u")),
    *(("ee", "i"), ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k")),
)
"""Ways to write one sound, the longer first; they are many because English papers follow no single system for names
from Russian, Ukrainian, Arabic or German."""
DOUBLED = re.compile(r"([^\W\d_])\1+")
LINKING = frozenset("of the and for in on at to de la le du des del der das di da".split())
"""Words that an acronym leaves out."""


def fold(word: str) -> str:
    """A normalised word, or words, without what differs between spellings: "sergey" and "sergei" -> "sergei"."""
    for written, sound in RESPELLED:
        word = word.replace(written, sound)
    return DOUBLED.sub(r"\1", word)


def without_a_letter(word: str) -> Iterator[str]:
    """The word, and what is left of it without any one of its letters: two words that differ by one letter more, less
    or changed have one of these in common (Garbe's SymSpell looks words up so)."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def initials(words: Sequence[str]) -> frozenset[str]:
    """The first letters of a name's words, with and without those of linking words."""
    telling = [word for word in words if word not in LINKING]
    return frozenset("".join(word[0] for word in some) for some in (words, telling))


def compatible_given(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of given names may be one person's: each name of the shorter list, in its order, is in the
    other, or its initial is; the first names must go together. "j" and "john", "john" and "john paul", "jk" and
    "joanne kathleen" do; "john" and "paul" do not, nor do "john a" and "john b"."""
    few, many = sorted((one, other), key=len)
    if len(few) == 1 and few[0] == "".join(name[0] for name in many):
        return True
    if not few or not goes_with(few[0], many[0]):
        return False
    left = iter(many)
    return all(any(goes_with(name, found) for found in left) for name in few)


def goes_with(one: str, other: str) -> bool:
    """Whether two given names are equal when folded, or one is the other's initial."""
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return fold(one) == fold(other)
