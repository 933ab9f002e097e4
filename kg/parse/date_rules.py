"""How a rule of the date grammar looks: a pattern, and a handler that says what the words mean in their context."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.parse import date_patterns as p
from kg.parse.calendar import UNKNOWN, Interval, Published, Reading, shifted


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides its words: the publication date and the last day mentioned before."""

    published: Published
    previous: Reading | None


Handler = Callable[[re.Match[str], Context], Reading | None]
"""None: the words are no date after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Whatever `pattern` matches holds something that `signs` matches; that is looked for first, being cheaper."""

    signs: re.Pattern[str]
    pattern: re.Pattern[str]
    handler: Handler


RULES: list[Rule] = []


def handles(signs: re.Pattern[str], pattern: str, *, cased: bool = True) -> Callable[[Handler], Handler]:
    """Register the handler of a pattern."""

    def register(handler: Handler) -> Handler:
        RULES.append(Rule(signs, p.rule(pattern, cased=cased), handler))
        return handler

    return register


def month_number(name: str) -> int:
    return p.MONTHS[name.rstrip(".").capitalize()]


def yearly(context: Context, build: Callable[[int], Interval]) -> Reading:
    """`build(year)` for the last year in which it had begun at publication, and the first in which it is not over."""
    today = context.published.day or context.published.month
    if today is None:
        return Reading.of(UNKNOWN)
    years = [found for year in range(today.year - 12, today.year + 13) if (found := attempt(build, year))]
    past = [each for each in years if each.start and each.start <= today]
    future = [each for each in years if each.end and each.end >= today]
    return Reading(past[-1], future[0]) if past and future else Reading.of(UNKNOWN)


def attempt(build: Callable[[int], Interval], year: int) -> Interval | None:
    """None where the calendar has no such day (29 February)."""
    try:
        return build(year)
    except ValueError:
        return None


def dated(context: Context, year: str | None, build: Callable[[int], Interval]) -> Reading | None:
    """With the year written, absolute ("last year" counts from publication); without, by the publication date."""
    if not year:
        return yearly(context, build)
    if year.isdigit():
        interval = attempt(build, int(year))
        return Reading.of(interval) if interval else None
    if context.published.year is None:
        return Reading.of(UNKNOWN)
    shift = -1 if "last" in year else 1 if "next" in year else 0
    return Reading.of(attempt(build, context.published.year + shift) or UNKNOWN)


def narrowed(match: re.Match[str], interval: Interval) -> Interval:
    """The third that a word such as "early" or "the end of" in the match asks for."""
    found = re.search(r"\b(early|mid|middle|late|earlier|later|beginning|start|end)\b", match[0], re.IGNORECASE)
    return interval.narrowed(p.PARTS[found[1].lower()]) if found else interval


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
