"""Days that count from the publication date or the day mentioned before: "Friday", "yesterday", "the next day"."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.parse import date_patterns as p
from kg.parse.calendar import UNKNOWN, WEEK, Interval, Reading, day_of, month_of, shifted, weekend_of
from kg.parse.date_rules import Context, attempt, counted, handles, safely
from kg.parse.numbers import number_of

NAMED_DAYS = re.compile(
    r"\b(?:Ash|Bad|Big|Black|Bloody|Blue|Cyber|Easter|Fat|Giving|Good|Holy|Maundy|Palm|Red|Spy|Sheffield|Shrove|Small|"
    r"Super|Whit|Wild)\s$"
)
"""What makes a name of the weekday after it ("Black Friday")."""


@handles(
    p.SIGNS_OF_DAY,
    rf"(?:(?:earlier|later|late|early) )?(?:(?:today|yesterday|tomorrow){p.PART_OF_DAY}?|tonight|last night|"
    rf"this{p.PART_OF_DAY}|(?:the )?day (?:before yesterday|after tomorrow))",
    cased=False,
)
def near_day(match: re.Match[str], context: Context) -> Reading:
    words = match[0].lower()
    sign = 1 if "tomorrow" in words else -1 if "yesterday" in words or "last night" in words else 0
    return Reading.of(counted(context, "day", sign * (2 if "day before" in words or "day after" in words else 1)))


@handles(
    p.SIGNS_OF_DAY,
    rf"(?:(?i:early|late)(?: on)? )?(?:((?i:last|next|this|this past|this coming|coming|past)) )?({p.WEEKDAY})"
    rf"{p.PART_OF_DAY}?(?! (?:{p.DAY}|{p.MONTH})\b)",
)
def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Past: the last such day up to publication; future: the first from publication on. No date in "Black Friday",
    "Sunday Times"; but "On Friday Merkel met" is one."""
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


@handles(p.SIGNS_OF_WEEKEND, r"(?<=\b[Tt]he\x20)weekend|(?<=\b[Aa]t\x20)weekend")
def bare_weekend(match: re.Match[str], context: Context) -> Reading:
    today = context.published.day
    if today is None:
        return Reading.of(UNKNOWN)
    past = weekend_of(today) if today.weekday() > 4 else weekend_of(today - WEEK)
    return Reading(past, weekend_of(today))


@handles(p.SIGNS_OF_ORDINAL, r"(?<=\b[Oo]n\x20)the (\d\d?)(?:st|nd|rd|th)(?=[.,;:)]|$| [a-z]+ed\b| and )")
def day_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "On the 14th": the last one up to publication, the first from there on."""
    number, today = int(match[1]), context.published.day
    if not 1 <= number <= 31:
        return None
    if today is None:
        return Reading.of(UNKNOWN)
    starts = [month_of(today.year, today.month + shift).start for shift in (-2, -1, 0, 1, 2)]
    days = [attempt(lambda day, s=start: day_of(s.replace(day=day)), number) for start in starts if start]  # type: ignore[misc]  # mypy types no default of a lambda
    past = [each for each in days if each and each.start and each.start <= today]
    future = [each for each in days if each and each.start and each.start >= today]
    return Reading(past[-1], future[0])


@handles(
    p.SIGNS_OF_UNIT,
    r"(?:the )?(next|following|previous|same) (day)|the (following|previous|same) (week|month|year)|"
    r"the (day) (?:before|after)(?=[.,;:)]|$)",
    cased=False,
)
@handles(p.SIGNS_OF_UNIT, rf"({p.COUNT}) (day|week|month|year)s? (?:earlier|later)", cased=False)
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
