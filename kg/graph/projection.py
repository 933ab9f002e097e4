"""Projects the ledger into a graph engine: writes what is new or changed, removes what is gone, touches nothing else.

The node `KgProjection` notes which state of the ledger the graph shows. From then on only what the ledger says has
changed since is read, compared and written (`kg.graph.update`).

While writing it notes no state. So after a projection was cut off, by a lost connection or by kill -9, and in a graph
of another ledger or model, everything is compared: each node and link carries a hash of its content, and what is there
already is not written again. Either way the graph is that which the ledger gives, exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.graph.base import GraphStore
from kg.graph.cypher import list_statements
from kg.graph.held import Held, Scope, template
from kg.graph.rows import LISTS
from kg.graph.snapshot import Snapshot
from kg.graph.update import changed_part
from kg.graph.wanted import Wanted, check_relations, wanted_rows
from kg.graph.writer import Progress, Writer
from kg.ledger import Ledger
from kg.model import Relation, digest

_MODEL = 1  # counts up when the graph model changes, so that graphs of an older one are brought up to date
_WRITING = ""
_IMPORTED = "imported "
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class ProjectionReport:
    """What one projection did. `state` is the ledger's; `unresolved` of the claims looked at have an end that no entity
    holds yet, and are not in the graph."""

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
    mark, state = _read_mark(store), ledger.state()
    shown = mark[0] if mark and mark[1] == _shape(relations) else _WRITING
    if mark and mark[0].startswith(_IMPORTED):
        shown = shown.removeprefix(_IMPORTED)
        _finish_import(store, shown, relations)
    if shown == state:
        return ProjectionReport(state)
    changes = ledger.changes_since(shown)
    if changes is None:
        return project_snapshot(Snapshot.of(ledger), store, relations, progress)
    wanted, held = changed_part(ledger, store, changes, relations)
    return _bring(store, wanted, held, state, relations, progress)


def is_current(ledger: Ledger, store: GraphStore, relations: Mapping[str, Relation]) -> bool:
    """Whether `store` shows the state that `ledger` is in."""
    return _read_mark(store) == (ledger.state(), _shape(relations))


def project_snapshot(
    snapshot: Snapshot, store: GraphStore, relations: Mapping[str, Relation], progress: Progress | None = None
) -> ProjectionReport:
    """Bring `store` to the state of `snapshot`, comparing everything; see `project`."""
    check_relations(relations)
    # What a graph without nodes of ours holds need not be asked, least of all while it fills.
    held = Held(store, None if store.read(template("left_nodes")) else Scope())
    return _bring(store, wanted_rows(snapshot, relations), held, snapshot.state, relations, progress)


def imported_mark(state: str, relations: Mapping[str, Relation]) -> dict[str, str]:
    """Properties of the node `KgProjection` in a graph that is imported from files; what the importer cannot do, the
    next projection does."""
    return {"id": "projection", "state": _IMPORTED + state, "shape": _shape(relations)}


def _finish_import(store: GraphStore, state: str, relations: Mapping[str, Relation]) -> None:
    """Make the indexes, and the empty lists that the importer leaves out."""
    for statement in list_statements("schema"):
        store.write(statement.text)
    for kind, properties in LISTS.items():
        for name in properties:
            while store.read(template("lacks_list", LABEL=kind, PROPERTY=name)):
                store.write(template("fill_list", LABEL=kind, PROPERTY=name), {"batch": _AT_ONCE})
    _set_mark(store, state, relations)


def _bring(
    store: GraphStore,
    wanted: Wanted,
    held: Held,
    state: str,
    relations: Mapping[str, Relation],
    progress: Progress | None,
) -> ProjectionReport:
    for statement in list_statements("schema"):
        store.write(statement.text)
    _set_mark(store, _WRITING, relations)
    writer = Writer(store, progress or (lambda kind, done, total: None))
    writer.apply(wanted, held)
    _set_mark(store, state, relations)
    return ProjectionReport(
        state=state,
        nodes_written=writer.nodes_written,
        nodes_deleted=writer.nodes_deleted,
        links_written=writer.links_written,
        links_deleted=writer.links_deleted,
        unresolved=wanted.unresolved,
    )


def _shape(relations: Mapping[str, Relation]) -> str:
    """Changes when the same ledger would give another graph."""
    kinds = ((relation.name, relation.symmetric, relation.state) for relation in relations.values())
    return digest("shape", _MODEL, *sorted(kinds))


def _read_mark(store: GraphStore) -> tuple[str, str] | None:
    rows = store.read(template("read_mark"))
    return (rows[0]["state"], rows[0]["shape"]) if rows else None


def _set_mark(store: GraphStore, state: str, relations: Mapping[str, Relation]) -> None:
    store.write(template("mark"), {"state": state, "shape": _shape(relations)})
