"""The lines of a PDF page in reading order, with their places: upright, however the page lies, and column by column.

PDFium gives its characters in the order in which they are read, as long as the page is turned so that they stand
upright and nobody drew two columns line by line. Their boxes are those of the page as it lies in the file.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw as pdfium

DIVISION = "\x02\ufffe"
"""How PDFium gives a hyphen and the line end behind it, where it takes them for the division of a word."""
HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-"})
SAMPLES = 200
"""Characters that are asked which way they stand."""
GAP = 0.9
"""Blank between two words, in heights of the print, that may part two columns; justified words stand closer."""
FEWEST_ROWS = 4
"""Lines side by side that make two columns; fewer are a table's, or two words far apart."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of print; the measures are points from the lower left corner of the page, `height` that of its font."""

    text: str
    page: int
    left: float
    right: float
    base: float
    height: float


def rows_of(page: pypdfium2.PdfPage, number: int) -> tuple[list[Row], list[str]]:
    """The lines of one page in reading order, and what is written along its side."""
    angle = angle_of(page.get_textpage())
    page.set_rotation((360 - angle) % 360)  # so that PDFium reads from the top of the text
    textpage = page.get_textpage()
    rows: list[list[Row]] = []
    aside: list[str] = []
    chars: list[tuple[str, Box | None]] = []
    count = textpage.count_chars()
    for i in range(count + 1):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, i)) if i < count else "\n"
        if char not in "\r\n":
            blank = char in DIVISION or char.isspace()
            chars.append((char, None if blank else turned(textpage.get_charbox(i, loose=True), angle)))
        if char in "\r\n" + DIVISION and any(box for _, box in chars):
            first = next(k for k in range(i - 1, -1, -1) if not chr(pdfium.FPDFText_GetUnicode(textpage, k)).isspace())
            if char in DIVISION or char_angle(textpage, first) == angle:
                rows.append(pieces_of(chars, number))
            else:
                aside.append("".join(char for char, _ in chars).strip())
            chars = []
    return in_columns(rows), aside


def angle_of(textpage: pypdfium2.PdfTextPage) -> int:
    """The way most characters of a page stand: 0, 90, 180 or 270 degrees."""
    count = textpage.count_chars()
    step = max(1, count // SAMPLES)
    inked = (i for i in range(0, count, step) if not chr(pdfium.FPDFText_GetUnicode(textpage, i)).isspace())
    counted = Counter(char_angle(textpage, i) for i in inked)
    return max(sorted(counted), key=lambda angle: counted[angle], default=0)


def char_angle(textpage: pypdfium2.PdfTextPage, i: int) -> int:
    """To the next quarter turn."""
    return round(math.degrees(pdfium.FPDFText_GetCharAngle(textpage, i)) / 90) % 4 * 90


def turned(box: Box, angle: int) -> Box:
    """A box (left, bottom, right, top) as it stands once the text is upright."""
    left, bottom, right, top = box
    if angle == 270:
        return bottom, -right, top, -left
    if angle == 180:
        return -right, -top, -left, -bottom
    return (-top, left, -bottom, right) if angle == 90 else box


def pieces_of(chars: Sequence[tuple[str, Box | None]], number: int) -> list[Row]:
    """One line, parted where the blank between two words is wide."""
    height = median(box[3] - box[1] for _, box in chars if box)
    pieces: list[list[tuple[str, Box | None]]] = [[]]
    right = None
    for char, box in chars:
        if box and right is not None and box[0] - right > GAP * height:
            pieces.append([])
        pieces[-1].append((char, box))
        right = box[2] if box else right
    return [row_of(piece, number) for piece in pieces]


def row_of(chars: Sequence[tuple[str, Box | None]], number: int) -> Row:
    boxes = [box for _, box in chars if box]
    text = "".join(char for char, _ in chars).strip().translate(HYPHENS)
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return Row(text, number, left, right, median(b[1] for b in boxes), median(b[3] - b[1] for b in boxes))


def in_columns(rows: Sequence[Sequence[Row]]) -> list[Row]:
    """The lines of a page. Where at least four in a row are parted at the same place, they are columns: what stands
    left of it is read before what stands right of it; elsewhere the parts of a line are one line."""
    start = 0
    while start < len(rows):
        if len(rows[start]) > 1 and (found := gutter_from(rows, start)):
            middle, end = found
            left = [[piece for piece in row if piece.right <= middle] for row in rows[start:end]]
            right = [[piece for piece in row if piece.right > middle] for row in rows[start:end]]
            columns = in_columns([row for row in left if row]) + in_columns([row for row in right if row])
            return [whole(row) for row in rows[:start]] + columns + in_columns(rows[end:])
        start += 1
    return [whole(row) for row in rows]


def gutter_from(rows: Sequence[Sequence[Row]], start: int) -> tuple[float, int] | None:
    """The middle of the space between two columns whose first common line is `start`, and the line behind the last."""
    for above, below in pairwise(rows[start]):
        low, high, parted, end = above.right, below.left, 0, start
        for i in range(start, len(rows)):
            gap = next(((a.right, b.left) for a, b in pairwise(rows[i]) if a.right < high and b.left > low), None)
            if gap is not None:
                low, high, parted, end = max(low, gap[0]), min(high, gap[1]), parted + 1, i + 1
            elif rows[i][-1].right > low and rows[i][0].left < high:
                break  # a line across both
            else:
                low = max([low, *(piece.right for piece in rows[i] if piece.right < high)])
                high = min([high, *(piece.left for piece in rows[i] if piece.left > low)])
                end = i + 1
        if parted >= FEWEST_ROWS:
            return (low + high) / 2, end
    return None


def whole(row: Sequence[Row]) -> Row:
    """The parts of a line as one."""
    if len(row) == 1:
        return row[0]
    text = " ".join(piece.text for piece in row)
    return replace(row[0], text=text, right=max(piece.right for piece in row))
