"""Words of dates and the regular expressions built from them."""

from __future__ import annotations

import re

from kg.parse.numbers import WORD
from kg.parse.signs import spelled

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("January", "Jan"),
            ("February", "Feb"),
            ("March", "Mar"),
            ("April", "Apr"),
            ("May",),
            ("June", "Jun"),
            ("July", "Jul"),
            ("August", "Aug"),
            ("September", "Sept", "Sep"),
            ("October", "Oct"),
            ("November", "Nov"),
            ("December", "Dec"),
        ),
        start=1,
    )
    for name in names
}
CERTAIN_MONTHS = "January|February|July|September|October|November|December"
"""Months that are nothing else, so that they need no other word beside them."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month on the northern half of the globe."""
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
PARTS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late"} | {
    "end": "late",
    "earlier": "early",
    "later": "late",
}
HOLIDAYS = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year’s Eve": (12, 31),
    "New Year's Day": (1, 1),
    "New Year’s Day": (1, 1),
}

WRITTEN_MONTHS = sorted((m if m == "May" or len(m) > 4 else rf"{m}\.?" for m in MONTHS), key=len, reverse=True)
MONTH = rf"(?:(?:{'|'.join(WRITTEN_MONTHS)})(?!\w)|(?:{'|'.join(m.upper() for m in MONTHS if len(m) > 3)})(?!\w))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w,]*\d|\w)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[,.]\d|%|-\w)"
FIRST_YEAR = r"(?:1[5-9]|20)\d\d"
"""Of a range, where a dash may follow."""
WHICH_YEAR = rf"(?:{YEAR}|(?:of )?(?:last|this|next) year)"
WEEKDAY = r"(?:" + "|".join((*WEEKDAYS, *(day.upper() for day in WEEKDAYS))) + r")"
WEEKDAY_BEFORE = r"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:(?:s|nes|rs|ur|r)?(?:day)?)\.?,? )?"
FROM = r"(?:[Ff]rom |[Bb]etween )?"
DASH = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\band\b)\s*"
PART_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))"
UNIT = r"(?:day|week|month|quarter|year|decade|century)"
COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{WORD}|an?|few|several|couple\s+of|many|some)"
PART = r"(?:early|mid|late|earlier|later)"
PART_OF = r"(?:(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+)"


# What a date of some kind always holds. Most text is nowhere near one, so rules are tried only around these.
SIGNS_OF_MONTH = re.compile("|".join(sorted({m[:3] for m in MONTHS} | {m[:3].upper() for m in MONTHS})))
SIGNS_OF_DAY = spelled("today yesterday tomorrow night morning afternoon evening lunchtime day")
SIGNS_OF_WEEKEND = spelled("weekend")
SIGNS_OF_UNIT = spelled("day week month quarter year decade century hour minute")
SIGNS_OF_PAST = spelled("ago")
SIGNS_OF_SEASON = re.compile(r"spring|summer|autumn|winter|fall|" + SIGNS_OF_MONTH.pattern)
SIGNS_OF_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
SIGNS_OF_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|ST|ND|RD|TH)")
SIGNS_OF_HOLIDAY = re.compile(r"Christmas|Boxing|New Year")


def rule(pattern: str, *, cased: bool = True) -> re.Pattern[str]:
    """Compile with word borders at both ends; blanks in the pattern stand for any white space within a paragraph."""
    spaced = re.sub(r"\[(?: -|- )\]", r"(?: |-)", pattern).replace(r"\s", r"[^\S\n]").replace(" ", r"[^\S\n]+")
    return re.compile(rf"(?<![\w-])(?<!\d[.,])(?:{spaced})(?!\w)", 0 if cased else re.IGNORECASE)
