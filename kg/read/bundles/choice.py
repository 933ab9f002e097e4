"""Which of the lines of a header without labels are the headline, the paper and the byline: told by their place beside
the date, by what papers are called, and by what names look like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.bundles.evidence import is_date_line
from kg.read.bundles.found import Header
from kg.read.bundles.rows import Row
from kg.read.page.bylines import NAME
from kg.read.page.nameplates import is_nameplate
from kg.read.page.prose import words

LONGEST_NAME = 8
"""Words of the name of a paper or a section."""
FEWEST_HEADLINE, LONGEST_SECTION = 5, 3
"""Words that tell a headline from the name of a section above it."""
FULL_LINE = 50
"""Characters from which on a line of a headline may go on in the next."""
SECTION = re.compile(r"; ?[A-Z]?\d{1,3}\Z")
NAMES = re.compile(rf"{NAME}(?:(?:,| and| &|;) {NAME}){{0,4}}")


def choose(rows: Sequence[Row], loose: list[int], top: int, header: Header, wrapped: bool) -> None:
    """Find headline, paper and byline among `loose`, the lines without a mark; those behind `top` that are none of them
    begin the text."""
    groups = grouped(rows, loose, wrapped)
    date = next((i for i, row in enumerate(rows[: header.body]) if row in header.used and is_date_line(row.text)), None)
    paper = choose_paper(rows, groups, date, header)
    groups = [group for group in groups if group is not paper]
    if not header.first("headline") and groups:
        groups = choose_headline(rows, groups, top, header)
    for group in groups:
        text = rows[group[0]].text
        if not header.first("byline") and len(group) == 1 and NAMES.fullmatch(text) and not is_nameplate(text):
            header.add("byline", text)
            header.used.append(rows[group[0]])
            break
    taken = {row.line for row in (*header.headline, *header.used)} | {rows[i].line for i in paper or ()}
    begins = [i for i in range(top, header.body) if rows[i].line not in taken]
    header.used += [rows[i] for i in range(min(top, header.body)) if rows[i].line not in taken or i in (paper or ())]
    header.body = begins[0] if begins else header.body


def choose_paper(
    rows: Sequence[Row], groups: Sequence[list[int]], date: int | None, header: Header
) -> list[int] | None:
    """The lines of the paper's name; without any, what is left of the line of the date is the paper's name, else a
    section."""
    paper = None if header.first("publication") else paper_of(rows, groups, date, header)
    rest = [name for name in header.values.get("rest", ()) if is_plausible(name)]
    if paper is not None:
        header.add("paper", rows[paper[0]].text)
    elif not header.first("publication") and rest:
        header.add("paper", rest.pop(0))
    for name in rest:
        if name not in (header.first("publication"), header.first("paper")):
            header.add("section", name)
    return paper


def choose_headline(rows: Sequence[Row], groups: list[list[int]], top: int, header: Header) -> list[list[int]]:
    """Find the headline; the groups of lines below it come back. The name of a section may stand above it; at the top
    of the file, a line there is that of the export."""
    chosen = 0
    while is_section(rows, groups, chosen, top):
        name = rows[groups[chosen][0]].text
        header.add("section" if rows[0].line > 1 or SECTION.search(name) else "preface", name)
        chosen += 1
    header.headline = [rows[i] for i in groups[chosen]]
    return groups[chosen + 1 :]


def is_plausible(name: str) -> bool:
    """Whether what is left beside a date may be the name of a paper or a section."""
    return len(name.split()) <= LONGEST_NAME and not name.split()[-1].islower()


def grouped(rows: Sequence[Row], loose: Sequence[int], wrapped: bool) -> list[list[int]]:
    """Lines put together where one is the rest of the line above."""
    groups: list[list[int]] = []
    for i in loose:
        above = rows[i - 1] if i else None
        joins = groups and groups[-1][-1] == i - 1 and above is not None and wrapped and not rows[i].after_blank
        if joins and above is not None and (len(above.text) >= FULL_LINE or rows[i].text[0].islower()):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def paper_of(rows: Sequence[Row], groups: Sequence[list[int]], date: int | None, header: Header) -> list[int] | None:
    """The lines of the paper's name: above the date where another line is left for the headline, else below it."""
    named = bool(header.first("headline"))
    if date is None or (len(groups) < 2 and not named):
        plates = [group for group in groups if is_nameplate(rows[group[0]].text)]
        above = len(groups) == 1 and date is not None and groups[0][-1] == date - 1
        return plates[0] if plates and (named or above or len(groups) > 1) else None
    before = [group for group in groups if group[0] < date]
    after = [group for group in groups if group[0] > date]
    if before and before[-1][-1] == date - 1 and (len(before) > 1 or after or named):
        if len(before) > 1 and is_nameplate(rows[before[0][0]].text) and not is_nameplate(rows[before[-1][0]].text):
            return before[0]
        headline_above = not after and len(before) == 1 and not named
        return None if headline_above else before[-1]
    if before and after and not header.first("rest"):
        return after[0] if len(words(rows[after[0][0]].text)) <= LONGEST_NAME else None
    plates = [group for group in groups if is_nameplate(rows[group[0]].text)]
    return plates[0] if plates and len(groups) > 1 and not header.first("rest") else None


def is_section(rows: Sequence[Row], groups: Sequence[list[int]], n: int, top: int) -> bool:
    """Whether the group is the name of a section above a headline ("Foreign Desk; 1"): short, in capitals, with the
    headline right below."""
    text = rows[groups[n][0]].text
    below = [groups[n + 1]] if n + 1 < len(groups) else []
    if not below or below[0][0] != groups[n][-1] + 1 or below[0][0] >= top:
        return False
    if SECTION.search(text):
        return True
    named = all(word[0].isupper() for word in words(text)) and len(words(text)) <= LONGEST_SECTION
    return named and (len(words(rows[below[0][0]].text)) >= FEWEST_HEADLINE or is_section(rows, groups, n + 1, top))
