"""Answers a question in English from a graph."""

from __future__ import annotations

from dataclasses import replace

from kg.errors import NotFoundError, QuestionError
from kg.gazetteer import Gazetteer
from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement
from kg.model import Answer, EntityType
from kg.ontology import Ontology
from kg.query.answer import VALUES, answer_value, answer_whether, answer_who, nothing_found
from kg.query.asked import Asked, Kind
from kg.query.conflicts import conflicts
from kg.query.lexicon import Lexicon
from kg.query.names import Named, Names
from kg.query.paths import connect
from kg.query.question import understand
from kg.query.search import Result, between, search
from kg.query.timeline import timeline

_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def ask(question: str, store: GraphStore, ontology: Ontology, gazetteer: Gazetteer) -> Answer:
    """Answer `question`; an answer without rows says in its `lead` that nothing was found, and what comes near.

    Raises QuestionError for a question of a kind that is not understood, NotFoundError when it is about something that
    the graph does not have, GraphError when the engine fails.
    """
    names = read_names(store, gazetteer)
    asked = understand(question, names, Lexicon(ontology))
    if asked.kind in (Kind.PATH, Kind.TIMELINE, Kind.CONFLICTS):
        return _about(asked, store, names)
    if asked.kind is Kind.WHERE:
        asked = _ask_for_object(asked, ontology)
    result = search(asked, store, ontology)
    answer = _answer(asked, result) if result.hits else None
    if answer is None and asked.kind in (Kind.HOW_LONG, Kind.HOW_MUCH):
        answer = _from_any_relation(asked, result, store, ontology)
    return answer or nothing_found(asked, result, names)


def _about(asked: Asked, store: GraphStore, names: Names) -> Answer:
    """Questions about entities rather than a relation."""
    missing = [" ".join(party.rest) for party in asked.parties if not party.groups]
    if missing:
        raise unknown_name(missing[0], names)
    ends = [party.ids for party in asked.parties]
    if asked.kind is Kind.PATH:
        return connect(asked.question, ends[0], ends[1], store, names)
    ids = [id for end in ends for id in end]
    if asked.kind is Kind.TIMELINE and not (ids or asked.dates):
        raise QuestionError(f"{asked.question!r}: say to whom, or when: What happened to X? What happened in 2014?")
    if asked.kind is Kind.TIMELINE:
        return timeline(asked.question, ids, store, asked.dates)
    return conflicts(asked.question, store, ids)


def find_entity(name: str, names: Names) -> tuple[str, ...]:
    """Ids of the entities called `name`; NotFoundError, with names that come near, when there is none."""
    found = names.find(name)
    if not found:
        raise unknown_name(name, names)
    return found


def unknown_name(name: str, names: Names) -> NotFoundError:
    near = names.near(name)
    return NotFoundError(f"{name}: not in this graph" + (f"; did you mean {' or '.join(near)}?" if near else ""))


def read_names(store: GraphStore, gazetteer: Gazetteer) -> Names:
    """The names of every entity of the graph."""
    rows = store.read(load_statement("ask/entities").text)
    columns = ("id", "name", "type", "aliases", "search")
    return Names((Named(*(row[column] for column in columns)) for row in rows), gazetteer)


def _answer(asked: Asked, result: Result) -> Answer | None:
    if asked.kind is Kind.WHETHER:
        return answer_whether(asked, result)
    return answer_value(asked, result) if asked.kind in VALUES else answer_who(asked, result)


def _ask_for_object(asked: Asked, ontology: Ontology) -> Asked:
    """ "Where is X based?" asks for the other end, not for the circumstances."""
    to_places = [
        r for r in asked.readings if r.object is None and ontology.relations[r.relation].object_types & _PLACES
    ]
    return replace(asked, kind=Kind.WHO, readings=tuple(to_places)) if to_places else asked


def _from_any_relation(asked: Asked, result: Result, store: GraphStore, ontology: Ontology) -> Answer | None:
    """The length of a contract may stand in the sentence on the supply: any relation between the two may tell it."""
    hits = between(asked, store, ontology)
    wider = Result(hits, (), "", result.statement, result.parameters)
    return answer_value(asked, wider) if hits else None
