"""Copies: the same story in several places (syndication, re-posts, shortened versions), so that it counts once.

Pairs are found by what they share and never all compared: of the runs of six words in each text a quarter is chosen by
their hash (as Manber did, "Finding similar files in a large file system", 1994), the same runs in every text, and texts
that have one in common are neighbours. Two texts with sixty words in a row in common have none of those runs once in
ten million times. What neighbours are is then judged by their whole wording (see reprint.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise

import networkx
import numpy as np
from numpy.typing import NDArray

from kg.resolve.reprint import is_copy
from kg.resolve.signature import Codes, Wording, signature

__all__ = ["find_copies", "signature"]

RUN = 6
ONE_IN = 4
FEW = 9
NEXT = 2
"""Up to nine texts that have a run in common are paired each with each, more only with the next two: that still
connects the reprints of one story, and work grows with the number of articles where thousands have a template in
common."""
LEAST_RUNS = 0.15
"""Share of the runs of the one that has fewer which a pair has in common: of the runs that few texts have, or of all.
Less comes from a closing line."""
OWNER_BITS = 24
OWNERS = (1 << OWNER_BITS) - 1
"""Articles are numbered in the lower bits of a 64-bit key: sixteen million of them, and 40 bits of a hash."""
PART = 1 << 20
"""Words, or keys, that are looked at in one step, which bounds the memory taken."""

Numbers = NDArray[np.int64]


def find_copies(articles: Iterable[tuple[str, str | None, bytes]]) -> dict[str, str]:
    """Which article is a copy of which: id of the copy -> id of its original, for (id, published, signature).

    `published` is an ISO date of reduced precision. Original is the earliest (an inexact date comes after the exact
    ones of its time, no date after all), then the one with the smallest id. Every copy is one of its original itself
    and not only through others: a digest of two stories does not make them one. The order of `articles` does not
    matter.
    """
    ranked = sorted(articles, key=rank)
    sketches = [sketch for _, _, sketch in ranked]

    def are_copies(i: int, j: int) -> bool:
        return is_copy(Wording.read(sketches[i]), Wording.read(sketches[j]))

    graph = networkx.Graph(pair for pair in candidates(sketches) if are_copies(*pair))
    copies: dict[str, str] = {}
    for component in networkx.connected_components(graph):
        originals: list[int] = []
        for i in sorted(component):
            original = next((j for j in originals if are_copies(i, j)), None)
            if original is None:
                originals.append(i)
            else:
                copies[ranked[i][0]] = ranked[original][0]
    return dict(sorted(copies.items()))


def rank(article: tuple[str, str | None, bytes]) -> tuple[str, str]:
    id, published, _ = article
    return (published or "9999") + "-99-99"[: 10 - len(published or "9999")], id


def candidates(sketches: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Pairs of articles, by number, that have enough runs in common; smaller number first, each once, sorted.

    Enough of the runs that few articles have, or of all: of two reports made from a template that thousands share, the
    first kind tells whether they are one.
    """
    keys = np.concatenate([np.zeros(0, np.uint64), *chosen_runs(sketches)])
    keys.sort()
    rare_number, number = np.zeros((2, len(sketches)), np.int64)
    rare, other = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint64)]
    for part in parts(keys):
        runs, owners = part >> np.uint64(OWNER_BITS), part & np.uint64(OWNERS)
        sizes = np.diff(np.flatnonzero(np.diff(runs, prepend=~runs[0], append=~runs[-1])))
        is_rare = np.repeat(sizes <= FEW, sizes)
        rare_number += np.bincount(owners[is_rare].astype(np.int64), minlength=len(sketches))
        number += np.bincount(owners.astype(np.int64), minlength=len(sketches))
        for step in range(1, FEW):
            same = runs[:-step] == runs[step:]
            pairs = owners[:-step] << np.uint64(OWNER_BITS) | owners[step:]
            rare.append(pairs[same & is_rare[step:]])
            if step <= NEXT:
                other.append(pairs[same & ~is_rare[step:]])
    enough = np.concatenate([often(np.concatenate(rare), rare_number), often(np.concatenate(other), number)])
    yield from zip(*(end.tolist() for end in ends_of(np.unique(enough))), strict=True)


def often(pairs: Codes, number: Numbers) -> Codes:
    """Pairs, given once for each run in common, that have enough for the `number` of runs that each article has."""
    different, common = np.unique(pairs, return_counts=True)
    left, right = ends_of(different)
    return different[common >= LEAST_RUNS * np.minimum(number[left], number[right])]


def ends_of(pairs: Codes) -> tuple[Numbers, Numbers]:
    return (pairs >> np.uint64(OWNER_BITS)).astype(np.int64), (pairs & np.uint64(OWNERS)).astype(np.int64)


def parts(keys: Codes) -> Iterator[Codes]:
    """Sorted keys without repetitions, in parts that end where a run does."""
    start = 0
    while start < len(keys):
        last = keys[min(start + PART, len(keys)) - 1] | np.uint64(OWNERS)
        end = int(np.searchsorted(keys, last, side="right"))
        part = keys[start:end]
        yield part[np.diff(part, prepend=~part[0]) != 0]
        start = end


def chosen_runs(sketches: Sequence[bytes]) -> Iterator[Codes]:
    """Keys of the chosen runs of all articles and, since a text may have none, of each text as a whole: a hash in the
    upper bits, the article's number in the lower ones."""
    ends = np.cumsum([len(sketch) // 2 for sketch in sketches])
    start = 0
    while start < len(sketches):
        before = int(ends[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(ends, before + PART)))
        codes = Wording.read(b"".join(sketches[start:end])).codes
        borders = [0, *(ends[start:end] - before).tolist()]
        owners = np.repeat(np.arange(start, end, dtype=np.uint64), np.diff(borders))
        hashes = hash_runs(codes)
        inside = owners[: len(hashes)] == owners[len(owners) - len(hashes) :]
        chosen = inside & (hashes % np.uint64(ONE_IN) == 0)
        yield keys_of(hashes[chosen], owners[: len(hashes)][chosen])
        texts = (codes[first:last].astype("<u2").tobytes() for first, last in pairwise(borders))
        whole = b"".join(blake2b(text, digest_size=8).digest() for text in texts)
        yield keys_of(np.frombuffer(whole, "<u8").astype(np.uint64), np.arange(start, end, dtype=np.uint64))
        start = end


def hash_runs(codes: Codes) -> Codes:
    """A hash of each `RUN` words in a row, the same on every machine."""
    hashes = np.zeros(max(0, len(codes) - RUN + 1), np.uint64)
    for i in range(RUN):
        hashes = (hashes + codes[i : i + len(hashes)] + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
    return hashes


def keys_of(hashes: Codes, owners: Codes) -> Codes:
    return hashes >> np.uint64(OWNER_BITS) << np.uint64(OWNER_BITS) | owners
