"""Days as exports write them: as pages do, with months in other languages, in the short forms of wires, in ids."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.read.dates import find_date, is_iso_date

MONTHS = (
    "janvier januar januari gennaio enero janeiro jänner",
    "février fevrier februar februari febbraio febrero fevereiro",
    "mars märz maerz maart marzo março marts",
    "avril april aprile abril",
    "mai mei maggio mayo maio maj",
    "juin juni giugno junio junho",
    "juillet juli luglio julio julho",
    "août aout august augustus agosto augusti",
    "septembre september settembre septiembre setembro",
    "octobre oktober ottobre octubre outubro",
    "novembre november noviembre novembro",
    "décembre decembre dezember dicembre diciembre dezembro december desember",
)
ENGLISH = "January February March April May June July August September October November December".split()
NAMED = {name: ENGLISH[i] for i, names in enumerate(MONTHS) for name in names.split()}
FOREIGN = re.compile(
    rf"(?P<day>\d{{1,2}})(?:er|\.|º)?\s+(?:de\s+)?(?P<month>{'|'.join(sorted(NAMED, key=len, reverse=True))})"
    r"\s+(?:del?\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
SLASHED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/.](?P<month>\d\d)[/.](?P<day>\d\d)(?!\d)")
SHORT = re.compile(r"(?<!\d)(?<!\d-)(?P<a>\d\d)[-/](?P<b>\d\d)[-/](?P<year>\d\d)(?=\s+\d{2}:?\d\d(?:\s?[A-Z]{2,4})?\b)")
"""The stamp of a wire: "03-25-19 0730ET"."""
COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
RECENT = 70
"""Two digits of a year from which on they are of the last century."""


@lru_cache(maxsize=4096)
def day_in(text: str) -> tuple[int, int, str] | None:
    """The first day that `text` states: where it begins and ends, and the ISO date."""
    if not YEAR.search(text):
        return None
    foreign = FOREIGN.search(text)
    if foreign:
        month = ENGLISH.index(NAMED[foreign["month"].casefold()]) + 1
        iso = f"{foreign['year']}-{month:02d}-{int(foreign['day']):02d}"
        if is_iso_date(iso):
            return *foreign.span(), iso
    slashed = SLASHED.search(text)
    if slashed and is_iso_date(iso := "-".join(slashed.groups())):
        return *slashed.span(), iso
    found = find_date(text)
    if found:
        return *found[0].span(), found[1]
    return None


def compact_day(text: str) -> str | None:
    """ "20190305" as it stands in ids."""
    match = COMPACT.search(text)
    iso = f"{match['year']}-{match['month']}-{match['day']}" if match else ""
    return iso if is_iso_date(iso) else None


def month_first(text: str) -> bool | None:
    """Whether the short stamps of a file begin with the month, as far as one of them tells."""
    for match in SHORT.finditer(text):
        if int(match["b"]) > 12:
            return True
        if int(match["a"]) > 12:
            return False
    return None


def short_day(text: str, first_is_month: bool | None) -> str | None:
    """The day of a wire's stamp; its year alone where the file does not tell day and month apart."""
    match = SHORT.search(text)
    if not match:
        return None
    year = f"{'19' if int(match['year']) >= RECENT else '20'}{match['year']}"
    if first_is_month is None and match["a"] != match["b"]:
        return year
    month, day = (match["a"], match["b"]) if first_is_month is not False else (match["b"], match["a"])
    iso = f"{year}-{month}-{day}"
    return iso if is_iso_date(iso) else year
