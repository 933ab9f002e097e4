"""Dates that stand by themselves or lack only their year: "14 February 2022", "May 3", "summer of 2015", "1990s"."""

from __future__ import annotations

import re
from datetime import date

from kg.model import Precision
from kg.parse import date_patterns as p
from kg.parse.calendar import (
    Interval,
    Reading,
    century_of,
    day_of,
    decade_of,
    month_of,
    months_of,
    quarter_of,
    year_of,
)
from kg.parse.date_rules import Context, dated, handles, month_number, narrowed, yearly


def span_of_days(year: int, first: tuple[int, int], last: tuple[int, int]) -> Interval:
    """From (month, day) to (month, day); over the turn of the year where the second comes first."""
    start = date(year, *first)
    end = date(year, *last)
    return Interval(start if start <= end else date(year - 1, *first), end, Precision.DAY)


def number(text: str) -> int:
    """Day of month without its ending."""
    return int(re.sub(r"\D", "", text))


@handles(p.SIGNS_OF_YEAR, r"((?:1[5-9]|20)\d\d)-(\d\d)-(\d\d)(?!-?\d)")
def iso(match: re.Match[str], context: Context) -> Reading | None:
    year, month, day = (int(part) for part in match.groups())
    return dated(context, str(year), lambda year: day_of(date(year, month, day)))


@handles(p.SIGNS_OF_MONTH, rf"{p.WEEKDAY_BEFORE}(?:the )?({p.DAY})(?: of)? ({p.MONTH})(?:,? ({p.WHICH_YEAR}))?")
def day_month(match: re.Match[str], context: Context) -> Reading | None:
    return day_in_year(match, context, match[1], number(match[2]), month_number(match[3]), match[4])


@handles(p.SIGNS_OF_MONTH, rf"{p.WEEKDAY_BEFORE}({p.MONTH}) ({p.DAY})(?:,? ({p.WHICH_YEAR}))?(?! {p.MONTH})")
def month_day(match: re.Match[str], context: Context) -> Reading | None:
    return day_in_year(match, context, match[1], number(match[3]), month_number(match[2]), match[4])


def day_in_year(
    match: re.Match[str], context: Context, weekday: str | None, day: int, month: int, year: str | None
) -> Reading | None:
    """Where the weekday is written and the year is not, only a year fits in which the day falls on it."""
    if not year and (month, day) == (9, 11) and match.string.startswith(" attack", match.end()):
        return None  # the name of an event, not a day of this year

    def build(year: int) -> Interval:
        found = date(year, month, day)
        if weekday and not p.WEEKDAYS[found.weekday()].startswith(weekday):
            raise ValueError("another weekday")
        return day_of(found)

    if not weekday or year or context.published.day is None:
        return dated(context, year, lambda year: day_of(date(year, month, day)))
    near = yearly(context, build)
    today = context.published.day
    distances = [abs((each.start - today).days) for each in (near.past, near.future) if each.start]
    return Reading.of(near.past if distances and distances[0] == min(distances) else near.future)


@handles(
    p.SIGNS_OF_MONTH, rf"{p.FROM}(?:the )?({p.DAY})(?: ({p.MONTH}))?{p.DASH}({p.DAY}) ({p.MONTH})(?:,? ({p.YEAR}))?"
)
def days_month(match: re.Match[str], context: Context) -> Reading | None:
    last = month_number(match[4]), number(match[3])
    first = (month_number(match[2]) if match[2] else last[0]), number(match[1])
    return dated(context, match[5], lambda year: span_of_days(year, first, last))


@handles(p.SIGNS_OF_MONTH, rf"{p.FROM}({p.MONTH}) ({p.DAY}){p.DASH}(?:({p.MONTH}) )?({p.DAY})(?:,? ({p.YEAR}))?")
def month_days(match: re.Match[str], context: Context) -> Reading | None:
    first = month_number(match[1]), number(match[2])
    last = (month_number(match[3]) if match[3] else first[0]), number(match[4])
    return dated(context, match[5], lambda year: span_of_days(year, first, last))


@handles(p.SIGNS_OF_MONTH, rf"{p.FROM}({p.MONTH}){p.DASH}({p.MONTH}),? ({p.YEAR})")
def months_year(match: re.Match[str], context: Context) -> Reading | None:
    year, first, last = int(match[3]), month_number(match[1]), month_number(match[2])
    count = (last - first) % 12 + 1
    return Reading.of(months_of(year, last - count + 1, count, Precision.MONTH))


@handles(p.SIGNS_OF_MONTH, rf"(?:({p.PART})[ -]|{p.PART_OF})?({p.MONTH})(?:,| of)? ({p.WHICH_YEAR})")
def month_year(match: re.Match[str], context: Context) -> Reading | None:
    return dated(context, match[3], lambda year: narrowed(match, month_of(year, month_number(match[2]))))


@handles(p.SIGNS_OF_MONTH, rf"({p.PART})[ -]({p.MONTH})|{p.PART_OF}({p.MONTH})")
def part_of_month(match: re.Match[str], context: Context) -> Reading:
    month = month_number(match[2] or match[3])
    return yearly(context, lambda year: narrowed(match, month_of(year, month)))


@handles(
    p.SIGNS_OF_MONTH, rf"(?:{p.CERTAIN_MONTHS})(?! \d\d?\b)|(?<=\b[Ii]n\x20)(?:April|May|March|June|August)(?! [A-Z])"
)
def bare_month(match: re.Match[str], context: Context) -> Reading | None:
    return yearly(context, lambda year: month_of(year, month_number(match[0])))


