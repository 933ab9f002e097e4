"""kg status, forget, export: what the ledger holds, and bringing it elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import GRAPH, STORE, Graph, Json, Store
from kg.errors import GraphError, InputError

if TYPE_CHECKING:
    from kg.ledger import Ledger
    from kg.pipeline import Tools


class ExportFormat(StrEnum):
    """Formats of `kg export`."""

    JSONL = "jsonl"
    CLAIMS = "claims"
    NEO4J_ADMIN = "neo4j-admin"


def status(
    articles: Annotated[
        bool, typer.Option("--articles", help="List the articles: id, id of the record, date, publisher, title, file.")
    ] = False,
    store: Store = STORE,
    graph: Graph = GRAPH,
    json: Json = False,
) -> None:
    """Show what ledger and graph hold."""
    from kg.cli.output import clean, emit, emit_line
    from kg.cli.session import tools
    from kg.ledger import Ledger

    if articles:
        _list_articles(store, json=json)
        return
    with Ledger.open(store, create=False) as ledger:
        counts = dict(ledger.counts())
        relations = _ranked(claim.relation for claim in ledger.claims())
        publishers = _ranked(article.publisher or "unknown publisher" for article in ledger.articles())
        shown = graph_state(ledger, graph, tools())
        name = ledger.name
    if json:
        emit({"ledger": name, "graph": shown, **counts, "relations": relations, "publishers": publishers})
        return
    emit_line(f"ledger      {name}")
    emit_line(f"graph       {graph}: {shown}")
    for key, value in counts.items():
        emit_line(f"{key:<12}{value}")
    for key, counted in (("relations", relations), ("publishers", publishers)):
        emit_line(clean(f"{key:<12}{', '.join(f'{name} {count}' for name, count in counted.items()) or 'none'}"))


def _list_articles(store: str, *, json: bool) -> None:
    from kg.cli.output import clean, emit, emit_line
    from kg.ledger import Ledger

    columns = ("id", "source_id", "published", "publisher", "title", "path")
    with Ledger.open(store, create=False) as ledger:
        rows = [{name: getattr(article, name) for name in columns} for article in ledger.articles()]
    if json:
        emit(rows)
        return
    emit_line("\t".join(columns))
    for row in rows:
        emit_line("\t".join(clean(value or "-") for value in row.values()))


def _ranked(names: Iterable[str]) -> dict[str, int]:
    """How often each name comes, the most frequent first."""
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


def graph_state(ledger: Ledger, uri: str, working: Tools) -> str:
    """Whether the engine at `uri` shows the state of the ledger: "current", "stale …", or why it cannot be told."""
    from kg.graph.engines import open_store
    from kg.graph.projection import is_current

    try:
        with open_store(uri, ledger_path=ledger.name) as engine:
            current = is_current(ledger, engine, working.ontology.relations)
    except GraphError as error:
        return f"not reachable ({error})"
    if current:
        return "current"
    return "stale; the next question brings it up to date" if uri == GRAPH else f"stale; kg project --to {uri} mends it"


def forget(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="The id of an article or its first digits, or the id of its record."),
    ],
    store: Store = STORE,
    graph: Graph = GRAPH,
    json: Json = False,
) -> None:
    """Remove an article and what only it says."""
    from kg.cli.output import emit, emit_line
    from kg.cli.session import tools
    from kg.ledger import Ledger
    from kg.pipeline import forget as run

    with Ledger.open(store, create=False) as ledger:
        found = ledger.article(ledger.article_id(article))
        before = ledger.counts()
        run(ledger, found.id, tools(), stores=(graph,))
        after = ledger.counts()
    gone = {name: before[name] - after[name] for name in ("claims", "entities")}
    if json:
        emit({"article": found.id, "title": found.title, **gone})
    else:
        emit_line(f"forgot {found.title} ({found.id}): {gone['claims']} claims, {gone['entities']} entities")


def export(
    format: Annotated[
        ExportFormat,
        typer.Argument(
            help="jsonl: the whole ledger; claims: the interchange format; neo4j-admin: files for Neo4j's importer."
        ),
    ],
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A new folder, for the files of neo4j-admin.")
    ] = None,
    store: Store = STORE,
) -> None:
    """Print ledger or claims as JSON Lines, or write files.

    Sorted and without clocks: the same articles give the same bytes, in whatever order they came. neo4j-admin writes
    CSV files into DIR and prints the command that fills a new Neo4j database from them.
    """
    import sys

    from kg.export import ledger_claims, ledger_records
    from kg.ledger import Ledger

    if (folder is None) == (format is ExportFormat.NEO4J_ADMIN):
        raise InputError("kg export neo4j-admin DIR writes files into a folder; the other formats take none")
    with Ledger.open(store, create=False) as ledger:
        if folder is None:
            lines = {ExportFormat.JSONL: ledger_records, ExportFormat.CLAIMS: ledger_claims}[format]
            sys.stdout.writelines(lines(ledger))
        else:
            _export_for_import(ledger, folder)


def _export_for_import(ledger: Ledger, folder: Path) -> None:
    from kg.cli.output import emit_line, note
    from kg.cli.session import tools
    from kg.export.neo4j_admin import write_import

    command = write_import(ledger, folder, tools().ontology.relations)
    note(
        "With the server stopped and its database new, run this as the user that Neo4j runs as; then start the server,"
    )
    note("and run kg project --to neo4j, which makes the indexes.")
    emit_line(command)
