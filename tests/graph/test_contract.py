"""What every engine must do alike: values, transactions, projection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import world
from fingerprint import fingerprint

from kg.errors import GraphError
from kg.graph.base import GraphStore
from kg.graph.embedded import EmbeddedStore
from kg.graph.projection import project_snapshot
from kg.model import EntityType


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("null", None),
        ("true", True),
        ("7", 7),
        ("0.5", 0.5),
        ("'Élysée'", "Élysée"),
        ("[1, 'a', null]", [1, "a", None]),
        ("{a: 1, b: [2]}", {"a": 1, "b": [2]}),
        ("date('2022-02-04')", "2022-02-04"),
        ("[date('2022-02-04')]", ["2022-02-04"]),
        ("duration('P1M2DT3S')", "P1M2DT3S"),
        ("$given", ["x", {"y": 1}]),
    ],
)
def test_values_are_plain(store: GraphStore, expression: str, value: Any) -> None:
    assert store.read(f"RETURN {expression} AS value", {"given": ["x", {"y": 1}]}) == [{"value": value}]


def test_datetime_is_iso_text(store: GraphStore) -> None:
    (row,) = store.read("RETURN datetime('2022-02-04T10:00:00Z') AS at")
    assert row["at"].startswith("2022-02-04T10:00:00")


def test_nodes_relationships_and_paths_are_plain(store: GraphStore) -> None:
    store.write("CREATE (:Kg:Entity {id: 'a', name: 'A'})-[:MET {id: 'e'}]->(:Kg:Entity {id: 'b', name: 'B'})")
    (row,) = store.read("MATCH p = (a:Entity {id: 'a'})-[r:MET]->(b) RETURN a, r, p")
    a = {"labels": ["Entity", "Kg"], "properties": {"id": "a", "name": "A"}}
    b = {"labels": ["Entity", "Kg"], "properties": {"id": "b", "name": "B"}}
    met = {"type": "MET", "properties": {"id": "e"}}
    assert row == {"a": a, "r": met, "p": {"nodes": [a, b], "relationships": [met]}}


def test_columns_keep_their_order(store: GraphStore) -> None:
    assert list(store.read("RETURN 1 AS z, 2 AS a, 3 AS m")[0]) == ["z", "a", "m"]


def test_parameters_are_values_and_never_cypher(store: GraphStore) -> None:
    name = "x'}) DETACH DELETE n //"
    store.write("MERGE (n:Entity:Kg {id: 'a'}) SET n.name = $name", {"name": name})
    assert store.read("MATCH (n:Entity) WHERE n.name = $name RETURN n.id AS id", {"name": name}) == [{"id": "a"}]


@pytest.mark.parametrize("statement", ["CREATE (:Kg {id: 'x'})", "MATCH (n) DETACH DELETE n"])
def test_read_refuses_to_write(store: GraphStore, statement: str) -> None:
    with pytest.raises(GraphError):
        store.read(statement)


@pytest.mark.parametrize("statement", ["MATCH (n RETURN n", "RETURN $missing"])
def test_faults_are_told_in_one_line(store: GraphStore, statement: str) -> None:
    with pytest.raises(GraphError) as caught:
        store.read(statement)
    assert "\n" not in str(caught.value)
    assert store.name in str(caught.value)


def test_projection_holds_the_whole_world(projected: GraphStore) -> None:
    counted = projected.read("MATCH (n:Kg) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label")
    assert {row["label"]: row["n"] for row in counted} == {
        "Kg": 31,
        "Entity": 8,
        "Article": 7,
        "Claim": 15,
        "KgProjection": 1,
        "Person": 3,
        "Organization": 2,
        "Country": 2,
        "Place": 1,
    }
    typed = projected.read("MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, count(*) AS n ORDER BY type")
    assert {row["type"]: row["n"] for row in typed} == {
        "CRITICIZES": 1,
        "HEADS": 3,
        "MET": 2,
        "SUPPLIES": 1,
        "WORKS_FOR": 1,
    }


def test_what_is_denied_or_only_possible_is_a_claim_and_no_edge(projected: GraphStore) -> None:
    assert projected.read("MATCH (c:Claim {relation: 'SANCTIONS'}) RETURN c.modality AS modality") == [
        {"modality": "possible"}
    ]
    assert not projected.read("MATCH ()-[r:SANCTIONS]->() RETURN r.id AS id")
    denied = projected.read("MATCH (c:Claim {polarity: 'negated'}) RETURN c.id AS id")
    (edge,) = projected.read(
        "MATCH (:Entity {id: 'e-brandt'})-[r:MET]->(:Entity {id: 'e-orsk'}) RETURN r.claims AS ids"
    )
    assert len(denied) == 1
    assert denied[0]["id"] not in edge["ids"]


def test_edge_aggregates_its_claims(projected: GraphStore) -> None:
    (row,) = projected.read("MATCH (a:Entity)-[r:SUPPLIES]->(b:Entity) RETURN a.id AS a, b.id AS b, r")
    told = row["r"]["properties"]
    assert (row["a"], row["b"]) == ("e-gas", "e-buyer")
    assert (len(told["claims"]), told["articles"], told["publishers"]) == (3, 3, 2)
    assert (told["first_seen"], told["last_seen"], told["planned"]) == ("2021-05-04", "2021-05-06", False)
    assert (told["confidence"], "30 years" in told["quote"]) == (0.9, True)


def test_null_properties_are_left_out(projected: GraphStore) -> None:
    (row,) = projected.read("MATCH (a:Article {title: 'A dinner'}) RETURN a")
    assert "publisher" not in row["a"]["properties"]
    assert row["a"]["properties"]["source"] == ""


def test_projecting_again_writes_nothing(projected: GraphStore) -> None:
    before = fingerprint(projected)
    report = project_snapshot(world.build().snapshot(), projected, world.RELATIONS)
    assert not report.changed
    assert fingerprint(projected) == before


def test_forgetting_an_article_leaves_what_it_had_never_been(projected: GraphStore) -> None:
    snapshot = world.build().snapshot()
    for article in snapshot.articles:
        rest = world.without(snapshot, article.id)
        report = project_snapshot(rest, projected, world.RELATIONS)
        assert report.nodes_deleted
        with EmbeddedStore() as fresh:
            project_snapshot(rest, fresh, world.RELATIONS)
            assert fingerprint(projected) == fingerprint(fresh), article.title
        project_snapshot(snapshot, projected, world.RELATIONS)


def test_entities_resolved_anew_move_claims_and_edges(projected: GraphStore) -> None:
    """Merge two persons, and correct the type of an organisation."""
    snapshot = world.build().snapshot()
    by_id = {entity.id: entity for entity in snapshot.entities}
    orsk, quill = by_id.pop("e-orsk"), by_id.pop("e-quill")
    merged = replace(
        orsk, mention_ids=tuple(sorted(orsk.mention_ids + quill.mention_ids)), aliases=("Ada Quill", "Orsk")
    )
    entities = [*by_id.values(), merged]
    entities = [replace(e, type=EntityType.FACILITY) if e.id == "e-gas" else e for e in entities]
    again = replace(snapshot, state="world:2", entities=tuple(sorted(entities, key=lambda entity: entity.id)))
    project_snapshot(again, projected, world.RELATIONS)
    with EmbeddedStore() as fresh:
        project_snapshot(again, fresh, world.RELATIONS)
        assert fingerprint(projected) == fingerprint(fresh)
    assert projected.read("MATCH (e:Facility) RETURN e.id AS id") == [{"id": "e-gas"}]
    assert projected.read("MATCH (e:Organization) RETURN e.id AS id") == [{"id": "e-buyer"}]
    assert projected.read("MATCH (:Entity)-[r:MET]->(:Entity) RETURN r.articles AS n") == [{"n": 4}]


class Interrupted:
    """An engine whose process is killed at the nth write."""

    def __init__(self, store: GraphStore, writes: int) -> None:
        self.name = store.name
        self.read = store.read
        self.id_label = store.id_label
        self._write = store.write
        self._left = writes

    def write(self, statement: str, parameters: Mapping[str, Any] | None = None) -> None:
        if self._left == 0:
            raise KeyboardInterrupt
        self._left -= 1
        self._write(statement, parameters)


def test_killed_at_any_write_the_next_projection_completes_the_graph(store: GraphStore) -> None:
    old, new = world.build().snapshot(), world.build().snapshot()
    new = world.without(new, new.articles[0].id)
    project_snapshot(new, store, world.RELATIONS)
    expected = fingerprint(store)
    for writes in range(60):
        store.wipe()
        project_snapshot(old, store, world.RELATIONS)
        try:
            project_snapshot(new, Interrupted(store, writes), world.RELATIONS)  # type: ignore[arg-type]
        except KeyboardInterrupt:
            project_snapshot(new, store, world.RELATIONS)
            assert fingerprint(store) == expected, writes
        else:
            break
    else:
        pytest.fail("the projection was never let through")


def test_wipe_leaves_other_data_alone(projected: GraphStore) -> None:
    projected.write("CREATE (:Person {id: 'mine', name: 'Somebody'})-[:LIKES]->(:Meal {id: 'soup'})")
    projected.write("MATCH (n:Person {id: 'mine'}), (e:Entity {id: 'e-orsk'}) MERGE (n)-[:KNOWS]->(e)")
    try:
        projected.wipe()
        assert fingerprint(projected)[:2] == (0, 0)
        rows = projected.read("MATCH (n:Person)-[r]->(m) RETURN n.name AS name, type(r) AS type, m.id AS id")
        assert rows == [{"name": "Somebody", "type": "LIKES", "id": "soup"}]
    finally:
        projected.write("MATCH (n) WHERE n.id IN ['mine', 'soup'] DETACH DELETE n")


def test_projection_leaves_other_data_alone(projected: GraphStore) -> None:
    """Not even where others use our labels and relationship types, on our own nodes."""
    projected.write("MATCH (a:Entity {id: 'e-orsk'}), (b:Entity {id: 'e-quill'}) MERGE (a)-[:MET {note: 'mine'}]->(b)")
    snapshot = world.build().snapshot()
    project_snapshot(world.without(snapshot, snapshot.articles[0].id), projected, world.RELATIONS)
    kept = projected.read("MATCH (:Entity {id: 'e-orsk'})-[r:MET]->(:Entity {id: 'e-quill'}) RETURN r.note AS note")
    assert {"note": "mine"} in kept


@pytest.mark.neo4j
def test_others_may_use_our_labels_and_ids(neo4j_uri: str) -> None:
    from kg.graph.neo4j import Neo4jStore

    with Neo4jStore.connect(neo4j_uri) as store:
        store.wipe()
        store.write("UNWIND [1, 2] AS i CREATE (:Entity:Person {id: 'e-orsk', name: 'of others'})")
        try:
            project_snapshot(world.build().snapshot(), store, world.RELATIONS)
            assert not project_snapshot(world.build().snapshot(), store, world.RELATIONS).changed
            store.wipe()
            assert store.read("MATCH (n:Entity) RETURN count(n) AS n, max(n.name) AS name") == [
                {"n": 2, "name": "of others"}
            ]
        finally:
            store.write("MATCH (n:Entity {name: 'of others'}) DETACH DELETE n")


def test_wipe_takes_several_batches(projected: GraphStore) -> None:
    from kg.graph.base import wipe_in_batches

    wipe_in_batches(projected, batch=7)
    assert fingerprint(projected)[:2] == (0, 0)


def test_names_are_found_by_full_text(projected: GraphStore) -> None:
    statement = (
        "CALL db.index.fulltext.queryNodes('kg_entity_names', $words) YIELD node RETURN node.id AS id ORDER BY id"
    )
    assert projected.read(statement, {"words": "norvik"}) == [{"id": "e-gas"}]
