"""Compares what an engine holds, property by property, with what the ledger says it should, and changes nothing.

Hashes are not trusted here: whoever changed a node by hand did not mend its hash. Properties and labels that others
added to nodes of ours are theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.graph.base import GraphStore
from kg.graph.held import STRUCTURE, Held, Key, by_ids, found_by, template
from kg.graph.rows import Link, Node
from kg.graph.snapshot import Snapshot
from kg.graph.wanted import check_relations, wanted_rows
from kg.ledger import Ledger
from kg.model import Relation


@dataclass(slots=True)
class Comparison:
    """Of one label or relationship type: how many the ledger says, how many the graph holds, and how these differ."""

    name: str
    ledger: int = 0
    graph: int = 0
    missing: int = 0
    unexpected: int = 0
    changed: int = 0

    @property
    def drift(self) -> int:
        return self.missing + self.unexpected + self.changed


def compare(ledger: Ledger, store: GraphStore, relations: Mapping[str, Relation]) -> tuple[Comparison, ...]:
    """One comparison a label, then one a relationship type, each sorted by name.

    Raises GraphError when the engine fails, LedgerError when the ledger does.
    """
    check_relations(relations)
    wanted = wanted_rows(Snapshot.of(ledger), relations)
    labels: dict[str, Comparison] = {}
    types: dict[str, Comparison] = {}
    for kind, nodes in wanted.nodes.items():
        _compare_nodes(store, kind, list(nodes), labels)
    for type, (start, end) in STRUCTURE.items():
        rows = store.read(template("read_links", START=start, END=end, TYPE=type), timeout=None)
        _compare_links(wanted.links.get(type, ()), rows, types)
    _compare_links(wanted.edges, store.read(template("read_edges"), timeout=None), types)
    return (*_sorted(labels), *_sorted(types))


def _sorted(found: Mapping[str, Comparison]) -> Iterator[Comparison]:
    return (found[name] for name in sorted(found))


def _of(name: str, found: dict[str, Comparison]) -> Comparison:
    return found.setdefault(name, Comparison(name))


def _compare_nodes(store: GraphStore, kind: str, nodes: Sequence[Node], found: dict[str, Comparison]) -> None:
    left = set(Held(store).nodes(kind))
    statement = template("read_nodes", LABEL=found_by(store, kind))
    rows = by_ids(store, statement, [node.id for node in nodes])
    held = {row["n"]["properties"]["id"]: row["n"] for row in rows}
    ours = {key for node in nodes for key in node.properties} | {"hash"}
    for node in nodes:
        comparison = _of(node.label, found)
        comparison.ledger += 1
        if node.id not in left:
            comparison.missing += 1
            continue
        left.remove(node.id)
        comparison.graph += 1
        there = held[node.id]
        labelled = {kind, node.label} <= set(there["labels"])
        comparison.changed += not (labelled and _same(node.parameters()["properties"], there["properties"], ours))
    if left:
        comparison = _of(kind, found)
        comparison.graph += len(left)
        comparison.unexpected += len(left)


def _compare_links(links: Sequence[Link], rows: Sequence[Mapping[str, Any]], found: dict[str, Comparison]) -> None:
    held: dict[str, dict[Key, Mapping[str, Any]]] = defaultdict(dict)
    for row in rows:
        there = row["r"]
        key = Key(there["properties"].get("id"), row["source"], row["target"])
        held[there["type"]][key] = there["properties"]
    for link in links:
        comparison = _of(link.type, found)
        comparison.ledger += 1
        there = held[link.type].pop(Key(link.id, link.start, link.end), None)
        wanted = link.parameters()["properties"]
        if there is None:
            comparison.missing += 1
        else:
            comparison.graph += 1
            comparison.changed += not _same(wanted, there, wanted.keys())
    for type, left in held.items():
        comparison = _of(type, found)
        comparison.graph += len(left)
        comparison.unexpected += len(left)


def _same(wanted: Mapping[str, Any], there: Mapping[str, Any], ours: Any) -> bool:
    return {key: wanted.get(key) for key in ours} == {key: there.get(key) for key in ours}
