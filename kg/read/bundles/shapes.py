"""Where articles begin: at counters, behind trailers, behind rules, whichever repeats with the articles.

A function a shape; each gives the indices of the lines at which articles begin, or none. What only exports print needs
text between; what stands in ordinary articles, too, needs the header of an article behind it each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from kg.read.bundles.evidence import cues_of, has_text, is_date_line, opens
from kg.read.bundles.fields import labelled
from kg.read.bundles.marks import GOES_ON, Kind
from kg.read.bundles.rows import Row

SURE, LIKELY = 2, 1
FEWEST_PREFACE = 24
"""Words of text above the first header that make it part of an article, and no note on an export."""
PIECE = re.compile(r"-\s?\d{1,2}\s?-\Z")
SKIPPED = (Kind.RULE, Kind.PAGE, Kind.FENCE, Kind.WIRE, Kind.END)


def find_starts(rows: Sequence[Row], sure: bool = False) -> list[int]:
    """The indices of the lines with which articles begin, when there are two or more; `sure` looks at nothing but what
    only exports print."""
    for shape in SURE_SHAPES if sure else SHAPES:
        starts = shape(rows)
        if len(starts) > 1:
            return starts
    return []


def parts_of(rows: Sequence[Row], starts: Sequence[int]) -> list[Sequence[Row]]:
    return [rows[a:b] for a, b in pairwise([*starts, len(rows)])]


def where(rows: Sequence[Row], kind: Kind) -> list[int]:
    return [i for i, row in enumerate(rows) if row.mark is not None and row.mark.kind is kind]


def counters(rows: Sequence[Row]) -> list[int]:
    """ "2 of 14 DOCUMENTS", "Document 2 of 14"; "2/14" and "Article 2" with headers behind."""
    found = where(rows, Kind.COUNTER)
    groups: dict[tuple[bool, int, str], list[int]] = {}
    for i in found:
        mark = rows[i].mark
        assert mark is not None
        shape = re.sub(r"\d+", "#", rows[i].text.casefold())
        groups.setdefault((mark.sure, mark.total, shape), []).append(i)
    for (sure, _, _), group in sorted(groups.items(), key=lambda item: (not item[0][0], -len(item[1]), item[1])):
        numbers = [mark.number for i in group if (mark := rows[i].mark)]
        if len(group) < 2 or any(b <= a for a, b in pairwise(numbers)):
            continue
        starts = group
        preface = has_text(rows[: group[0]], FEWEST_PREFACE)
        if preface and not has_text(rows[group[-1] :]):
            starts = behind(rows, group)
        needed = SURE if preface or not sure else 0
        if holds(rows, starts, needed, all_text=not sure):
            return starts
    return []


def endings(rows: Sequence[Row]) -> list[int]:
    """ "End of Document", and lines that hold nothing but the id of a document."""
    for kind, needed in ((Kind.END, 0), (Kind.IDENTITY, SURE)):
        starts = behind(rows, where(rows, kind))
        if holds(rows, starts, needed):
            return starts
    return []


def postmarks(rows: Sequence[Row]) -> list[int]:
    """Mails as mailboxes keep them."""
    starts = where(rows, Kind.POSTMARK)
    return starts if starts[:1] == [0] and holds(rows, starts, SURE) else []


def tags(rows: Sequence[Row]) -> list[int]:
    """Articles between tags, as collections for research write them."""
    first = rows[0].mark if rows else None
    if first is None or first.kind is not Kind.TAG:
        return []
    names = [mark.label for i in where(rows, Kind.TAG) if (mark := rows[i].mark) and mark.sure]
    name = next((name for name in names if names.count(name) > 1), None)
    starts = [i for i in where(rows, Kind.TAG) if (mark := rows[i].mark) and mark.sure and mark.label == name]
    return starts if holds(rows, starts, 0, all_text=True) else []


def wires(rows: Sequence[Row]) -> list[int]:
    """Stories that end as those of wires do, each in its own way: "-0-", "Reuter", "###"."""
    starts = behind(rows, where(rows, Kind.WIRE))
    if len(starts) < 2 or not holds(rows, starts, LIKELY, all_text=True):
        return []
    closed = not has_text(rows[where(rows, Kind.WIRE)[-1] :])
    return starts if closed or all(opens(part) >= SURE for part in parts_of(rows, starts)) else []


def sayings(rows: Sequence[Row]) -> list[int]:
    """The first or the last line of the file, where it comes again with each article, numbers apart."""
    if not rows:
        return []
    for line, closing in ((rows[-1], True), (rows[0], False)):
        if len(line.text) > 60 or line.running:
            continue
        key = re.sub(r"\d+", "#", line.text.casefold())
        same = [i for i, row in enumerate(rows) if len(row.text) <= 60 and re.sub(r"\d+", "#", row.text.casefold()) == key]
        starts = behind(rows, same) if closing else same
        if holds(rows, starts, SURE, all_text=True) and is_dated(rows, starts):
            return starts
    return []


def rules(rows: Sequence[Row]) -> list[int]:
    """Rules between articles that have headers."""
    signs: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        if row.mark is not None and row.mark.kind in (Kind.RULE, Kind.FENCE):
            signs.setdefault(row.mark.label or "-", []).append(i)
    for sign in sorted(signs, key=lambda sign: -len(signs[sign])):
        starts = behind(rows, signs[sign], first_too=True)
        if holds(rows, starts, SURE, all_text=True) and is_dated(rows, starts):
            return starts
    return []


def copyrights(rows: Sequence[Row]) -> list[int]:
    """Copyright lines behind articles that have headers."""
    starts = behind(rows, where(rows, Kind.COPYRIGHT))
    return starts if holds(rows, starts, SURE, all_text=True) and is_dated(rows, starts) else []


def pages(rows: Sequence[Row]) -> list[int]:
    """Pages that each begin with the header of an article."""
    starts = [i for i, row in enumerate(rows) if row.new_page or i == 0]
    strong = holds(rows, starts, SURE + LIKELY, all_text=True) and is_dated(rows, starts)
    return starts if strong else []


FEWEST_WORDS = 40
"""Words of text of an article where nothing but its date line and byline tells it from the one above."""


def mastheads(rows: Sequence[Row]) -> list[int]:
    """Headline, date and byline or paper, in lines of their own, above each article and alike each time."""
    starts: list[int] = []
    open_at: int | None = 0
    for i, row in enumerate(rows):
        if row.running:
            if open_at is not None and i > open_at:
                starts.append(open_at)
            open_at = None
        elif open_at is None and row.after_blank:
            open_at = i
    cues = {i: tuple(sorted(set(cues_of(rows[i:])))) for i in starts}
    starts = [i for i in starts if "date" in cues[i] and {"byline", "paper"} & set(cues[i])]
    alike = len({cues[i] for i in starts}) == 1
    strong = starts[:1] == [0] and alike and all(has_text(part, FEWEST_WORDS) for part in parts_of(rows, starts))
    return starts if strong else []


def behind(rows: Sequence[Row], ends: Sequence[int], first_too: bool = False) -> list[int]:
    """Where articles begin that end at `ends`: at the top, and behind each end and what else ends with it. What
    stands behind the last end counts when it holds text."""
    starts = [0]
    tail = [] if not ends or has_text(rows[ends[-1] + 1 :]) else [shape_of(row) for row in rows[ends[-1] + 1 :]]
    for end in ends:
        empty = not has_text(rows[starts[-1] : end])
        if empty and not (first_too and starts == [0]):
            continue
        start = end + 1
        while start < len(rows) and (is_skipped(rows[start]) or shape_of(rows[start]) in tail):
            start += 1
        if start >= len(rows) or goes_on(rows, end, start):
            continue
        if empty:
            starts = [start]
        else:
            starts.append(start)
    if len(starts) > 1 and not has_text(rows[starts[-1] :]):
        starts.pop()
    return starts


def shape_of(row: Row) -> str:
    """What lines behind an end mark have in common from article to article."""
    if row.mark is not None and row.mark.kind is not Kind.FIELD:
        return row.mark.kind
    return "date" if is_date_line(row.text) else re.sub(r"\d+", "#", row.text.casefold())


def is_skipped(row: Row) -> bool:
    return row.mark is not None and (row.mark.kind in SKIPPED or row.mark.fact == "index")


def goes_on(rows: Sequence[Row], end: int, start: int) -> bool:
    """Whether a story that a wire sends in pieces goes on at `start` ("(MORE TO FOLLOW)", then the headline and "-2-")."""
    return bool(GOES_ON.match(rows[end].text) and PIECE.search(rows[start].text))


def holds(rows: Sequence[Row], starts: Sequence[int], needed: int, all_text: bool = False) -> bool:
    """Whether two or more articles begin at `starts`: with text in each (in most of them, where one may be a picture
    alone) and as much of a header as is needed."""
    if len(starts) < 2:
        return False
    parts = parts_of(rows, starts)
    texts = sum(has_text(part) for part in parts)
    if texts < (len(parts) if all_text else max(1, (len(parts) + 1) // 2)):
        return False
    return not needed or all(opens(part) >= needed for part in parts)


def is_dated(rows: Sequence[Row], starts: Sequence[int]) -> bool:
    """Whether each article has a date line, a printed length or two labels: digests and newsletters have not."""
    wanted = {"date", "length"}
    return all(
        wanted & set(cues) or cues.count("label") > 1 for cues in (cues_of(part) for part in parts_of(rows, starts))
    )


SURE_SHAPES: tuple[Callable[[Sequence[Row]], list[int]], ...] = (counters, endings, labelled)
SHAPES = (postmarks, tags, *SURE_SHAPES, wires, sayings, rules, copyrights, pages, mastheads)
