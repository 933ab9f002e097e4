"""Whether two lines say the same, and whether a line speaks of what the article speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from kg.read.page.prose import FUNCTION_WORDS, words


def key_of(text: str) -> str:
    """The words of a line, casefolded: what repeated lines have in common."""
    return " ".join(word.casefold() for word in words(text))


def content_words(texts: Iterable[str]) -> frozenset[str]:
    """Stems of the words that carry meaning: casefolded, cut to five letters."""
    found = {word.casefold() for text in texts for word in words(text)}
    return frozenset(word[:5] for word in found - FUNCTION_WORDS if len(word) >= 3)


def shared(text: str, topic: frozenset[str]) -> float:
    """Share of the content words of `text` that are in `topic`."""
    own = content_words([text])
    return len(own & topic) / len(own) if own else 0.0
