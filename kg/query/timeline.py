"""What happened to an entity, in order of time: its claims, told once for each event however many articles tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement
from kg.model import Answer
from kg.query.asked import Dates
from kg.query.evidence import BACKGROUND, Fact, fetch_facts, quote, sources
from kg.query.wording import join, say, say_date, say_when


def timeline(question: str, entities: Sequence[str], store: GraphStore, dates: Dates | None = None) -> Answer:
    """Events of `entities` (ids; of all when empty), oldest first, within `dates` if given. Raises GraphError.

    A claim without a date of its own stands at the day of publication and is marked "reported"; one of an undated
    article comes last.
    """
    statement = load_statement("ask/claims_of_entity")
    parameters = statement.bind({"entities": sorted(entities) or None})
    events: dict[tuple[str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in fetch_facts(store, [row["id"] for row in store.read(statement.text, parameters)]):
        if fact.relation not in BACKGROUND and (dates is None or _within(fact, dates)):
            events[_day(fact), fact.edge, fact.standing, fact.status or ""].append(fact)
    ordered = [facts for _, facts in sorted(events.items())]
    rows = [
        {"day": _day(facts[0]), "event": say(facts[0]), "sources": len(sources(facts)), "claims": [f.id for f in facts]}
        for facts in ordered
    ]
    lead = [f"{_heading(f[0])}: {say(f[0], dated=False)} ({join(sources(f))})" for f in ordered]
    return Answer(
        question=question,
        columns=("day", "event", "sources", "claims"),
        rows=tuple(rows),
        claims=tuple(quote(fact) for facts in ordered for fact in facts),
        statement=statement.text,
        parameters=parameters,
        lead=tuple(lead) or ("Nothing found: no claim here is about it at that time.",),
    )


def _day(fact: Fact) -> str:
    return fact.first_day or "9999"


def _heading(fact: Fact) -> str:
    if not fact.first_day:
        return "undated"
    if not (fact.date_start or fact.date_end):
        return f"reported {say_date(fact.published or fact.first_day)}"
    return say_when(fact).removeprefix("on ").removeprefix("in ")


def _within(fact: Fact, dates: Dates) -> bool:
    if not (fact.first_day and fact.last_day):
        return False
    return (dates.start or "") <= fact.last_day[:10] and fact.first_day[:10] <= (dates.end or "9999")
