"""Date expressions of news, resolved against the publication date.

A grammar of our own in regular expressions (`date_absolute`, `date_days`, `date_relative`) rather than `dateparser`:
news needs intervals, two directions ("on Friday" looks back or ahead as the verb does) and the day mentioned before,
none of which that library gives, and finding a date in running text costs it milliseconds. Nothing is guessed: what
needs a publication date that is unknown is found, but has no interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kg.model import Precision, Span, When
from kg.parse import date_absolute, date_days, date_relative  # noqa: F401  (they register their rules)
from kg.parse.calendar import DAY, UNKNOWN, Interval, Published, Reading
from kg.parse.date_rules import RULES, Context, Handler
from kg.parse.signs import surroundings

OPERATOR = re.compile(r"\b(since|until|till|before|after|by|prior to)[^\S\n](?:at least[^\S\n])?$", re.IGNORECASE)
RANGE_START = re.compile(r"\b(?:from|between)[^\S\n](?:the[^\S\n])?$", re.IGNORECASE)
RANGE_JOINT = re.compile(r"\s(?:to|until|till|through|and)\s(?:the\s)?|\s?[-–—]\s?", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s\b")
WINDOW = 24
"""Code points looked back for the word before a date."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression. `span` is in the text searched, `text` exactly `span.of(text)`.

    The words "since", "until", "before", "after", "by", "from … to" and "between … and" belong to it, other
    prepositions do not.
    """

    span: Span
    text: str
    reading: Reading

    def when(self, direction: Literal["past", "future", "nearest"]) -> When:
        """The interval, as the words look back ("on Friday" is the last Friday up to publication), ahead (the next
        from publication on), or to whichever is nearer."""
        past, future = self.reading.past, self.reading.future
        if direction == "nearest":
            direction = "past" if self._distance(past) <= self._distance(future) else "future"
        interval = past if direction == "past" else future
        return When(iso(interval.start), iso(interval.end), interval.precision, self.text)

    def _distance(self, interval: Interval) -> int:
        day, origin = interval.start or interval.end, self.reading.origin
        return abs((day - origin).days) if day and origin else 0


def find_dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """Every date expression of `text`, in order, without overlaps.

    `published` is an ISO date of reduced precision ("2022-02-04", "2022-02", "2022") or None. Expressions that need
    more of it than is known have `start` and `end` None and precision `unknown`. InputError when it is no date.
    """
    known = Published.parse(published)
    found: list[DateMention] = []
    previous: Reading | None = None
    for match, handler in longest_matches(text):
        if found and match.start() < found[-1].span.end:
            continue
        reading = handler(match, Context(known, previous))
        if reading is None:
            continue
        if reading.past.precision is Precision.DAY and reading.past.start:
            previous = reading
        mention = DateMention(Span(match.start(), match.end()), match[0], replace(reading, origin=known.day))
        if found and joins(text, found[-1].span, mention.span):
            found[-1] = joined(text, found[-1], mention)
        else:
            found.append(governed(text, mention))
    return tuple(found)


def longest_matches(text: str) -> Iterator[tuple[re.Match[str], Handler]]:
    """Matches of all rules by start, the longest first; among equals in the order of the rules."""
    stretches = {signs: list(surroundings(text, signs)) for signs in {rule.signs for rule in RULES}}
    matches = [
        (match.start(), -match.end(), order, match, rule.handler)
        for order, rule in enumerate(RULES)
        for start, end in stretches[rule.signs]
        for match in rule.pattern.finditer(text, start, end)
    ]
    for *_, match, handler in sorted(matches, key=lambda each: each[:3]):
        yield match, handler


def governed(text: str, mention: DateMention) -> DateMention:
    """Take in "since", "until" … before the date, unless it only modifies a noun ("after Friday’s meeting")."""
    start, end = mention.span.start, mention.span.end
    word = OPERATOR.search(text, max(0, start - WINDOW), start)
    if word is None or POSSESSIVE.match(text, end):
        return mention
    operator = word[1].lower()
    reading = mention.reading
    changed = replace(reading, past=bounded(operator, reading.past), future=bounded(operator, reading.future))
    return DateMention(Span(word.start(), end), text[word.start() : end], changed)


def bounded(operator: str, interval: Interval) -> Interval:
    start, end = interval.start, interval.end
    if start is None or end is None:
        return interval
    match operator:
        case "since":
            return Interval(start, None, interval.precision)
        case "after":
            return Interval(end + DAY, None, interval.precision)
        case "before" | "prior to":
            return Interval(None, start - DAY, interval.precision)
        case _:
            return Interval(None, end, interval.precision)


def joins(text: str, left: Span, right: Span) -> bool:
    """Whether the two are the ends of "from … to …" or "between … and …"."""
    joint = RANGE_JOINT.fullmatch(text, left.end, right.start)
    return joint is not None and RANGE_START.search(text, max(0, left.start - WINDOW), left.start) is not None


def joined(text: str, left: DateMention, right: DateMention) -> DateMention:
    opening = RANGE_START.search(text, max(0, left.span.start - WINDOW), left.span.start)
    start = opening.start() if opening else left.span.start
    past = between(left.reading.past, right.reading.past, right.reading.future)
    future = between(left.reading.future, right.reading.future, right.reading.future)
    span = Span(start, right.span.end)
    return DateMention(span, span.of(text), replace(left.reading, past=past, future=future))


def between(first: Interval, *lasts: Interval) -> Interval:
    """From `first` to the earliest of `lasts` that does not end before it starts."""
    for last in lasts:
        if first.start and last.end and first.start <= last.end:
            return Interval(first.start, last.end, last.precision)
    return UNKNOWN


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
