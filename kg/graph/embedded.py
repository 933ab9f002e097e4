"""The embedded engine: kglite, a Cypher engine in a library, with its graph in one file beside the ledger.

The graph lives in memory; `close` puts it into the file by an atomic rename, so a killed process leaves the former
graph. A file that cannot be read (damaged, or of another version of the engine) counts as empty: the projection finds
it stale and rebuilds it, since the ledger alone holds the truth.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from kg.errors import GraphError
from kg.graph.base import READ_TIMEOUT, wipe_in_batches
from kg.graph.values import node, path, plain, relationship

# Off: hints such as "unknown label", which are no news on a graph that has no such relation yet.
kglite.set_query_warning_policy("silent")

_NO_LIMIT = 0


class EmbeddedStore:
    """A GraphStore in `file`, or only in memory when that is None."""

    id_label: str | None = None

    def __init__(self, file: Path | None = None) -> None:
        self.name = f"embedded {file}" if file else "embedded"
        self._path = file
        self._graph = _load(file)
        self._changed = False

    def read(
        self, statement: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = READ_TIMEOUT
    ) -> list[dict[str, Any]]:
        """See GraphStore."""
        try:
            transaction = self._graph.begin_read(timeout_ms=int(timeout * 1000) if timeout else _NO_LIMIT)
            rows = [dict(row) for row in transaction.cypher(statement, params=dict(parameters or {}))]
        except (kglite.KgError, ValueError, TypeError, OverflowError) as error:
            raise GraphError(f"{self.name}: {_line(error)}") from error
        return [{column: plain(value, _translate) for column, value in row.items()} for row in rows]

    def write(self, statement: str, parameters: Mapping[str, Any] | None = None) -> None:
        """See GraphStore."""
        try:
            self._graph.cypher(statement, params=dict(parameters or {}), timeout_ms=_NO_LIMIT)
        except (kglite.KgError, ValueError, TypeError, OverflowError) as error:
            raise GraphError(f"{self.name}: {_line(error)}") from error
        self._changed = True

    def wipe(self) -> None:
        """See GraphStore."""
        wipe_in_batches(self)

    def close(self) -> None:
        """Save when anything was written."""
        if self._changed and self._path:
            try:
                self._graph.save(str(self._path))
            except (kglite.KgError, ValueError, OSError) as error:
                raise GraphError(f"{self._path}: cannot be written ({_line(error)}); mind rights and space") from error
        self._changed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _load(file: Path | None) -> kglite.KnowledgeGraph:
    if file is None or not file.exists():
        return kglite.KnowledgeGraph()
    try:
        return kglite.load(str(file))
    except (kglite.KgError, ValueError, OSError):
        return kglite.KnowledgeGraph()


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())


def _translate(value: Any) -> Any:
    """kglite returns nodes, relationships, paths and durations as dictionaries, told by their keys."""
    if not isinstance(value, dict):
        return value
    keys = value.keys()
    if keys == {"id", "labels", "properties"}:
        # `type` and, where a node has none, `title` are made up by the engine; only articles have a title of ours.
        made_up = {"type"} if "Article" in value["labels"] else {"type", "title"}
        stored = {key: part for key, part in value["properties"].items() if key not in made_up}
        return node(value["labels"], stored)
    if keys == {"id", "start", "end", "type", "properties"}:
        return relationship(value["type"], value["properties"])
    if keys == {"nodes", "relationships"}:
        return path(value["nodes"], value["relationships"])
    if keys == {"months", "days", "seconds"}:
        return f"P{value['months']}M{value['days']}DT{value['seconds']}S"
    return value
