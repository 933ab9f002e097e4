"""Dates that count from the publication date or the day mentioned before: "Friday", "last week", "the next day"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.model import Precision
from kg.parse import date_patterns as p
from kg.parse.calendar import (
    UNKNOWN,
    WEEK,
    Interval,
    Reading,
    day_of,
    month_of,
    months_of,
    moved,
    shifted,
    weekend_of,
)
from kg.parse.date_rules import Context, attempt, handles, month_number, narrowed, yearly
from kg.parse.numbers import number_of

NAMED_DAYS = re.compile(
    r"\b(?:Ash|Bad|Big|Black|Bloody|Blue|Cyber|Easter|Fat|Giving|Good|Holy|Maundy|Palm|Red|Spy|Sheffield|Shrove|Small|"
    r"Super|Whit|Wild)\s$"
)
"""What makes a name of the weekday after it ("Black Friday")."""
SIGNS = {"last": -1, "past": -1, "this": 0, "the": 0, "current": 0, "next": 1, "coming": 1}


def counted(context: Context, unit: str, count: int) -> Interval:
    """The unit `count` units from that of publication, as far as publication is known that exactly."""
    published = context.published
    origin = published.day
    if unit in {"month", "quarter"}:
        origin = published.month
    elif unit in {"year", "decade", "century"} and published.year:
        origin = date(published.year, 1, 1)
    return safely(lambda: shifted(unit, count, origin)) if origin else UNKNOWN


def safely(build: Callable[[], Interval]) -> Interval:
    """Unknown where the calendar ends ("5,000 years ago")."""
    try:
        return build()
    except (ValueError, OverflowError):
        return UNKNOWN


def titled(match: re.Match[str]) -> bool:
    """Whether the words are capitalised as in a title ("The Last Days of …", "Kamloops This Week")."""
    words = match[0].split()
    return len(words) > 1 and all(word.istitle() for word in words)


@handles(
    rf"(?:(?:earlier|later|late|early) )?(?:(?:today|yesterday|tomorrow){p.PART_OF_DAY}?|tonight|last night|"
    rf"this{p.PART_OF_DAY}|(?:the )?day (?:before yesterday|after tomorrow))",
    cased=False,
)
def near_day(match: re.Match[str], context: Context) -> Reading:
    words = match[0].lower()
    sign = 1 if "tomorrow" in words else -1 if "yesterday" in words or "last night" in words else 0
    return Reading.of(counted(context, "day", sign * (2 if "day before" in words or "day after" in words else 1)))


@handles(
    rf"(?:(?i:early|late)(?: on)? )?(?:((?i:last|next|this|this past|this coming|coming|past)) )?({p.WEEKDAY})"
    rf"{p.PART_OF_DAY}?(?! (?:{p.DAY}|{p.MONTH})\b)"
)
def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Past: the last such day up to publication; future: the first from publication on. No date in "Black Friday",
    "Sunday Times"; but "On Friday Putin met" is one."""
    before, after = match.string[max(0, match.start() - 12) : match.start()], match.string[match.end() :][:3]
    named = re.match(r"\s[A-Z]", after) and not (match[1] or re.search(r"\b[Oo]n\s$", before))
    if NAMED_DAYS.search(before) or named:
        return None
    published = context.published.day
    if published is None:
        return Reading.of(UNKNOWN)
    wanted = p.WEEKDAYS.index(match[2].capitalize())
    past = published - timedelta(days=(published.weekday() - wanted) % 7)
    future = published + timedelta(days=(wanted - published.weekday()) % 7)
    which = (match[1] or "").lower().split()
    if which in (["last"], ["past"], ["this", "past"]):
        return Reading.of(day_of(past if past < published else past - WEEK))
    if which in (["next"], ["coming"], ["this", "coming"]):
        return Reading.of(day_of(future if future > published else future + WEEK))
    return Reading.of(day_of(future)) if which else Reading(day_of(past), day_of(future))


