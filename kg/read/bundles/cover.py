"""The cover, the table of contents and the counters of an export: where the first article begins behind them, and how
many articles they promise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Row

PROMISE = re.compile(
    r"(?:selected items|all documents|all items|documents|articles|items|number of (?:documents|articles|results)"
    r"|total (?:documents|articles|records)|results|articles found|results found)\W{1,4}(?P<from>\d{1,5})",
    re.IGNORECASE,
)
LIST = re.compile(r"(?P<first>\d{1,5})(?:\s?[-–]\s?(?P<last>\d{1,5}))?")
ENTRY = re.compile(r"\d{1,4}[.)]\s{1,4}(?P<title>\S.{5,300})")


def behind_cover(rows: Sequence[Row]) -> int:
    """The index of the first line behind the cover; 0 without one. Where a table of contents names the first headline,
    the article begins at that."""
    covers = []
    for i, row in enumerate(rows):
        if row.is_a(Kind.FIELD, "cover"):
            covers.append(i)
        elif row.is_a(Kind.FIELD, "body") or (row.running and covers and i - covers[-1] > 12):
            break
    if not covers:
        return 0
    entries = {match["title"].strip() for row in rows[: len(rows)] if (match := ENTRY.fullmatch(row.text))}
    last = covers[-1]
    for i in range(covers[0] + 1, len(rows)):
        if rows[i].text in entries:
            return i
        if i > last and rows[i].running and rows[i].after_blank:
            break
    start = last + 1
    while start < len(rows) and not rows[start].after_blank:
        start += 1
    paged = [i for i in range(start, len(rows)) if rows[i].new_page]
    text = next((i for i in range(start, len(rows)) if rows[i].running and i > start + 1), len(rows))
    paged = [i for i in paged if i < text]
    return paged[-1] if paged else min(start, len(rows))


def promised(rows: Sequence[Row], first: int) -> int | None:
    """How many articles the cover or the counters speak of; None when none does."""
    for row in rows[:first]:
        for text in (row.text, row.value):
            if match := PROMISE.match(text):
                return numbers_in(text[match.start("from") :])
    totals = {mark.total for row in rows if (mark := row.mark) and mark.kind is Kind.COUNTER and mark.sure}
    several = sum(row.is_a(Kind.COUNTER) and row.mark is not None and row.mark.sure for row in rows) > 1
    return totals.pop() if len(totals) == 1 and several else None


def numbers_in(text: str) -> int:
    """How many numbers a list has: "1-3, 7" four; "(3)", a bare count, three."""
    found = list(LIST.finditer(text[:200]))
    if len(found) == 1 and not found[0]["last"]:
        return int(found[0]["first"])
    return sum(int(match["last"] or match["first"]) - int(match["first"]) + 1 for match in found)
