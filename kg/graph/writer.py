"""Writes to an engine what differs from what it holds: new and changed rows are merged, rows not wanted are deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kg.graph.base import GraphStore
from kg.graph.held import STRUCTURE, Held, Key, batches, found_by, template
from kg.graph.rows import Link, Node
from kg.graph.wanted import Wanted

Progress = Callable[[str, int, int], None]
"""Told what is being written ("Claim", "MET", …), how many rows are done and how many there are."""

Row = Mapping[str, Any]


class Writer:
    """Counts what it did in `nodes_written`, `nodes_deleted`, `links_written` and `links_deleted`."""

    def __init__(self, store: GraphStore, progress: Progress) -> None:
        self.nodes_written = self.nodes_deleted = self.links_written = self.links_deleted = 0
        self._store = store
        self._progress = progress

    def apply(self, wanted: Wanted, held: Held) -> None:
        """Make what is held that which is wanted, no more and no less. Nodes go last, when nothing hangs on them."""
        gone = {kind: self._merge_nodes(kind, nodes, held.nodes(kind)) for kind, nodes in wanted.nodes.items()}
        for type, (start, end) in STRUCTURE.items():
            names = {"START": self._found_by(start), "END": self._found_by(end), "TYPE": type}
            self._sync("links", type, wanted.links.get(type, ()), held.links(type), names)
        ends = dict.fromkeys(("START", "END"), self._found_by("Entity"))
        self._sync("edges", "edges", wanted.edges, held.edges(), ends)
        for kind, ids in gone.items():
            rows = [{"id": id} for id in ids]
            self.nodes_deleted += self._write(kind, rows, "delete_nodes", {"LABEL": self._found_by(kind)})

    def _found_by(self, kind: str) -> str:
        return found_by(self._store, kind)

    def _merge_nodes(self, kind: str, nodes: Iterable[Node], held: Mapping[str, str | None]) -> Sequence[str]:
        """Write the nodes that are new or changed; returns the ids of those held but not wanted."""
        changed: dict[str, list[Row]] = defaultdict(list)
        wanted = set()
        for node in nodes:
            wanted.add(node.id)
            if held.get(node.id) != node.hash:
                changed[node.label].append(node.parameters())
        name, key = ("merge_entities", "TYPE") if kind == "Entity" else ("merge_nodes", "LABEL")
        for label, rows in sorted(changed.items()):
            self.nodes_written += self._write(label, rows, name, {key: label})
        return [id for id in held if id not in wanted]

    def _sync(
        self,
        noun: str,
        kind: str,
        links: Iterable[Link],
        held: Mapping[Key, str | None],
        names: Mapping[str, str],
    ) -> None:
        changed: dict[str, list[Row]] = defaultdict(list)
        wanted = set()
        for link in links:
            key = Key(link.id, link.start, link.end)
            wanted.add(key)
            if key not in held or held[key] != link.hash:
                changed[link.type].append(link.parameters())
        for type, rows in sorted(changed.items()):
            self.links_written += self._write(type, rows, f"merge_{noun}", {**names, "TYPE": type})
        gone = [key._asdict() for key in held if key not in wanted]
        self.links_deleted += self._write(kind, gone, f"delete_{noun}", names)

    def _write(self, kind: str, rows: Sequence[Row], name: str, names: Mapping[str, str]) -> int:
        statement = template(name, **names)
        done = 0
        for part in batches(rows):
            self._store.write(statement, {"rows": part})
            done += len(part)
            self._progress(kind, done, len(rows))
        return done
