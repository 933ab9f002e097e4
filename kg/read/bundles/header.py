"""The header of one article: which of its first lines are fields, headline, paper, date, byline, and where the text
begins. Labels say what they are; lines without one are told by what they hold and by their place beside the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.read.bundles.days import day_in
from kg.read.bundles.evidence import BY, CELLS, LENGTH, is_date_line
from kg.read.bundles.labels import label_of
from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Row
from kg.read.page.bylines import NAME
from kg.read.page.metadata import is_nameplate
from kg.read.page.prose import words

DEPTH = 40
"""Lines that a header has at most."""
LONGEST_ABSTRACT = 400
"""Words of text in front of the label of the full text."""
FULL = 0.6
"""Share of the width of a wrapped text that a line has when it goes on in the next."""
LONGEST_NAME = 8
"""Words."""
WIDEST = 100
PAGE = re.compile(r"\b(?:pg?g?\.|page|pages|seite|s\.) ?[A-Z]{0,2}\d{1,4}[A-Z]?\b(?:[-–]\d{1,4})?|\A[A-Z]?\d{1,4}[A-Z]?\Z", re.IGNORECASE)
TIME = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AP]M)?(?: (?:GMT|UTC|[A-Z]{1,3}T))?\b|\b\d{4} ?(?:GMT|UTC|[A-Z]{1,3}T)\b", re.IGNORECASE)
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
SECTION = re.compile(r"; ?[A-Z]?\d{1,3}\Z")
NAMES = re.compile(rf"{NAME}(?:(?:,| and| &|;) {NAME}){{0,4}}")
EDGE = " ,;:–—-/•·|*_"
NOTHING = re.compile(r"\( ?\)")
ROLE = re.compile(r"(?:[\w'.-]+ ){0,5}(?:writer|correspondent|reporter|editor|bureau chief)s?", re.IGNORECASE)
ROUTING = re.compile(r"(?:[A-Z0-9]{1,7} ){1,7}[A-Z0-9]{1,7}")
SLUG = re.compile(r"(?:ZCZC|zczc)\b.{0,60}|(?:[a-z]{1,2} ){1,3}[A-Z]{1,4}-\S.{0,60}|[A-Z]{1,4}-\S{3,40} .{0,40}\d{3,4}")
"""The first line of a wire story: priority, category, keyword, date and number of words."""


@dataclass(slots=True)
class Header:
    """`values` are what was found for each fact, in order; `headline` the lines of the headline that has no label;
    `body` the index of the line at which the text begins, `value` the offset in it where a label stands before it."""

    values: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    headline: list[Row] = field(default_factory=list)
    titled: list[tuple[Row, int]] = field(default_factory=list)
    used: list[Row] = field(default_factory=list)
    abstract: list[Row] = field(default_factory=list)
    body: int = 0

    def add(self, fact: str, value: str, label: str = "") -> None:
        if value.strip():
            self.values.setdefault(fact, []).append(value.strip())
            self.labels.setdefault(label, value.strip())

    def first(self, fact: str) -> str | None:
        return next(iter(self.values.get(fact, ())), None)


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
            if row.running and (given is None or is_text_of_wire(rows, i)):
                break
            if read_cells(row, header):
                last = i
            elif not row.running:
                loose.append(i)
            i += 1
            continue
        end = i + 1
        if row.mark.kind is Kind.FIELD:
            while end < len(rows) and end != given and continues(rows, end, wrapped):
                end += 1
            read_field(rows[i:end], header)
        last, i = end - 1, end
    header.body = given if given is not None else i
    top = header.body if given is not None else last + 1
    choose(rows, loose, top, header, wrapped)
    return header


def is_slug(text: str) -> bool:
    """The first lines of a wire story, for machines: priority, keyword, routing, number of words."""
    if SLUG.fullmatch(text):
        return True
    tokens = text.split() if ROUTING.fullmatch(text) else []
    return len(tokens) > 2 and 2 * sum(any(map(str.isdigit, t)) or len(t) == 1 for t in tokens) > len(tokens)


def is_text_of_wire(rows: Sequence[Row], i: int) -> bool:
    """Text in front of a label "Text:" is text, and the label a word in it, unless all of it is short."""
    return not any(row.is_a(Kind.FIELD) for row in rows[:i])


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
    return wrapped and not row.after_blank and (indented or len(above.text) >= FULL * WIDEST * 0.75)


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


def read_cells(row: Row, header: Header) -> bool:
    """Read a line that consists of date, length, page, byline, language and the like; False when it holds none."""
    found, rest = False, []
    for cell in (cell.strip() for cell in CELLS.split(row.text) if cell.strip()):
        labelled = label_of(cell)
        if labelled:
            header.add(labelled[0], cell[labelled[2] :], labelled[1])
            found = True
        elif BY.match(cell) and len(cell) < 120:
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
    if EDITION.search(left) and len(left.split()) <= 6 and (known or header.first("date")):
        return "", True
    return " ".join(NOTHING.sub("", left).strip(EDGE).split()), known


def choose(rows: Sequence[Row], loose: list[int], top: int, header: Header, wrapped: bool) -> None:
    """Headline, paper and byline among the lines without a mark; those behind `top` that are none of them begin the
    text."""
    groups = grouped(rows, loose, wrapped)
    dates = [i for i, row in enumerate(rows[: header.body]) if row in header.used and is_date_line(row.text)]
    date = dates[0] if dates else None
    paper = None if header.first("publication") else paper_of(rows, groups, date, header)
    if paper is not None:
        header.add("paper", rows[paper[0]].text)
        groups.remove(paper)
    elif not header.first("publication") and is_plausible(header.first("rest")):
        header.add("paper", header.values["rest"].pop(0))
    for rest in header.values.get("rest", ()):
        if rest not in (header.first("publication"), header.first("paper")) and is_plausible(rest):
            header.add("section", rest)
    if not header.first("headline") and groups:
        group = groups[0]
        if len(groups) > 1 and groups[1][0] == group[-1] + 1 < top and is_section(rows, group, groups[1]):
            header.add("section" if rows[0].line > 1 or SECTION.search(rows[group[0]].text) else "preface", rows[group[0]].text)
            group = groups[1]
        header.headline = [rows[i] for i in group]
        groups = [other for other in groups if other[0] > group[0]]
    after = [group for group in groups if not header.headline or rows[group[0]].line > header.headline[0].line]
    for group in after:
        text = rows[group[0]].text
        if not header.first("byline") and len(group) == 1 and NAMES.fullmatch(text) and not is_nameplate(text):
            header.add("byline", text)
            header.used.append(rows[group[0]])
            break
    taken = {row.line for row in (*header.headline, *header.used)} | {rows[i].line for i in paper or ()}
    begins = [i for i in range(top, header.body) if rows[i].line not in taken]
    header.used += [rows[i] for i in range(min(top, header.body)) if rows[i].line not in taken or i in (paper or ())]
    header.body = begins[0] if begins else header.body


def is_plausible(name: str | None) -> bool:
    """Whether what is left beside a date may be the name of a paper or a section."""
    return name is not None and len(name.split()) <= LONGEST_NAME and not name.split()[-1].islower()


def grouped(rows: Sequence[Row], loose: Sequence[int], wrapped: bool) -> list[list[int]]:
    """Lines put together where one is the rest of the line above."""
    groups: list[list[int]] = []
    for i in loose:
        above = rows[i - 1] if i else None
        joins = groups and groups[-1][-1] == i - 1 and above is not None and wrapped and not rows[i].after_blank
        if joins and above is not None and (len(above.text) >= 50 or rows[i].text[0].islower()):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def paper_of(rows: Sequence[Row], groups: Sequence[list[int]], date: int | None, header: Header) -> list[int] | None:
    """The lines of the paper's name: above the date where another line is left for the headline, else below it."""
    named = bool(header.first("headline"))
    if date is None or (len(groups) < 2 and not named):
        plates = [group for group in groups if is_nameplate(rows[group[0]].text)]
        return plates[0] if plates and (named or len(groups) > 1) else None
    before = [group for group in groups if group[0] < date]
    after = [group for group in groups if group[0] > date]
    if before and before[-1][-1] == date - 1 and (len(before) > 1 or after or named):
        if len(before) > 1 and is_nameplate(rows[before[0][0]].text) and not is_nameplate(rows[before[-1][0]].text):
            return before[0]
        headline_above = not after and len(before) == 1 and not named
        return None if headline_above else before[-1]
    if before and after and not header.first("rest"):
        return after[0] if len(words(rows[after[0][0]].text)) <= 8 else None
    plates = [group for group in groups if is_nameplate(rows[group[0]].text)]
    return plates[0] if plates and len(groups) > 1 and not header.first("rest") else None


def is_section(rows: Sequence[Row], group: Sequence[int], below: Sequence[int]) -> bool:
    """Whether a line above the headline is the name of a section ("Foreign Desk; 1")."""
    first, second = words(rows[group[0]].text), words(rows[below[0]].text)
    return (len(first) <= 3 and len(second) >= 5) or bool(SECTION.search(rows[group[0]].text))
