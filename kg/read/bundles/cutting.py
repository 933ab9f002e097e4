"""Where articles begin when their ends are known, and whether what lies between is articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.read.bundles.evidence import DEPTH, cues_of, is_date_line, opens
from kg.read.bundles.marks import GOES_ON, Kind
from kg.read.bundles.rows import Row, Sheet

LIKELY, SURE = 1, 2
"""How much of a header (`opens`) must stand behind a separator that pages have, too."""
SKIPPED = frozenset((Kind.RULE, Kind.PAGE, Kind.FENCE, Kind.WIRE, Kind.END))
NUMBER = re.compile(r"\d+")
PIECE = re.compile(r"-\s?\d{1,2}\s?-\Z")
LONGEST_SAYING = 60
"""Characters of a line that may be the same in each article."""


def where(sheet: Sheet, kind: Kind) -> list[int]:
    """The lines that are marks of a kind."""
    return [i for i, row in enumerate(sheet.rows) if row.mark is not None and row.mark.kind is kind]


def behind(sheet: Sheet, ends: Sequence[int]) -> list[int]:
    """Where articles begin that end at `ends`: at the top, and behind each end and what else ends with it (the lines
    behind the last end show what that is). What stands behind the last end counts when it holds text."""
    rows = sheet.rows
    starts = [0]
    closed = bool(ends) and not sheet.has_text(ends[-1] + 1)
    tail = {shape_of(row) for row in rows[ends[-1] + 1 :]} if closed else set()
    for end in ends:
        if end < starts[-1] or not sheet.has_text(starts[-1], end + 1):
            continue
        start = end + 1
        while start < len(rows) and (is_skipped(rows[start]) or shape_of(rows[start]) in tail):
            start += 1
        if start < len(rows) and not goes_on(rows[end], rows[start]):
            starts.append(start)
    if len(starts) > 1 and not sheet.has_text(starts[-1]):
        starts.pop()
    return starts


def between(sheet: Sheet, rules: Sequence[int]) -> list[int]:
    """Where articles begin that have a rule above them, or stand at the top; stretches without text are covers."""
    starts = [i for i in [0, *(rule + 1 for rule in rules)] if i < len(sheet)]
    return [a for a, b in pairwise([*starts, len(sheet)]) if sheet.has_text(a, b)]


def shape_of(row: Row) -> str:
    """What lines behind an end mark have in common from article to article."""
    if row.mark is not None and row.mark.kind is not Kind.FIELD:
        return row.mark.kind
    if len(row.text) > LONGEST_SAYING:
        return row.text
    return "date" if is_date_line(row.text) else saying_of(row)


def saying_of(row: Row) -> str:
    """A line without regard to case and numbers."""
    return NUMBER.sub("#", row.text.casefold())


def is_skipped(row: Row) -> bool:
    return row.mark is not None and (row.mark.kind in SKIPPED or row.mark.fact == "index")


def goes_on(end: Row, start: Row) -> bool:
    """Whether a story that a wire sends in pieces goes on ("(MORE TO FOLLOW)", then the headline and "-2-")."""
    return bool(GOES_ON.match(end.text) and PIECE.search(start.text))


def holds(sheet: Sheet, starts: Sequence[int], needed: int, all_text: bool = False) -> bool:
    """Whether two or more articles begin at `starts`: with text in each (without `all_text` in half of them, for some
    are a picture alone), and as much of a header as is needed."""
    if len(starts) < 2:
        return False
    texts = sum(sheet.has_text(a, b) for a, b in pairwise([*starts, len(sheet)]))
    if texts < (len(starts) if all_text else (len(starts) + 1) // 2):
        return False
    return not needed or all(opens(head(sheet, start)) >= needed for start in starts)


def is_dated(sheet: Sheet, starts: Sequence[int]) -> bool:
    """Whether each article has a date line, a printed length or two labels: digests and newsletters have not."""
    for start in starts:
        cues = cues_of(head(sheet, start))
        if not {"date", "length"} & set(cues) and cues.count("label") < 2:
            return False
    return True


def head(sheet: Sheet, start: int) -> Sequence[Row]:
    """The lines among which the header of the article at `start` stands."""
    return sheet.rows[start : start + DEPTH]
