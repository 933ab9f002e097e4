"""Words of a Doc by part of speech, read from its arrays: asking every token of an article takes far longer."""

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


@cache
def _wanted(parts: frozenset[str]) -> NDArray[np.bool_]:
    strings = StringStore()
    wanted = np.zeros(SYMBOLS, bool)
    wanted[[strings[part] for part in parts]] = True
    return wanted
