"""Makes the values that engines return plain and alike: what a question answers must not depend on the engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

_SCALARS = frozenset({bool, int, float, str})


def plain(value: Any, translate: Callable[[Any], Any]) -> Any:
    """None, bool, int, float, str, list and dict all the way down; dates and times as ISO 8601 strings.

    `translate` is the engine's own step: it turns its nodes, relationships, paths and durations into the shapes of
    `node`, `relationship` and `path` below, and passes everything else on.
    """
    if value is None or type(value) in _SCALARS:
        return value
    value = translate(value)
    if isinstance(value, Mapping):
        return {str(key): plain(part, translate) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part, translate) for part in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value if isinstance(value, bool | int | float | str) else str(value)


def node(labels: Any, properties: Mapping[str, Any]) -> dict[str, Any]:
    """A node; engine-internal ids are left out, since they mean nothing to another engine."""
    return {"labels": sorted(labels), "properties": dict(sorted(properties.items()))}


def relationship(type: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """A relationship, likewise."""
    return {"type": type, "properties": dict(sorted(properties.items()))}


def path(nodes: Any, relationships: Any) -> dict[str, Any]:
    """A path: its nodes and the relationships between them, in order."""
    return {"nodes": list(nodes), "relationships": list(relationships)}
