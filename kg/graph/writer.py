"""Writes to an engine what differs from what it holds: new and changed rows are merged, rows not wanted are deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement
from kg.graph.rows import Link, Node

BATCH = 2_000
"""Rows in one transaction: large enough that round trips do not count, small enough for a server's memory."""

STRUCTURE = {
    "STATES": ("Article", "Claim"),
    "MENTIONS": ("Article", "Entity"),
    "SUBJECT": ("Claim", "Entity"),
    "OBJECT": ("Claim", "Entity"),
}
"""Relationship types that are the same in every graph, with the labels they join; all others are typed edges."""

Progress = Callable[[str, int, int], None]
"""Told what is being written ("Claim", "MET", …), how many rows are done and how many there are."""

Row = Mapping[str, Any]


class Writer:
    """Counts what it did in `nodes_written`, `nodes_deleted`, `links_written` and `links_deleted`."""

    def __init__(self, store: GraphStore, progress: Progress) -> None:
        self.nodes_written = self.nodes_deleted = self.links_written = self.links_deleted = 0
        self._store = store
        self._progress = progress

    def merge_nodes(self, kind: str, nodes: Iterable[Node]) -> Sequence[str]:
        """Write the nodes of a kind (Article, Claim, Entity) that are new or changed; returns the ids of those held but
        not wanted. They are deleted later, when nothing hangs on them any more."""
        held = {row["id"]: row["hash"] for row in self._read("list_nodes", LABEL=kind)}
        changed: dict[str, list[Row]] = defaultdict(list)
        wanted = set()
        for node in nodes:
            wanted.add(node.id)
            if held.get(node.id) != node.hash:
                changed[node.label].append(node.parameters())
        template, key = ("merge_entities", "TYPE") if kind == "Entity" else ("merge_nodes", "LABEL")
        for label, rows in sorted(changed.items()):
            self.nodes_written += self._write(label, rows, template, {key: label})
        return [id for id in held if id not in wanted]

    def delete_nodes(self, kind: str, ids: Sequence[str]) -> None:
        """Delete nodes of a kind with whatever still hangs on them."""
        self.nodes_deleted += self._write(kind, [{"id": id} for id in ids], "delete_nodes", {"LABEL": kind})

    def sync_structure(self, type: str, links: Iterable[Link]) -> None:
        """Make the links of one structural type those wanted, no more and no less."""
        start, end = STRUCTURE[type]
        self._sync("links", type, links, {"START": start, "END": end, "TYPE": type})

    def sync_edges(self, links: Iterable[Link]) -> None:
        """Make the typed edges those wanted, whatever their relations."""
        self._sync("edges", "edges", links, {})

    def _sync(self, noun: str, kind: str, links: Iterable[Link], names: Mapping[str, str]) -> None:
        held = {
            (row.get("id"), row["source"], row["target"]): row["hash"] for row in self._read(f"list_{noun}", **names)
        }
        changed: dict[str, list[Row]] = defaultdict(list)
        wanted = set()
        for link in links:
            key = (link.id, link.start, link.end)
            wanted.add(key)
            if key not in held or held[key] != link.hash:
                changed[link.type].append(link.parameters())
        for type, rows in sorted(changed.items()):
            self.links_written += self._write(type, rows, f"merge_{noun}", {**names, "TYPE": type})
        gone = [{"id": id, "source": start, "target": end} for id, start, end in held.keys() - wanted]
        self.links_deleted += self._write(kind, gone, f"delete_{noun}", names)

    def _read(self, template: str, **names: str) -> list[dict[str, Any]]:
        return self._store.read(load_statement(f"project/{template}").fill(**names))

    def _write(self, kind: str, rows: Sequence[Row], template: str, names: Mapping[str, str]) -> int:
        statement = load_statement(f"project/{template}").fill(**names)
        for start in range(0, len(rows), BATCH):
            self._store.write(statement, {"rows": rows[start : start + BATCH]})
            self._progress(kind, min(start + BATCH, len(rows)), len(rows))
        return len(rows)
