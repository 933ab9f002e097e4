"""Labels of header fields ("BYLINE:", "Publication title:", "HD") and the fact that each states, from `labels.toml`."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

LONGEST_LABEL = 44
MOST_WORDS = 9
TABLES = tomllib.loads(resources.files(__package__).joinpath("labels.toml").read_text(encoding="utf-8"))
LABELS = {label: fact for fact, table in TABLES.items() for label in table.get("labels", ())}
ALONE = {label: fact for fact, table in TABLES.items() for label in table.get("alone", ())}
CODES = {code: fact for fact, table in TABLES.items() for code in table.get("codes", ())}

STATED = frozenset("headline byline publication citation date section length id language copyright url".split())
"""Facts that are of one article."""
TRAILING = frozenset(("index", "id"))
"""Facts that stand behind the text more often than before it."""
OF_EXPORTS = frozenset(
    "load-date update-date publication-type journal-code publication-code full-text fulltext".split()
)
"""Labels that no page and no letter has."""

CODE = re.compile(r"([A-Z][A-Z0-9]{1,2})(?=[\s|:]|\Z)(?:\s{0,4}[-|:](?=\s|\Z))?")
BRACKET = re.compile(r"(?<=\w) \([^()]{1,40}\)\Z")
EMPHASIS = "*_#> \t"


def label_of(text: str) -> tuple[str, str, int] | None:
    """The fact, the label in lower case, and the offset of the value, where `text` begins with a known label and a
    colon; the label may be in Markdown's bold, or given in two languages ("Source / Bron:")."""
    colon = text.find(":", 1, LONGEST_LABEL)
    if colon < 0:
        return None
    label = text[:colon].strip(EMPHASIS).casefold()
    fact = LABELS.get(label) or both(label, LABELS)
    if fact is None:
        return None
    start = colon + 1
    while start < len(text) and text[start] in "*_= \t\xa0":
        start += 1
    return fact, label, start


def alone(text: str) -> tuple[str, str] | None:
    """The fact and the label, where a line is a label that needs no colon."""
    if len(text) > 2 * LONGEST_LABEL or text.count(" ") > MOST_WORDS:
        return None
    label = " ".join(text.strip(EMPHASIS).rstrip(":").casefold().split())
    label = BRACKET.sub("", label)
    fact = ALONE.get(label) or both(label, ALONE)
    return (fact, label) if fact else None


def both(label: str, known: dict[str, str]) -> str | None:
    """The fact of a label that is given in two languages or words ("Author/Byline")."""
    first, slash, second = label.partition("/")
    fact = known.get(first.rstrip()) if slash else None
    return fact if fact == known.get(second.lstrip()) else None


def code_of(text: str) -> tuple[str, str, int] | None:
    """The fact, the code and the offset of the value, where `text` begins with a two-letter field code."""
    match = CODE.match(text)
    if match is None or match[1] not in CODES:
        return None
    start = match.end()
    while start < len(text) and text[start] in " \t\xa0":
        start += 1
    return CODES[match[1]], match[1], start
