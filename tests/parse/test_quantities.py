"""Amounts with units, and durations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.parse.quantities import find_durations, find_quantities

AMOUNTS = [
    # text, words, value, unit
    ("10bn cubic metres a year", "10bn cubic metres a year", 1e10, "m³/year"),
    (
        "an additional 3bn cubic metres of gas each year",
        "an additional 3bn cubic metres of gas each year",
        3e9,
        "m³/year",
    ),
    ("about 38 bcm per year flow", "about 38 bcm per year", 3.8e10, "m³/year"),
    ("two million barrels per day", "two million barrels per day", 2e6, "barrels/day"),
    ("1,200 bpd", "1,200 bpd", 1200, "barrels/day"),
    ("a $400bn deal", "$400bn", 4e11, "USD"),
    ("worth US$40 billion in all", "US$40 billion", 4e10, "USD"),
    ("€3.5 million", "€3.5 million", 3.5e6, "EUR"),
    ("it costs £20.", "£20", 20, "GBP"),
    ("nearly CDN$11,000", "nearly CDN$11,000", 11000, "CAD"),
    ("1.5 trillion yen", "1.5 trillion yen", 1.5e12, "JPY"),
    ("about nine billion US dollars", "about nine billion US dollars", 9e9, "USD"),
    ("two million pounds", "two million pounds", 2e6, "GBP"),
    ("$5 a barrel", "$5 a barrel", 5, "USD/barrel"),
    ("15–25 million dollars", "15–25 million dollars", None, "USD"),
    ("10 to 12 billion cubic meters annually", "10 to 12 billion cubic meters annually", None, "m³/year"),
    ("25 percent", "25 percent", 25, "%"),
    ("5.4% a year", "5.4% a year", 5.4, "%/year"),
    ("0.25 percentage points", "0.25 percentage points", 0.25, "pp"),
    ("100,000 troops", "100,000 troops", 1e5, "troops"),
    ("more than 100,000 Russian troops", "more than 100,000 Russian troops", 1e5, "troops"),
    ("over a thousand pairs", "over a thousand pairs", 1000, "pairs"),
    ("half a million people", "half a million people", 5e5, "people"),
    ("a dozen eggs", "a dozen eggs", 12, "eggs"),
    ("twenty-five men", "twenty-five men", 25, "men"),
    ("3m doses", "3m doses", 3e6, "doses"),
    ("the 400m race", "400m", 400, "m"),
    ("60 kilometres per hour", "60 kilometres per hour", 60, "km/h"),
    ("a 450 MW plant", "450 MW", 450, "MW"),
    ("30 degrees Celsius", "30 degrees Celsius", 30, "°C"),
    ("12,000 square kilometres", "12,000 square kilometres", 12000, "km²"),
    ("100 million tonnes of oil over 10 years", "100 million tonnes", 1e8, "t"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), AMOUNTS)
def test_amount(text: str, words: str, value: float | None, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.span.of(text) == quantity.amount.text == words
    assert quantity.amount.unit == unit
    assert quantity.amount.value == (pytest.approx(value) if value is not None else None)


NO_AMOUNTS = [
    "In 2014 elections were held, on 14 February attacks followed, and May 9 parades",
    "Covid-19 cases, F-16 jets, 9/11 attacks, Category 5 storms, Boeing 737 jets, Flight 370 victims",
    "one of them is as good as 2 million",
    "30 years, six months, 24 hours, three times",
    "a 7,000 word statement",
    "12 labelled either way",
]


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_what_is_no_amount(text: str) -> None:
    assert find_quantities(text) == ()


DURATIONS = [
    ("a 30-year deal", ["30-year"]),
    ("over 25 years", ["25 years"]),
    ("six months and a two-week trip", ["six months", "two-week"]),
    ("for a year, within an hour", ["a year", "an hour"]),
    ("several months; a few days", ["several months", "a few days"]),
    ("three and a half years", ["three and a half years"]),
    ("25 years' jail", ["25 years"]),
    ("a 35-year-old, 25 years old", []),
    ("two years ago, three days later, in the last two weeks, the next ten days", []),
    ("10bn cubic metres a year, each year", []),
]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations(text: str, expected: list[str]) -> None:
    found = find_durations(text)
    assert [words for _, words in found] == expected
    assert all(span.of(text) == words for span, words in found)


PIECES = st.sampled_from(
    ["about", "10", "2.5", "1,000", "bn", "million", "$", "€", "cubic metres", "a year", "troops", "-", "%", "m"]
)


@given(st.lists(PIECES, max_size=12))
def test_any_pieces_give_ordered_disjoint_spans(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = find_quantities(text)
    assert all(quantity.span.of(text) == quantity.amount.text for quantity in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
