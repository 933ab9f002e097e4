"""One article of a bundle: its text without header and trailers, what they state, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.bundles.body import read_body
from kg.read.bundles.doubt import several_in
from kg.read.bundles.found import Header
from kg.read.bundles.header import read_header
from kg.read.bundles.rows import Row, Sheet
from kg.read.bundles.stated import facts_of
from kg.read.facts import Facts
from kg.read.mapped import Mapped, join
from kg.read.page.markup import clean
from kg.read.page.prose import CLOSED

WIDEST = 100
"""Characters of a line of a wrapped text at most."""
FEWEST_WRAPPED = 3
FEWEST_WORDS = 8
"""Words of text below which the abstract says more ("Full text: Not available.")."""
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


def part_of(text: Mapped, sheet: Sheet, first_is_month: bool | None = None) -> Part:
    """Read the article of a sheet, whose lines are of `text`. Text behind its trailers is left out with a warning."""
    rows = sheet.rows
    wrapped = is_wrapped(rows)
    header = read_header(rows, wrapped)
    body = read_body(sheet, header, wrapped)
    known = facts_of(header, first_is_month)
    if header.abstract and sum(len(text.text[a:b].split()) for a, b in body.stretches) < FEWEST_WORDS:
        body.stretches, body.last = [], None
        for row in header.abstract:
            body.keep(row, row.mark.value if row.mark else 0)
        known = Facts(excerpt=True).over(known)
        header.used = [row for row in header.used if row not in header.abstract]
    if known.publisher is None or known.published is None:
        body.stretches += [(row.begin, row.end) for row in body.notices]
    headline = headline_of(text, header)
    pieces = [headline] if headline is not None and headline.text else []
    known = Facts(title=pieces[0].text).over(known) if pieces else known
    pieces += joined(text, body.stretches, "\n" if wrapped else " ")
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
        ends = [
            begin + len(row.value if offset else row.text)
            for begin, (row, offset) in zip(lines, header.titled, strict=True)
        ]
        return clean(join(" ", [text.part(begin, end) for begin, end in zip(lines, ends, strict=True) if end > begin]))
    title = header.first("headline")
    return Mapped.foreign(title) if title else None


def joined(text: Mapped, stretches: Sequence[tuple[int, int]], between: str) -> list[Mapped]:
    """The stretches of a text; two between which a page ended in mid-sentence become one."""
    pieces: list[Mapped] = []
    for begin, end in stretches:
        piece = text.part(begin, end)
        first = piece.text.lstrip()[:1]
        if pieces and first.islower() and not CLOSED.search(pieces[-1].text):
            pieces[-1] = join(between, [pieces[-1], piece])
        else:
            pieces.append(piece)
    return pieces
