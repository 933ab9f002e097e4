"""Publication dates as web pages write them, and nothing else: a closed set of forms, never a guess.

`kg.parse.dates` reads dates of events in running text; here a line either states a date in full or none at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<{m}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR = r"(?P<{y}>(?:19|20)\d\d)"
FORMS = "|".join(
    [
        r"(?P<y0>(?:19|20)\d\d)-(?P<n0>\d\d)-(?P<d0>\d\d)(?!\d)",
        r"\b(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+"
        + MONTH.format(m="m1")
        + r",?\s+"
        + YEAR.format(y="y1")
        + r"\b",
        r"\b" + MONTH.format(m="m2") + r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+" + YEAR.format(y="y2") + r"\b",
        r"\b(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)" + YEAR.format(y="y3") + r"\b",
        r"\b" + MONTH.format(m="m4") + r",?\s+" + YEAR.format(y="y4") + r"\b",
    ]
)
FORM = re.compile(FORMS, re.IGNORECASE)
YEARS = re.compile(r"(?:19|20)\d\d")
BEFORE, BEHIND = 40, 12
"""Characters around a year in which the rest of its date stands: no form is longer."""
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def is_iso_date(text: str) -> bool:
    """Whether `text` is an ISO date of reduced precision that exists in the calendar."""
    if not ISO.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def find_date(text: str) -> tuple[re.Match[str], str] | None:
    """The first date that `text` states with its year: the match and the ISO date.

    "03/04/2022" can be read both ways and gives its year alone; with points the day comes first, as wherever dates are
    written so. "February 2022" gives a month. Asked of nearly every line, so that only what stands around a year is
    looked at.
    """
    for start, end in around_years(text):
        for match in FORM.finditer(text, start, end):
            iso = iso_of(match)
            if iso and is_iso_date(iso):
                return match, iso
    return None


def around_years(text: str) -> Iterator[tuple[int, int]]:
    """The parts of `text` that hold a year and what may stand around it in a date."""
    if "19" not in text and "20" not in text:
        return
    start = end = -1
    for year in YEARS.finditer(text):
        if start >= 0 and year.start() - BEFORE > end:
            yield start, end
            start = -1
        start = start if start >= 0 else max(0, year.start() - BEFORE)
        end = min(len(text), year.end() + BEHIND)
    if start >= 0:
        yield start, end


def iso_of(match: re.Match[str]) -> str | None:
    """ISO date of a match of FORM; None when day and month cannot be told from each other or do not exist."""
    part = match.groupdict()
    if part["y0"]:
        return f"{part['y0']}-{part['n0']}-{part['d0']}"
    if part["y1"] or part["y2"]:
        year, month, day = (part["y1"], part["m1"], part["d1"]) if part["y1"] else (part["y2"], part["m2"], part["d2"])
        return f"{year}-{month_number(month):02d}-{int(day):02d}"
    if part["y4"]:
        return f"{part['y4']}-{month_number(part['m4']):02d}"
    first, second, year = int(part["a"]), int(part["b"]), part["y3"]
    if first == second or first > 12 or (part["sep"] == "." and second <= 12):
        return f"{year}-{second:02d}-{first:02d}"
    return f"{year}-{first:02d}-{second:02d}" if second > 12 else year


def month_number(name: str) -> int:
    return MONTHS.index(name[:3].casefold()) + 1
