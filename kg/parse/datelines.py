"""Datelines and credit lines: what stands before the first sentence of a report, and who wrote it, below it.

One place for all who must tell them from the text: the reader (the date), the parser (a dateline would bend the parse of
the sentence it stands before) and the extractor (it claims nothing). Imports no spaCy, so that reading stays light.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.gazetteer import cities

Range = tuple[int, int]

_UPPER = "A-ZÀ-ÖØ-Þ"
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_DAY = (
    rf"(?:(?:{_WEEKDAY},? )?(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}}\.? {_MONTH}\b\.?)(?:,? (?:19|20)\d\d)?"
    rf"|{_MONTH}\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|{_WEEKDAY})"
)
_DATE = rf"(?P<date>{_DAY})"
_SHOUTED = rf"[{_UPPER}](?:[{_UPPER}'’.]|-(?=[{_UPPER}])){{1,20}}"
_TITLED = rf"(?!{_DAY}\b)[{_UPPER}][\w'’.-]{{1,20}}"
_TOWN = rf"{_SHOUTED}(?: {_SHOUTED}){{0,3}}"
_TOWNS = rf"(?P<towns>{_TOWN}(?:(?: ?/ ?| and | AND |, ?){_TOWN}){{0,2}})"
_CITY = rf"(?P<city>{_TITLED}(?: (?:de |del |la |do |of )?{_TITLED}){{0,2}})"
_REGION = rf"(?:, ?(?P<region>{_TITLED}(?: {_TITLED}){{0,2}}(?:, ?{_TITLED})?))?"
_AGENCY = rf"(?:\([{_UPPER}][^()\n]{{1,40}}\)|/[^/\n]{{2,40}}/)"
_SEP = r"(?: {1,2}-{1,3} {0,2}| ?-- ?| ?[—―] ?| – ?| _ | \| )"
_BEHIND = rf"(?=[\"“‘'«(\[]?(?:[{_UPPER}\d$£€]|[a-z][A-Z]))(?=[^\n]{{0,80}}?[a-zß-öø-ÿ])"
"""A capital or digit goes on; a line in capitals throughout is a headline ("OIL OUTPUT RISES - AGENCY")."""

_LABEL = r"(?!(?:EXCLUSIVE|UPDATE|FACTBOX|CORRECTED|CORRECTION|BREAKING|WATCH|OPINION|ANALYSIS|REVIEW|VIDEO|PHOTOS?|LIVE|INTERVIEW|TIMELINE|WRAPUP|WRAP|NOTE|INSIGHT|BRIEF|RPT|REFILE|ADVISORY|COLUMN|FEATURE|POLL|SOURCES?|ALERT)\b)"
"""What stands in capitals before a dash and is no town."""

DATELINE = re.compile(
    rf"{_LABEL}(?:"
    rf"{_TOWNS}{_REGION}(?:(?:,? | [-–—] ){_DATE})?(?:,?{_SEP}?(?: |(?<=-)|(?<=—)){_AGENCY})?(?:{_SEP}|(?<=\))-)"
    rf"|{_CITY}{_REGION.replace('region', 'region2')}(?:(?:,? | [-–—] ){_DATE.replace('date', 'date2')}(?: {_AGENCY})?| {_AGENCY})(?:{_SEP}|(?<=\))-)"
    rf"|{_CITY.replace('city', 'city3')} \| (?=[^\n]{{30}})"
    rf"|\([{_UPPER}][^()\n]{{1,30}}\)(?: ?-{{1,2}} ?| ?[—–] ?)"
    rf"){_BEHIND}"
)
"""Town, region, date and agency before the first sentence of a report."""

BEFORE_COLON = re.compile(rf"{_TOWNS}{_REGION}(?:,? {_DATE})?(?: {_AGENCY})?: {_BEHIND}")
"""The same as papers in South Asia write it; a speaker in an interview stands so too, so the town must be known."""

_NAMES = rf"[{_UPPER}][\w'’.-]{{0,30}}"
BYLINE = re.compile(
    rf"(?:By|BY) {_NAMES}(?:(?:,? | and | AND | in | of | for | with | at | & ){_NAMES}){{0,11}},? *(?=\n|\Z)"
)
"""A paragraph that says who wrote the report."""

SIGN_OFF = re.compile(
    r"\((?:(?:Additional |Writing and |Reporting and |More )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten|[Ee]dited)"
    r"(?: and [a-z]+)?(?: and [a-z]+)? by )[^()\n]{2,300}\)"
    r"|_{3,} ?(?=\S)[^\n]{2,400}"
    rf"|(?:(?<=\n)|(?<=[.!?”\"] ))[{_UPPER}][^\n.!?]{{3,200}} contributed (?:reporting )?(?:to|from|for) this (?:report|story|article)\b\.?"
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
    """The dateline that a paragraph beginning at `start` opens with: "RIGA, March 7 (Wire) - ", "OSLO -- "."""
    match = DATELINE.match(text, start)
    if match is None:
        match = BEFORE_COLON.match(text, start)
        if match is None or not (match["date"] or match["region"] or cities(match["towns"])):
            return None
    groups = match.groupdict()
    places: list[Range] = []
    for name in ("towns", "city", "city3", "region", "region2"):
        if groups.get(name):
            places.extend(_parts(text, match.span(name)))
    date = next((match.span(name) for name in ("date", "date2") if groups.get(name)), None)
    return Dateline(start, match.end(), tuple(sorted(places)), date)


def _parts(text: str, span: Range) -> Iterator[Range]:
    """The names of a list of places: "RIGA/TALLINN", "OSLO and RIGA", "Austin, Texas"."""
    at = span[0]
    for joint in re.finditer(r" ?/ ?| and | AND |, ?", text[span[0] : span[1]]):
        yield at, span[0] + joint.start()
        at = span[0] + joint.end()
    yield at, span[1]


def read_credits(text: str) -> list[Range]:
    """Code points of bylines and sign-offs, in order, not overlapping."""
    found: list[Range] = []
    if "y " in text or "Y " in text:
        for line in re.finditer(r"(?:\A|(?<=\n))(?=B[yY] )", text):
            match = BYLINE.match(text, line.end())
            if match:
                found.append(match.span())
    if "___" in text or " by " in text or "contributed" in text:
        found.extend(match.span() for match in SIGN_OFF.finditer(text))
    found.sort()
    return [one for n, one in enumerate(found) if not n or one[0] >= found[n - 1][1]]
