"""Texts that look like several articles and cannot be cut: better refused than read as one."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import ReadError
from kg.read.bundles.days import day_in
from kg.read.bundles.evidence import BY, is_date_line
from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Row, words_of
from kg.read.page.metadata import COPYRIGHT, is_nameplate, publisher_name

FEWEST_WORDS = 40
"""Words of text that an article has at least."""
HIGHEST = 8
"""Lines of a header at most."""
WAY_OUT = "give one file an article, or JSON Lines with a record an article"


def require_one(rows: Sequence[Row], source: str) -> None:
    """Raise ReadError when articles of different papers stand in `rows` one behind another.

    What shows it are headers (a short line with a date, a byline or a paper's name below) behind text and above text,
    of different papers or days, or copyright lines of different owners behind each of which a new headline follows.
    """
    heads = heads_of(rows)
    if len(heads) < 2:
        return
    days = {day for head in heads for day in head[0]}
    papers = {paper for head in heads for paper in head[1]}
    bylines = {byline for head in heads for byline in head[2]}
    seen = [f"{len(found)} {name}" for found, name in ((papers, "papers"), (days, "dates"), (bylines, "bylines")) if len(found) > 1]
    complete = all(sum(map(bool, head)) >= 2 for head in heads)
    if len(seen) >= 2 and (complete or len(papers) > 1):
        raise ReadError(f"{source}: looks like several articles ({', '.join(seen)}) but nothing repeats to cut it by; {WAY_OUT}")


def heads_of(rows: Sequence[Row]) -> list[tuple[set[str], set[str], set[str]]]:
    """Days, papers and bylines in each header: the first, and those between texts of some length."""
    heads: list[tuple[set[str], set[str], set[str]]] = []
    block: list[Row] = []
    since = FEWEST_WORDS
    for i, row in enumerate(rows):
        if not row.running:
            if since >= FEWEST_WORDS or block:
                block.append(row)
            continue
        if block and len(block) <= 2 * HIGHEST and behind(rows, i) >= FEWEST_WORDS:
            found = read_head(block)
            if any(found):
                heads.append(found)
        since = words_of((row,)) + (0 if block else since)
        block = []
    return heads


def behind(rows: Sequence[Row], i: int) -> int:
    """Words of text from line `i` on, up to the next line that is none; no more than are needed."""
    found = 0
    while i < len(rows) and rows[i].running and found < FEWEST_WORDS:
        found += words_of(rows[i : i + 1])
        i += 1
    return found


def read_head(block: Sequence[Row]) -> tuple[set[str], set[str], set[str]]:
    days: set[str] = set()
    papers: set[str] = set()
    bylines: set[str] = set()
    for row in block:
        text = row.text
        if row.is_a(Kind.COPYRIGHT):
            match = COPYRIGHT.search(text)
            owner = publisher_name(match["owner"]) if match else None
            papers |= {owner} if owner else set()
            continue
        if is_date_line(text) and (day := day_in(text)):
            days.add(day[2])
        if BY.match(text) and len(text) < 100:
            bylines.add(text)
        if is_nameplate(text):
            papers.add(text)
    return days, papers, bylines
