"""Texts that look like several articles and cannot be cut: better refused than read as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.read.bundles.days import day_in
from kg.read.bundles.evidence import BY, is_date_line
from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Row, words_of
from kg.read.page.metadata import COPYRIGHT, publisher_name
from kg.read.page.nameplates import is_nameplate

FEWEST_WORDS = 40
"""Words of text that an article has at least."""
DEEPEST = 16
"""Lines in a row that are looked at for a header."""
LONGEST_BYLINE = 100
WAY_OUT = "give one file an article, or JSON Lines with a record an article"


@dataclass(slots=True)
class Head:
    """What the lines above a text state that are no text; `owners` are of copyright lines, which end the text above."""

    days: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)
    bylines: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)

    @property
    def stated(self) -> int:
        return bool(self.days) + bool(self.papers) + bool(self.bylines)


def several_in(rows: Sequence[Row]) -> str | None:
    """What shows that articles of different papers stand in `rows` one behind another; None for a single one.

    What shows it are two headers, each above a text of some length, of papers or owners that differ; or of days and
    authors that both differ.
    """
    heads, owners = heads_of(rows)
    if len(heads) < 2:
        return None
    found = {
        "papers": {paper for head in heads for paper in head.papers},
        "copyright lines": owners,
        "dates": {day for head in heads for day in head.days},
        "bylines": {byline for head in heads for byline in head.bylines},
    }
    seen = [f"{len(values)} {name}" for name, values in found.items() if len(values) > 1]
    differ = len(owners) > 1 or (len(found["papers"]) > 1 and len(seen) > 1)
    if differ or (len(seen) > 1 and all(head.stated > 1 for head in heads)):
        return f"looks like several articles ({' and '.join(seen)}) but no line repeats to cut it by; {WAY_OUT}"
    return None


def heads_of(rows: Sequence[Row]) -> tuple[list[Head], set[str]]:
    """The headers above texts of some length, and the owners of all copyright lines."""
    heads: list[Head] = []
    owners: set[str] = set()
    head, words, lines = Head(), 0, 0
    pending: Head | None = None
    for row in rows:
        if row.running:
            if head.stated:
                pending, words = head, 0
            words += words_of((row,))
            if pending is not None and words >= FEWEST_WORDS:
                heads.append(pending)
                pending = None
            head, lines = Head(), 0
            continue
        lines += 1
        if lines <= DEEPEST:
            read_line(row, head)
            owners |= head.owners
    return heads, owners


def read_line(row: Row, head: Head) -> None:
    """Add to `head` what a line states."""
    text = row.text
    if row.is_a(Kind.COPYRIGHT):
        match = COPYRIGHT.search(text)
        owner = publisher_name(match["owner"]) if match else None
        head.owners |= {owner.casefold()} if owner else set()
        return
    day = day_in(text) if is_date_line(text) else None
    if day:
        head.days.add(day[2])
        text = text[: day[0]].strip(" ,|·•–-")
    if BY.match(text) and len(text) < LONGEST_BYLINE:
        head.bylines.add(text)
    elif text and is_nameplate(text):
        head.papers.add(text)
