"""A single article that comes from an export, with its header and trailers."""

from __future__ import annotations

from kg.read.bundles.cutting import head
from kg.read.bundles.evidence import opens
from kg.read.bundles.fields import ADDRESSED, TELLING, runs_of
from kg.read.bundles.labels import OF_EXPORTS, STATED
from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Sheet

MANY = 4
"""Labels that make an export of a text that begins with a headline of some lines."""
HIGHEST = 5
FEWEST = 2
"""Labels of a header that hardly anything but a header has."""


def is_export(sheet: Sheet) -> bool:
    """Whether a text that is one article has the header of an export: a counter or an end mark with a header beside it,
    or labelled fields at its top or its end, a date, a length or an id among them."""
    rows = sheet.rows
    if not sheet.has_text():
        return False
    marks = [row.mark for row in rows if row.mark is not None]
    sure = any((mark.sure and mark.kind is not Kind.TAG) or mark.label in OF_EXPORTS for mark in marks)
    runs = [run for run in runs_of(rows) if run.fields]
    if not runs or sheet.has_text(0, runs[0].fields[0]):
        above: set[str] = set()
        facts: set[str] = set()
    else:
        above, facts = runs[0].labels(rows), runs[0].facts(rows)
    below: set[str] = set()
    if runs and not sheet.has_text(runs[-1].fields[-1] + 1):
        below = runs[-1].labels(rows)
        facts |= runs[-1].facts(rows)
    labels = above | below
    if sure and (labels or opens(head(sheet, 0)) >= FEWEST):
        return True
    if above >= ADDRESSED and rows[0].is_a(Kind.FIELD):
        return True
    if not facts & TELLING or len(facts & STATED) < FEWEST:
        return False
    at_top = not above or runs[0].fields[0] <= HIGHEST
    return (at_top and len(labels) >= MANY) or (rows[0].is_a(Kind.FIELD) and len(above) >= FEWEST)
