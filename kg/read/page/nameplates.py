"""What newspapers are called, and lines that state a paper and its day."""

from __future__ import annotations

import re

from kg.read.dates import find_date
from kg.read.page.prose import words

NAMEPLATE = re.compile(
    r"\b(?:Daily|Times|News|Post|Herald|Tribune|Journal|Gazette|Guardian|Observer|Chronicle|Telegraph|Mail|Courier|Wire|Weekly|Express|Mirror"
    r"|Globe|Sentinel|Bulletin|Monitor|Dispatch|Inquirer|Examiner|Reporter|Ledger|Press|Mercury|Echo|Advertiser|Argus|Citizen|Standard|Independent)\b"
)
"""Words that newspapers are called by."""
LOWER = frozenset("of the and de".split())
SECTIONS = frozenset(
    "all breaking business latest live local more national our politics sport sports top world your read".split()
)
"""Words before "News" that make a section of it and no paper."""
LONGEST = 80
BETWEEN = " ,;:|·•-–—("
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*\Z", re.IGNORECASE)


def is_nameplate(text: str) -> bool:
    tokens = words(text)
    if not 2 <= len(tokens) <= 5 or not text[-1].isalnum() or tokens[0].casefold() in SECTIONS:
        return False
    return bool(NAMEPLATE.search(text)) and all(token[0].isupper() or token in LOWER for token in tokens)


def paper_and_day(text: str) -> tuple[str, str] | None:
    """Paper and ISO date of a line of both ("The Coast Mail, 5 March 2019"), None for any other."""
    found = find_date(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    match, day = found
    paper = WEEKDAY.sub("", text[: match.start()]).strip(BETWEEN)
    if text[match.end() :].strip(" ).") or not paper or not is_nameplate(paper):
        return None
    return paper, day
