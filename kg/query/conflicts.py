"""Where sources contradict each other: one affirms what another denies, or they give different lengths or amounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement
from kg.model import Answer
from kg.query.disagreement import denials, disagreements
from kg.query.evidence import Fact, fetch_facts, quote, sources
from kg.query.wording import join, say


def conflicts(question: str, store: GraphStore, entities: Sequence[str] = ()) -> Answer:
    """Every contradiction between independent sources, or those about `entities` (ids). Raises GraphError."""
    statement = load_statement("ask/contested")
    claims = [id for row in store.read(statement.text) for id in row["claims"]]
    edges: dict[str, list[Fact]] = defaultdict(list)
    for fact in fetch_facts(store, claims):
        if not entities or {fact.subject_id, fact.object_id} & set(entities):
            edges[fact.edge].append(fact)
    rows: list[dict[str, Any]] = []
    shown: list[Fact] = []
    for facts in edges.values():
        for line in [*_denials(facts), *disagreements(facts)]:
            rows.append({"about": say(facts[0]), "conflict": line, "claims": [fact.id for fact in facts]})
            shown += [fact for fact in facts if fact not in shown]
    return Answer(
        question=question,
        columns=("about", "conflict", "claims"),
        rows=tuple(rows),
        claims=tuple(quote(fact) for fact in shown),
        statement=statement.text,
        parameters={},
        lead=tuple(f"{row['about']}. {row['conflict']}" for row in rows)
        or ("No two sources in this graph contradict each other on one question.",),
    )


def _denials(facts: Sequence[Fact]) -> list[str]:
    yes, no = denials(facts)
    if not yes:
        return []
    return [f"Sources disagree on whether it is so: yes in {join(sources(yes))}, no in {join(sources(no))}."]
