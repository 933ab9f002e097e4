"""Opens a graph engine by its address; the engines themselves know nothing of one another."""

from __future__ import annotations

from pathlib import Path

from kg.errors import GraphError
from kg.graph.base import GraphStore

_NEO4J_SCHEMES = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")


def open_store(
    uri: str = "embedded", *, ledger_path: str | Path | None = None, database: str | None = None
) -> GraphStore:
    """Open the engine at `uri`.

    "embedded" is the file beside the ledger with suffix `.kgl`; "embedded:PATH.kgl" any other file; "neo4j" the server
    in NEO4J_URI; else a Neo4j address (neo4j://, bolt://, and both with +s or +ssc). `database` is one of a server's
    (None: that in NEO4J_DATABASE, else the user's own). Raises GraphError.
    """
    if uri == "embedded" or uri.startswith("embedded:"):
        if database:
            raise GraphError(f"{uri}: an embedded graph has no databases; leave {database} out, or name another file")
        from kg.graph.embedded import EmbeddedStore

        return EmbeddedStore(_embedded_path(uri, ledger_path))
    if uri == "neo4j" or uri.startswith(_NEO4J_SCHEMES):
        from kg.graph.neo4j import Neo4jStore

        return Neo4jStore.connect(None if uri == "neo4j" else uri, database)
    raise GraphError(f"{uri}: not a graph engine; give embedded, embedded:FILE.kgl, neo4j or a neo4j:// address")


def _embedded_path(uri: str, ledger_path: str | Path | None) -> Path:
    _, _, given = uri.partition(":")
    if given:
        path = Path(given)
        if path.suffix != ".kgl":  # the file is replaced whole, so it must not be taken for another one
            raise GraphError(f"{given}: the embedded graph lives in a file with suffix .kgl; name it so")
        return path
    if ledger_path is None or "://" in str(ledger_path):
        raise GraphError("embedded: there is no ledger file to lie beside; give embedded:FILE.kgl")
    return Path(ledger_path).with_suffix(".kgl")
