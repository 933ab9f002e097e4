"""Copies: the same story in several places (syndication, re-posts, shortened versions), so that it counts once.

Texts are compared as sets of word triples. Their MinHash signatures (Broder, "On the resemblance and containment of
documents", 1997) estimate the Jaccard similarity J; with the sizes |A| and |B| that gives the containment
C = J (|A| + |B|) / ((1 + J) min(|A|, |B|)), the share of the shorter text that stands in the longer one. C, not J,
tells copies from other reports: of a text cut to its first half with every thirtieth word changed, J is .44 and C .93;
between any two of 313 different articles, many on one event, C stayed below .5, of interviews that share their
questions below .6.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from itertools import combinations

import networkx
import numpy as np
from datasketch import MinHash  # type: ignore[import-untyped]
from numpy.typing import NDArray

SHINGLE = 3
"""Words in a row; longer ones suffer too much from single changed words."""
ROWS = 3
BANDS = 85
PERMUTATIONS = ROWS * BANDS
"""Two texts become candidates when one of 85 bands of three values agrees: with J = .25 to 74%, .4 to 99.6%, .01 to
0.01%, so that the work grows with the number of copies and not with the number of pairs."""
SEED = 1
LEAST_CONTAINMENT = 0.7
LEAST_SIMILARITY = 0.2
"""Below it the estimate of C is too rough: a text shorter than a quarter of the other is not called its copy."""
FEWEST_SHINGLES = 30
"""Shorter texts are copies only when they are equal."""
WIDEST_GROUP = 64
WORD = re.compile(r"[^\W_]+")

Matrix = NDArray[np.uint32]


def signature(text: str) -> bytes:
    """Number of different word triples and MinHash values of `text`, as 1024 bytes (unsigned, 32 bits, little-endian).

    Case, punctuation and white space do not count.
    """
    words = [word.casefold() for word in WORD.findall(text)]
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    sketch = MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme="affine32")
    sketch.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return struct.pack(f"<{1 + PERMUTATIONS}I", len(shingles), *(int(value) for value in sketch.hashvalues))


def find_copies(articles: Iterable[tuple[str, str | None, bytes]]) -> dict[str, str]:
    """Which article is a copy of which: id of the copy -> id of its original, for (id, published, signature).

    `published` is an ISO date of reduced precision. Original is the earliest (an inexact date comes after the exact
    ones of its time, no date after all), then the one with the smallest id. Every copy is similar to its original
    itself and not only through others: a digest of two stories does not make them one. The order of `articles` does
    not matter.
    """
    ranked = sorted(articles, key=rank)
    if not ranked:
        return {}
    matrix: Matrix = np.frombuffer(b"".join(sketch for _, _, sketch in ranked), "<u4").reshape(len(ranked), -1)
    graph = networkx.Graph(pair for pair in candidates(matrix[:, 1:]) if is_copy(matrix[pair[0]], matrix[pair[1]]))
    copies: dict[str, str] = {}
    for component in networkx.connected_components(graph):
        originals: list[int] = []
        for i in sorted(component):
            original = next((j for j in originals if is_copy(matrix[i], matrix[j])), None)
            if original is None:
                originals.append(i)
            else:
                copies[ranked[i][0]] = ranked[original][0]
    return dict(sorted(copies.items()))


def rank(article: tuple[str, str | None, bytes]) -> tuple[str, str]:
    id, published, _ = article
    return (published or "9999") + "-99-99"[: 10 - len(published or "9999")], id


def candidates(values: Matrix) -> Iterator[tuple[int, int]]:
    """Pairs of rows that agree in a band, smaller index first, each once.

    In a large group each is paired with its next neighbours only, which still connects the group.
    """
    found: set[tuple[int, int]] = set()
    for band in range(0, PERMUTATIONS, ROWS):
        part = values[:, band : band + ROWS]
        order = np.lexsort(part.T)
        changes = np.flatnonzero((part[order][1:] != part[order][:-1]).any(axis=1)) + 1
        for group in np.split(order, changes):
            if len(group) > 1:
                members = sorted(int(i) for i in group)
                found.update(neighbours(members))
    yield from sorted(found)


def neighbours(members: list[int]) -> Iterator[tuple[int, int]]:
    if len(members) <= WIDEST_GROUP:
        yield from combinations(members, 2)
    else:
        for i, member in enumerate(members):
            yield from ((member, other) for other in members[i + 1 : i + 1 + WIDEST_GROUP])


def is_copy(left: Matrix, right: Matrix) -> bool:
    """Whether two signatures are those of copies."""
    sizes = int(left[0]), int(right[0])
    if min(sizes) < FEWEST_SHINGLES:
        return bool((left == right).all())
    similarity = float((left[1:] == right[1:]).mean())
    containment = similarity * sum(sizes) / ((1 + similarity) * min(sizes))
    return similarity >= LEAST_SIMILARITY and containment >= LEAST_CONTAINMENT
