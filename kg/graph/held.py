"""What an engine holds of ours, told by ids and hashes: all of it, or the part that a change of the ledger concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement

BATCH = 2_000
"""Rows in one transaction: large enough that round trips do not count, small enough for a server's memory."""

STRUCTURE = {
    "STATES": ("Article", "Claim"),
    "MENTIONS": ("Article", "Entity"),
    "SUBJECT": ("Claim", "Entity"),
    "OBJECT": ("Claim", "Entity"),
}
"""Relationship types that are the same in every graph, with the labels they join; all others are typed edges."""


class Key(NamedTuple):
    """What tells a relationship from others: of a structural type there is one between two nodes, and no id."""

    id: str | None
    source: str
    target: str


@dataclass(frozen=True)
class Scope:
    """The part of a graph to look at: node ids by kind (Entity, Article, Claim), and typed edges by relation."""

    nodes: Mapping[str, Collection[str]] = field(default_factory=dict)
    edges: Mapping[str, Collection[Key]] = field(default_factory=dict)


class Held:
    """Reads `store` within `scope` (None: everywhere). Hashes are None where a row has none."""

    def __init__(self, store: GraphStore, scope: Scope | None = None) -> None:
        self._store = store
        self._scope = scope

    def nodes(self, kind: str) -> dict[str, str | None]:
        """Hash by id of the nodes of one kind."""
        if self._scope is None:
            rows = self._store.read(template("list_nodes", LABEL=kind), timeout=None)
        else:
            statement = template("pick_nodes", LABEL=found_by(self._store, kind))
            rows = list(by_ids(self._store, statement, self._scope.nodes.get(kind, ())))
        return {row["id"]: row["hash"] for row in rows}

    def links(self, type: str) -> dict[Key, str | None]:
        """Hash by key of the relationships of one structural type; within a scope those that start at its nodes."""
        start, end = STRUCTURE[type]
        if self._scope is None:
            rows = self._store.read(template("list_links", START=start, END=end, TYPE=type), timeout=None)
        else:
            statement = template("pick_links", START=found_by(self._store, start), TYPE=type)
            rows = list(by_ids(self._store, statement, self._scope.nodes.get(start, ())))
        return {Key(None, row["source"], row["target"]): row["hash"] for row in rows}

    def edges(self) -> dict[Key, str | None]:
        """Hash by key of the typed edges."""
        if self._scope is None:
            rows = self._store.read(template("list_edges"), timeout=None)
        else:
            rows = [row for relation, keys in sorted(self._scope.edges.items()) for row in self._pick(relation, keys)]
        return {Key(row["id"], row["source"], row["target"]): row["hash"] for row in rows}

    def _pick(self, relation: str, keys: Collection[Key]) -> Iterator[dict[str, Any]]:
        entity = found_by(self._store, "Entity")
        statement = template("pick_edges", START=entity, END=entity, TYPE=relation)
        for part in batches([key._asdict() for key in sorted(keys)]):
            yield from self._store.read(statement, {"rows": part})


@dataclass
class Ties:
    """What hangs on some articles in a graph: the ids of their claims, and the typed edges these are about."""

    claims: set[str] = field(default_factory=set)
    edges: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))


def ties_of(store: GraphStore, articles: Collection[str]) -> Ties:
    """What hangs on these articles in `store`; of an edge the key has the claim's ends, in the claim's direction."""
    found = Ties()
    statement = template("claims_in_articles", LABEL=found_by(store, "Article"))
    rows = {row["id"]: row for row in by_ids(store, statement, articles)}
    found.claims.update(rows)
    held = Held(store, Scope({"Claim": rows}))
    ends = [{key.source: key.target for key in held.links(type)} for type in ("SUBJECT", "OBJECT")]
    for id, row in rows.items():
        subject, object = (targets.get(id) for targets in ends)
        if subject and object:
            found.edges[row["relation"]].add(Key(row["edge"], subject, object))
    return found


def claims_on(store: GraphStore, edges: Collection[str]) -> set[str]:
    """Ids of the claims in `store` that are about these edges."""
    return {row["id"] for row in by_ids(store, template("claims_on_edges"), edges)}


def found_by(store: GraphStore, kind: str) -> str:
    """The label to name when nodes of a kind are looked up by id."""
    return store.id_label or kind


def template(name: str, **names: str) -> str:
    """The text of a statement under `project/`, with labels and relationship types filled in."""
    return load_statement(f"project/{name}").fill(**names)


def batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """`rows` in parts of BATCH."""
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def by_ids(store: GraphStore, statement: str, ids: Collection[str]) -> Iterator[dict[str, Any]]:
    """Rows of a statement that takes `$ids`, some of them at a time."""
    for part in batches(sorted(set(ids))):
        yield from store.read(statement, {"ids": part})
