"""When an article was published, as the field of a record, feed or message states it: a day, and a moment where a time
stands beside it. The day is the local one as written; nothing is moved to another time zone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

from kg.read.dates import find_date, is_iso_date

OLDEST, NEWEST = 1700, 2100
"""Years of publication between which a number may be a date."""
FIRST_SECOND, LAST_SECOND = 315_532_800, 4_102_444_800
"""1980 and 2100 in seconds of Unix: numbers between them, or so many thousands of them, are epochs."""
LONGEST = 100
CLOCK = r"(?P<h>\d\d?):(?P<i>\d\d)(?::(?P<s>\d\d)(?:[.,]\d{1,9})?)?"
ZONE = r"(?P<zone>(?:UTC|GMT)?[+-]\d\d(?::?\d\d)?|Z|UTC|GMT)?"
ISO = re.compile(rf"(?P<y>\d{{4}})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?:(?:T|\s+){CLOCK}\s*{ZONE})?", re.IGNORECASE)
COMPACT = re.compile(
    rf"(?P<y>\d{{4}})(?P<m>\d\d)(?P<d>\d\d)(?:T?(?P<h>\d\d)(?P<i>\d\d)(?P<s>\d\d)?(?:\.\d{{1,6}})?{ZONE})?",
    re.IGNORECASE,
)
DAY_FIRST = re.compile(
    rf"(?P<d>\d\d?)[-/. ](?P<month>[A-Za-z]{{3,9}})\.?[-/., :]\s*(?P<y>\d\d|\d{{4}})(?:[\s,:T]+{CLOCK}\s*{ZONE})?\b",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-/. ](?P<month>[A-Za-z]{3,9})\.?[-/. ](?P<d>\d\d?)\b")
YEAR_LAST = re.compile(
    rf"(?:[A-Za-z]{{3}} )?(?P<month>[A-Za-z]{{3}}) (?P<d>\d\d?) {CLOCK} (?:{ZONE} |[A-Z]{{3,4}} )?(?P<y>\d{{4}})"
)
MAIL = re.compile(r"(?:[A-Za-z]{3},? )?\s*\d\d? [A-Za-z]{3} \d{2,4} \d\d?:\d\d")
TIME = re.compile(rf"(?<![\d:]){CLOCK}\s*(?P<half>[ap]\.?m\b\.?)?\s*{ZONE}(?!\w)", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
INSIDE = ("$date", "$numberLong", "iso", "_seconds", "seconds", "value", "#text", "date")
"""Keys under which databases put the date proper."""


class Moment(NamedTuple):
    """`day` is an ISO date of reduced precision, `at` the ISO moment ("2022-02-04T16:05:00+08:00"; without the offset
    where none is stated), or None."""

    day: str
    at: str | None = None


def read_moment(value: Any) -> Moment | None:
    """The publication date that a field states; None when it states none.

    Read are dates and times of Python, ISO 8601, RFC 5322 (mail, RSS), "20190305T073000Z", "26-FEB-1987 15:01:01.79",
    "2019/03/05", "05.03.2019", dates in words, seconds, milliseconds, micro- and nanoseconds of Unix (a day in UTC),
    and {"$date": …} of MongoDB. "03/04/2022" can be read both ways and gives its year.
    """
    if isinstance(value, datetime):
        return stamped(value)
    if isinstance(value, date):
        return Moment(value.isoformat())
    if isinstance(value, Mapping):
        return next((found for key in INSIDE if key in value and (found := read_moment(value[key]))), None)
    if isinstance(value, list | tuple):
        return read_moment(value[0]) if len(value) == 1 else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = " ".join(str(value).split())[:LONGEST]
    return next((found for read in (number, iso, mail, by_month, in_words) if (found := read(text))), None)


def stamped(value: datetime) -> Moment:
    """A moment; midnight without a zone is a day that was given a time by a program."""
    day = value.date().isoformat()
    if value.tzinfo is None and (value.hour, value.minute, value.second) == (0, 0, 0):
        return Moment(day)
    at = value.replace(microsecond=0).isoformat()
    return Moment(day, at.replace("+00:00", "Z"))


def number(text: str) -> Moment | None:
    """Epochs by their size, else years and compact dates."""
    digits, _, decimals = text.partition(".")
    if not digits.isascii() or not digits.isdigit() or (decimals and not decimals.isdigit()) or len(digits) > 19:
        return None
    for unit in (1, 1_000, 1_000_000, 1_000_000_000):
        if FIRST_SECOND <= int(digits) // unit < LAST_SECOND and len(digits) > 8:
            return stamped(datetime.fromtimestamp(int(digits) // unit, UTC))
    if len(digits) in (8, 12, 14) and not decimals:
        return parts(COMPACT.fullmatch(digits))
    sane = len(digits) == 4 and not decimals.strip("0") and OLDEST <= int(digits) < NEWEST
    return Moment(digits) if sane else None


def iso(text: str) -> Moment | None:
    if is_iso_date(text):
        return Moment(text)
    return parts(ISO.fullmatch(text)) or parts(COMPACT.fullmatch(text))


def mail(text: str) -> Moment | None:
    """RFC 5322, also with the names of American zones; a zone that is not known is left out."""
    if not MAIL.match(text):
        return None
    try:
        return stamped(parsedate_to_datetime(text))
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def by_month(text: str) -> Moment | None:
    """ "26-FEB-1987 15:01:01.79", "05-Mar-19", "2019-Mar-05", "Tue Mar 05 07:30:00 +0000 2019"."""
    return parts(DAY_FIRST.match(text)) or parts(YEAR_LAST.fullmatch(text)) or parts(YEAR_FIRST.fullmatch(text))


def in_words(text: str) -> Moment | None:
    """Any other date that states its year, with the time behind it: "March 5, 2019 Tuesday 7:30 AM GMT"."""
    found = find_date(text)
    if found is None:
        return None
    clock = TIME.search(text, found[0].end()) if len(found[1]) == 10 else None
    if clock is None:
        return Moment(found[1])
    hour = int(clock["h"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    return moment(found[1], hour, clock["i"], clock["s"], clock["zone"]) or Moment(found[1])


def parts(match: re.Match[str] | None) -> Moment | None:
    """The moment of a match that names year, month and day; None for one that is not in the calendar."""
    if match is None:
        return None
    groups = match.groupdict()
    year, month = groups["y"], groups.get("m")
    if len(year) == 2:
        year = ("20" if int(year) < 69 else "19") + year  # as POSIX strptime has it
    if month is None:
        name = groups["month"][:3].lower()
        month = str(MONTHS.index(name) + 1) if name in MONTHS else "0"
    day = f"{year}-{int(month):02d}-{int(groups['d']):02d}"
    if not OLDEST <= int(year) < NEWEST or not is_iso_date(day):
        return None
    hour = groups.get("h")
    return (moment(day, hour, groups["i"], groups["s"], groups["zone"]) if hour else None) or Moment(day)


def moment(day: str, hour: str | int, minute: str, second: str | None, zone: str | None) -> Moment | None:
    try:
        at = datetime.fromisoformat(f"{day}T{int(hour):02d}:{minute}:{second or '00'}{offset(zone)}")
    except ValueError:
        return None
    return stamped(at)


def offset(zone: str | None) -> str:
    """ "+0800", "+08" and "GMT+0800" as "+08:00"."""
    if not zone:
        return ""
    sign = zone[3:4] if len(zone) > 3 and zone[0].isalpha() else zone[0]
    if sign not in "+-":
        return "+00:00"
    digits = zone[zone.index(sign) + 1 :].replace(":", "")
    return f"{sign}{digits[:2]}:{digits[2:] or '00'}"
