"""What separates articles and stands within some, too: end marks of wires, rules, copyright lines, pages, headers that
have no labels. Each needs the header of an article behind it, every time."""

from __future__ import annotations

from collections.abc import Sequence

from kg.read.bundles.cutting import (
    LIKELY,
    LONGEST_SAYING,
    SURE,
    behind,
    between,
    head,
    holds,
    is_dated,
    saying_of,
    where,
)
from kg.read.bundles.evidence import cues_of, opens
from kg.read.bundles.marks import LONGEST_SIGNED, SIGNED, Kind, Mark
from kg.read.bundles.rows import Row, Sheet

BARE_ADDRESS = Mark(Kind.FIELD, "url", "address")
FEWEST_WORDS = 40
"""Words of text of an article where nothing but its date line and byline tells it from the one above."""


def wires(sheet: Sheet) -> list[int]:
    """Stories that end as those of wires do, each in its own way: "-0-", "Reuter", "###"."""
    signed = [i for i, row in enumerate(sheet.rows) if row.running and SIGNED.search(row.text[-LONGEST_SIGNED:])]
    ends = sorted([*where(sheet, Kind.WIRE), *signed])
    starts = behind(sheet, ends)
    if not holds(sheet, starts, LIKELY, all_text=True):
        return []
    closed = not sheet.has_text(ends[-1] + 1)
    return starts if closed or all(opens(head(sheet, start)) >= SURE for start in starts) else []


def sayings(sheet: Sheet) -> list[int]:
    """The first or the last line of the file, where it comes again with each article, numbers apart."""
    for line, closing in ((sheet.rows[-1], True), (sheet.rows[0], False)):
        if len(line.text) > LONGEST_SAYING or line.running or not line.text:
            continue
        saying = saying_of(line)
        same = [i for i, row in enumerate(sheet.rows) if len(row.text) <= LONGEST_SAYING and saying_of(row) == saying]
        starts = behind(sheet, same) if closing else same
        if holds(sheet, starts, SURE, all_text=True) and is_dated(sheet, starts):
            return starts
    return []


def rules(sheet: Sheet) -> list[int]:
    """Rules between articles that have headers."""
    signs: dict[str, list[int]] = {}
    for i, row in enumerate(sheet.rows):
        if row.mark is not None and row.mark.kind in (Kind.RULE, Kind.FENCE):
            signs.setdefault(row.mark.label or "-", []).append(i)
    for sign in sorted(signs, key=lambda sign: (-len(signs[sign]), sign)):
        starts = between(sheet, signs[sign])
        if holds(sheet, starts, SURE, all_text=True) and is_dated(sheet, starts):
            return starts
    return []


def copyrights(sheet: Sheet) -> list[int]:
    """Copyright lines behind articles that have headers."""
    starts = behind(sheet, where(sheet, Kind.COPYRIGHT))
    return starts if holds(sheet, starts, SURE, all_text=True) and is_dated(sheet, starts) else []


def pages(sheet: Sheet) -> list[int]:
    """Pages that each begin with the header of an article."""
    starts = [i for i, row in enumerate(sheet.rows) if row.new_page or i == 0]
    return starts if holds(sheet, starts, SURE + LIKELY, all_text=True) and is_dated(sheet, starts) else []


def headings(sheet: Sheet) -> list[int]:
    """Markdown's headings of one level, with a date below each."""
    for level in ("# ", "## "):
        starts = [i for i, row in enumerate(sheet.rows) if row.text.startswith(level)]
        if starts[:1] == [0] and holds(sheet, starts, SURE, all_text=True) and is_dated(sheet, starts):
            return starts
    return []


def addresses(sheet: Sheet) -> list[int]:
    """An address on a line of its own and a headline below it, above each article."""
    rows = sheet.rows
    starts = [i for i in range(len(rows) - 1) if rows[i].mark == BARE_ADDRESS and is_headline(rows[i + 1])]
    if starts[:1] != [0] or len(starts) < 2:
        return []
    return starts if holds(sheet, starts, 0, all_text=True) and is_whole(sheet, starts) else []


def is_headline(row: Row) -> bool:
    return row.mark is None and not row.running and row.text.count(" ") > 1


def is_whole(sheet: Sheet, starts: Sequence[int]) -> bool:
    """Whether each article has a text of some length."""
    ends = [*starts[1:], len(sheet)]
    return all(sheet.has_text(a, b, FEWEST_WORDS) for a, b in zip(starts, ends, strict=True))


def mastheads(sheet: Sheet) -> list[int]:
    """Headline, date and byline or paper, in lines of their own, above each article."""
    starts: list[int] = []
    top: int | None = 0
    for i, row in enumerate(sheet.rows):
        if row.running:
            if top is not None and i > top:
                starts.append(top)
            top = None
        elif top is None and row.after_blank:
            top = i
    cues = {i: set(cues_of(head(sheet, i))) for i in starts}
    starts = [i for i in starts if "date" in cues[i] and cues[i] & {"byline", "paper"}]
    return starts if starts[:1] == [0] and len(starts) > 1 and is_whole(sheet, starts) else []
