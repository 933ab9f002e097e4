"""Answers a question in English from a graph."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement
from kg.model import Answer, EntityType
from kg.ontology import Ontology
from kg.query.answer import VALUES, answer_value, answer_whether, answer_who, nothing_found
from kg.query.asked import Asked, Kind
from kg.query.lexicon import Lexicon
from kg.query.names import Named, Names
from kg.query.question import understand
from kg.query.search import Result, between, search

_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def ask(question: str, store: GraphStore, ontology: Ontology, gazetteer: Gazetteer) -> Answer:
    """Answer `question`; an answer without rows says in its `lead` that nothing was found, and what comes near.

    Raises QuestionError for a question of a kind that is not understood, GraphError when the engine fails.
    """
    names = read_names(store, gazetteer)
    asked = understand(question, names, Lexicon(ontology))
    result = search(asked, store, ontology)
    answer = _answer(asked, result, ontology) if result.hits else None
    if answer is None and asked.kind in VALUES:
        answer = _from_any_relation(asked, result, store, ontology)
    return answer or nothing_found(asked, result, names)


def read_names(store: GraphStore, gazetteer: Gazetteer) -> Names:
    """The names of every entity of the graph."""
    rows = store.read(load_statement("ask/entities").text)
    named = (Named(row["id"], row["name"], row["type"], tuple(row["aliases"] or ())) for row in rows)
    return Names(named, gazetteer)


def _answer(asked: Asked, result: Result, ontology: Ontology) -> Answer | None:
    if asked.kind is Kind.WHETHER:
        return answer_whether(asked, result)
    if asked.kind in VALUES and not (asked.kind is Kind.WHERE and _asks_for_object(asked, ontology)):
        return answer_value(asked, result)
    return answer_who(asked, result)


def _asks_for_object(asked: Asked, ontology: Ontology) -> bool:
    """ "Where is X based?" asks for the other end, not for the circumstances."""
    return all(r.object is None and ontology.relations[r.relation].object_types & _PLACES for r in asked.readings)


def _from_any_relation(asked: Asked, result: Result, store: GraphStore, ontology: Ontology) -> Answer | None:
    """The length of a contract may stand in the sentence on the supply: any relation between the two may tell it."""
    hits = between(asked, store, ontology)
    wider = Result(hits, (), "", result.statement, result.parameters)
    return answer_value(asked, wider) if hits else None