@handles(rf"(?:the )?(last|next|this|current) ({p.UNIT}|weekend)", cased=False)
def near_unit(match: re.Match[str], context: Context) -> Reading | None:
    """One whole week, month …; "the last week" is for `stretch`."""
    which, unit = match[1].lower(), match[2].lower()
    if unit == "day" or titled(match) or (match[0][0] in "tT" and match[0][1:4] == "he " and which != "current"):
        return None
    return Reading.of(counted(context, unit, SIGNS[which]))


@handles(
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


@handles(r"(earlier|later) (?:in )?(this|the) (week|month|year|decade|century)", cased=False)
def rest_of_unit(match: re.Match[str], context: Context) -> Reading:
    """ "Earlier this month" ends at publication, "later this year" starts there."""
    whole, today = counted(context, match[3].lower(), 0), context.published.day
    if today is None:
        return Reading.of(whole)
    if match[1].lower() == "earlier":
        return Reading.of(Interval(whole.start, today, whole.precision))
    return Reading.of(Interval(today, whole.end, whole.precision))


@handles(
    r"(?:(?:early|mid|late)[ -](?:in )?|(?:the )?(?:beginning|start|middle|end) of )"
    r"(?:the )?(last|next|this|coming|current|the(?= )) ?(week|month|quarter|year|decade|century)",
    cased=False,
)
def part_of_unit(match: re.Match[str], context: Context) -> Reading:
    return Reading.of(narrowed(match, counted(context, match[2].lower(), SIGNS[match[1].lower()])))


@handles(r"(?<=\b[Tt]he\x20)weekend|(?<=\b[Aa]t\x20)weekend")
def bare_weekend(match: re.Match[str], context: Context) -> Reading:
    today = context.published.day
    if today is None:
        return Reading.of(UNKNOWN)
    past = weekend_of(today) if today.weekday() > 4 else weekend_of(today - WEEK)
    return Reading(past, weekend_of(today))


@handles(r"(?:the )?(?:recent|future) (?:days|weeks|months|years|decades)", cased=False)
@handles(r"(?:days|weeks|months|years|decades) ago", cased=False)
def vague(match: re.Match[str], context: Context) -> Reading:
    return Reading.of(UNKNOWN)


@handles(
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


@handles(
    r"(?:the )?(next|following|previous|same) (day)|the (following|previous|same) (week|month|year)|"
    r"the (day) (?:before|after)(?=[.,;:)]|$)",
    cased=False,
)
@handles(rf"({p.COUNT}) (day|week|month|year)s? (?:earlier|later)", cased=False)
def from_previous(match: re.Match[str], context: Context) -> Reading | None:
    """Counted from the day mentioned before; unknown where there is none."""
    words = match[0].lower().split()
    unit = next(group for group in match.groups()[1:] if group and group not in {"following", "previous", "same"})
    ahead = not {"next", "following", "after", "later"}.isdisjoint(words)
    count = 0 if "same" in words else 1
    if words[-1] in {"earlier", "later"}:
        number = number_of(match[1])
        if number is None:
            return Reading.of(UNKNOWN)
        count = int(number)
    if context.previous is None:
        return Reading.of(UNKNOWN)

    def step(interval: Interval) -> Interval:
        origin = interval.start
        return safely(lambda: shifted(unit.lower(), count if ahead else -count, origin)) if origin else UNKNOWN

    return Reading(step(context.previous.past), step(context.previous.future))


@handles(rf"(?i:the )?((?i:last|next|this)) (?:(spring|summer|autumn|winter|fall)|({p.MONTH}))")
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


@handles(r"(?<=\b[Oo]n\x20)the (\d\d?)(?:st|nd|rd|th)(?=[.,;:)]|$| [a-z]+ed\b| and )")
def day_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "On the 14th": the last one up to publication, the first from there on."""
    number, today = int(match[1]), context.published.day
    if not 1 <= number <= 31:
        return None
    if today is None:
        return Reading.of(UNKNOWN)
    starts = [month_of(today.year, today.month + shift).start for shift in (-2, -1, 0, 1, 2)]
    days = [attempt(lambda day, s=start: day_of(s.replace(day=day)), number) for start in starts if start]  # type: ignore[misc]
    past = [each for each in days if each and each.start and each.start <= today]
    future = [each for each in days if each and each.start and each.start >= today]
    return Reading(past[-1], future[0])
