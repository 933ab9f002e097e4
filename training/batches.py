"""Cuts texts into windows of random length, augments them and packs windows of like length into batches."""

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from kg.parse.ner_windows import PAD, Pieces, stretches, window
from training.augment import NamePool, augment
from training.corpus import IGNORED, Text

MASK = 103
LIMIT = 180  # pieces in a window
Example = tuple[list[int], list[int], list[int], int]  # ids, shapes, tag of each piece, domain
Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def example(words: Sequence[str], tags: Sequence[int], domain: int, pieces: Pieces) -> Example:
    """One window; only the first piece of a word has a tag."""
    cut = window(words, 0, len(words), pieces)
    targets = [IGNORED] * len(cut.ids)
    for first, tag in zip(cut.firsts, tags, strict=True):
        targets[first] = tag
    return cut.ids, cut.shapes, targets, domain


def examples(texts: Sequence[Text], pool: NamePool, pieces: Pieces, dice: random.Random) -> list[Example]:
    """One epoch: every word once, windows cut anew."""
    made = []
    for text in texts:
        lengths = [len(pieces(word)[0]) for word in text.words]
        for start, end in stretches(lengths, text.ends, dice.choice((48, 96, LIMIT, LIMIT)) - 2):
            words, tags = augment(text.words[start:end], text.tags[start:end], pool, dice)
            ids, shapes, targets, domain = example(words, tags, text.domain, pieces)
            ids, shapes, targets = ids[:256], shapes[:256], targets[:256]  # longer names may have come in
            made.append((ids, shapes, targets, domain))
    return made


def hide(ids: list[int], rate: float, dice: random.Random) -> list[int]:
    """`ids` with some pieces masked, so that the context has to tell."""
    return [MASK if piece > MASK and dice.random() < rate else piece for piece in ids]


def pack(chosen: Sequence[Example]) -> Batch:
    """Padded tensors: ids, shapes, targets, domain."""
    longest = -(-max(len(ids) for ids, *_ in chosen) // 16) * 16  # few shapes: each new one costs set-up time

    def padded(column: int, fill: int) -> Tensor:
        return torch.tensor([row[column] + [fill] * (longest - len(row[column])) for row in chosen])  # type: ignore[operator]

    return padded(0, PAD), padded(1, 0), padded(2, IGNORED), torch.tensor([row[3] for row in chosen])


def batches(made: Sequence[Example], size: int, dice: random.Random) -> Iterator[list[Example]]:
    """Batches of about `size` pieces, padding included, in random order."""
    rows = sorted(made, key=lambda row: len(row[0]) + dice.random() * 8)
    packed: list[list[Example]] = [[]]
    for row in rows:
        if packed[-1] and (len(packed[-1]) + 1) * len(row[0]) > size:
            packed.append([])
        packed[-1].append(row)
    dice.shuffle(packed)
    return iter(packed)
