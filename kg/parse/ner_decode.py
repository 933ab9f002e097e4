"""Reads names off the tag scores of the model: the best legal tag sequence, and its spans."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.parse.ner_windows import TAGS

Scores = NDArray[np.float32]

_NEVER = np.float32(-1e4)
# I-X follows only B-X or I-X
_STEP: Scores = np.array(
    [[_NEVER if b[0] == "I" and a[2:] != b[2:] else 0 for b in TAGS] for a in TAGS], dtype=np.float32
)
_FIRST: Scores = np.array([_NEVER if tag[0] == "I" else 0 for tag in TAGS], dtype=np.float32)


def log_softmax(logits: Scores) -> Scores:
    """Log probabilities over the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def best_tags(scores: Scores) -> list[int]:
    """The most probable legal tag sequence (Viterbi) for `scores`, words × tags, log probabilities."""
    if not len(scores):
        return []
    value = scores[0] + _FIRST
    back = []
    for row in scores[1:]:
        paths = value[:, None] + _STEP
        origin = paths.argmax(axis=0)
        back.append(origin)
        value = paths[origin, np.arange(len(TAGS))] + row
    tags = [int(value.argmax())]
    for origin in reversed(back):
        tags.append(int(origin[tags[-1]]))
    return tags[::-1]


def spans(tags: Sequence[int]) -> list[tuple[int, int, str]]:
    """Names as (first word, word after the last, label), in order."""
    found: list[tuple[int, int, str]] = []
    start = -1
    for i, tag in enumerate([*tags, 0]):
        name = TAGS[tag]
        if start >= 0 and name[0] != "I":
            found.append((start, i, TAGS[tags[start]][2:]))
            start = -1
        if name[0] == "B":
            start = i
    return found
