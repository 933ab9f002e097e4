"""From a real ledger file into both engines: what is not there any more goes, what did not change is not touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import world
from fingerprint import fingerprint

from kg.errors import GraphError
from kg.graph.base import GraphStore, wipe_in_batches
from kg.graph.embedded import EmbeddedStore
from kg.graph.projection import project, project_snapshot
from kg.ledger import Ledger
from kg.model import Extraction, Relation


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger that holds the invented world, resolved."""
    told = world.build()
    opened = Ledger.open(tmp_path / "kg.sqlite")
    for article in told.articles:
        mentions = tuple(mention for mention in told.mentions.values() if mention.article_id == article.id)
        claims = tuple(claim for claim in told.claims if claim.evidence.article_id == article.id)
        opened.add(article, Extraction(article.id, "test 1", mentions, claims), b"\0" * 8)
    opened.replace_entities(told.snapshot().entities)
    opened.replace_copies(told.copies)
    return opened


class Counting:
    """An engine that counts how often it is asked."""

    def __init__(self, store: GraphStore) -> None:
        self.name = store.name
        self.reads = self.writes = 0
        self.id_label = store.id_label
        self._store = store

    def read(self, statement: str, parameters: Mapping[str, Any] | None = None, **how: Any) -> list[dict[str, Any]]:
        self.reads += 1
        return self._store.read(statement, parameters, **how)

    def write(self, statement: str, parameters: Mapping[str, Any] | None = None) -> None:
        self.writes += 1
        self._store.write(statement, parameters)


def test_ledger_and_snapshot_give_the_same_graph(ledger: Ledger, store: GraphStore) -> None:
    told: list[tuple[str, int, int]] = []
    report = project(ledger, store, world.RELATIONS, lambda kind, done, total: told.append((kind, done, total)))
    assert (report.state, report.changed, report.unresolved) == (ledger.state(), True, 0)
    assert ("Claim", 15, 15) in told
    assert ("MET", 2, 2) in told
    with EmbeddedStore() as other:
        project_snapshot(world.build().snapshot(ledger.state()), other, world.RELATIONS)
        assert fingerprint(store) == fingerprint(other)


def test_an_unchanged_ledger_costs_one_read(ledger: Ledger, store: GraphStore) -> None:
    project(ledger, store, world.RELATIONS)
    counting = Counting(store)
    assert not project(ledger, counting, world.RELATIONS).changed  # type: ignore[arg-type]
    assert (counting.reads, counting.writes) == (1, 0)


def test_forgetting_reaches_the_engine_exactly(ledger: Ledger, store: GraphStore) -> None:
    project(ledger, store, world.RELATIONS)
    for article in list(ledger.articles()):
        ledger.forget(article.id)
        project(ledger, store, world.RELATIONS)
        with EmbeddedStore() as fresh:
            project(ledger, fresh, world.RELATIONS)
            assert fingerprint(store) == fingerprint(fresh), article.title
    assert store.read("MATCH (n:Kg) RETURN labels(n) AS labels, n.id AS id ORDER BY id")[0]["id"] == "projection"
    assert fingerprint(store)[:2] == (1, 0)


def test_claims_of_unresolved_mentions_wait(ledger: Ledger, store: GraphStore) -> None:
    entities = [entity for entity in ledger.entities() if entity.id != "e-gas"]
    ledger.replace_entities(entities)
    report = project(ledger, store, world.RELATIONS)
    assert report.unresolved == 4
    assert store.read("MATCH (c:Claim) RETURN count(c) AS n") == [{"n": 11}]


def test_another_ontology_makes_the_graph_stale(ledger: Ledger, store: GraphStore) -> None:
    project(ledger, store, world.RELATIONS)
    fewer = {name: relation for name, relation in world.RELATIONS.items() if name != "MET"}
    assert project(ledger, store, fewer).links_deleted == 2
    assert not store.read("MATCH ()-[r:MET]->() RETURN r.id AS id")
    assert project(ledger, store, world.RELATIONS).links_written == 2


def test_a_relation_may_not_take_the_name_of_a_structural_type(ledger: Ledger, store: GraphStore) -> None:
    parties = world.RELATIONS["MET"].subject_types
    with pytest.raises(GraphError, match="MENTIONS is a relationship type of the graph itself"):
        project(ledger, store, {"MENTIONS": Relation("MENTIONS", False, parties, parties, False)})


def test_a_graph_half_wiped_does_not_pass_for_whole(
    ledger: Ledger, store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(ledger, store, world.RELATIONS)
    expected = fingerprint(store)
    write, done = store.write, []

    def cut_off(statement: str, parameters: Mapping[str, Any] | None = None) -> None:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(statement)
        write(statement, parameters)

    with monkeypatch.context() as patched:
        patched.setattr(store, "write", cut_off)
        with pytest.raises(KeyboardInterrupt):
            wipe_in_batches(store, batch=7)
    assert 0 < fingerprint(store)[1] < expected[1]
    project(ledger, store, world.RELATIONS)
    assert fingerprint(store) == expected
