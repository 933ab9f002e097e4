"""Articles told apart by their labelled fields: the labels above and below the text come again with each article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.bundles.cutting import head
from kg.read.bundles.days import day_in
from kg.read.bundles.evidence import cues_of
from kg.read.bundles.labels import STATED
from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Row, Sheet, words_of

FEWEST_BETWEEN = 4
"""Words of running text that part the fields above the text of an article from those below."""
FEWEST_SHARED = 2
TELLING = frozenset(("date", "length", "id", "citation"))
"""Facts without which labels may be those of a list of books or of events."""
ADDRESSED = frozenset("from to subject".split())
HIGHEST = 10
"""Lines that a header has above its first label."""
WITH_TEXT = frozenset(("abstract", "deck", "index", "cover"))
"""Facts whose values may be running text."""
QUOTED = re.compile(
    r"original message|forwarded (?:message|by)|begin forwarded|wrote:|original[- ]nachricht|message d'origine"
    r"|mensaje original|weitergeleitete nachricht|reply above this line",
    re.IGNORECASE,
)
PARTING = (Kind.RULE, Kind.FENCE, Kind.WIRE, Kind.COUNTER, Kind.END, Kind.IDENTITY, Kind.COPYRIGHT)


@dataclass(frozen=True, slots=True)
class Run:
    """The fields between two texts, as indices of lines."""

    fields: tuple[int, ...]

    def labels(self, rows: Sequence[Row]) -> set[str]:
        return {mark.label for i in self.fields if (mark := rows[i].mark) and mark.fact not in ("cover", "body")}

    def facts(self, rows: Sequence[Row]) -> set[str]:
        return {mark.fact for i in self.fields if (mark := rows[i].mark)}


def runs_of(rows: Sequence[Row]) -> list[Run]:
    """Fields in groups between which running text stands."""
    runs: list[list[int]] = [[]]
    between, last = 0, None
    for i, row in enumerate(rows):
        if row.mark is not None and row.mark.kind is Kind.FIELD:
            if between >= FEWEST_BETWEEN:
                runs.append([])
            runs[-1].append(i)
            between, last = (FEWEST_BETWEEN if row.mark.fact == "body" else 0), row.mark
        elif row.running and not (last is not None and last.fact in WITH_TEXT and not row.after_blank):
            between += words_of((row,))
    return [Run(tuple(run)) for run in runs]


def labelled(sheet: Sheet) -> list[int]:
    """Where articles begin whose headers or trailers consist of the same labels; none when the labels are not those of
    articles, or come but once."""
    rows = sheet.rows
    runs = [run for run in runs_of(rows) if run.fields]
    if not runs:
        return []
    above = set() if sheet.has_text(0, runs[0].fields[0]) else runs[0].labels(rows)
    below = set() if sheet.has_text(runs[-1].fields[-1] + 1) else runs[-1].labels(rows)
    if len(runs) == 1 and above:
        return []
    own = above | below
    facts = {fact for run in (runs[0], runs[-1]) if run.labels(rows) & own for fact in run.facts(rows)}
    telling = facts & TELLING or own >= ADDRESSED or is_dated(rows, runs[0 if above else -1], own)
    if not telling or not facts & (STATED | {"mail"}):
        return []
    starts = [0]
    for run in runs[1:] if above else runs:
        shared = len(run.labels(rows) & own)
        if (shared < min(FEWEST_SHARED, len(own)) and not is_own(rows, run, own)) or quotes(rows, run.fields[0]):
            continue
        start = cut(rows, run, above - below, below - above)
        if start > starts[-1] and sheet.has_text(starts[-1], start) and sheet.has_text(start):
            starts.append(start)
    enough = len(own) >= FEWEST_SHARED or all(is_telling(sheet, start) for start in starts)
    return starts if enough else []


def is_dated(rows: Sequence[Row], run: Run, own: set[str]) -> bool:
    """Whether a day stands in the value of one of the fields ("Source: Harbour Radio, 5 March 2019")."""
    return any(mark.label in own and day_in(rows[i].value) for i in run.fields if (mark := rows[i].mark))


def quotes(rows: Sequence[Row], i: int) -> bool:
    """Whether the header at line `i` is that of a mail which the mail above answers or forwards."""
    return i > 0 and QUOTED.search(rows[i - 1].text) is not None


def is_own(rows: Sequence[Row], run: Run, own: set[str]) -> bool:
    """Whether a field that no two articles share, an id or a length, is among those of a run."""
    marks = [mark for i in run.fields if (mark := rows[i].mark)]
    return any(mark.label in own and mark.fact in ("id", "length") for mark in marks)


def is_telling(sheet: Sheet, start: int) -> bool:
    """Whether a date or a printed length stands beside the only label."""
    return bool({"date", "length"} & set(cues_of(head(sheet, start))))


def cut(rows: Sequence[Row], run: Run, above: set[str], below: set[str]) -> int:
    """The line at which the next article begins, among the fields that follow one text and precede the next."""
    trailing = [i for i in run.fields if (mark := rows[i].mark) and mark.label in below]
    leading = [i for i in run.fields if (mark := rows[i].mark) and mark.label in above]
    last = trailing[-1] if trailing else None
    first = next((i for i in leading if last is None or i > last), None)
    if first is None:
        start = (last if last is not None else run.fields[-1]) + 1
        while start < len(rows) and is_parting(rows[start]):
            start += 1
        return start
    start, labelled_first = first, first_is_top(rows, above)
    while start > 0 and first - start < HIGHEST and is_of_header(rows, start - 1, last, labelled_first):
        start -= 1
    return start


def first_is_top(rows: Sequence[Row], above: set[str]) -> bool:
    """Whether the first article begins with a label, and so all do."""
    return rows[0].mark is not None and rows[0].mark.label in above


def is_of_header(rows: Sequence[Row], i: int, last: int | None, labelled_first: bool) -> bool:
    """Whether line `i`, above the first label of a header, is part of it: a headline, a paper, a date; where the first
    article begins with a label, another label alone."""
    row = rows[i]
    if row.running or (last is not None and i <= last):
        return False
    if row.mark is None:
        return not labelled_first and not (last is not None and i == last + 1 and not row.after_blank)
    return row.mark.kind is Kind.FIELD


def is_parting(row: Row) -> bool:
    return row.mark is not None and row.mark.kind in PARTING
