"""Both engines as fixtures: whatever is tested with `store` is tested on the embedded engine and on a real Neo4j."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import world

from kg.graph.base import GraphStore, open_store
from kg.graph.embedded import EmbeddedStore
from kg.graph.projection import project_snapshot

ENGINES = ["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)]


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """An engine that holds nothing of ours."""
    yield from empty(request)


@pytest.fixture(scope="module", params=ENGINES)
def filled(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """An engine with the invented world in it, for all tests of a module; only to be read."""
    for opened in empty(request):
        project_snapshot(world.build().snapshot(), opened, world.RELATIONS)
        yield opened


def empty(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
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
