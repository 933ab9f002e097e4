"""The header of one article: which of its first lines are fields, headline, paper, date, byline, and where the text
begins. Labels say what they are; lines without one are told by what they hold and by their place beside the date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.bundles.cells import ROLE, is_slug, read_cells
from kg.read.bundles.choice import choose
from kg.read.bundles.found import Header
from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Row

OWN_ID = re.compile(r"\s(?:doc)?id=[\"'](?P<id>[^\"'<>\s]{3,80})[\"']", re.IGNORECASE)
"""In the tag around an article."""
DEPTH = 40
"""Lines that a header has at most."""
LONGEST_ABSTRACT = 400
"""Words of text in front of the label of the full text."""
FULL_LINE = 45
"""Characters from which on a line of a wrapped text may go on in the next."""


def read_header(rows: Sequence[Row], wrapped: bool) -> Header:
    """The header of the article of `rows`; `wrapped` says that long lines go on in the next."""
    header = Header()
    given = next((i for i, row in enumerate(rows) if row.is_a(Kind.FIELD, "body")), None)
    if given is not None and sum(len(row.text.split()) for row in rows[:given] if row.running) > LONGEST_ABSTRACT:
        given = None
    loose: list[int] = []
    last, i = -1, 0
    while i < min(len(rows), max(DEPTH, given or 0)) and i != given:
        row = rows[i]
        if row.mark is None:
            if is_slug(row.text) or (header.first("byline") and ROLE.fullmatch(row.text)):
                header.used.append(row)
                last, i = i, i + 1
                continue
            if row.running and (given is None or not any(above.is_a(Kind.FIELD) for above in rows[:i])):
                break  # text above a label "Text:" is text, unless other labels stand above it
            if read_cells(row, header):
                last = i
            elif not row.running:
                loose.append(i)
            i += 1
            continue
        end = i + 1
        if row.mark.kind is Kind.TAG and (own := OWN_ID.search(row.text)):
            header.add("id", own["id"])
        if row.mark.kind is Kind.FIELD:
            while end < len(rows) and end != given and continues(rows, end, wrapped):
                end += 1
            read_field(rows[i:end], header)
        last, i = end - 1, end
    header.body = given if given is not None else i
    top = header.body if given is not None else last + 1
    choose(rows, loose, top, header, wrapped)
    return header


def continues(rows: Sequence[Row], i: int, wrapped: bool) -> bool:
    """Whether line `i` is the rest of a wrapped value above it; in a text that is not wrapped, no line is, but the
    value of a label that stands alone."""
    row, above = rows[i], rows[i - 1]
    if row.mark is not None:
        return False
    bare = above.mark is not None and not above.value
    if bare and above.mark is not None and above.mark.fact not in ("cover", "link"):
        return not row.running or not row.after_blank
    indented = wrapped and not row.after_blank and row.begin < row.end - len(row.text)
    return wrapped and not row.after_blank and (indented or len(above.text) >= FULL_LINE)


def read_field(rows: Sequence[Row], header: Header) -> None:
    mark = rows[0].mark
    assert mark is not None
    value = " ".join([rows[0].value, *(row.text for row in rows[1:])])
    header.add(mark.fact, value, mark.label)
    header.used += rows
    if mark.fact == "headline" and not header.titled:
        header.titled = [(rows[0], mark.value), *((row, 0) for row in rows[1:])]
    if mark.fact == "abstract":
        header.abstract += rows
