"""The one face that every graph engine shows.

An engine holds a projection of the ledger and nothing else of ours: it can be wiped and rebuilt at any time. All that
`kg` writes bears the label `Kg`, so that it can live beside other data and be taken out again.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Protocol, Self

from kg.graph.cypher import load_statement

READ_TIMEOUT = 60.0
"""Seconds after which an engine gives up on a reading statement."""


class GraphStore(Protocol):
    """An open engine. Values come back as plain Python: None, bool, int, float, str, list, dict; dates as ISO strings,
    nodes as {"labels", "properties"}, relationships as {"type", "properties"}. Every method raises GraphError."""

    name: str
    """For people: "embedded kg.kgl", "neo4j://localhost:7687"."""

    id_label: str | None
    """The label by whose index the engine finds a node of ours by its id; None: by that of the node's kind."""

    def read(
        self, statement: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = READ_TIMEOUT
    ) -> list[dict[str, Any]]:
        """Rows of a reading statement, keyed by column in the order of RETURN. A writing statement is refused; one that
        takes longer than `timeout` seconds (None: for ever) is given up."""

    def write(self, statement: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Run a writing statement in a transaction of its own; repeated on transient errors."""

    def wipe(self) -> None:
        """Delete what `kg` wrote (nodes labelled `Kg` with all their relationships), and nothing else."""

    def close(self) -> None:
        """Make what was written durable and let go of the engine."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def wipe_in_batches(store: GraphStore, batch: int = 10_000) -> None:
    """Delete all nodes labelled `Kg` with what hangs on them, `batch` at a time.

    The mark goes first, so that a graph which is half gone when the process is killed does not pass for whole; then the
    relationships, since a transaction that takes many nodes with all of theirs can outgrow a server's memory.
    """
    store.write(load_statement("project/unmark").text)
    for kind in ("links", "nodes"):
        left, wipe = load_statement(f"project/left_{kind}").text, load_statement(f"project/wipe_{kind}").text
        while store.read(left):
            store.write(wipe, {"batch": batch})
