"""One article, one label a name: evens out what the model says of the same name in different sentences."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from kg.parse.ner_decode import Scores
from kg.parse.ner_windows import LABELS, TAGS

Name = tuple[int, int, str]

_BEGIN = np.array([TAGS.index(f"B-{label}") for label in LABELS])
_INSIDE = np.array([TAGS.index(f"I-{label}") for label in LABELS])
_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_WHEREABOUTS = frozenset({"in", "to", "from", "into", "near", "across", "inside", "outside"})


def bare(words: Sequence[str], name: Name) -> Name:
    """`name` without an article before and a possessive behind, unless nothing else is left."""
    start, end, label = name
    if end - start > 1 and words[start].lower() in _ARTICLES:
        start += 1
    if end - start > 1 and words[end - 1] in _POSSESSIVES:
        end -= 1
    return start, end, label


def label_scores(scores: Scores, start: int, end: int) -> Scores:
    """Log probability of each label (order of LABELS) for the words as one name."""
    return np.asarray(scores[start, _BEGIN] + scores[start + 1 : end, _INSIDE].sum(axis=0), dtype=np.float32)


def even_out(words: Sequence[str], names: Iterable[Name], scores: Scores) -> list[Name]:
    """`names` with one label for each string: the one with the largest sum of log probabilities.

    A single word that is the last word of a person's full name counts with the full name, except for a place that
    stands after a preposition of place ("Michael Jordan flew to Jordan").
    """
    found = [bare(words, name) for name in names]
    text = [tuple(words[start:end]) for start, end, _ in found]
    family = {
        key[-1:]: key for key, (_, _, label) in zip(text, found, strict=True) if label == "PERSON" and len(key) > 1
    }
    sums: dict[tuple[str, ...], Scores] = defaultdict(lambda: np.zeros(len(LABELS), dtype=np.float32))
    for key, (start, end, _) in zip(text, found, strict=True):
        sums[key] = sums[key] + label_scores(scores, start, end)
    evened = []
    for key, (start, end, label) in zip(text, found, strict=True):
        total = sums[key]
        if key in family:
            placed = label in ("GPE", "LOC") and start > 0 and words[start - 1] in _WHEREABOUTS
            total = label_scores(scores, start, end) if placed else total + sums[family[key]]
        evened.append((start, end, LABELS[int(total.argmax())]))
    return evened
