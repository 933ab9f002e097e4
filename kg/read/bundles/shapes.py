"""Where articles begin: at counters, labels and end marks that only exports print, else at what separates articles.

A function a shape; each gives the indices of the lines at which articles begin, or fewer than two. What only exports
print needs text between; what stands in ordinary articles, too, needs the header of an article behind it each time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from kg.read.bundles.cutting import SURE, behind, holds, saying_of, where
from kg.read.bundles.fields import labelled
from kg.read.bundles.marks import Kind
from kg.read.bundles.rows import Sheet
from kg.read.bundles.separators import addresses, copyrights, headings, mastheads, pages, rules, sayings, wires

FEWEST_PREFACE = 24
"""Words of text above the first header that make it part of an article, and no note on an export."""

Shape = Callable[[Sheet], list[int]]


def find_starts(sheet: Sheet, sure: bool = False) -> list[int]:
    """The indices of the lines with which articles begin, when there are two or more; `sure` looks at nothing but what
    only exports print."""
    for shape in SURE_SHAPES if sure else (postmarks, tags, *SURE_SHAPES):
        starts = shape(sheet)
        if len(starts) > 1:
            return starts
    found = [] if sure else [shape(sheet) for shape in SEPARATORS]
    return max(found, key=len, default=[])  # each has a header behind it, so that the closest cut is right


def counters(sheet: Sheet) -> list[int]:
    """ "2 of 14 DOCUMENTS", "Document 2 of 14"; "2/14" and "Article 2" with headers behind."""
    groups: dict[tuple[bool, int, str], list[int]] = {}
    for i in where(sheet, Kind.COUNTER):
        mark = sheet.rows[i].mark
        assert mark is not None
        groups.setdefault((mark.sure, mark.total, saying_of(sheet.rows[i])), []).append(i)
    for (sure, _, _), group in sorted(groups.items(), key=lambda item: (not item[0][0], -len(item[1]), item[1])):
        if len(group) < 2 or not is_counting(sheet, group):
            continue
        preface = sheet.has_text(0, group[0], FEWEST_PREFACE)
        starts: Sequence[int] = group
        if preface and not sheet.has_text(group[-1]):
            starts = behind(sheet, group)
        if holds(sheet, starts, SURE if preface or not sure else 0, all_text=not sure):
            return list(starts)
    return []


def is_counting(sheet: Sheet, group: Sequence[int]) -> bool:
    """Whether the numbers of counters rise."""
    numbers = [mark.number for i in group if (mark := sheet.rows[i].mark)]
    return all(a < b for a, b in pairwise(numbers))


def endings(sheet: Sheet) -> list[int]:
    """ "End of Document", and lines that hold nothing but the id of a document."""
    for kind, needed in ((Kind.END, 0), (Kind.IDENTITY, SURE)):
        starts = behind(sheet, where(sheet, kind))
        if holds(sheet, starts, needed):
            return starts
    return []


def postmarks(sheet: Sheet) -> list[int]:
    """Mails as mailboxes keep them."""
    starts = where(sheet, Kind.POSTMARK)
    return starts if starts[:1] == [0] and holds(sheet, starts, SURE) else []


def tags(sheet: Sheet) -> list[int]:
    """Articles between tags, as collections for research write them."""
    if not sheet.rows[0].is_a(Kind.TAG):
        return []
    opening = [(i, mark.label) for i in where(sheet, Kind.TAG) if (mark := sheet.rows[i].mark) and mark.sure]
    counts: dict[str, int] = {}
    for _, name in opening:
        counts[name] = counts.get(name, 0) + 1
    outermost = next((name for _, name in opening if counts[name] > 1), None)
    starts = [i for i, name in opening if name == outermost]
    return starts if holds(sheet, starts, 0, all_text=True) else []


SURE_SHAPES: tuple[Shape, ...] = (counters, endings, labelled)
SEPARATORS: tuple[Shape, ...] = (wires, copyrights, rules, sayings, pages, headings, addresses, mastheads)
