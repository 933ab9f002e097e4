"""How two entities are connected: the shortest ways over typed edges.

Ways grow from both ends at once, level by level, so that only the neighbourhood between the two is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement
from kg.model import Answer
from kg.query.evidence import BACKGROUND, Fact, fetch_facts, quote, sources
from kg.query.names import Names
from kg.query.wording import join, say

LONGEST = 6
"""Edges of the longest way that is looked for; beyond that a connection tells nothing."""
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a way, from the entity `here` to `there`."""

    here: str
    there: str
    relation: str
    claims: tuple[str, ...]
    publishers: int
    planned: bool


Way = tuple[Step, ...]


def connect(question: str, left: Sequence[str], right: Sequence[str], store: GraphStore, names: Names) -> Answer:
    """The shortest ways from any entity of `left` to any of `right`, those with most sources first.

    No way within LONGEST edges gives an answer without rows. Raises GraphError.
    """
    statement = load_statement("ask/neighbours")
    ways = sorted(shortest_ways(left, right, store), key=_rank)[:SHOWN]
    facts = {fact.id: fact for fact in fetch_facts(store, {claim for way in ways for s in way for claim in s.claims})}
    best = [[_best(facts[id] for id in step.claims) for step in way] for way in ways]
    lead = []
    for way, told in zip(ways, best, strict=True):
        lead += [_through(way, names), *(f"  {say(fact)} ({join(sources([fact]))})" for fact in told)]
    if not ways:
        ends = [join([names.name(id) for id in end]) for end in (left, right)]
        lead = [f"Nothing found: no way of at most {LONGEST} edges leads from {ends[0]} to {ends[1]}."]
    shown = {fact.id: fact for way in best for fact in way}
    return Answer(
        question=question,
        columns=("path", "relations", "claims"),
        rows=tuple(_row(way, names) for way in ways),
        claims=tuple(quote(fact) for fact in shown.values()),
        statement=statement.text,
        parameters={"entities": [*left, *right]},
        lead=tuple(lead),
    )


def shortest_ways(left: Iterable[str], right: Iterable[str], store: GraphStore) -> list[Way]:
    """All ways of the least number of edges, if there is one within LONGEST."""
    ends = (set(left), set(right))
    if ends[0] & ends[1]:
        return []
    reached: tuple[dict[str, list[Way]], ...] = ({id: [()] for id in ends[0]}, {id: [()] for id in ends[1]})
    frontiers: list[set[str]] = [*ends]
    for _ in range(LONGEST):
        side = 0 if len(frontiers[0]) <= len(frontiers[1]) else 1
        frontiers[side] = _grow(reached[side], frontiers[side], store)
        if met := reached[0].keys() & reached[1].keys():
            return [_join(a, b) for id in sorted(met) for a in reached[0][id] for b in reached[1][id]]
        if not frontiers[side]:
            return []
    return []


def _grow(reached: dict[str, list[Way]], frontier: set[str], store: GraphStore) -> set[str]:
    """Go one edge further from `frontier`; returns what was not reached before."""
    statement = load_statement("ask/neighbours")
    rows = store.read(statement.text, statement.bind({"entities": sorted(frontier)}))
    fresh: dict[str, list[Way]] = {}
    for (here, there), edges in _pairs(rows).items():
        if there not in reached:
            fresh.setdefault(there, []).extend((*way, _strongest(edges)) for way in reached[here])
    reached.update(fresh)
    return set(fresh)


def _pairs(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], list[Step]]:
    """Of several edges between two entities one will do."""
    pairs: dict[tuple[str, str], list[Step]] = {}
    for row in rows:
        step = Step(row["here"], row["there"], row["relation"], tuple(row["claims"]), row["publishers"], row["planned"])
        pairs.setdefault((step.here, step.there), []).append(step)
    return pairs


def _strongest(steps: Sequence[Step]) -> Step:
    def weakness(step: Step) -> tuple[bool, bool, int, int, str]:
        return step.planned, step.relation in BACKGROUND, -step.publishers, -len(step.claims), step.relation

    return min(steps, key=weakness)


def _join(forth: Way, back: Way) -> Way:
    turned = tuple(Step(s.there, s.here, s.relation, s.claims, s.publishers, s.planned) for s in reversed(back))
    return (*forth, *turned)


def _rank(way: Way) -> tuple[int, int, int, list[str]]:
    """What happened before what is planned, the best supported first."""
    planned = sum(step.planned for step in way)
    return planned, -min(s.publishers for s in way), -sum(s.publishers for s in way), [s.there for s in way]


def _best(facts: Iterable[Fact]) -> Fact:
    return min(facts, key=lambda fact: (fact.standing != "actual", -fact.confidence, fact.published or "9999", fact.id))


def _through(way: Way, names: Names) -> str:
    return " – ".join(names.name(id) for id in (way[0].here, *(step.there for step in way)))


def _row(way: Way, names: Names) -> dict[str, Any]:
    return {
        "path": [names.name(id) for id in (way[0].here, *(step.there for step in way))],
        "relations": [step.relation for step in way],
        "claims": sorted({claim for step in way for claim in step.claims}),
    }
