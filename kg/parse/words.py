"""Words of a Doc: by part of speech, read from its arrays, since asking every token of an article takes far longer; and
by their place, where it may lie outside the Doc."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc

SYMBOLS = 128
"""Parts of speech are among the first symbols of every vocabulary of spaCy."""


def words_of(doc: Doc, parts: frozenset[str]) -> list[int]:
    """Indices, in order, of the tokens that are of one of these parts of speech ("NOUN", "PROPN"; the names are those
    of Universal Dependencies, as `Token.pos_` gives them)."""
    found: list[int] = np.flatnonzero(_wanted(parts)[doc.to_array("POS")]).tolist()
    return found


def text_at(doc: Doc, index: int) -> str:
    """The text of the token with this index; "" before the first and past the last.

    `doc[index]` raises IndexError past the end, where a name or a cut sentence ends the Doc, and counts from the end
    below zero.
    """
    return doc[index].text if 0 <= index < len(doc) else ""


def lower_at(doc: Doc, index: int) -> str:
    """`text_at` in lower case."""
    return text_at(doc, index).lower()


@cache
def _wanted(parts: frozenset[str]) -> NDArray[np.bool_]:
    strings = StringStore()
    wanted = np.zeros(SYMBOLS, bool)
    wanted[[strings[part] for part in parts]] = True
    return wanted
