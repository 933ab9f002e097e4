"""Datelines and credit lines: what stands before the first sentence of a report, and who wrote it, below the text.

One place for all who must tell them from the text: the reader (the date), the parser (a dateline would bend the parse
of the sentence behind it) and the extractor (it claims nothing). Imports no spaCy, so that reading stays light. Every
repetition below is bounded, which keeps the expressions linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.gazetteer import cities

Range = tuple[int, int]

LABELS = frozenset(
    """EXCLUSIVE UPDATE FACTBOX CORRECTED CORRECTION BREAKING WATCH OPINION ANALYSIS REVIEW VIDEO PHOTO PHOTOS LIVE
    INTERVIEW TIMELINE WRAPUP WRAP NOTE INSIGHT BRIEF RPT REFILE ADVISORY COLUMN FEATURE POLL SOURCE SOURCES
    ALERT""".split()
)
"""What stands in capitals before a dash and is no town."""

UPPER = "A-ZÀ-ÖØ-Þ"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
DAY = (
    rf"(?:(?:{WEEKDAY},? )?(?:{MONTH}\.? \d{{1,2}}|\d{{1,2}}\.? {MONTH}\b\.?)(?:,? (?:19|20)\d\d)?"
    rf"|{MONTH}\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|{WEEKDAY})"
)
SHOUTED = rf"[{UPPER}](?:[{UPPER}'’.]|-(?=[{UPPER}])){{1,20}}"
TITLED = rf"(?!{DAY}\b)[{UPPER}][\w'’.-]{{1,20}}"
TOWN = rf"{SHOUTED}(?: {SHOUTED}){{0,3}}"
TOWNS = rf"(?P<towns>{TOWN}(?:(?: ?/ ?| and | AND |, ?){TOWN}){{0,2}})"
CITY = rf"(?P<towns>{TITLED}(?: (?:de |del |la |do |of )?{TITLED}){{0,2}})"
REGION = rf"(?:, ?(?P<region>{TITLED}(?: {TITLED}){{0,2}}(?:, ?{TITLED})?))?"
DATE = rf"(?:,? | [-–—] )(?P<date>{DAY})"
AGENCY = rf"(?:\([{UPPER}][^()\n]{{1,40}}\)|/[^/\n]{{2,40}}/)"
DASH = r"(?: {1,2}-{1,3} {0,2}| ?-- ?| ?[—―] ?| – ?| _ | \| |(?<=\))-)"
BEHIND = rf"(?=[\"“‘'«(\[]?(?:[{UPPER}\d$£€]|[a-z][A-Z]))(?=[^\n]{{0,80}}?[a-zß-öø-ÿ])"
"""A capital or digit goes on; a line in capitals throughout is a headline ("OIL OUTPUT RISES - AGENCY")."""

FORMS = tuple(
    re.compile(form + BEHIND)
    for form in (
        rf"{TOWNS}{REGION}(?:{DATE})?(?:,?{DASH}?(?: |(?<=[-—])){AGENCY})?{DASH}",  # "RIGA, March 7 (Wire) - "
        rf"{CITY}{REGION}(?:{DATE}(?: {AGENCY})?| {AGENCY}){DASH}",  # "Riga (Wire) - "
        rf"{CITY} \| (?=[^\n]{{30}})",  # "Riga | "
        rf"\([{UPPER}][^()\n]{{1,30}}\)(?: ?-{{1,2}} ?| ?[—–] ?)",  # "(Wire) - "
    )
)
BEFORE_COLON = re.compile(rf"{TOWNS}{REGION}(?:{DATE})?(?: {AGENCY})?: {BEHIND}")
""" "NEW DELHI: ", as papers in South Asia write it. A speaker in an interview stands so too: the town must be known."""

JOINT = re.compile(r" ?/ ?| and | AND |, ?")

NAME = rf"[{UPPER}][\w'’.-]{{0,30}}"
BYLINE = re.compile(
    rf"(?:By|BY) {NAME}(?:(?:,? | and | AND | in | of | for | with | at | & ){NAME}){{0,11}},? {{0,3}}(?=\n|\Z)"
)
"""A line that says who wrote the report: names and nothing else."""

SIGN_OFF = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.!?”\"\)] ))(?:"
    r"\((?:Additional |More )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten|[Ee]dited)"
    r"(?: and [a-z]{3,12}){0,2} by [^()\n]{2,300}\)"
    r"|_{3,9} ?(?=[^\s_])[^\n]{2,400}"
    rf"|[{UPPER}][^\n.!?]{{3,200}} contributed (?:reporting )?(?:to|from|for) this (?:report|story|article)\b\.?)"
)
"""Who else wrote it, behind the text."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Code points [start, end) with the dash and the blank behind it; `places` are the towns and the region or country
    that they lie in, `date` the date, if any."""

    start: int
    end: int
    places: tuple[Range, ...]
    date: Range | None


def read_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that the line beginning at `start` opens with ("RIGA, March 7 (Wire) - "), or None."""
    if text[start : start + 1].islower():
        return None
    for form in FORMS:
        if match := form.match(text, start):
            break
    else:
        match = BEFORE_COLON.match(text, start)
        if match is None or not (match["date"] or match["region"] or cities(match["towns"])):
            return None
    groups = match.groupdict()
    if (groups.get("towns") or "").partition(" ")[0] in LABELS:
        return None
    named = [match.span(group) for group in ("towns", "region") if groups.get(group)]
    places = [part for span in named for part in _parts(text, span)]
    return Dateline(start, match.end(), tuple(places), match.span("date") if groups.get("date") else None)


def _parts(text: str, span: Range) -> Iterator[Range]:
    """The names of a list of places: "RIGA/TALLINN", "OSLO and RIGA", "Austin, Texas"."""
    at = span[0]
    for joint in JOINT.finditer(text, *span):
        yield at, joint.start()
        at = joint.end()
    yield at, span[1]


def read_credits(text: str) -> list[Range]:
    """Code points of bylines and sign-offs, in order, not overlapping."""
    found: list[Range] = []
    start = 0
    while start >= 0:
        if text.startswith(("By ", "BY "), start) and (match := BYLINE.match(text, start)):
            found.append(match.span())
        start = text.find("\n", start) + 1 or -1
    if "___" in text or "contributed" in text or "ing by " in text or "ed by " in text:
        found.extend(match.span() for match in SIGN_OFF.finditer(text))
    found.sort()
    return [one for n, one in enumerate(found) if not n or one[0] >= found[n - 1][1]]
