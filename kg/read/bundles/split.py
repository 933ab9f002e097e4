"""Cut a text into the articles that it holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.errors import ReadError
from kg.read.bundles.cover import behind_cover, promised
from kg.read.bundles.days import month_first
from kg.read.bundles.doubt import several_in
from kg.read.bundles.part import Part, part_of
from kg.read.bundles.rows import Sheet, rows_of
from kg.read.bundles.shapes import find_starts
from kg.read.bundles.single import is_export
from kg.read.mapped import Mapped

LONGEST_STAMP = 60
"""Characters of a line with the stamp of a wire."""


def split_bundle(text: Mapped, source: str, first_line: int = 1, *, sure: bool = False) -> list[Part]:
    """The articles of `text` in order, each with the line where it begins (`first_line` is that of the first line).

    Empty when the text is one page that has no header of an export: `read_page` reads that as it stands. A single
    article with such a header is a list of one. `sure` takes only what nothing but exports prints for a sign, as is
    right for web pages. Raises ReadError when the text looks like several articles and no line
    repeats with them by which they could be cut.
    """
    rows = rows_of(text.text, first_line)
    if not rows:
        return []
    sheet = Sheet(rows)
    starts = find_starts(sheet, sure)
    if not starts and not is_export(sheet):
        doubt = None if sure else several_in(rows)
        if doubt:
            raise ReadError(f"{source}: {doubt}")
        return []
    starts = starts or [0]
    cover = behind_cover(rows[: starts[1]] if len(starts) > 1 else rows)
    first = starts[0]
    if first < cover and sheet.has_text(cover, starts[1] if len(starts) > 1 else None):
        first = starts[0] = cover
    order = month_first("\n".join(row.text for row in rows if len(row.text) < LONGEST_STAMP))
    parts = [part_of(text, sheet.part(a, b), order) for a, b in pairwise([*starts, len(rows)])]
    parts[0] = replace(parts[0], dropped=(*(row.text for row in rows[:first]), *parts[0].dropped))
    expected = promised(rows, first)
    if expected is not None and expected != len(parts):
        count = f"the file speaks of {expected} articles and {len(parts)} were found; check that it is whole"
        parts[0] = replace(parts[0], warnings=(count, *parts[0].warnings))
    return parts
