"""Whether one text is a reprint of another: word for word in large part, and about the same persons and figures.

What two texts have in common are runs of three words and more (shingles; Broder, "On the resemblance and containment of
documents", 1997), in whatever order they stand. Three kinds of texts have much in common:

- reprints, cut, edited, with an intro or headline of their own: the beginning of one stands in the other, or what is
  new names the same persons and figures in other words, and within common passages names and figures agree;
- reports made from one template: within common passages names or figures differ;
- reports of different days with the same background: the beginning of neither stands in the other, and what precedes
  the background names other persons and figures.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.resolve.signature import CODE_BITS, FIGURE, NAME, PLAIN, Codes, Wording

SHINGLE = 3
FEWEST_WORDS = 32
"""Shorter texts are copies only when they are equal: a word changed may be all the news."""
GAP = 16
"""So many words that only one text has do not end a passage: the slot of a template, the change of an editor."""
SHORTEST_PASSAGE = 8
"""Common words that a passage has at least; less is a turn of phrase."""
LEAD = 40
"""Words at the beginning of a text that tell its news."""
LEAST_OF_LEAD = 0.5
"""A headline and a credit line of up to twenty words may stand before it."""
LEAST_OF_LONGER = 0.15
"""A brief quoted in a long feature makes the feature no copy."""
LEAST_WITH_LEAD = 0.5
LEAST_WITH_LIKE_LEAD = 0.6
LEAST_ALONE = 0.9
"""Common words among those of the text that has the larger share of them: when a lead is common, when the leads speak
of the same persons and figures in other words, and when nothing else speaks for a copy."""
FEWEST_COMMON = 45
"""Fewer common words speak for a copy only when they are `LEAST_ALONE` of a text: of two sentences one may be news."""
LIKE_LEAD = 0.5
"""Names and figures in leads, outside common words, that the other text has outside them too. With leads written anew
they were .67 and more of them for 11 reports, in reports of different days on the same 12 affairs .36 at most."""
LEAST_DETAILS = {(NAME, NAME): 0.68, (FIGURE, FIGURE): 0.68, (FIGURE, NAME): 0.75}
"""Names, figures, and both of them within passages that both texts have. The least of the three shares, measured against
these, tells templates (the longer their fixed paragraphs the higher) from reprints (the heavier the editing the lower):
of 22 templates no two reports passed, of 33 reprints all."""

Mask = NDArray[np.bool_]


class Side(NamedTuple):
    """One of two texts that are compared. Masks over its words: those that are `common` to both, those of a `passage`,
    which are common words with the gaps between them, and those that stand outside common words in both texts."""

    kinds: Codes
    common: Mask
    passage: Mask
    moved: Mask


def is_copy(left: Wording, right: Wording) -> bool:
    """Whether the texts are copies of one story. The order of the two does not matter."""
    if min(len(left.codes), len(right.codes)) < FEWEST_WORDS:
        return bool(np.array_equal(left.codes, right.codes))
    shingles = shingles_of(left.codes), shingles_of(right.codes)
    repeated = repeated_words(*shingles), repeated_words(*reversed(shingles))
    if max(share_of(mask) for mask in repeated) < LEAST_WITH_LEAD:
        return False
    sides = compare(left, repeated[0], right, repeated[1])
    least, most = sorted(share_of(side.common) for side in sides)
    if least < LEAST_OF_LONGER or most < LEAST_WITH_LEAD or not same_details(sides):
        return False
    if most >= LEAST_ALONE:
        return True
    if max(np.count_nonzero(side.common) for side in sides) < FEWEST_COMMON:
        return False
    if max(share_of(side.common[:LEAD]) for side in sides) >= LEAST_OF_LEAD:
        return True
    return most >= LEAST_WITH_LIKE_LEAD and like_leads(sides)


def shingles_of(codes: Codes) -> Codes:
    """Each `SHINGLE` words in a row as one number."""
    joined = codes[: len(codes) - SHINGLE + 1]
    for i in range(1, SHINGLE):
        joined = joined << np.uint64(CODE_BITS) | codes[i : i + len(joined)]
    return joined


def repeated_words(own: Codes, others: Codes) -> Mask:
    """Words that stand in a shingle which the others have too, from the shingles of both."""
    known = np.sort(others)
    found = known[np.minimum(np.searchsorted(known, own), len(known) - 1)] == own
    repeated = np.zeros(len(own) + SHINGLE - 1, np.bool_)
    for i in range(SHINGLE):
        repeated[i : i + len(own)] |= found
    return repeated


def share_of(mask: Mask) -> float:
    return np.count_nonzero(mask) / len(mask)


def compare(left: Wording, left_repeated: Mask, right: Wording, right_repeated: Mask) -> tuple[Side, Side]:
    """The two sides of a pair of texts, from the words that they repeat of each other."""
    passages = find_passages(left_repeated), find_passages(right_repeated)
    common = left_repeated & passages[0], right_repeated & passages[1]
    return (
        Side(left.kinds, common[0], passages[0], moved_words(left.codes, common[0], right.codes, common[1])),
        Side(right.kinds, common[1], passages[1], moved_words(right.codes, common[1], left.codes, common[0])),
    )


def moved_words(codes: Codes, common: Mask, others: Codes, others_common: Mask) -> Mask:
    known = np.zeros(1 << CODE_BITS, np.bool_)
    known[others[~others_common]] = True
    return ~common & known[codes]


def find_passages(repeated: Mask) -> Mask:
    """Words that are repeated or stand in a gap between such, without turns of phrase that stand alone."""
    passages = np.zeros_like(repeated)
    places = np.flatnonzero(repeated)
    for part in np.split(places, np.flatnonzero(np.diff(places) > GAP + 1) + 1):
        if len(part) >= SHORTEST_PASSAGE:
            passages[part[0] : part[-1] + 1] = True
    return passages


def same_details(sides: tuple[Side, Side]) -> bool:
    """Whether names and figures agree within the common passages, seen from one text at least: a reprint may add a
    name, or leave one out, and even a single one may be mended."""
    for (first, last), least in LEAST_DETAILS.items():
        for side in sides:
            details = side.passage & (side.kinds >= first) & (side.kinds <= last)
            differing = np.count_nonzero(details & ~side.common & ~side.moved)
            if differing <= 1 or differing <= (1 - least) * np.count_nonzero(details):
                break
        else:
            return False
    return True


def like_leads(sides: tuple[Side, Side]) -> bool:
    """Whether the leads tell of the same persons and figures where they use other words. Not, when they name none."""
    details = [(side.kinds[:LEAD] > PLAIN) & ~side.common[:LEAD] for side in sides]
    total = sum(np.count_nonzero(mask) for mask in details)
    agreeing = sum(np.count_nonzero(mask & side.moved[:LEAD]) for mask, side in zip(details, sides, strict=True))
    return total > 0 and agreeing >= LIKE_LEAD * total
