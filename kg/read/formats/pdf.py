"""PDF: lines with their places on the page become paragraphs; running heads and page numbers go, hyphens at line ends
are undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import BinaryIO

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw as pdfium

from kg.errors import ReadError
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page
from kg.read.page.lines import SENTENCE_END

PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
DIVISION = "\x02\ufffe"
"""How PDFium gives a hyphen and the line end behind it, where it takes them for the division of a word."""
EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads stand."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of print; the measures are points from the lower left corner of the page, `height` that of its font."""

    text: str
    page: int
    left: float
    right: float
    base: float
    height: float


def read_pdf(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """One article. Source offsets of its segments count in the text taken out, paragraphs joined by a blank line."""
    try:
        with pypdfium2.PdfDocument(stream.read()) as document:
            pages = [rows_of(document[i], i) for i in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{source}: not a readable PDF ({error}); remove a password or save it again") from None
    rows = without_running_heads(pages)
    if not rows:
        raise ReadError(f"{source}: the PDF holds no text (scanned pages?); run text recognition first")
    paragraphs = paragraphs_of(rows)
    text = "\n\n".join(text for text, _ in paragraphs)
    yield read_page(Mapped.whole(text), source, options, Facts(title=headline_of(paragraphs)))


def rows_of(page: pypdfium2.PdfPage, number: int) -> list[Row]:
    """The lines of one page in reading order, as PDFium gives them."""
    textpage = page.get_textpage()
    rows: list[Row] = []
    chars: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for i in range(textpage.count_chars() + 1):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, i)) if i < textpage.count_chars() else "\n"
        if char not in "\r\n":
            chars.append(char)
        if char not in "\r\n" + DIVISION and not char.isspace():
            boxes.append(textpage.get_charbox(i, loose=True))
        if char in "\r\n" + DIVISION and boxes:
            left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
            height = median(box[3] - box[1] for box in boxes)
            rows.append(Row("".join(chars).strip(), number, left, right, median(box[1] for box in boxes), height))
            chars, boxes = [], []
    return rows


def without_running_heads(pages: list[list[Row]]) -> list[Row]:
    """Rows without page numbers and without what stands at the edge of at least half of the pages in the same size."""
    edges = [page[:EDGE] + page[max(EDGE, len(page) - EDGE) :] for page in pages]
    heights: dict[str, list[float]] = {}
    for edge in edges:
        for key, height in {head_key(row): row.height for row in edge}.items():
            heights.setdefault(key, []).append(height)

    def is_running(row: Row) -> bool:
        own = heights[head_key(row)]
        often = len(own) > 1 and 2 * len(own) >= len(pages)
        return often and abs(row.height - median(own)) <= 0.1 * row.height

    kept = []
    for page, edge in zip(pages, edges, strict=True):
        gone = {id(row) for row in edge if PAGE_NUMBER.fullmatch(row.text) or is_running(row)}
        kept += [row for row in page if id(row) not in gone]
    return kept


def head_key(row: Row) -> str:
    """Running heads differ from page to page by numbers alone."""
    return re.sub(r"\d+", "#", row.text.casefold())


def paragraphs_of(rows: list[Row]) -> list[tuple[str, float]]:
    """Text and font height of each paragraph."""
    pitches = [(a.base - b.base) / b.height for a, b in pairwise(rows) if follows(a, b)]
    pitch = median(pitches) if pitches else 1.0
    whole = " ".join(row.text for row in rows)
    found: list[tuple[str, float]] = []
    for i, row in enumerate(rows):
        if i and not is_break(rows[i - 1], row, pitch, block_right(rows, i - 1)):
            found[-1] = (joined(found[-1][0], row.text, whole), found[-1][1])
        else:
            found.append((row.text, row.height))
    return found


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
    if (above.base - below.base) / below.height > 1.25 * pitch:
        return True
    indented = below.left - above.left > 0.8 * below.height
    short = right - above.right > 0.12 * (right - above.left)
    return ended and (indented or short)


def joined(text: str, more: str, whole: str) -> str:
    """Two lines of one paragraph; a word divided by a hyphen becomes one, unless the document writes it with hyphen."""
    if text[-1] in DIVISION:
        text = text[:-1] + "-"
    if not re.search(r"\w-\Z", text) or not more[0].islower():
        return f"{text} {more}"
    first, second = re.findall(r"[\w-]+", text)[-1], re.match(r"\w+", more)
    hyphenated = first + second[0] if second else first
    return text + more if hyphenated in whole else text[:-1] + more


def headline_of(paragraphs: list[tuple[str, float]]) -> str | None:
    """The first paragraph in the largest print of five words or more, when it is larger than the text."""
    usual = median(height for text, height in paragraphs for _ in text.split())
    large = [(height, text) for text, height in paragraphs if height > 1.15 * usual and len(text.split()) >= 5]
    size = max((height for height, _ in large), default=0.0)
    return next((" ".join(text.split()) for height, text in large if height == size), None)
