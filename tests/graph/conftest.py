"""Both engines as fixtures: whatever is tested with `store` is tested on the embedded engine and on a real Neo4j."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import world

from kg.graph.base import GraphStore
from kg.graph.embedded import EmbeddedStore
from kg.graph.engines import open_store
from kg.graph.projection import project_snapshot

ENGINES = ["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)]


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """An engine that holds nothing of ours."""
    yield from empty(request)


@pytest.fixture(scope="module", params=ENGINES)
def filled(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """An engine with an invented world in it, for all tests of a module; only to be read. The world is what the
    module's own `build` makes, else that of world.py."""
    for opened in empty(request):
        project_snapshot(_world(request).snapshot(), opened, world.RELATIONS)
        yield opened


@pytest.fixture(scope="module")
def embedded(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """The same world in the embedded engine, to compare with."""
    with EmbeddedStore() as opened:
        project_snapshot(_world(request).snapshot(), opened, world.RELATIONS)
        yield opened


def _world(request: pytest.FixtureRequest) -> world.World:
    return getattr(request.module, "build", world.build)()


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
