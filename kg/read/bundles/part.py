"""One article of a bundle: its text without header and trailers, what they state, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.read.bundles.doubt import several_in
from kg.read.bundles.evidence import is_date_line
from kg.read.bundles.header import WIDEST, Header, continues, read_cells, read_field, read_header
from kg.read.bundles.labels import OF_EXPORTS
from kg.read.bundles.marks import LONGEST_SIGNED, SIGNED, Kind
from kg.read.bundles.rows import Row, Sheet, words_of
from kg.read.bundles.stated import facts_of
from kg.read.facts import Facts
from kg.read.mapped import Mapped, join
from kg.read.page.markup import clean
from kg.read.page.prose import CLOSED

FEWEST_WRAPPED = 3
LONGEST_TRAILER = 40
"""Lines."""
FEWEST_BEHIND = 20
"""Words of text behind the end of an article that are worth a warning."""


@dataclass(frozen=True, slots=True)
class Part:
    """`body` is what `read_page` reads: headline and text; `known` what header and trailers state; `line` counts from
    1 in the whole text; `dropped` are the lines that are neither; `warnings` are without the file's name."""

    body: Mapped
    known: Facts
    line: int
    dropped: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Body:
    """The text of an article as stretches of the source, begin and end each, and the lines that are not of it."""

    stretches: list[tuple[int, int]] = field(default_factory=list)
    last: Row | None = None
    dropped: list[Row] = field(default_factory=list)
    notices: list[Row] = field(default_factory=list)
    behind: int = 0

    def keep(self, row: Row, offset: int = 0) -> None:
        begin, end = row.end - len(row.text) + offset if offset else row.begin, row.end
        if signed := SIGNED.search(row.text[-LONGEST_SIGNED:]):
            end -= len(signed[0])
        follows = self.last is not None and self.last.line + 1 >= row.line - 1 and not self.gap(row)
        if follows and self.stretches and not offset:
            self.stretches[-1] = (self.stretches[-1][0], end)
        else:
            self.stretches.append((begin, end))
        self.last = row

    def gap(self, row: Row) -> bool:
        """Whether something was dropped between the last line and `row`."""
        return bool(self.dropped) and self.last is not None and self.dropped[-1].line > self.last.line


def part_of(text: Mapped, sheet: Sheet, first_is_month: bool | None = None) -> Part:
    """Read the article of a sheet, whose lines are of `text`. Text behind its trailers is left out with a warning."""
    rows = sheet.rows
    wrapped = is_wrapped(rows)
    header = read_header(rows, wrapped)
    body = read_body(sheet, header, wrapped)
    known = facts_of(header, first_is_month)
    if not body.stretches and header.abstract:
        for row in header.abstract:
            body.keep(row, row.mark.value if row.mark else 0)
        known = Facts(excerpt=True).over(known)
        header.used = [row for row in header.used if row not in header.abstract]
    if known.publisher is None or known.published is None:
        body.stretches += [(row.begin, row.end) for row in body.notices]
    headline = headline_of(text, header)
    pieces = [headline] if headline is not None and headline.text else []
    known = Facts(title=headline.text).over(known) if pieces else known
    pieces += joined(text, body.stretches)
    dropped = sorted({row.line: row.text for row in (*header.used, *body.dropped)}.items())
    doubt = several_in(rows)
    warnings: tuple[str, ...] = (doubt,) if doubt else ()
    if body.behind >= FEWEST_BEHIND:
        warnings += (f"{body.behind} words behind the end of the article were left out; check that the file is whole",)
    return Part(join("\n\n", pieces), known, rows[0].line, tuple(line for _, line in dropped), warnings)


def is_wrapped(rows: Sequence[Row]) -> bool:
    """Whether the lines of running text were broken at a width."""
    running = [len(row.text) for row in rows if row.running]
    ended = sum(CLOSED.search(row.text) is not None for row in rows if row.running)
    return len(running) >= FEWEST_WRAPPED and max(running) <= WIDEST and 4 * ended <= 3 * len(running)


def headline_of(text: Mapped, header: Header) -> Mapped | None:
    """The headline with its way back to the source, where it stands in one piece or in lines one below another."""
    if header.headline:
        return clean(join(" ", [text.part(row.end - len(row.text), row.end) for row in header.headline]))
    if header.titled:
        lines = [row.end - len(row.text) + offset for row, offset in header.titled]
        ends = [begin + len(row.value if offset else row.text) for begin, (row, offset) in zip(lines, header.titled, strict=True)]
        return clean(join(" ", [text.part(begin, end) for begin, end in zip(lines, ends, strict=True) if end > begin]))
    title = header.first("headline")
    return Mapped.foreign(title) if title else None


def joined(text: Mapped, stretches: Sequence[tuple[int, int]]) -> list[Mapped]:
    """The stretches of a text; two between which a page ended in mid-sentence become one."""
    pieces: list[Mapped] = []
    for begin, end in stretches:
        piece = text.part(begin, end)
        first = piece.text.lstrip()[:1]
        if pieces and first.islower() and not CLOSED.search(pieces[-1].text):
            pieces[-1] = join("\n", [pieces[-1], piece])
        else:
            pieces.append(piece)
    return pieces


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
        elif row.is_a(Kind.FIELD, "body") and not trailing and (i == header.body or len(row.text) == 2 or row.text[:2].isupper()):
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
        i = end
    return body


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
