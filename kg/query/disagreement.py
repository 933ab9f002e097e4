"""Where independent sources that tell of the same thing contradict each other: whether it is so, how long, how much."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from kg.query.evidence import Fact, sources
from kg.query.wording import join

_DURATION = re.compile(r"(\d[\d.,]*|[a-z]+)[\s-]+(year|month|week|day|hour)s?\b", re.IGNORECASE)


def duration(words: str | None) -> str | None:
    """ "15-year", "a 15-year" and "over 15 years" are all "15 years"."""
    match = _DURATION.search(words or "")
    if not match:
        return words
    number, unit = match.groups()
    return f"{number} {unit.lower()}{'' if number == '1' else 's'}"


def amount(fact: Fact) -> str | None:
    """What makes two amounts the same: "2bn" and "2 billion" are one number."""
    if fact.amount is None or fact.amount_value is None:
        return fact.amount
    return f"{fact.amount_value:g} {fact.amount_unit}"


_NEAR = timedelta(days=92)
"""Further apart than this, a denial and an affirmation are of two events."""

_TELLS: Mapping[str, Callable[[Fact], str | None]] = {
    "duration": lambda fact: duration(fact.duration),
    "amount": amount,
}


def disagreements(facts: Iterable[Fact]) -> list[str]:
    """One line for each thing on which independent sources differ, in the order of `facts`."""
    edges: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        edges[fact.edge].append(fact)
    return [line for edge in edges.values() for line in _of_edge(edge)]


def denials(facts: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Facts of one edge that affirm what others deny, and those others; both empty when nobody contradicts anybody.

    They must be about the same time, from independent sources, and tell of what happened: a plan is not contradicted
    by a denial that it came about.
    """
    known = list(facts)
    yes = [fact for fact in known if fact.standing == "actual"]
    no = [fact for fact in known if fact.denied]
    against = [(a, b) for a in yes for b in no if a.printed_by != b.printed_by and _same_time(a, b)]
    return [a for a in yes if any(a is x for x, _ in against)], [b for b in no if any(b is y for _, y in against)]


def _same_time(left: Fact, right: Fact) -> bool:
    """Whether the days they tell of, or else were published on, are within a few months of each other."""
    if not (left.first_day and left.last_day and right.first_day and right.last_day):
        return True
    return _day(left.first_day) - _day(right.last_day) <= _NEAR and _day(right.first_day) - _day(left.last_day) <= _NEAR


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])


def _of_edge(facts: Sequence[Fact]) -> Iterable[str]:
    for what, tell in _TELLS.items():
        told: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            if value := tell(fact):
                told[value].append(fact)
        by_source = [set(sources(group)) for group in told.values()]
        if len(told) > 1 and len(set.union(*by_source)) > 1:
            versions = [f"{_words(group, what)} ({join(sources(group))})" for group in told.values()]
            yield f"Sources disagree on the {what}: {' or '.join(versions)}."


def _words(group: Sequence[Fact], what: str) -> str:
    return duration(group[0].duration) or "" if what == "duration" else group[0].amount or ""
