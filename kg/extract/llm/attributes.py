"""What a claim carries besides its ends: kept only where the article has the words, dates only where they are dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.llm.locate import find
from kg.extract.llm.schema import ClaimRow, WhenRow
from kg.extract.llm.usage import Usage
from kg.model import Amount, Article, Modality, Precision, Qualifiers, Span, When
from kg.parse.dates import find_dates
from kg.parse.quantities import find_quantities

EARLIEST, LATEST = "1000-01-01", "2199-12-31"
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Attributes:
    """Reads the attributes of claims of one article."""

    def __init__(self, article: Article, usage: Usage) -> None:
        self._article, self._usage = article, usage
        self._dates = find_dates(article.text, article.published)

    def words(self, given: str | None, quote: Span) -> str | None:
        """The article's own words, from the quote or else from anywhere; None, and counted, where it has none such."""
        span = self._place(given, quote)
        return span.of(self._article.text) if span else None

    def names(self, given: tuple[str, ...], quote: Span) -> tuple[str, ...]:
        """Those of the names that the article has, in order."""
        return tuple(dict.fromkeys(name for one in given if (name := self.words(one, quote))))

    def qualifiers(self, row: ClaimRow, quote: Span) -> Qualifiers:
        return Qualifiers(
            topic=self.words(row.topic, quote),
            product=self.words(row.product, quote),
            amount=self._amount(row.amount, quote),
            duration=self.words(row.duration, quote),
            title=self.words(row.title, quote),
        )

    def when(self, row: WhenRow | None, quote: Span, modality: Modality) -> When | None:
        """The event date. What our own reading of the words gives goes before the days that the model names; those
        count only when they are days, in order, and not absurd."""
        if row is None:
            return None
        place = self._place(row.words, quote)
        if place is None:
            return None
        text = place.of(self._article.text)
        own = next((mention for mention in self._dates if mention.span.overlaps(place)), None)
        if own is not None:
            read = own.when("past" if modality is Modality.ACTUAL else "future")
            if read.start or read.end:
                return read
        return _interval(row.start, row.end, text)

    def _amount(self, given: str | None, quote: Span) -> Amount | None:
        words = self.words(given, quote)
        if words is None:
            return None
        return next((found.amount for found in find_quantities(words)), Amount(None, None, words))

    def _place(self, given: str | None, quote: Span) -> Span | None:
        if given is None:
            return None
        text = self._article.text
        span = find(given, text, quote, whole=True) or find(given, text, Span(0, len(text)), whole=True)
        self._usage.unfounded += span is None
        return span


def _interval(first: str | None, last: str | None, text: str) -> When:
    """The days that a model names, as an interval; without days when they cannot be."""
    start, end = _days(first), _days(last)
    if start is None or (last is not None and end is None):
        return When(None, None, Precision.UNKNOWN, text)
    begin, finish, precision = start[0], (end or start)[1], (end or start)[2]
    if begin > finish:
        return When(None, None, Precision.UNKNOWN, text)
    return When(begin, finish, _precision(begin, finish, precision), text)


def _days(text: str | None) -> tuple[str, str, Precision] | None:
    """First and last day of an ISO date of reduced precision."""
    match = ISO.fullmatch(text or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        start = date(year, month or 1, day or 1)
        if day:
            end, precision = start, Precision.DAY
        elif month:
            following = date(year + month // 12, month % 12 + 1, 1)
            end, precision = following - timedelta(days=1), Precision.MONTH
        else:
            end, precision = date(year, 12, 31), Precision.YEAR
    except ValueError:
        return None
    first, last = start.isoformat(), end.isoformat()
    return (first, last, precision) if EARLIEST <= first <= last <= LATEST else None


def _precision(first: str, last: str, given: Precision) -> Precision:
    """Two days that bound a year or month are that year or month."""
    for length, precision in ((4, Precision.YEAR), (7, Precision.MONTH)):
        whole = _days(first[:length])
        if whole is not None and whole[:2] == (first, last):
            return precision
    return given
