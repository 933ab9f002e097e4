"""Opens the ledger and the graph a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    from kg.graph.base import GraphStore
    from kg.ledger import Ledger
    from kg.ontology import Ontology


@contextmanager
def open_ledger(store: str, *, create: bool = False) -> Iterator[Ledger]:
    """The ledger; InputError with the way out where there is none and `create` is False."""
    from kg.ledger import Ledger

    if not create and not exists(store):
        raise InputError(f"{store}: no ledger here; make one with `kg ingest PATH`, or name another with --store")
    with Ledger.open(store, create=create) as ledger:
        yield ledger


@contextmanager
def open_graph(store: str, uri: str, ontology: Ontology) -> Iterator[GraphStore]:
    """The graph engine at `uri`, the embedded one brought up to date with the ledger first.

    A server is read as it is: what it shows changes by `kg ingest --graph` and `kg project` alone.
    """
    from kg.graph.base import open_store
    from kg.graph.projection import project

    if not uri.startswith("embedded"):
        with open_store(uri) as graph:
            yield graph
        return
    with open_ledger(store) as ledger, open_store(uri, ledger_path=ledger.name) as graph:
        project(ledger, graph, ontology.relations)
        yield graph


def exists(store: str) -> bool:
    """Whether there is a ledger file at a path or sqlite:/// address."""
    return Path(store.removeprefix("sqlite:///")).exists()
