"""Sheets: what printers put at the edges of pages between form feeds, page numbers and running heads, is no text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.read.page.rows import Row

EDGE = 2
"""Rows at the top and at the bottom of a sheet among which heads stand."""
LONGEST = 90
NUMBER = re.compile(r"\W{0,4}(?:[Pp]age\s|PAGE\s|p\.\s?)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W{0,4}")
FIGURES = re.compile(r"\d+")


def mark_sheets(rows: Sequence[Row]) -> None:
    """Set `furniture` on page numbers and running heads, so that paragraphs run on from sheet to sheet."""
    tops = [i for i, row in enumerate(rows) if row.paged]
    if not tops:
        return
    edges = {j for top in tops for j in range(max(0, top - EDGE), min(len(rows), top + EDGE))}
    keys = {j: FIGURES.sub("#", rows[j].text.casefold()) for j in edges | set(range(min(EDGE, len(rows))))}
    often = Counter(keys.values())
    for j in sorted(edges):
        row = rows[j]
        if row.stopped or len(row.text) > LONGEST:
            continue
        if NUMBER.fullmatch(row.text) or often[keys[j]] > 1 or (row.paged and is_head(rows, j)):
            row.furniture = True
            if row.paged and j + 1 < len(rows):
                rows[j + 1].paged = True


def is_head(rows: Sequence[Row], i: int) -> bool:
    """Whether the first row of a sheet stands in the midst of a sentence, with a blank row below it."""
    above = next((row for row in reversed(rows[:i]) if not row.furniture), None)
    below = rows[i + 1] if i + 1 < len(rows) else None
    if above is None or below is None:
        return False
    return below.above > 0 and below.lower and above.open and not rows[i].lower
