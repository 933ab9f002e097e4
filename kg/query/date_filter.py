"""Cuts the dates out of a question: "in 2014", "on 4 February 2022", "since 2013", "before March 2020"."""

from __future__ import annotations

import re

from kg.parse.dates import find_dates
from kg.query.asked import Dates

_PREPOSITION = re.compile(r"(?:\b(?:on|in|during|at|by)\s+)?$", re.IGNORECASE)


def cut_dates(text: str) -> tuple[str, Dates | None]:
    """The question without its dates, and the days that all of them together allow.

    A question has no publication date, so that only words that name a day, month or year by themselves count; "on
    Monday" stays in the question.
    """
    start: str | None = None
    end: str | None = None
    cut: list[tuple[int, int]] = []
    for mention in find_dates(text, None):
        when = mention.when("nearest")
        if when.start is None and when.end is None:
            continue
        start = max(filter(None, (start, when.start)), default=None)
        end = min(filter(None, (end, when.end)), default=None)
        before = _PREPOSITION.search(text, 0, mention.span.start)
        cut.append((before.start() if before else mention.span.start, mention.span.end))
    words = "; ".join(text[a:b].strip() for a, b in cut)
    for a, b in reversed(cut):
        text = f"{text[:a]} {text[b:]}"
    return " ".join(text.split()), Dates(start, end, words) if cut else None
