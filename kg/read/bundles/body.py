"""The text of one article: from its header to its trailers, without what pages and exports put in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.read.bundles.cells import read_cells
from kg.read.bundles.evidence import is_date_line
from kg.read.bundles.found import Header
from kg.read.bundles.header import continues, read_field
from kg.read.bundles.labels import OF_EXPORTS
from kg.read.bundles.marks import LONGEST_SIGNED, SIGNED, Kind
from kg.read.bundles.rows import Row, Sheet, words_of

LONGEST_TRAILER = 40
"""Lines."""


@dataclass(slots=True)
class Body:
    """The text of an article as stretches of the source, begin and end each, and the lines that are not of it."""

    stretches: list[tuple[int, int]] = field(default_factory=list)
    last: Row | None = None
    dropped: list[Row] = field(default_factory=list)
    notices: list[Row] = field(default_factory=list)
    behind: int = 0

    def keep(self, row: Row, offset: int = 0) -> None:
        """Add a line to the text, from `offset` on; with the line above when nothing was dropped between."""
        begin, end = row.end - len(row.text) + offset if offset else row.begin, row.end
        if signed := SIGNED.search(row.text[-LONGEST_SIGNED:]):
            end -= len(signed[0])
        follows = self.last is not None and not (self.dropped and self.dropped[-1].line > self.last.line)
        if follows and not offset:
            self.stretches[-1] = (self.stretches[-1][0], end)
        else:
            self.stretches.append((begin, end))
        self.last = row


def read_body(sheet: Sheet, header: Header, wrapped: bool) -> Body:
    """The text from `header.body` on; fields behind it are added to `header`."""
    rows = sheet.rows
    body = Body()
    trailing, section, outside = False, False, False
    i = header.body
    while i < len(rows):
        row, end = rows[i], i + 1
        if row.is_a(Kind.FIELD) and not row.is_a(Kind.FIELD, "body") and (trailing or trails(sheet, i)):
            trailing = True
            while end < len(rows) and continues(rows, end, wrapped):
                end += 1
            section = not row.value or row.is_a(Kind.FIELD, "cover") or (section and outside)
            outside = outside or row.is_a(Kind.FIELD, "cover")
            read_field(rows[i:end], header)
        elif row.is_a(Kind.FIELD, "body") and not trailing and (i == header.body or is_code(row)):
            if row.value:
                body.keep(row, row.mark.value if row.mark else 0)
            else:
                body.dropped.append(row)
        elif row.mark is not None and row.mark.kind is not Kind.FIELD:
            trailing = leave(sheet, i, header, body, trailing)
        elif trailing:
            body.dropped.append(row)
            if is_date_line(row.text) and not row.running:
                read_cells(row, header)
            elif not section:
                body.behind += words_of((row,))
        elif is_running_head(rows, i, header):
            body.dropped.append(row)
        else:
            body.keep(row)
            while end < len(rows) and rows[end].mark is None and not rows[end].new_page:
                end += 1  # the lines between two marks are text, whatever they hold
            if end > i + 1:
                body.keep(rows[end - 1])
        i = end
    return body


def is_code(row: Row) -> bool:
    """Whether a label is a two-letter field code: text goes on behind it, while "Text:" within text is text."""
    return row.mark is not None and row.mark.label.isupper()


def leave(sheet: Sheet, i: int, header: Header, body: Body, trailing: bool) -> bool:
    """Leave out a line that is a mark; whether the text is over with it."""
    row = sheet.rows[i]
    mark = row.mark
    assert mark is not None
    more = not trailing and sheet.has_text(i + 1)
    body.dropped.append(row)
    if mark.kind is Kind.IDENTITY:
        header.add("id", row.value)
    elif mark.kind is Kind.WIRE:
        header.add("stamp", row.text)
    elif mark.kind is Kind.COPYRIGHT:
        body.notices.append(row)
    elif mark.kind in (Kind.RULE, Kind.FENCE) and more:
        return trailing
    return trailing or (not more and mark.kind not in (Kind.PAGE, Kind.TAG)) or mark.kind is Kind.END


def trails(sheet: Sheet, i: int) -> bool:
    """Whether the fields that begin at line `i` of the text are its trailers: two labels or more, or one that only
    exports print, or with no text behind."""
    labels: set[str] = set()
    for row in sheet.rows[i : i + LONGEST_TRAILER]:
        if row.running and row.after_blank:
            break
        if row.mark is not None and row.mark.kind is Kind.FIELD:
            if row.mark.fact == "body":
                break
            labels.add(row.mark.label)
    own = sheet.rows[i].mark
    assert own is not None
    return len(labels) > 1 or own.label in OF_EXPORTS or own.label.isupper() or not sheet.has_text(i + 1)


def is_running_head(rows: Sequence[Row], i: int, header: Header) -> bool:
    """The headline again, at the top of the next page."""
    row = rows[i]
    if not header.headline or not (row.new_page or (i and rows[i - 1].is_a(Kind.PAGE))):
        return False
    return " ".join(line.text for line in header.headline).startswith(row.text)
