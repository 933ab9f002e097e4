"""Turns the words of a text into the integers the name model reads; training and run time share this file.

The vocabulary of the encoder is uncased, so every piece also carries the shape of its word (capitals, digits).
A paragraph break is a word of its own (`BREAK`), read as the separator token.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))
BREAK = "\n"
SHAPES = 13

CLS, SEP, UNKNOWN, PAD = 101, 102, 100, 0
_LONGEST_WORD = 8  # pieces; the rest of a web address or a chemical name says nothing more about it


def shape(word: str) -> int:
    """The class of `word` by capitals and digits, 1 to 12 (0 is padding)."""
    if word == BREAK:
        return 1
    if word.isdigit():
        return 2
    if any(c.isdigit() for c in word):
        return 3
    if not any(c.isalpha() for c in word):
        return 4
    if word.isupper():
        return 5 if len(word) == 1 else 7 if "." in word else 6
    if word.islower():
        return 9
    if word[0].isupper():
        return 8 if word[1:].islower() else 10
    if any(c.isupper() for c in word):
        return 11
    return 12


class Pieces:
    """Word pieces of single words, remembered; `encode` maps a word to the ids of its pieces."""

    def __init__(self, encode: Callable[[str], Sequence[int]]) -> None:
        self._encode = encode
        self._seen: dict[str, tuple[tuple[int, ...], int]] = {BREAK: ((SEP,), shape(BREAK))}

    def __call__(self, word: str) -> tuple[tuple[int, ...], int]:
        """Ids of the pieces of `word` (at least one) and its shape."""
        found = self._seen.get(word)
        if found is None:
            ids = tuple(self._encode(word)[:_LONGEST_WORD]) or (UNKNOWN,)
            if len(self._seen) > 200_000:  # a bound on memory for long runs
                self._seen = {BREAK: self._seen[BREAK]}
            found = self._seen[word] = (ids, shape(word))
        return found


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words as the model reads it; `firsts[i]` is the position of the first piece of word `start + i`."""

    start: int
    end: int
    ids: list[int]
    shapes: list[int]
    firsts: list[int]


def window(words: Sequence[str], start: int, end: int, pieces: Pieces) -> Window:
    """The window over words `start` to `end`, between the opening and the closing token."""
    ids, shapes, firsts = [CLS], [0], []
    for word in words[start:end]:
        found, kind = pieces(word)
        firsts.append(len(ids))
        ids.extend(found)
        shapes.extend([kind] * len(found))
    ids.append(SEP)
    shapes.append(0)
    return Window(start, end, ids, shapes, firsts)


def stretches(lengths: Sequence[int], ends: Sequence[int], limit: int) -> Iterator[tuple[int, int]]:
    """Cuts words into stretches of at most `limit` pieces, at sentence ends where a sentence fits.

    `lengths[i]` is the number of pieces of word i; `ends` are the indices after the last word of each sentence, rising,
    the last one `len(lengths)`. Every word is in exactly one stretch.
    """
    start, used, previous = 0, 0, 0
    for end in ends:
        size = sum(lengths[previous:end])
        if used and used + size > limit:
            yield start, previous
            start, used = previous, 0
        if size > limit:
            for i in range(previous, end):
                if used and used + lengths[i] > limit:
                    yield start, i
                    start, used = i, 0
                used += lengths[i]
        else:
            used += size
        previous = end
    if start < len(lengths):
        yield start, len(lengths)
