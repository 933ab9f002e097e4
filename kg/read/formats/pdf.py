"""PDF: lines with their places on the page become paragraphs; running heads and page numbers go, hyphens at line ends
are undone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import BinaryIO

import pypdfium2  # type: ignore[import-untyped]

from kg.errors import ReadError
from kg.read.bundles import split_bundle
from kg.read.bundles.readings import read_parts
from kg.read.facts import Facts
from kg.read.formats.pdf_rows import Row, rows_of
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page
from kg.read.page.hyphens import Hyphens
from kg.read.page.lines import SENTENCE_END

PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
SPACED = 1.25
"""Distances of lines beyond which there is space between them."""
EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads stand."""


def read_pdf(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """One article, or those of an archive's export. Source offsets of segments count in the text taken out of the
    file, paragraphs joined by a blank line."""
    try:
        with pypdfium2.PdfDocument(stream.read()) as document:
            found = [rows_of(document[i], i) for i in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{source}: not a readable PDF ({error}); remove a password or save it again") from None
    pages = [rows for rows, _ in found]
    rows = without_running_heads(pages)
    if not rows:
        raise ReadError(f"{source}: the PDF holds no text (scanned pages?); run text recognition first")
    paragraphs = paragraphs_of(rows)
    text = "\n\n".join(text for text, _ in paragraphs)
    gone = {id(row) for row in rows}
    dropped = [row.text for page in pages for row in page if id(row) not in gone]
    dropped += [line for _, aside in found for line in aside]
    parts = split_bundle(Mapped.whole(as_printed(rows)), source, sure=True)
    items: Iterable[Reading | Failure]
    if parts:
        items = read_parts(parts, source, options, Facts(), (), by_line=False)
    else:
        items = [read_page(Mapped.whole(text), source, options, Facts(title=headline_of(paragraphs)))]
    for item in items:
        yield replace(item, dropped=(*dropped, *item.dropped)) if isinstance(item, Reading) else item
        dropped = []


def without_running_heads(pages: list[list[Row]]) -> list[Row]:
    """Rows without page numbers and without what stands at the edge of at least half of the pages in the same size."""
    edges = [edge_of(page) for page in pages]
    heights: dict[str, list[float]] = {}
    for edge in edges:
        for key, height in {head_key(row): row.height for row in edge}.items():
            heights.setdefault(key, []).append(height)

    def is_running(row: Row) -> bool:
        own = heights[head_key(row)]
        often = len(own) > 1 and 2 * len(own) >= len(pages) - 1  # or on every other page
        return often and abs(row.height - median(own)) <= 0.1 * row.height

    kept = []
    for page, edge in zip(pages, edges, strict=True):
        gone = {id(row) for row in edge if PAGE_NUMBER.fullmatch(row.text) or is_running(row)}
        kept += [row for row in page if id(row) not in gone]
    return kept


def edge_of(page: list[Row]) -> list[Row]:
    """The lines nearest to the upper and the lower edge, wherever they come in reading."""
    if len(page) <= 2 * EDGE:
        return page
    bases = sorted(row.base for row in page)
    return [row for row in page if row.base <= bases[EDGE - 1] or row.base >= bases[-EDGE]]


def head_key(row: Row) -> str:
    """Running heads differ from page to page by numbers alone."""
    return re.sub(r"\d+", "#", row.text.casefold())


def as_printed(rows: list[Row]) -> str:
    """The lines one below the other, with a blank one where there is space: how exports state what is what."""
    pitches = pitches_of(rows)
    pitch = pitches[len(pitches) // 4] if pitches else 1.0  # most lines of a header may have space around them
    text = rows[0].text
    for above, below in pairwise(rows):
        apart = follows(above, below) and (above.base - below.base) / below.height > SPACED * pitch
        text += ("\n\n" if apart else "\n") + below.text
    return text


def pitches_of(rows: list[Row]) -> list[float]:
    """The distances from line to line in heights of the print, sorted."""
    return sorted((a.base - b.base) / b.height for a, b in pairwise(rows) if follows(a, b))


def paragraphs_of(rows: list[Row]) -> list[tuple[str, float]]:
    """Text and font height of each paragraph."""
    pitch = median(pitches_of(rows) or [1.0])
    hyphens = Hyphens("\n".join(row.text for row in rows))
    found: list[list[Row]] = []
    for i, row in enumerate(rows):
        if i and not is_break(rows[i - 1], row, pitch, block_right(rows, i - 1)):
            found[-1].append(row)
        else:
            found.append([row])
    return [(joined(lines, hyphens), lines[0].height) for lines in found]


def joined(rows: Sequence[Row], hyphens: Hyphens) -> str:
    """The lines of one paragraph as one."""
    first, *more = (Mapped.whole(row.text) for row in rows)
    return hyphens.joined(first, more).text


def follows(above: Row, below: Row) -> bool:
    """Whether `below` is the next line of the same column."""
    return above.page == below.page and above.base > below.base


def block_right(rows: list[Row], i: int) -> float:
    """Right edge of the column that row `i` stands in."""
    near = rows[max(0, i - 10) : i + 11]
    return max(row.right for row in near if row.page == rows[i].page and abs(row.left - rows[i].left) < 5 * row.height)


def is_break(above: Row, below: Row, pitch: float, right: float) -> bool:
    """Whether a paragraph ends between two lines: another font size, more space, an indent, a short last line."""
    if abs(above.height - below.height) > 0.12 * max(above.height, below.height):
        return True
    ended = SENTENCE_END.search(above.text) is not None
    if not follows(above, below):  # next column or page
        return ended
    if (above.base - below.base) / below.height > SPACED * pitch:
        return True
    indented = below.left - above.left > 0.8 * below.height
    short = right - above.right > 0.12 * (right - above.left)
    return ended and (indented or short)


def headline_of(paragraphs: list[tuple[str, float]]) -> str | None:
    """The first paragraph in the largest print of five words or more, when it is larger than the text."""
    usual = median(height for text, height in paragraphs for _ in text.split())
    large = [(height, text) for text, height in paragraphs if height > 1.15 * usual and len(text.split()) >= 5]
    size = max((height for height, _ in large), default=0.0)
    return next((" ".join(text.split()) for height, text in large if height == size), None)
