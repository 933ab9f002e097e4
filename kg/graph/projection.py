"""Projects the ledger into a graph engine: writes what is new or changed, removes what is gone, touches nothing else.

Every node and link carries a hash of its content, so a projection compares what the engine holds with what the ledger
says and writes the difference. That makes it idempotent, exact after `forget` and after entities were resolved anew,
and safe to kill at any point: the next one finishes the work.

The node `KgProjection` notes which state of the ledger the graph shows. While writing it notes none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import GraphError
from kg.graph.base import GraphStore
from kg.graph.cypher import list_statements, load_statement
from kg.graph.edges import derive_edges
from kg.graph.rows import Link, article_nodes, claim_nodes, edge_link, entity_nodes, structure_links
from kg.graph.snapshot import Snapshot
from kg.graph.writer import STRUCTURE, Progress, Writer
from kg.ledger import Ledger
from kg.model import OPEN_RELATION, Relation, digest

_MODEL = 1  # counts up when the graph model changes, so that graphs of an older one are brought up to date
_WRITING = ""


@dataclass(frozen=True, slots=True)
class ProjectionReport:
    """What one projection did. `state` is the ledger's; `unresolved` claims have an end that no entity holds yet, and
    are not in the graph."""

    state: str
    nodes_written: int = 0
    nodes_deleted: int = 0
    links_written: int = 0
    links_deleted: int = 0
    unresolved: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.nodes_written or self.nodes_deleted or self.links_written or self.links_deleted)


def project(
    ledger: Ledger, store: GraphStore, relations: Mapping[str, Relation], progress: Progress | None = None
) -> ProjectionReport:
    """Bring `store` to the state of `ledger`; when it shows that state already, only the mark is read.

    `relations` are those of the ontology: claims of these relations, RELATED_TO apart, make typed edges. Raises
    GraphError when the engine fails, LedgerError when the ledger does.
    """
    if is_current(ledger, store, relations):
        return ProjectionReport(ledger.state())
    return project_snapshot(Snapshot.of(ledger), store, relations, progress)


def is_current(ledger: Ledger, store: GraphStore, relations: Mapping[str, Relation]) -> bool:
    """Whether `store` shows the state that `ledger` is in."""
    return _read_mark(store) == (ledger.state(), _shape(relations))


def project_snapshot(
    snapshot: Snapshot, store: GraphStore, relations: Mapping[str, Relation], progress: Progress | None = None
) -> ProjectionReport:
    """Bring `store` to the state of `snapshot`; see `project`."""
    typed = _typed(relations)
    assertions = tuple(snapshot.assertions(relations))
    edges = derive_edges(assertion for assertion in assertions if assertion.claim.relation in typed)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in structure_links(snapshot, assertions):
        links[link.type].append(link)

    for statement in list_statements("schema"):
        store.write(statement.text)
    _set_mark(store, _WRITING, relations)
    writer = Writer(store, progress or (lambda kind, done, total: None))
    gone = {
        "Entity": writer.merge_nodes("Entity", entity_nodes(snapshot)),
        "Article": writer.merge_nodes("Article", article_nodes(snapshot)),
        "Claim": writer.merge_nodes("Claim", claim_nodes(assertions)),
    }
    for type in STRUCTURE:
        writer.sync_structure(type, links[type])
    writer.sync_edges(map(edge_link, edges))
    for kind, ids in gone.items():
        writer.delete_nodes(kind, ids)
    _set_mark(store, snapshot.state, relations)
    return ProjectionReport(
        state=snapshot.state,
        nodes_written=writer.nodes_written,
        nodes_deleted=writer.nodes_deleted,
        links_written=writer.links_written,
        links_deleted=writer.links_deleted,
        unresolved=len(snapshot.claims) - len(assertions),
    )


def _typed(relations: Mapping[str, Relation]) -> frozenset[str]:
    """Relations that make typed edges."""
    if taken := sorted(STRUCTURE.keys() & relations.keys()):
        raise GraphError(
            f"ontology: {taken[0]} is a relationship type of the graph itself; call the relation otherwise"
        )
    return frozenset(relations) - {OPEN_RELATION}


def _shape(relations: Mapping[str, Relation]) -> str:
    """Changes when the same ledger would give another graph."""
    kinds = ((relation.name, relation.symmetric, relation.state) for relation in relations.values())
    return digest("shape", _MODEL, *sorted(kinds))


def _read_mark(store: GraphStore) -> tuple[str, str] | None:
    rows = store.read(load_statement("project/read_mark").text)
    return (rows[0]["state"], rows[0]["shape"]) if rows else None


def _set_mark(store: GraphStore, state: str, relations: Mapping[str, Relation]) -> None:
    store.write(load_statement("project/mark").text, {"state": state, "shape": _shape(relations)})