@handles(
    p.SIGNS_OF_MONTH,
    rf"(?:(?<=\b[Ss]ince\x20)|(?<=\b[Uu]ntil\x20)|(?<=\b[Bb]y\x20)|(?<=\b[Oo]f\x20))({p.MONTH})(?! [A-Z])",
)
def governed_month(match: re.Match[str], context: Context) -> Reading | None:
    return yearly(context, lambda year: month_of(year, month_number(match[1])))


@handles(p.SIGNS_OF_YEAR, r"(?:the )?(spring|summer|autumn|fall|winter) (?:of )?(" + p.YEAR + ")", cased=False)
def season(match: re.Match[str], context: Context) -> Reading:
    """ "The winter of 2015" has two ends: the whole year it is."""
    year, first = int(match[2]), p.SEASONS[match[1].lower()]
    return Reading.of(year_of(year) if first == 12 else months_of(year, first, 3, Precision.QUARTER))


@handles(
    p.SIGNS_OF_YEAR,
    rf"(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) (quarter|half) (?:of )?(?:the year )?({p.YEAR})",
    cased=False,
)
def part_of_year(match: re.Match[str], context: Context) -> Reading | None:
    nth, year = p.ORDINALS[match[1].lower()], int(match[3])
    if match[2].lower() == "quarter":
        return Reading.of(quarter_of(year, nth))
    return Reading.of(months_of(year, 6 * nth - 5, 6, Precision.YEAR)) if nth < 3 else None


@handles(p.SIGNS_OF_YEAR, rf"Q([1-4]) ({p.YEAR})")
def short_quarter(match: re.Match[str], context: Context) -> Reading:
    return Reading.of(quarter_of(int(match[2]), int(match[1])))


@handles(p.SIGNS_OF_YEAR, r"(?:the )?(?:(early|mid|late)[ -])?((?:1[5-9]|20)\d0)['’]?s", cased=False)
def decade(match: re.Match[str], context: Context) -> Reading:
    return Reading.of(narrowed(match, decade_of(int(match[2]))))


@handles(p.SIGNS_OF_ORDINAL, r"(?:the )?(?:(early|mid|late)[ -])?(\d\d?)(?:st|nd|rd|th)[ -]century", cased=False)
def century(match: re.Match[str], context: Context) -> Reading | None:
    nth = int(match[2])
    return Reading.of(narrowed(match, century_of(nth))) if 1 <= nth <= 21 else None


@handles(
    p.SIGNS_OF_YEAR, rf"{p.FROM}({p.FIRST_YEAR})(?:\s?[-–—/]\s?| to | until | and )((?:1[5-9]|20)?\d\d)(?![,.]?\d)"
)
def years(match: re.Match[str], context: Context) -> Reading | None:
    """ "1998-2005", "2021/22"; "2019 and 2020" only after "between"."""
    first, last = int(match[1]), int(match[2])
    last += first // 100 * 100 if last < 100 else 0
    spoken = re.search(r"\s(?:to|until|and)\s", match[0])
    if last <= first or (spoken and (not match[0].startswith(("from", "between")) or len(match[2]) == 2)):
        return None
    return Reading.of(Interval(date(first, 1, 1), date(last, 12, 31), Precision.YEAR))


@handles(p.SIGNS_OF_YEAR, rf"({p.PART})[ -]({p.YEAR})|{p.PART_OF}({p.YEAR})", cased=False)
def part_of_bare_year(match: re.Match[str], context: Context) -> Reading:
    return Reading.of(narrowed(match, year_of(int(match[2] or match[3]))))


@handles(p.SIGNS_OF_HOLIDAY, rf"(?:{'|'.join(p.HOLIDAYS)})(?! [A-Z])")
def holiday(match: re.Match[str], context: Context) -> Reading:
    month, day = p.HOLIDAYS[match[0]]
    return yearly(context, lambda year: day_of(date(year, month, day)))


BEFORE_YEAR = re.compile(r"(\S+)[^\S\n]$")
IN_YEAR = frozenset("in since during until till throughout by before after from between around circa".split())
COUNTED = frozenset("of to for with and".split())
"""After these a year stands too, but so does a number of things ("a crowd of 2000 people")."""
OWNERS = re.compile(r"(?:the|an?|its|his|her|their|our|this|that|.*['’]s)$", re.IGNORECASE)


@handles(p.SIGNS_OF_YEAR, rf"{p.YEAR}")
def bare_year(match: re.Match[str], context: Context) -> Reading | None:
    """Four figures are a year after a preposition, between an article and a noun, or in brackets; not in a name ("Expo
    2020", "the 2020 Democratic primaries") and not as a number of things."""
    before = BEFORE_YEAR.search(match.string, max(0, match.start() - 24), match.start())
    after = match.string[match.end() : match.end() + 24]
    word = before[1] if before else ""
    noun = re.match(r"[^\S\n][a-z]", after)
    closed = re.match(r"\s*(?:[.,;:)\]]|$)|\n|['’]s\b", after)
    plural = re.match(r"[^\S\n](?:[a-z]+(?<!i)s|people|men|women|children|police)\b", after)
    fits = (
        word.lower() in IN_YEAR
        or (word.lower() in COUNTED and not plural)
        or (bool(OWNERS.match(word)) and bool(noun))
        or (match.string[: match.start()].endswith("(") and bool(closed))
        or (word.endswith(",") and bool(closed))
    )
    named = re.match(r"[^\S\n][A-Z]", after) and word.lower() not in IN_YEAR
    return Reading.of(year_of(int(match[0]))) if fits and not named else None
