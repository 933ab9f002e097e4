"""What `kg project --check` rests on: every difference between graph and ledger is counted under its label or type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
import synthetic
import world
from fingerprint import fingerprint

from kg.graph.base import GraphStore
from kg.graph.check import Comparison, compare
from kg.graph.projection import project
from kg.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        for pair in synthetic.articles(Random(3), 6, claims=4, names=12):
            opened.add(*pair, b"")
        synthetic.resolve(opened)
        yield opened


def drift(ledger: Ledger, store: GraphStore) -> dict[str, tuple[int, int, int]]:
    """Missing, unexpected and changed by label or type, where there are any."""
    found = compare(ledger, store, world.RELATIONS)
    return {one.name: (one.missing, one.unexpected, one.changed) for one in found if one.drift}


def test_a_projected_graph_has_no_drift(ledger: Ledger, store: GraphStore) -> None:
    project(ledger, store, world.RELATIONS)
    before = fingerprint(store)
    found = compare(ledger, store, world.RELATIONS)
    assert not [one for one in found if one.drift]
    counted = {one.name: (one.ledger, one.graph) for one in found}
    assert counted["Article"] == (6, 6)
    assert counted["Claim"] == counted["STATES"] == counted["SUBJECT"] == (24, 24)
    assert {"Person", "Organization", "Country", "MET", "SUPPLIES", "MENTIONS"} <= counted.keys()
    assert fingerprint(store) == before


def test_an_empty_graph_lacks_everything(ledger: Ledger, store: GraphStore) -> None:
    found = compare(ledger, store, world.RELATIONS)
    assert all((one.missing, one.graph) == (one.ledger, 0) for one in found)
    assert Comparison("Claim", ledger=24, missing=24) in found


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 2 SET c.quote = 'never said'", {"Claim": (0, 0, 2)}),
        ("MATCH (c:Claim) WHERE c.place IS NULL WITH c ORDER BY c.id LIMIT 1 SET c.place = 'X'", {"Claim": (0, 0, 1)}),
        ("MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 SET a.hash = 'x'", {"Article": (0, 0, 1)}),
        ("CREATE (:Claim:Kg {id: 'made up'})", {"Claim": (0, 1, 0)}),
        ("MATCH (:Entity)-[r:MET]->() WITH r ORDER BY r.id LIMIT 1 SET r.articles = 99", {"MET": (0, 0, 1)}),
        ("MATCH (:Entity)-[r:MET]->() WITH r ORDER BY r.id LIMIT 1 DELETE r", {"MET": (1, 0, 0)}),
        ("MATCH (c:Claim)-[r:SUBJECT]->() WITH r, c ORDER BY c.id LIMIT 1 DELETE r", {"SUBJECT": (1, 0, 0)}),
        (
            "MATCH (a:Article), (e:Entity) WHERE NOT (a)-[:MENTIONS]->(e) WITH a, e ORDER BY a.id, e.id LIMIT 1 "
            "CREATE (a)-[:MENTIONS]->(e)",
            {"MENTIONS": (0, 1, 0)},
        ),
        ("MATCH (e:Person) WITH e ORDER BY e.id LIMIT 1 REMOVE e:Person SET e:Place", {"Person": (0, 0, 1)}),
        ("CREATE (:Claim {id: 'of others'})", {}),
        ("MATCH (c:Claim) SET c.embedding = [0.1, 0.2]", {}),
        ("MATCH (a:Person), (b:Country) WITH a, b ORDER BY a.id, b.id LIMIT 1 CREATE (a)-[:MET]->(b)", {}),
    ],
)
def test_what_was_changed_by_hand_is_told(
    ledger: Ledger, store: GraphStore, statement: str, told: dict[str, tuple[int, int, int]]
) -> None:
    project(ledger, store, world.RELATIONS)
    try:
        store.write(statement)
        assert drift(ledger, store) == told
    finally:
        store.write("MATCH (c:Claim {id: 'of others'}) DETACH DELETE c")


def test_what_the_ledger_has_since_learnt_and_forgotten_is_told(ledger: Ledger, store: GraphStore) -> None:
    project(ledger, store, world.RELATIONS)
    ledger.forget(next(ledger.articles()).id)
    for pair in synthetic.articles(Random(4), 2, claims=1, names=2, first=6):
        ledger.add(*pair, b"")
    synthetic.resolve(ledger)
    told = drift(ledger, store)
    assert told["Article"] == (2, 1, 0)
    assert told["Claim"] == (2, 4, 0)
    project(ledger, store, world.RELATIONS)
    assert drift(ledger, store) == {}
