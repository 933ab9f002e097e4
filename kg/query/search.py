"""Finds the facts that a question asks for, and narrows them by what else it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import QuestionError
from kg.gazetteer.names import normalise
from kg.graph.base import GraphStore
from kg.graph.cypher import Statement, load_statement
from kg.ontology import Ontology
from kg.query.asked import Asked, Dates, Party, Reading
from kg.query.evidence import Fact, fetch_facts, turned
from kg.query.lexicon import words
from kg.query.question import POSTS


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact that fits a reading; `answer` is the id and name of the entity at the reading's open end."""

    fact: Fact
    answer: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Result:
    """`hits` fit the whole question. When there are none, `near` are those that fit but for `misfit`: the place, date
    or words that no fact has. `statement` with `parameters` found them."""

    hits: tuple[Hit, ...]
    near: tuple[Hit, ...]
    misfit: str
    statement: Statement
    parameters: dict[str, object]


def search(asked: Asked, store: GraphStore, ontology: Ontology) -> Result:
    """All facts for the readings of a question, narrowed. Raises GraphError."""
    statement = load_statement("ask/claims_on_relation")
    hits: dict[str, Hit] = {}
    shown: dict[str, object] = {}
    for reading in asked.readings:
        if any(end is not None and not end.groups for end in (reading.subject, reading.object)):
            continue
        parameters = statement.bind(_parameters(reading, ontology))
        shown = shown or parameters
        found = [row["id"] for row in store.read(statement.text, parameters)]
        for fact in fetch_facts(store, found):
            hits.setdefault(fact.id, _hit(fact, reading, symmetric=ontology.relations[reading.relation].symmetric))
    ordered = sorted(hits.values(), key=lambda hit: (hit.fact.published or "", hit.fact.article_id, hit.fact.id))
    for misfit, fits in _filters(asked):
        kept = [hit for hit in ordered if fits(hit)]
        if ordered and not kept:
            return Result((), tuple(ordered), misfit, statement, shown)
        ordered = kept
    if asked.words or asked.about:
        kept = _best_worded(ordered, asked.words) if asked.words else ordered
        if ordered and not kept:
            return Result((), tuple(ordered), f"“{' '.join(asked.words)}”", statement, shown)
        ordered = sorted(kept, key=lambda hit: -_shared(hit.fact, asked.about))
    return Result(tuple(ordered), (), "", statement, shown)


def between(asked: Asked, store: GraphStore, ontology: Ontology) -> tuple[Hit, ...]:
    """Facts of whatever relation between the two parties of the question, either way round, that share its words."""
    ends = [(r.subject, r.object) for r in asked.readings if r.subject and r.object]
    if not ends:
        return ()
    left, right = ends[0]
    readings = [Reading(name, *pair) for name in ontology.relations for pair in ((left, right), (right, left))]
    return search(Asked(asked.question, asked.kind, tuple(readings), words=asked.words), store, ontology).hits


def claims_between(
    subjects: Sequence[str], relation: str, objects: Sequence[str], store: GraphStore, ontology: Ontology
) -> list[str]:
    """Ids of all claims, affirmed or not, that one of `subjects` stands in `relation` to one of `objects`.

    Raises QuestionError for a relation the ontology does not have.
    """
    if relation not in ontology.relations:
        near = get_close_matches(relation, ontology.relations, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(ontology.relations)}"
        raise QuestionError(f"{relation}: no such relation; {hint}")
    reading = Reading(relation, Party((tuple(subjects),)), Party((tuple(objects),)))
    statement = load_statement("ask/claims_on_relation")
    return [row["id"] for row in store.read(statement.text, statement.bind(_parameters(reading, ontology)))]


def claims_by_id(start: str, store: GraphStore) -> list[str]:
    """Ids of the claims whose own id, or whose edge's, starts with `start`."""
    statement = load_statement("ask/claims_by_id")
    return [row["id"] for row in store.read(statement.text, statement.bind({"start": start}))]


