"""kg project: bring a graph engine up to date with the ledger, or tell how the two differ."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import STORE, Json, Store
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.ledger import Ledger

COLUMNS = ("name", "ledger", "graph", "missing", "unexpected", "changed")


def project(
    to: Annotated[
        str,
        typer.Option("--to", help="embedded, neo4j (the server in NEO4J_URI), or a neo4j:// or bolt:// address."),
    ],
    database: Annotated[
        str | None, typer.Option("--database", help="One of the server's databases (else NEO4J_DATABASE).")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only tell how graph and ledger differ.")] = False,
    wipe: Annotated[bool, typer.Option("--wipe", help="Delete what kg wrote there, then write it anew.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --wipe: do not ask.")] = False,
    store: Store = STORE,
    json: Json = False,
) -> None:
    """Bring Neo4j or another engine up to date.

    Writes what is new or changed in the ledger, deletes what is gone, and leaves everything else there alone. With
    --check the exit status is 1 when graph and ledger differ.
    """
    from kg.cli.output import emit, emit_line, progress
    from kg.cli.session import tools
    from kg.ledger import Ledger
    from kg.pipeline import project as run

    if check and wipe:
        raise InputError("--check and --wipe: one only looks and one deletes; give one of them")
    where = f"{to}, database {database}" if database else to
    with Ledger.open(store, create=False) as ledger:
        if check:
            _check(ledger, to, database, where, json=json)
            return
        if wipe and not yes:
            _ask(where)
        with progress("Projecting") as move:
            report = run(
                ledger,
                to,
                tools().ontology,
                database=database,
                wipe=wipe,
                progress=lambda kind, done, total: move(done, total, kind),
            )
    if json:
        emit(asdict(report))
        return
    emit_line(
        f"{where}: nodes {report.nodes_written} written, {report.nodes_deleted} deleted; "
        f"links {report.links_written} written, {report.links_deleted} deleted"
        if report.changed
        else f"{where}: current already"
    )


def _ask(where: str) -> None:
    """Ask before anything is deleted; an answer other than yes ends the command."""
    if not sys.stdin.isatty():
        raise InputError(f"--wipe: deletes what kg wrote to {where}, and there is nobody to ask; add --yes")
    typer.confirm(f"Delete what kg wrote to {where}, and write it anew?", abort=True, err=True)


def _check(ledger: Ledger, to: str, database: str | None, where: str, *, json: bool) -> None:
    from kg.cli.output import emit, emit_line, table
    from kg.cli.session import tools
    from kg.graph.check import compare
    from kg.graph.engines import open_store
    from kg.graph.projection import is_current

    relations = tools().ontology.relations
    with open_store(to, ledger_path=ledger.name, database=database) as engine:
        current = is_current(ledger, engine, relations)
        found = compare(ledger, engine, relations)
    drift = sum(comparison.drift for comparison in found)
    if json:
        emit({"graph": where, "current": current, "drift": drift, "kinds": [asdict(one) for one in found]})
    else:
        table(COLUMNS, [asdict(one) for one in found])
        if not drift:
            emit_line(f"{where}: no drift")
        elif current:
            emit_line(f"{where}: {drift} rows differ; kg project --to {to} --wipe writes all anew")
        else:
            emit_line(
                f"{where}: {drift} rows differ, being of another state; kg project --to {to} brings it up to date"
            )
    if drift:
        raise typer.Exit(1)
