"""Intervals of days, and the publication date that relative words count from."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from kg.errors import InputError
from kg.model import Precision

ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed range of days; an open side is None. `precision` is the unit that the words speak of."""

    start: date | None
    end: date | None
    precision: Precision

    def narrowed(self, part: str) -> Interval:
        """Its early, mid or late third, in whole years of a decade, months of a year, days of a month. The precision
        stays, for the words are vague."""
        if self.start is None or self.end is None:
            return self
        days = (self.end - self.start).days + 1
        unit, size = ("year", 365.25) if days > 3000 else ("month", 30.4) if days > 80 else ("day", 1)
        cuts = [moved(self.start, unit, round(round(days / size) * third / 3)) for third in range(4)]
        third = {"early": 0, "mid": 1, "late": 2}[part]
        return Interval(cuts[third], cuts[third + 1] - DAY, self.precision)


UNKNOWN = Interval(None, None, Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Reading:
    """What words mean when they look back and when they look ahead ("on Friday"); the same when they are absolute.
    `origin` is the publication day where known."""

    past: Interval
    future: Interval
    origin: date | None = None

    @staticmethod
    def of(interval: Interval) -> Reading:
        return Reading(interval, interval)


@dataclass(frozen=True, slots=True)
class Published:
    """Publication date as far as it is known: `day`, else `month` (its first day), else `year`."""

    day: date | None
    month: date | None
    year: int | None

    @staticmethod
    def parse(text: str | None) -> Published:
        """From an ISO date of reduced precision ("2022-02-04", "2022-02", "2022") or None; InputError otherwise."""
        if not text:
            return Published(None, None, None)
        parts = text.split("-") if ISO.fullmatch(text) else []
        try:
            first = date(int(parts[0]), *(int(part) for part in [*parts, "1", "1"][1:3]))
        except (ValueError, IndexError):
            raise InputError(f"publication date {text!r}: not a date; write it as 2022-02-04 or 2022") from None
        month = first.replace(day=1) if len(parts) > 1 else None
        return Published(first if len(parts) == 3 else None, month, first.year)


def day_of(day: date) -> Interval:
    return Interval(day, day, Precision.DAY)


def week_of(day: date) -> Interval:
    """The week of `day`, Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + 6 * DAY, Precision.WEEK)


def weekend_of(day: date) -> Interval:
    monday = day - timedelta(days=day.weekday())
    return Interval(monday + 5 * DAY, monday + 6 * DAY, Precision.WEEK)


def month_of(year: int, month: int) -> Interval:
    """`month` may run over: month 13 is the next year's January, month 0 the last December."""
    return months_of(year, month, 1, Precision.MONTH)


def months_of(year: int, month: int, count: int, precision: Precision) -> Interval:
    """`count` months from `month` on."""
    first, last = year * 12 + month - 1, year * 12 + month - 2 + count
    end_day = calendar.monthrange(last // 12, last % 12 + 1)[1]
    return Interval(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, end_day), precision)


def quarter_of(year: int, quarter: int) -> Interval:
    return months_of(year, 3 * quarter - 2, 3, Precision.QUARTER)


def year_of(year: int) -> Interval:
    return Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def decade_of(year: int) -> Interval:
    return Interval(date(year, 1, 1), date(year + 9, 12, 31), Precision.DECADE)


def century_of(number: int) -> Interval:
    """The 21st century is 2001 to 2100; no unit of precision is that coarse, so it is unknown."""
    return Interval(date(100 * number - 99, 1, 1), date(100 * number, 12, 31), Precision.UNKNOWN)


def shifted(unit: str, count: int, origin: date) -> Interval:
    """The day, week, month, year or decade `count` units from that of `origin`."""
    match unit:
        case "day":
            return day_of(origin + count * DAY)
        case "week":
            return week_of(origin + count * WEEK)
        case "weekend":
            return weekend_of(origin + count * WEEK)
        case "month":
            return month_of(origin.year, origin.month + count)
        case "quarter":
            return quarter_of(origin.year, (origin.month + 2) // 3 + count)
        case "year":
            return year_of(origin.year + count)
        case "decade":
            return decade_of((origin.year // 10 + count) * 10)
        case "century":
            return century_of((origin.year - 1) // 100 + 1 + count)
    raise ValueError(f"not a unit of time: {unit}")


def moved(day: date, unit: str, count: int) -> date:
    """The day `count` units later; the month's last where that month is shorter."""
    days = {"hour": 1 / 24, "day": 1, "week": 7}
    if unit in days:
        return day + timedelta(days=count * days[unit])
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    month = month_of(day.year, day.month + months)
    assert month.start is not None
    assert month.end is not None
    return min(month.start + (day.day - 1) * DAY, month.end)
