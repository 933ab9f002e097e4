"""Bylines and time stamps: lines between headline and text that say who wrote the article, where and when."""

from __future__ import annotations

import re

from kg.read.dates import find_date
from kg.read.page.prose import CLOSED, FUNCTION_WORDS

UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
NAME_WORD = rf"(?:[{UPPER}][\w'’.-]*)"
PARTICLE = r"(?:(?:de|del|della|den|der|di|du|da|dos|la|le|van|von|zu|ter|ten|al|el|bin|ibn|of)\s+|(?:al|el|d|O)[-'’])"
NAME = rf"{NAME_WORD}(?:\s+{PARTICLE}?{NAME_WORD}){{1,3}}"
PLACE = rf"{NAME_WORD}(?:\s+{NAME_WORD}){{0,3}}"
BY = re.compile(r"(?:by|words\s+by|written\s+by|story\s+by|author\s*:|by\s*:)\s+(?=\S)", re.IGNORECASE)
NAME_AT = re.compile(NAME)
IN_PLACE = re.compile(rf"\s+(?:in|at)\s+(?:the\s+)?{PLACE}(?=\s*(?:,|;|&|\band\b|[|•·–—-]|\d|\Z))")
SEPARATOR = re.compile(r"\s*(?:,\s*and\b|,|;|&|\band\b|\bwith\b)\s*")
ROLE = re.compile(
    r"[\s,|–—-]*(?:[A-Za-z'’.-]+\s+){0,4}(?:correspondents?|editors?|reporters?|writers?|journalists?|columnists?"
    r"|producers?|(?:bureau|news)\s+chief)\b(?:(?:\s*,|\s+(?:at|for|of|in|with)\b)[^,]{2,40})?\Z",
    re.IGNORECASE,
)
REACH = re.compile(
    r"[\s,;|·•–—-]*(?:\be-?mail(?:\s+(?:the\s+)?(?:author|reporter|writer|editor|me|him|her|them)\b|\s*:?\s+\S+@\S+|\Z).*"
    r"|\b(?:follow|contact)\b.*|(?<!\w)@\w.*|\S+@\S+\.\w.*|\bx?twitter\b.*|\bbio\Z|\bview\s+(?:profile|bio)\b.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
"""How to reach an author, behind the name: "Email the author", "@annlee", an address."""
ROLE_WORDS = frozenset(
    "senior junior chief staff deputy assistant associate special political business foreign national diplomatic"
    " economics environment health science sports culture crime city general freelance contributing reporter reporters"
    " correspondent correspondents editor editors writer writers journalist columnist producer photographer email"
    " e-mail agency agencies bureau desk newsroom news web our".split()
)
"""Words that follow a name in a byline and are no part of it."""
CAPITALS = re.compile(r"\b(?:AND|IN|WITH|AT)\b")
AGO = re.compile(
    r"\b(?:\d+|an?|one)\s*(?:s|secs?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?)\s+ago\b", re.IGNORECASE
)
STAMP = re.compile(
    r"""\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|(?<!\d)\d{1,2}[:.h]\d{2}(?::\d\d)?(?:\.\d+)?Z?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?
    |\b(?:GMT|BST|UTC|CET|CEST|E[SD]?T|P[SD]T|C[SD]T|M[SD]T|IST|MSK|HKT|SGT|JST|AE[SD]T|EAT|SAST|WIB)\b(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d\b
    |T(?=\d\d:)|\b\d+\s*-?\s*min(?:ute)?s?\s+read\b|\b(?:at|on|local\s+time)\b|[|•·,;:–—()/-]""",
    re.IGNORECASE | re.VERBOSE,
)
LABEL = re.compile(
    r"\b(?:first\s+|originally\s+|last\s+)?(?P<label>published|posted|issued|released|date|sent|updated|modified|edited|revised)(?:\s+(?:date|on|at))*\b\s*:?",
    re.IGNORECASE,
)
LONGEST = 200


def authors_of(text: str) -> tuple[str, ...]:
    """The names of a byline: "By Ann Lee and Bo Xu in Seoul", "Ann Lee in Seoul and Bo Xu in Taipei 10 HOURS AGO".

    A line of names alone is no byline: it could be anybody's, and "Bomb Attack in Kabul" is a headline. It needs "By",
    a role, several places, or a place and a time.
    """
    by = BY.match(text)
    if len(text) > LONGEST or (text.rstrip()[-1:] in ".!?" and not (by and len(text.split()) <= 12)):
        return ()
    rest = AGO.sub("", CAPITALS.sub(lambda match: match[0].lower(), without_reach(text)))
    dated = find_date(rest)
    if dated:
        rest = rest[: dated[0].start()]
    rest = LABEL.sub("", rest)
    by = BY.match(rest)
    found: list[str] = []
    position, places, named_role = (by.end() if by else 0), 0, False
    while match := NAME_AT.match(rest, position):
        name = without_role(match.group())
        if found and is_role(name):  # "Ann Lee, Senior Reporter, and Bo Xu"
            named_role = True
        else:
            found.append(" ".join(name.split()))
        position += len(name)
        place = IN_PLACE.match(rest, position)
        if place:
            position, places = place.end(), places + 1
        separator = SEPARATOR.match(rest, position)
        if not separator or separator.end() == position:
            break
        position = separator.end()
    left = STAMP.sub("", rest[position:]).strip()
    role = named_role or ROLE.fullmatch(left) is not None
    if (left and not ROLE.fullmatch(left) and not (by and len(left.split()) <= 6)) or not all(
        is_name(name) for name in found
    ):
        return ()
    cue = by or role or places > 1 or (places and (dated or AGO.search(text)))
    return tuple(dict.fromkeys(titled(name) for name in found)) if cue else ()


def without_reach(text: str) -> str:
    """A byline without how to reach its author; a line that says nothing else stays as it is."""
    reach = REACH.search(text)
    return text[: reach.start()] if reach and reach.start() > 0 else text


def without_role(name: str) -> str:
    """ "Ann Lee Senior Reporter" -> "Ann Lee": two words at least are the name."""
    tokens = list(re.finditer(r"\S+", name))
    cut = next((token.start() for token in tokens[2:] if token.group().casefold().strip(".,") in ROLE_WORDS), len(name))
    return name[:cut].rstrip()


def is_role(name: str) -> bool:
    tokens = [token.casefold().strip(".,") for token in name.split()]
    return tokens[-1] in ROLE_WORDS and tokens[0] in ROLE_WORDS


def author_in_place(text: str) -> str | None:
    """The name in "Ann Lee in Strelsau", which may be a byline, a caption or a headline."""
    name = NAME_AT.match(text)
    place = IN_PLACE.match(text, name.end()) if name else None
    return name.group() if name and place and place.end() == len(text) and is_name(name.group()) else None


def is_name(name: str) -> bool:
    return name.split()[0].casefold() not in FUNCTION_WORDS and not is_role(name)


def titled(name: str) -> str:
    """Names in capitals as names are written: "ANN LEE" -> "Ann Lee"."""
    return name.title() if name.isupper() and len(name) > 5 else name


def is_byline(text: str) -> bool:
    """A byline with names, or "By" and something else in capitals ("By Staff Reporter", "By AFP")."""
    by = BY.match(text)
    short = by is not None and len(text.split()) <= 8 and text[-1:] not in ".!?" and text[by.end()].isupper()
    return short or bool(authors_of(text))


def stamp_of(text: str) -> tuple[str, str | None] | None:
    """The date of a line that holds a date and nothing else but weekday, time, label or byline: (ISO date, label).

    The label is "published", "updated" … in lower case, or None.
    """
    if len(text) > LONGEST:
        return None
    found = find_date(text)
    if not found:
        return None
    match, iso = found
    before = text[: match.start()]
    label = LABEL.search(text)
    rest = STAMP.sub("", LABEL.sub("", before)).strip()
    rest_behind = text[match.end() :]
    while again := find_date(rest_behind):  # "Published 4 May 2019, updated 5 May 2019"
        rest_behind = rest_behind[: again[0].start()] + rest_behind[again[0].end() :]
    behind = STAMP.sub("", LABEL.sub("", rest_behind)).strip()
    alone = not rest or bool(authors_of(before))
    if not alone or (behind and not authors_of(behind.strip())):
        return None
    return iso, label["label"].casefold() if label and label.start() < match.start() else None


def is_stamp(text: str) -> bool:
    """A date line or a relative time ("10 hours ago"), with or without names."""
    relative = AGO.search(text) and (not CLOSED.search(text) or len(text.split()) <= 6) and len(text.split()) <= 25
    return bool(relative) or stamp_of(text) is not None
