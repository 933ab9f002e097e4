"""Amounts and durations, normalised so that what two articles state can be compared.

"an additional 10bn cubic metres of gas each year"   -> 1e10 m³/year
"US$40 billion"                                      -> 4e10 USD
"more than 100,000 Russian troops"                   -> 1e5 troops
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Amount, Span
from kg.parse import date_patterns
from kg.parse import units as u
from kg.parse.numbers import DIGITS, SCALES, TENS, UNITS, WORD, number_of
from kg.parse.signs import spelled, surroundings

GAP = r"[^\S\n]+"
LONG = ("hundred", "thousand", "million", "billion", "trillion")
LONG_SCALES = f"(?:{'|'.join(LONG)})"
SHORT_SCALES = "|".join(sorted((scale for scale in SCALES if len(scale) < 4), key=len, reverse=True))
MONTHS = "|".join(month for month in date_patterns.MONTHS if len(month) > 4)
HEDGES = (
    "more than|less than|fewer than|at least|at most|up to|as many as|as much as|about|around|some|nearly|almost|over|"
    "roughly|approximately|an estimated|an additional|an extra|another"
)
SIGNS = "|".join(re.escape(sign) for sign in sorted(u.CURRENCY_SIGNS, key=len, reverse=True))
NUMBER = re.compile(
    rf"(?<![\w/.,$€£])(?<!\w-)(?:(?P<hedge>{HEDGES}){GAP})?(?:(?P<sign>{SIGNS}){GAP[:-1]}*)?"
    rf"(?:(?P<low>{DIGITS})(?:\s?[-–—]\s?|{GAP}to{GAP})(?=(?:{SIGNS})?\d)(?:{SIGNS})?)?"
    rf"(?:(?P<digits>{DIGITS})|(?P<words>(?:half{GAP})?an?(?={GAP}(?:{LONG_SCALES}|dozen)\b)|{WORD}(?!\w)))"
    rf"(?:(?:{GAP}|-)(?P<scale>(?:{LONG_SCALES}|dozen)(?:{GAP}{LONG_SCALES})?)\b|[^\S\n]?(?P<short>{SHORT_SCALES})(?!\w))?",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(rf"[^\S\n]?({'|'.join(u.ABBREVIATED)})(?!\w)", re.IGNORECASE)
PERIOD = re.compile(
    rf"(?:(?:{GAP}\(\w+\))?(?:{GAP}of(?:{GAP}[a-z-]+){{1,3}}?)?{GAP}(?:an?|per|each|every){GAP}|/)(?P<period>{u.PERIODS})(?!\w)"
    rf"|{GAP}(?P<adverb>{'|'.join(u.ADVERBS)})(?!\w)",
    re.IGNORECASE,
)
NOUN = re.compile(
    rf"{GAP}(?:(?!(?:and|or|to|of|in|on|at|by|for|from|as|is|are|was|were|be|the|a|an|that|with|who|if|than|per|{MONTHS})\b)"
    rf"[\w’'-]+{GAP}){{0,2}}?(?P<noun>{u.COUNTED}|[a-z]{{2,}}[a-rt-z]s(?<!us)(?<!is))(?![\w’'-])"
)
DURATION = re.compile(
    rf"(?<![\w/.,-])(?P<before>(?:last|past|next|coming|previous|first|every){GAP})?"
    rf"(?P<text>(?:{DIGITS}|{WORD}|(?<=for\x20)an?|(?<=within\x20)an?|a{GAP}few|several|many|a{GAP}couple{GAP}of)"
    rf"(?:{GAP}and{GAP}a{GAP}half|-and-a-half)?(?:-|{GAP})(?:{u.DURATIONS})s?)(?!\w)(?P<after>-old|{GAP}(?:old|ago|earlier|later)\b)?",
    re.IGNORECASE,
)
SIGNS_OF_NUMBER = re.compile(rf"\d|(?<!\w){spelled(' '.join([*UNITS, *TENS, 'dozen', *LONG])).pattern}(?!\w)")
SIGNS_OF_DURATION = spelled(u.DURATIONS.replace("|", " "))


def alternatives(table: dict[str, str]) -> re.Pattern[str]:
    """One pattern for a table of units; the number of the group that matched is the place of the unit."""
    groups = "|".join(f"({words.replace(' ', GAP)})" for words in table.values())
    return re.compile(rf"(?:{GAP}|-)?(?:{groups})(?!\w)", re.IGNORECASE)


MEASURE, MEASURE_NAMES = alternatives(u.MEASURES), tuple(u.MEASURES)
CURRENCY, CURRENCY_NAMES = alternatives(u.CURRENCIES), tuple(u.CURRENCIES)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`span` covers the whole expression in the text searched, from "about" or "more than" to the period ("a year");
    `amount.text` is exactly `span.of(text)`."""

    span: Span
    amount: Amount


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every amount with a unit, in order, without overlaps: money, measures, percentages, counted nouns.

    `amount.value` is a plain number (scale words multiplied out), None for a range ("15–25 million dollars").
    `amount.unit` is a currency code, a measure ("m³/year", "%"), or a plural noun ("troops"). Bare numbers, times and
    dates are left out.
    """
    found: list[Quantity] = []
    position = 0
    for start, end in surroundings(text, SIGNS_OF_NUMBER):
        position = max(position, start)
        while match := NUMBER.search(text, position, end):
            quantity = measured(text, match)
            if quantity:
                found.append(quantity)
            position = quantity.span.end if quantity else match.end()
    return tuple(found)


def find_durations(text: str) -> tuple[tuple[Span, str], ...]:
    """Every length of time, in order, with its words: "30-year", "25 years" (of "over 25 years"), "several months".

    No ages ("a 30-year-old"), and nothing that is a date ("two years ago", "the last two weeks").
    """
    return tuple(
        (Span(match.start("text"), match.end("text")), match["text"])
        for start, end in surroundings(text, SIGNS_OF_DURATION)
        for match in DURATION.finditer(text, start, end)
        if not match["before"] and not match["after"]
    )


def measured(text: str, match: re.Match[str]) -> Quantity | None:
    """The number with the unit before or behind it; None where there is none."""
    value = value_of(match)
    if value is None:
        return None
    end, unit = match.end(), None
    if match["sign"]:
        unit = u.CURRENCY_SIGNS[match["sign"].upper()]
    elif short := ABBREVIATION.match(text, end):
        factor, unit = u.ABBREVIATED[short[1].lower()]
        value, end = value * factor, short.end()
    elif currency := CURRENCY.match(text, end):
        unit, end = CURRENCY_NAMES[(currency.lastindex or 1) - 1], currency.end()
    elif match["scale"] and (pounds := re.compile(rf"{GAP}pounds\b(?! of)").match(text, end)):
        unit, end = "GBP", pounds.end()
    elif measure := MEASURE.match(text, end):
        unit, end = MEASURE_NAMES[(measure.lastindex or 1) - 1], measure.end()
    elif noun := counted(text, match):
        unit, end = noun["noun"], noun.end()
    elif (match["short"] or "").lower() == "m" and match["digits"]:
        value, unit = value / SCALES["m"], "m"
    if unit is None:
        return None
    if period := PERIOD.match(text, end):
        unit += "/" + (period["period"] or u.ADVERBS[(period["adverb"] or "").lower()]).lower()
        end = period.end()
    span = Span(match.start(), end)
    return Quantity(span, Amount(None if match["low"] else value, unit, span.of(text)))


def counted(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The plural noun that the number counts."""
    digits = match["digits"] or ""
    year = len(digits) == 4 and digits.isdigit() and not match["scale"] and 1500 <= int(digits) < 2100
    before = re.search(r"(\w+)\.?[^\S\n]$", text[max(0, match.start() - 14) : match.start()])
    noun = NOUN.match(text, match.end())
    if noun is None or noun["noun"] in u.NOT_COUNTED or (year and noun["noun"] not in u.COUNTED.split("|")):
        return None
    return None if before and before[1].lower() in u.BEFORE_LABEL else noun


def value_of(match: re.Match[str]) -> float | None:
    value = number_of(match["digits"]) if match["digits"] else words_value(match["words"])
    if value is None:
        return None
    for scale in (match["scale"] or match["short"] or "").lower().split():
        value *= SCALES.get(scale, 12 if scale == "dozen" else 1)
    return round(value, 6)


def words_value(words: str) -> float | None:
    half = re.fullmatch(r"half\s+an?", words, re.IGNORECASE)
    return 0.5 if half else number_of(words)
