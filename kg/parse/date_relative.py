"""Weeks, months, years that count from the publication date: "last week", "two years ago", "the coming weeks"."""

from __future__ import annotations

import re

from kg.model import Precision
from kg.parse import date_patterns as p
from kg.parse.calendar import UNKNOWN, Interval, Reading, day_of, month_of, months_of, moved
from kg.parse.date_rules import Context, counted, handles, month_number, narrowed, safely, yearly
from kg.parse.numbers import number_of

SIGNS = {"last": -1, "past": -1, "this": 0, "the": 0, "current": 0, "next": 1, "coming": 1}


def titled(match: re.Match[str]) -> bool:
    """Whether the words are capitalised as in a title ("The Last Days of …", "Kamloops This Week")."""
    words = match[0].split()
    return len(words) > 1 and all(word.istitle() for word in words)


@handles(p.SIGNS_OF_UNIT, rf"(?:the )?(last|next|this|current) ({p.UNIT}|weekend)", cased=False)
def near_unit(match: re.Match[str], context: Context) -> Reading | None:
    """One whole week, month …; "the last week" is for `stretch`."""
    which, unit = match[1].lower(), match[2].lower()
    if unit == "day" or titled(match) or (match[0][0] in "tT" and match[0][1:4] == "he " and which != "current"):
        return None
    return Reading.of(counted(context, unit, SIGNS[which]))


@handles(
    p.SIGNS_OF_UNIT,
    rf"(?:the )?(last|past|next|coming) "
    rf"(?:({p.COUNT}) (hour|{p.UNIT})s?|(hour|{p.UNIT})s|(week|month|quarter|year|decade|century))",
    cased=False,
)
def stretch(match: re.Match[str], context: Context) -> Reading | None:
    """From so long ago to publication ("the past two weeks"), or from publication on; "the coming weeks" end openly."""
    if titled(match):
        return None
    sign, today = SIGNS[match[1].lower()], context.published.day
    unit = (match[3] or match[4] or match[5]).lower()
    size = number_of(match[2]) if match[2] else None if match[4] else 1
    if today is None:
        return Reading.of(UNKNOWN)
    if size is None:
        return Reading.of(UNKNOWN if sign < 0 else Interval(today, None, Precision.UNKNOWN))
    far = safely(lambda: day_of(moved(today, unit, sign * int(size)))).start
    precision = Precision(unit) if unit in {*Precision} else Precision.DAY if unit == "hour" else Precision.UNKNOWN
    return Reading.of(Interval(far, today, precision) if sign < 0 else Interval(today, far, precision))


@handles(p.SIGNS_OF_UNIT, r"(earlier|later) (?:in )?(this|the) (week|month|year|decade|century)", cased=False)
def rest_of_unit(match: re.Match[str], context: Context) -> Reading:
    """ "Earlier this month" ends at publication, "later this year" starts there."""
    whole, today = counted(context, match[3].lower(), 0), context.published.day
    if today is None:
        return Reading.of(whole)
    if match[1].lower() == "earlier":
        return Reading.of(Interval(whole.start, today, whole.precision))
    return Reading.of(Interval(today, whole.end, whole.precision))


@handles(
    p.SIGNS_OF_UNIT,
    r"(?:(?:early|mid|late)[ -](?:in )?|(?:the )?(?:beginning|start|middle|end) of )"
    r"(?:the )?(last|next|this|coming|current|the(?= )) ?(week|month|quarter|year|decade|century)",
    cased=False,
)
def part_of_unit(match: re.Match[str], context: Context) -> Reading:
    return Reading.of(narrowed(match, counted(context, match[2].lower(), SIGNS[match[1].lower()])))


@handles(p.SIGNS_OF_UNIT, r"(?:the )?(?:recent|future) (?:days|weeks|months|years|decades)", cased=False)
@handles(p.SIGNS_OF_PAST, r"(?:days|weeks|months|years|decades) ago", cased=False)
def vague(match: re.Match[str], context: Context) -> Reading:
    return Reading.of(UNKNOWN)


@handles(
    p.SIGNS_OF_PAST,
    rf"(?:(more than|over|at least|less than|almost|nearly|about|around|some) )?({p.COUNT}) "
    r"(minute|hour|day|week|month|year|decade)s? ago",
    cased=False,
)
def ago(match: re.Match[str], context: Context) -> Reading:
    """ "More than two years ago" is open at its start."""
    count, unit = number_of(match[2]), match[3].lower()
    if unit in {"minute", "hour"}:
        return Reading.of(counted(context, "day", 0) if count is not None and count < 24 else UNKNOWN)
    if count is None:
        return Reading.of(UNKNOWN)
    interval = counted(context, unit, -int(count))
    if (match[1] or "").lower() in {"more than", "over", "at least"}:
        interval = Interval(None, interval.end, interval.precision)
    return Reading.of(interval)


@handles(p.SIGNS_OF_SEASON, rf"(?i:the )?((?i:last|next|this)) (?:(spring|summer|autumn|winter|fall)|({p.MONTH}))")
def near_month(match: re.Match[str], context: Context) -> Reading:
    """Last: the latest one over before the month of publication; next: the first after it; this: in that year."""
    today = context.published.month
    if today is None:
        return Reading.of(UNKNOWN)
    first, count = (month_number(match[3]), 1) if match[3] else (p.SEASONS[match[2]], 3)
    precision = Precision.MONTH if match[3] else Precision.QUARTER
    which = match[1].lower()
    if which == "this":
        if first + count <= 13:
            return Reading.of(months_of(today.year, first, count, precision))
        return yearly(context, lambda year: months_of(year, first, count, precision))
    near = [months_of(year, first, count, precision) for year in range(today.year - 2, today.year + 3)]
    end = month_of(today.year, today.month).end
    over = [each for each in near if each.end and each.end < today]
    ahead = [each for each in near if each.start and end and each.start > end]
    return Reading.of(over[-1] if which == "last" else ahead[0])
