"""The manner in which a text was typed: how wide its lines are, and what begins a paragraph.

The surest sign of a wrapped line is language: a sentence that is not over goes on in lower case. From the lines of
which this is sure the width is measured, and with the width the others are judged (`wraps`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kg.read.page.prose import DETERMINERS, MID_PHRASE
from kg.read.page.rows import Row

WIDEST = 130
"""Columns beyond which a line was not wrapped."""
FEWEST_SURE = 3
"""Lines that evidently go on in the next one, from which on a text is wrapped for sure."""
SHARE_SURE = 0.4
"""Their share among the longer lines that end without a stop; lists of headlines have less."""
DOUBLE_SPACED = 0.8
"""Share of lines with a blank one above in double-spaced text."""
GOING_ON_IN_CAPITALS = MID_PHRASE - DETERMINERS - {"in", "of", "at"}


class Sign(StrEnum):
    """What begins a paragraph besides blank lines: an indented first line, or a first line left of the others."""

    FIRST = "first"
    HANGING = "hanging"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Manner:
    """`width` is the column where wrapped lines end at most, 0 if none was found; `slack` how far below it lines may
    end although the next word had room; `indent` the usual column of first lines; `sure` that the text is wrapped."""

    width: int
    slack: int
    sign: Sign
    indent: int
    sure: bool


def goes_on(above: Row, below: Row) -> bool:
    """Whether a sentence evidently runs over the end of a line, whatever its length."""
    return not below.marker and (below.lower or above.cut)


def fits(above: Row, below: Row, width: int) -> bool:
    """Whether the first word of a line had room on the line above: then that one was ended on purpose."""
    return above.edge + 1 + below.lead <= width and not above.vague


def is_fixed(row: Row) -> bool:
    """Lines that stand by themselves, whatever is around them."""
    return row.tabular or row.fixed or row.heading > 0 or row.edge > WIDEST


def joints_of(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Lines of one block, each with the next one, where a paragraph may run on."""
    for above, below in pairwise(rows):
        if not below.above and above.depth == below.depth and not is_fixed(above) and not is_fixed(below):
            yield above, below


def single_spaced(rows: Sequence[Row]) -> None:
    """Take the blank lines out of double-spaced text: those that stand between nearly all lines, in mid-sentence."""
    spaces = [below.above for _, below in pairwise(rows)]
    spaced = sum(space > 0 for space in spaces)
    if len(spaces) < FEWEST_SURE or spaced < DOUBLE_SPACED * len(spaces):
        return
    going = [below.above for above, below in pairwise(rows) if above.open and goes_on(above, below)]
    if len(going) < SHARE_SURE * len(spaces) - 1 or len(going) < FEWEST_SURE - 1:
        return
    usual = Counter(going).most_common(1)[0][0]
    for row in rows:
        row.above = max(0, row.above - usual)


def in_capitals(rows: Sequence[Row]) -> None:
    """In text that is in capitals throughout no line begins in lower case; words like "of" and "said" stand for it."""
    if all(row.text.isupper() or not any(map(str.isalpha, row.text)) for row in rows):
        for row in rows:
            row.upper, row.lower = False, row.text.split(" ", 1)[0].casefold() in GOING_ON_IN_CAPITALS


def manner_of(rows: Sequence[Row]) -> Manner:
    joints = list(joints_of(rows))
    going = [(above, below) for above, below in joints if goes_on(above, below)]
    edges = sorted(above.edge for above, _ in going)
    width = edges[-1 - len(edges) // 50] if edges else 0
    room = sorted(width - above.edge - 1 - below.lead for above, below in going[1:])
    slack = max(0, room[int(0.9 * (len(room) - 1))] + 1) if room else 0
    ended = sum(above.open and below.upper and above.edge >= 0.6 * width and not above.cut for above, below in joints)
    long = sum(row.edge for row in rows if row.edge > WIDEST)
    sure = len(going) >= FEWEST_SURE and len(going) >= SHARE_SURE * (len(going) + ended) and long <= sum(edges)
    sign, indent = sign_of(joints)
    return Manner(width, min(slack, width // 5), sign, indent, sure)


def sign_of(joints: Sequence[tuple[Row, Row]]) -> tuple[Sign, int]:
    """The sign of paragraphs and the column of their first lines."""
    first = hanging = 0
    columns: Counter[int] = Counter()
    for above, below in joints:
        if above.indent == below.indent or below.marker:
            continue
        inward, going = below.indent > above.indent, goes_on(above, below)
        if not going and (above.open or below.lower):
            continue
        if inward == going:
            hanging += 1
        else:
            first += 1
        columns[max(above.indent, below.indent)] += 1
    if first == hanging:
        return Sign.NONE, 0
    sign, column = (Sign.FIRST if first > hanging else Sign.HANGING), columns.most_common(1)[0][0]
    level = [a for a, b in joints if a.indent == b.indent and goes_on(a, b)]
    against = sum(row.indent >= column if sign is Sign.FIRST else row.indent < column for row in level)
    return (sign, column) if against <= max(first, hanging) else (Sign.NONE, 0)