def _parameters(reading: Reading, ontology: Ontology) -> dict[str, object]:
    relation = ontology.relations[reading.relation]
    ids: Callable[[Party | None], list[str] | None] = lambda end: list(end.ids) if end else None  # noqa: E731 - used here alone
    return {
        "relation": relation.name,
        "subjects": ids(reading.subject),
        "objects": ids(reading.object),
        "symmetric": relation.symmetric,
    }


def _hit(fact: Fact, reading: Reading, *, symmetric: bool) -> Hit:
    """The fact with its answering end; a symmetric one is turned so that the end the question names stays where the
    question has it."""
    named = reading.subject or reading.object
    if symmetric and named and (fact.subject_id in named.ids) != (named is reading.subject):
        fact = turned(fact)
    subject, object = (fact.subject_id, fact.subject), (fact.object_id, fact.object)
    if reading.subject and reading.object:
        return Hit(fact, None)
    if named is None and symmetric:
        fact = turned(fact) if fact.object_id < fact.subject_id else fact
        return Hit(fact, (fact.edge, f"{fact.subject} and {fact.object}"))
    return Hit(fact, object if reading.subject else subject)


def _filters(asked: Asked) -> list[tuple[str, Callable[[Hit], bool]]]:
    """What the question demands besides the relation, each with its name for "no fact has …"."""
    filters: list[tuple[str, Callable[[Hit], bool]]] = []
    if asked.types:
        filters.append(("an answer of that kind", lambda hit: _type(hit) in asked.types))
    if asked.title:
        filters.append((f"the post “{' '.join(asked.title)}”", lambda hit: _has_post(hit.fact, asked.title)))
    if asked.dates:
        dates = asked.dates
        filters.append((f"“{dates.text}”", lambda hit: _in_time(hit.fact, dates)))
    if asked.place:
        place = asked.place
        filters.append((f"“{place}” as the place", lambda hit: _in_place(hit.fact, place)))
    return filters


def _type(hit: Hit) -> str:
    if hit.answer is None:
        return ""
    return hit.fact.subject_type if hit.answer[0] == hit.fact.subject_id else hit.fact.object_type


def _has_post(fact: Fact, title: Sequence[str]) -> bool:
    """Whether the fact's title is the one asked for, under any of its names; a deputy's is not."""
    if fact.relation not in POSTS:
        return True
    asked = normalise(" ".join(title))
    rows = words()["titles"]
    if asked in rows["head"]:
        return fact.relation == "HEADS"
    accepted = {asked, *(name for row in rows.values() if asked in row for name in row)}
    held = normalise(fact.post or "")
    if any(word in held.split() and word not in asked for word in ("deputy", "vice", "assistant")):
        return False
    # A title may be stored without what stands before it ("minister"): then the sentence decides.
    told = f" {held} {normalise(fact.sentence)} "
    return any(f" {name} " in (told if name.endswith(f" {held}") else f" {held} ") for name in accepted)


def _in_time(fact: Fact, dates: Dates) -> bool:
    """Whether the event, or for want of its date the publication, can have been within the dates asked for."""
    if not (fact.first_day and fact.last_day):
        return False
    return (dates.start or "") <= fact.last_day[:10] and fact.first_day[:10] <= (dates.end or "9999")


def _in_place(fact: Fact, place: str) -> bool:
    """Whether the claim, or at least its sentence, names the place."""
    asked = f" {normalise(place)} "
    ends = (fact.object,) if fact.object_type in ("Place", "Country", "Facility") else ()
    return any(asked in f" {normalise(text)} " for text in (fact.place or "", fact.sentence, *ends))


def _best_worded(hits: Iterable[Hit], asked: Sequence[str]) -> list[Hit]:
    """The hits that share most of the words; none when no hit shares any."""
    counted = [(hit, _shared(hit.fact, asked)) for hit in hits]
    most = max((count for _, count in counted), default=0)
    return [hit for hit, count in counted if count == most] if most else []


def _shared(fact: Fact, asked: Sequence[str]) -> int:
    text = (
        f" {normalise(' '.join(filter(None, (fact.product, fact.topic, fact.post, fact.predicate, fact.sentence))))} "
    )
    return sum(f" {stem}" in text for word in asked if (stem := normalise(word).removesuffix("s")))
