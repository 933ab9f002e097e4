"""Lines of a header without labels: what a line or its cells hold of date, length, page, byline and language."""

from __future__ import annotations

import re

from kg.read.bundles.days import day_in
from kg.read.bundles.evidence import BY, CELLS, LENGTH, is_date_line
from kg.read.bundles.found import Header
from kg.read.bundles.labels import label_of
from kg.read.bundles.rows import Row

PAGE = re.compile(
    r"\b(?:pg?g?\.|page|pages|seite|s\.) ?[A-Z]{0,2}\d{1,4}[A-Z]?\b(?:[-–]\d{1,4})?|\A[A-Z]?\d{1,4}[A-Z]?\Z",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AP]M)?(?: (?:GMT|UTC|[A-Z]{1,3}T))?\b|\b\d{4} ?(?:GMT|UTC|[A-Z]{1,3}T)\b",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag"
    r"|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.IGNORECASE,
)
EDITION = re.compile(r"\bedition\b|\b(?:late|early|final|first|second|third) ed\b|\bfinal\b", re.IGNORECASE)
LANGUAGE = re.compile(
    r"english|englisch|anglais|inglés|inglese|engels|engelsk|inglês|german|deutsch|french|français|spanish|español",
    re.IGNORECASE,
)
EDGE = " ,;:–—-/•·|*_"
NOTHING = re.compile(r"\( ?\)")
LONGEST_BYLINE = 120
LONGEST_EDITION = 6
"""Words."""
ROLE = re.compile(r"(?:[\w'.-]+ ){0,5}(?:writer|correspondent|reporter|editor|bureau chief)s?", re.IGNORECASE)
ROUTING = re.compile(r"(?:[A-Z0-9]{1,7} ){1,7}[A-Z0-9]{1,7}")
SLUG = re.compile(
    r"[a-z]\d{3,5}|[a-z]{1,2} [a-z]{1,2}|(?:ZCZC|zczc)\b.{0,60}|(?:[a-z]{1,2} ){1,3}[A-Z]{1,4}-\S.{0,60}"
    r"|[A-Z]{1,4}-\S{3,40} .{0,40}\d{3,4}|[A-Z]{2}-[A-Z0-9/&-]{3,40}"
)
"""The first lines of a wire story: number, priority, category, keyword, date and number of words."""


def read_cells(row: Row, header: Header) -> bool:
    """Read a line that consists of date, length, page, byline, language and the like; False when it holds none."""
    found, rest = False, []
    for cell in (cell.strip() for cell in CELLS.split(row.text) if cell.strip()):
        labelled = label_of(cell)
        if labelled:
            header.add(labelled[0], cell[labelled[2] :], labelled[1])
            found = True
        elif BY.match(cell) and len(cell) < LONGEST_BYLINE:
            header.add("byline", cell)
            found = True
        else:
            left, known = without_facts(cell, header)
            found = found or known
            rest += [left] if left else []
    if found:
        for left in rest:
            header.add("rest", left)
        header.used.append(row)
    return found


def without_facts(cell: str, header: Header) -> tuple[str, bool]:
    """What is left of a cell without date, length, page, time, edition; and whether any of these stood in it."""
    left, known = cell, False
    day = day_in(cell) if is_date_line(cell) else None
    if day:
        header.add("date", cell)
        left, known = WEEKDAY.sub("", left[: day[0]] + " " + left[day[1] :]), True
    elif is_date_line(cell):
        header.add("stamp", cell)
        return "", True
    for fact, pattern in (("length", LENGTH), ("page", PAGE), ("time", TIME)):
        if match := pattern.search(left):
            if fact != "length" and not known and match.span() != (0, len(left)):
                continue
            header.add(fact, match[0])
            left, known = left[: match.start()] + left[match.end() :], True
    if LANGUAGE.fullmatch(left.strip(EDGE)):
        header.add("language", left.strip(EDGE))
        return "", True
    if EDITION.search(left) and len(left.split()) <= LONGEST_EDITION and (known or header.first("date")):
        return "", True
    return " ".join(NOTHING.sub("", left).strip(EDGE).split()), known


def is_slug(text: str) -> bool:
    """The first lines of a wire story, for machines: priority, keyword, routing, number of words."""
    if SLUG.fullmatch(text):
        return True
    tokens = text.split() if ROUTING.fullmatch(text) else []
    return len(tokens) > 2 and 2 * sum(any(map(str.isdigit, t)) or len(t) == 1 for t in tokens) > len(tokens)
