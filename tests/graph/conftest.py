"""Both engines as fixtures: whatever is tested with `store` is tested on the embedded engine and on a real Neo4j."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import pytest
import world

from kg.graph.base import GraphStore, open_store
from kg.graph.embedded import EmbeddedStore
from kg.graph.projection import project_snapshot


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """An engine that holds nothing of ours."""
    if request.param == "embedded":
        with EmbeddedStore() as opened:
            yield opened
        return
    with open_store(request.getfixturevalue("neo4j_uri")) as opened:
        opened.wipe()
        yield opened
        opened.wipe()


@pytest.fixture
def projected(store: GraphStore) -> GraphStore:
    """An engine with the invented world in it."""
    project_snapshot(world.build().snapshot(), store, world.RELATIONS)
    return store


def fingerprint(store: GraphStore) -> tuple[int, int, str]:
    """Number of nodes and of relationships that kg wrote, and a hash of all their content."""
    nodes = [row["n"] for row in store.read("MATCH (n:Kg) RETURN n")]
    links = store.read("MATCH (a:Kg)-[r]->(b:Kg) RETURN a.id AS a, r, b.id AS b")
    lines = sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in (*nodes, *links))
    return len(nodes), len(links), hashlib.sha256("\n".join(lines).encode()).hexdigest()
