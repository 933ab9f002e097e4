"""What shows that an article begins at a line: labels, a date line, a byline, a printed length, a dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.read.bundles.days import SHORT, day_in
from kg.read.bundles.labels import STATED
from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Row, has_dateline, is_text
from kg.read.page.nameplates import is_nameplate

DEPTH = 16
"""Lines within which the header of an article ends."""
LENGTH = re.compile(
    r"\b\d{1,3}(?:[.,]?\d{3})? (?:words?|wörter|mots|palabras|parole|palavras|woorden|ord)\b", re.IGNORECASE
)
BY = re.compile(r"(?:by|von|par|por|door|di)[ :] ?(?=[A-ZÀ-Ž])", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d|\d\d[-/]\d\d[-/]\d\d")
CELLS = re.compile(r" ?[|•·] |\t| {3,}")
WEIGHTS = {"date": 2, "length": 2, "dateline": 2}
LONGEST_DATE_LINE = 14
"""Words."""
ABOUT = re.compile(
    r"(?:notes? (?:to|for) editors?|about\b|(?:media |press )?contacts?\b|for (?:more|further) information|background)",
    re.IGNORECASE,
)
"""What stands behind the end mark of a press release."""


def cues_of(rows: Sequence[Row]) -> list[str]:
    """What the first lines of a would-be article show, one entry a cue; each label counts as "label"."""
    cues: list[str] = []
    labels: set[str] = set()
    for n, row in enumerate(rows[:DEPTH]):
        mark = row.mark
        if mark is None:
            cues += cues_of_line(row.text, row.running, n == 0)
            if row.running:
                break
        elif mark.kind is Kind.FIELD and (mark.fact in STATED or mark.fact in ("mail", "body")):
            cues += ["label"] if mark.label not in labels else []
            labels.add(mark.label)
            if mark.fact == "body":
                break
        elif mark.kind is Kind.COPYRIGHT:
            cues.append("copyright")
    return cues


def cues_of_line(text: str, running: bool, first: bool) -> list[str]:
    """What a line without a mark shows."""
    if running or (len(text) > 100 and is_text(text)):
        return ["dateline"] if has_dateline(text) else []
    found = []
    if is_date_line(text):
        found.append("date")
    if len(text) < 100 and any(map(str.isdigit, text)) and LENGTH.search(text):
        found.append("length")
    cells = [cell.strip("*_ ") for cell in CELLS.split(text)] if len(text) < 120 else []
    if any(BY.match(cell) for cell in cells):
        found.append("byline")
    if any(cell and is_nameplate(cell) for cell in (*cells, *paper_before_day(text, found))):
        found.append("paper")
    if not found and text.isupper() and first and " " in text:
        found.append("capitals")
    return found


def paper_before_day(text: str, found: list[str]) -> tuple[str, ...]:
    """ "Coast Mail" in "Coast Mail, 11 February 2019"."""
    day = day_in(text) if "date" in found else None
    return (text[: day[0]].strip(" ,*_|"),) if day else ()


@lru_cache(maxsize=4096)
def is_date_line(text: str) -> bool:
    """Whether a short line states a day."""
    if text.count(" ") > LONGEST_DATE_LINE or not YEAR.search(text):
        return False
    day = day_in(text)
    return (day is not None and len(day[2]) == 10) or SHORT.match(text) is not None


def opens(rows: Sequence[Row]) -> int:
    """How surely an article begins with `rows`: 2 for what hardly anything else has."""
    if rows and ABOUT.match(rows[0].text):
        return 0
    cues = cues_of(rows)
    return sum(WEIGHTS.get(cue, 1) for cue in dict.fromkeys(cues)) + max(0, cues.count("label") - 1)
