"""Whether one text is a reprint of another: word for word in large part, and about the same persons and figures.

What two texts have in common are runs of three words and more (shingles; Broder, "On the resemblance and containment of
documents", 1997), in whatever order they stand. Three kinds of texts have much in common:

- reprints, cut, edited, with an intro or headline of their own: the beginning of one stands in the other, or was
  written anew with the same names and figures, and where both say something else in one place, names and figures agree;
- reports made from one template, interviews with the same questions: names or figures differ in the same places;
- reports of different days with the same background: the beginning of neither stands in the other, and the beginnings
  have other names and figures.

Measured on the table of tests/resolve/copies: 20 templates, 15 affairs with background, 40 reprints.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.resolve.signature import CODE_BITS, FIGURE, NAME, PLAIN, Codes, Wording

SHINGLE = 3
FEWEST_WORDS = 32
"""Shorter texts are copies only when they are equal: a word changed may be all the news."""
SOLID = 8
"""Common words in a row that count; fewer are a turn of phrase, of which reports on one event share many."""
LEAD = 40
"""Words at the beginning of a text that tell its news."""
LEAST_OF_LEAD = 0.7
"""A headline or credit line of up to twelve words may stand before it; the sentence that is news has more."""
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
"""Names and figures in leads, outside common words, that the other text has outside them too: .67 and more where leads
were written anew, .38 at most in reports of different days."""
LEAST_DETAILS = {(NAME, NAME): 0.68, (FIGURE, FIGURE): 0.68, (FIGURE, NAME): 0.75}
"""Names, figures, and both of them in common words and slots that both texts have. Each template has a share below
these (the longer its fixed paragraphs the higher), no reprint has (the heavier the editing the lower, down to .70)."""

Mask = NDArray[np.bool_]
Places = NDArray[np.int64]


class Side(NamedTuple):
    """One of two texts that are compared, and masks over its words: `repeated`, those of common runs; `solid`, those of
    longer ones; `slot`, those in a place between common runs where the other text says something else; `moved`, those
    that are in no common run but stand in the other text too, in none either."""

    kinds: Codes
    repeated: Mask
    solid: Mask
    slot: Mask
    moved: Mask


def is_copy(left: Wording, right: Wording) -> bool:
    """Whether the texts are copies of one story. The order of the two does not matter."""
    if min(len(left.codes), len(right.codes)) < FEWEST_WORDS:
        return bool(np.array_equal(left.codes, right.codes))
    shingles = shingles_of(left.codes), shingles_of(right.codes)
    places = find_places(*shingles), find_places(*reversed(shingles))
    repeated = repeated_words(places[0]), repeated_words(places[1])
    if max(map(share_of, repeated)) < LEAST_WITH_LEAD:
        return False
    sides = (
        compare(left, places[0], repeated[0], right, repeated[1]),
        compare(right, places[1], repeated[1], left, repeated[0]),
    )
    least, most = sorted(share_of(side.solid) for side in sides)
    if least < LEAST_OF_LONGER or most < LEAST_WITH_LEAD or not same_details(sides):
        return False
    if most >= LEAST_ALONE:
        return True
    if max(np.count_nonzero(side.solid) for side in sides) < FEWEST_COMMON:
        return False
    if max(share_of(side.repeated[:LEAD]) for side in sides) >= LEAST_OF_LEAD:
        return True
    return most >= LEAST_WITH_LIKE_LEAD and like_leads(sides)


def shingles_of(codes: Codes) -> Codes:
    """Each `SHINGLE` words in a row as one number."""
    joined = codes[: len(codes) - SHINGLE + 1]
    for i in range(1, SHINGLE):
        joined = joined << np.uint64(CODE_BITS) | codes[i : i + len(joined)]
    return joined


def find_places(shingles: Codes, others: Codes) -> Places:
    """Where each shingle stands first among the others; -1 where it does not."""
    order = np.argsort(others, kind="stable")
    known = others[order]
    nearest = np.minimum(np.searchsorted(known, shingles), len(known) - 1)
    return np.where(known[nearest] == shingles, order[nearest], -1)


def repeated_words(places: Places) -> Mask:
    """Words that stand in a shingle which the other text has too."""
    repeated = np.zeros(len(places) + SHINGLE - 1, np.bool_)
    for i in range(SHINGLE):
        repeated[i : i + len(places)] |= places >= 0
    return repeated


def share_of(mask: Mask) -> float:
    return np.count_nonzero(mask) / len(mask)


def compare(words: Wording, places: Places, repeated: Mask, others: Wording, others_repeated: Mask) -> Side:
    """What `words` have in common with `others`, and what they have instead."""
    starts, ends = runs_of(repeated)
    long = ends - starts >= SOLID
    solid = mask_of(starts[long], ends[long], len(repeated))
    first, last = ends[:-1], starts[1:]  # the gaps between two common runs, and where the other text has them
    other_first, other_last = places[first - SHINGLE] + SHINGLE, places[last]
    before = np.concatenate([[0], np.cumsum(others_repeated)])
    replaced = (other_first < other_last) & (
        2 * (before[other_last] - before[np.minimum(other_first, other_last)]) <= other_last - other_first
    )
    slot = mask_of(first[replaced], last[replaced], len(repeated))
    known = np.zeros(1 << CODE_BITS, np.bool_)
    known[others.codes[~others_repeated]] = True
    return Side(words.kinds, repeated, solid, slot, ~repeated & known[words.codes])


def runs_of(mask: Mask) -> tuple[Places, Places]:
    """Starts and ends of the runs of true values."""
    borders = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    return borders[::2], borders[1::2]


def mask_of(starts: Places, ends: Places, length: int) -> Mask:
    """The mask with these runs."""
    steps = np.zeros(length + 1, np.int8)
    steps[starts] = 1
    steps[ends] = -1
    return np.cumsum(steps[:-1], dtype=np.int8).astype(np.bool_)


def same_details(sides: tuple[Side, Side]) -> bool:
    """Whether names and figures agree, seen from one text at least: a reprint may add a name, or leave one out, and
    even a single one may be mended."""
    for (first, last), least in LEAST_DETAILS.items():
        for side in sides:
            details = (side.kinds >= first) & (side.kinds <= last)
            differing = np.count_nonzero(details & side.slot & ~side.moved)
            if differing <= 1 or differing <= (1 - least) * np.count_nonzero(details & (side.repeated | side.slot)):
                break
        else:
            return False
    return True


def like_leads(sides: tuple[Side, Side]) -> bool:
    """Whether the leads tell of the same persons and figures where they use other words. Not, when they name none."""
    details = [(side.kinds[:LEAD] > PLAIN) & ~side.repeated[:LEAD] for side in sides]
    total = sum(np.count_nonzero(mask) for mask in details)
    agreeing = sum(np.count_nonzero(mask & side.moved[:LEAD]) for mask, side in zip(details, sides, strict=True))
    return bool(total > 0 and agreeing >= LIKE_LEAD * total)
