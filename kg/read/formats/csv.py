"""CSV and TSV: one article a row under a header that names the fields."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from kg.errors import ReadError
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.records.fields import plain, shapes
from kg.read.records.record import RecordReader
from kg.read.records.stream import CHUNK, LONGEST_RECORD, Utf8Stream, too_long
from kg.read.records.tally import told_once

DELIMITERS = ",;\t|"
"""The likeliest first."""
NOWHERE = "\x1f"
"""Divides nothing: for tables of one column."""
TOLD = re.compile(r"\"?sep=(.)\"?[\s,;]*\Z", re.IGNORECASE)
"""What Excel writes above the header."""
LINES_TRIED = 200
FEWEST_KNOWN, MOST_ABOVE = 3, 30
"""Cells of a header that are usual names of fields, and lines that stand above it at most."""
MOST_TAKEN_BACK = 1_000
"""Lines that are read anew behind a broken row; a quotation mark too many can take in thousands."""


def read_csv(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The articles of a table; an article is named by the line in which its row begins."""
    text = Utf8Stream(stream, source)
    records = RecordReader(source, options)
    yield from told_once(results(text, source, records), source)


def results(text: Utf8Stream, source: str, records: RecordReader) -> Iterator[Reading | Failure]:
    head = text.head(CHUNK).decode("utf-8", "replace").splitlines(keepends=True)[:LINES_TRIED]
    told = TOLD.match(head[0]) if head else None
    above = 1 if told else lines_above(head)
    settings = dialect(head[above:], told[1] if told else None)
    csv.field_size_limit(LONGEST_RECORD)
    lines = Lines(io.TextIOWrapper(io.BufferedReader(text, CHUNK), encoding="utf-8", errors="replace", newline=""))
    for _ in range(above):
        next(lines)
    lines.taken.clear()
    header: list[str] | None = None
    empty = True
    for begin, row in rows_of(lines, settings):
        place = f"{source}:{begin}"
        if isinstance(row, Exception):
            yield Failure(place, ReadError(f"{place}: not valid CSV ({row}); the rows behind it are read"))
        elif header is None:
            header = [name.strip() for name in row]
        elif any(cell.strip() for cell in row):
            records.warning = text.warning or (skipped(source, above) if empty and not told and above else None)
            empty = False
            yield from from_row(header, row, place, records)
    if empty:
        yield Failure(source, ReadError(f"{source}: no record; a header and one row an article are needed"))
    yield from records.closing()


def from_row(header: list[str], row: list[str], place: str, records: RecordReader) -> Iterator[Reading | Failure]:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        told = f"{len(row)} fields, but the header names {len(header)}"
        yield Failure(place, ReadError(f"{place}: more fields than the header names ({told}); quote the text"))
    else:
        row += [""] * (len(header) - len(row))
        yield from records.read(dict(zip(header, row, strict=False)), place)


class Lines:
    """The lines of a text, counted, of which the last can be taken back."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._back: deque[str] = deque()
        self.number = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._text.readline(LONGEST_RECORD)
        if not line:
            raise StopIteration
        if len(line) == LONGEST_RECORD:
            raise too_long(f"line {self.number + 1}:")
        self.number += 1
        self.taken.append(line)
        return line

    def take_back(self, kept: int) -> None:
        """Give all lines that were taken since `taken` was emptied again, but for the first `kept`."""
        again = self.taken[kept:]
        self._back.extendleft(reversed(again))
        self.number -= len(again)


def rows_of(lines: Lines, settings: dict[str, Any]) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Rows with the line in which each begins. A row that is broken gives its error, and the line behind its first is
    read as the beginning of a row."""
    rows = csv.reader(lines, **settings)
    while True:
        lines.taken.clear()
        begin = lines.number + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield begin, error
            if len(lines.taken) <= MOST_TAKEN_BACK:
                lines.take_back(1)
            rows = csv.reader(lines, **settings)
            continue
        if row:
            yield begin, row


def skipped(source: str, above: int) -> str:
    return f"{source}: {above} lines above the header are no records and were left out"


def lines_above(head: list[str]) -> int:
    """Lines in front of the header, in which a service says what it was asked for: fewer cells than the header has,
    and none of them the name of a field."""
    names = {plain(name) for usual in shapes()[0].values() for name in usual}
    for sign in DELIMITERS:
        rows = csv.reader(head, delimiter=sign)
        widest = 0
        with suppress(csv.Error):
            for row in rows:
                known = sum(plain(cell) in names for cell in row)
                if known >= FEWEST_KNOWN:
                    return rows.line_num - 1 if widest < len(row) else 0
                widest = max(widest, len([cell for cell in row if cell]))
                if rows.line_num > MOST_ABOVE:
                    break
    return 0


def dialect(head: list[str], delimiter: str | None) -> dict[str, Any]:
    """How the cells are divided: by the sign that gives most rows as many cells as the header has. A quotation mark
    inside a text is doubled, or has a backslash before it."""
    text = "".join(head)
    backslash = '\\"' in text and '""' not in text.replace('\\""', "")
    quoting: dict[str, Any] = {"doublequote": False, "escapechar": "\\"} if backslash else {"doublequote": True}
    if delimiter is None:
        divided = [sign for sign in DELIMITERS if head and sign in head[0]]
        delimiter = max(divided, key=lambda sign: evenness(head, sign, quoting)) if divided else NOWHERE
    if delimiter == "\t" and '"' in text and not is_quoted(head, quoting):
        return {"delimiter": delimiter, "quoting": csv.QUOTE_NONE}
    return {"delimiter": delimiter, "strict": True, **quoting}


def is_quoted(head: Iterable[str], quoting: dict[str, Any]) -> bool:
    """Whether quotation marks stand around cells, as in CSV, and not just in texts between tabs."""
    try:
        return sum(1 for _ in csv.reader(head, delimiter="\t", strict=True, **quoting)) > 0
    except csv.Error as error:
        return "unexpected end" in str(error)  # the beginning ends within a cell


def evenness(head: Iterable[str], delimiter: str, quoting: dict[str, Any]) -> tuple[float, int]:
    """Share of rows with as many cells as the header, and their number; nothing for one cell."""
    try:
        rows = [row for row in csv.reader(head, delimiter=delimiter, **quoting) if row]
    except csv.Error:
        rows = []
    if not rows or len(rows[0]) < 2:
        return 0.0, 0
    rows = rows[: max(2, len(rows) - 1)]  # the last may be cut off
    return sum(len(row) == len(rows[0]) for row in rows) / len(rows), len(rows[0])
