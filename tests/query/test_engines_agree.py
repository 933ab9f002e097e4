"""Neo4j answers every question word for word as the embedded engine does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.gazetteer import Gazetteer
from kg.graph.base import GraphStore
from kg.graph.embedded import EmbeddedStore
from kg.graph.engines import open_store
from kg.graph.projection import project_snapshot
from kg.graph.snapshot import Snapshot
from kg.ontology import Ontology
from kg.query import ask

QUESTIONS = (
    "Who met Ingrid Halvorsen?",
    "Who met whom?",
    "Who met Kristjan Tamm in Oslo in 2019?",
    "Who supplies gas to Baltic Power?",
    "How long is the contract between Northgate Energy and Baltic Power?",
    "How much gas does Northgate Energy supply to Baltic Power?",
    "Who is the energy minister of Norway?",
    "Who is Erik Lindqvist?",
    "Did Halvorsen meet Lindqvist?",
    "When will Halvorsen visit Tallinn?",
    "Who accused Norway?",
    "How are Maria Kask and Kristjan Tamm connected?",
    "What happened to Ingrid Halvorsen?",
    "What happened in 2019?",
    "Where do sources disagree?",
)


@pytest.fixture
def neo4j(neo4j_uri: str, ontology: Ontology, snapshot: Snapshot) -> Iterator[GraphStore]:
    with open_store(neo4j_uri) as store:
        store.wipe()
        project_snapshot(snapshot, store, ontology.relations)
        yield store
        store.wipe()


def test_both_engines_give_one_answer(
    neo4j: GraphStore, store: EmbeddedStore, ontology: Ontology, gazetteer: Gazetteer
) -> None:
    for question in QUESTIONS:
        assert ask(question, neo4j, ontology, gazetteer) == ask(question, store, ontology, gazetteer), question
