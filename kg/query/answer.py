"""Words the answer to a question from the facts found, and keeps the sentences it rests on beside it.

What is denied, planned or only possible is said to be so; sources that contradict each other are both named; copies of
one story count once. When nothing is found that is said too, with what comes near.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kg.model import Answer
from kg.query.asked import Asked, Kind
from kg.query.disagreement import amount, denials, disagreements, duration
from kg.query.evidence import Fact, quote, sources
from kg.query.names import Names
from kg.query.search import Result
from kg.query.standing import best_sentence, mark, rank, speakers, standing_of, told_by
from kg.query.wording import join, say, say_date, say_when

_CURRENCY = re.compile("[A-Z]{3}")
_SHOWN = 8
"""Lines of the lead; the rest is counted."""

VALUES: Mapping[Kind, Callable[[Fact], str | None]] = {
    Kind.WHEN: lambda fact: say_when(fact) or None,
    Kind.WHERE: lambda fact: fact.place,
    Kind.WHAT: lambda fact: fact.topic or fact.product,
    Kind.HOW_MUCH: lambda fact: fact.amount,
    Kind.HOW_LONG: lambda fact: duration(fact.duration),
    Kind.SOURCE: lambda fact: join(fact.attributed_to) or fact.publisher,
}
"""What a question of each kind wants to be told of a fact."""


def answer_who(asked: Asked, result: Result) -> Answer:
    """One row for each entity at the open end, those that hold before those planned or possible. What is only denied is
    told, but is no row."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for hit in result.hits:
        id, name = hit.answer or ("", "")
        told = say(hit.fact) if asked.kind is Kind.JOB else id  # one may hold several posts at one place
        groups[told, name].append(hit.fact)
    ranked = sorted(groups.items(), key=lambda group: rank(group[1], asked))
    rows = [
        {"answer": name, "standing": standing, "says": best_sentence(facts), **_counted(facts)}
        for (_, name), facts in ranked
        if (standing := standing_of(facts)) != "denied"
    ]
    lead = [mark(facts) + best_sentence(facts) + told_by(facts) for _, facts in ranked]
    if not rows:
        lead.insert(0, "Nothing found but denials.")
    facts = [fact for _, group in ranked for fact in group]
    lead += disagreements(facts)
    return build(asked, ("answer", "standing", "says", "sources", "claims"), rows, lead, facts, result)


def answer_whether(asked: Asked, result: Result) -> Answer:
    """One row: yes, no, planned, possible, or disputed between the sources named."""
    facts = [hit.fact for hit in result.hits]
    by_standing: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_standing[fact.standing].append(fact)
    yes, no = by_standing["actual"], by_standing["denied"]
    if denials(facts)[0]:
        verdict = "disputed"
        lead = f"Sources disagree: yes, according to {join(speakers(yes))}; no, according to {join(speakers(no))}."
    elif no and not yes:
        verdict, lead = "no", f"No, according to {join(speakers(no))}: {best_sentence(no)}."
    elif yes:
        verdict, lead = "yes", f"Yes: {best_sentence(yes)}, according to {join(speakers(yes))}."
    else:
        verdict = "planned" if by_standing["planned"] else facts[0].standing
        lead = f"{verdict.capitalize()}, not reported to have happened: {best_sentence(by_standing[verdict])}."
    rows = [{"answer": verdict, "says": lead, **_counted(facts)}]
    return build(asked, ("answer", "sources", "claims"), rows, [lead, *disagreements(facts)], facts, result)


def answer_value(asked: Asked, result: Result) -> Answer | None:
    """One row for each place, date, amount …; None when no fact says it."""
    tell = VALUES[asked.kind]
    groups: dict[str, list[Fact]] = defaultdict(list)
    shown: dict[str, str] = {}
    money = asked.kind is Kind.HOW_MUCH and not asked.words  # "how much" of nothing in particular asks for a price
    for hit in result.hits:
        if money and not _CURRENCY.fullmatch(hit.fact.amount_unit or ""):
            continue
        if not hit.fact.denied and (value := tell(hit.fact)):
            key = amount(hit.fact) or value if asked.kind is Kind.HOW_MUCH else value
            shown.setdefault(key, value)
            groups[key].append(hit.fact)
    if not groups:
        return None
    ranked = [(shown[key], facts) for key, facts in groups.items()]
    ranked.sort(key=lambda group: (rank(group[1], asked), group[0]))
    rows = [{"answer": value, "says": best_sentence(facts), **_counted(facts)} for value, facts in ranked]
    lead = [f"{value}: {best_sentence(facts)}{told_by(facts)}" for value, facts in ranked]
    facts = [fact for _, group in ranked for fact in group]
    lead = [*disagreements(facts), *lead]
    return build(asked, ("answer", "says", "sources", "claims"), rows, lead, facts, result)


def nothing_found(asked: Asked, result: Result, names: Names) -> Answer:
    """Says plainly that nothing was found, why, and what comes near."""
    near = [hit.fact for hit in result.near or result.hits]
    if result.near:
        lead = [f"Nothing found with {result.misfit}. Without that there is: {best_sentence(near)}{told_by(near[:1])}."]
    elif result.hits:
        lead = [f"No article here says {asked.kind}. There is: {mark(near)}{best_sentence(near)}{told_by(near)}."]
        if asked.kind is Kind.WHEN and (reported := min((f.published for f in near if f.published), default=None)):
            lead.append(f"First reported on {say_date(reported)}.")
    else:
        lead = ["Nothing found: no article in this graph says so."]
        for name in asked.unknown:
            alike = names.near(name)
            lead.append(f"“{name}” is not in this graph" + (f"; near it: {', '.join(alike)}." if alike else "."))
    return build(asked, ("answer",), [], lead, near, result)


def build(
    asked: Asked,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    lead: Sequence[str],
    facts: Iterable[Fact],
    result: Result,
) -> Answer:
    """The answer with its quotes, one for each claim, in the order of the rows."""
    shown = [_capital(line) for line in lead[:_SHOWN]]
    if len(lead) > _SHOWN:
        shown.append(f"… and {len(lead) - _SHOWN} more (--json lists all).")
    return Answer(
        question=asked.question,
        columns=tuple(columns),
        rows=tuple(rows),
        claims=tuple({fact.id: quote(fact) for fact in facts}.values()),
        statement=result.statement.text,
        parameters=result.parameters,
        lead=tuple(shown),
    )


def _counted(facts: Sequence[Fact]) -> dict[str, Any]:
    return {"sources": len(sources(facts)), "claims": [fact.id for fact in facts]}


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
