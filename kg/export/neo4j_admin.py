"""CSV files for `neo4j-admin database import full`, which fills a new database many times faster than transactions do.

One file for each kind of node and type of relationship, with the importer's own headers (:ID, :LABEL, :START_ID,
:END_ID, :TYPE, typed and array properties). Every value stands in quotes, since nothing between commas means "no such
property" and nothing between quotes an empty text.

The importer makes no indexes and drops empty lists. The first `kg project` afterwards sees from the mark that the graph
was imported, and makes both.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.graph.projection import imported_mark
from kg.graph.rows import Link, Node
from kg.graph.snapshot import Snapshot
from kg.graph.wanted import check_relations, wanted_rows
from kg.model import Relation

if TYPE_CHECKING:
    from kg.ledger import Ledger

Row = Mapping[str, Any]
"""Cells by property; a header that starts with a colon, or holds one, is the importer's and stands as it is."""

SEPARATORS = "\x1f\x1e\x1d\x1c"
"""One of these parts the elements of a list: the first that no element holds."""
TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}


def write_import(ledger: Ledger, folder: Path, relations: Mapping[str, Relation], database: str = "neo4j") -> str:
    """Write the files into `folder`, which is made unless it is there and empty; returns the command that imports them.

    Raises InputError when the folder holds anything, LedgerError when the ledger cannot be read.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder}: exists and is not an empty folder; give a new one")
    folder.mkdir(parents=True, exist_ok=True)
    nodes, links = _tables(Snapshot.of(ledger), relations)
    separator = _separator(chain.from_iterable((*nodes.values(), *links.values())))
    files = []
    for option, tables in (("nodes", nodes), ("relationships", links)):
        for name, rows in tables.items():
            if rows:
                file = folder / f"{name.lower()}.csv"
                file.write_text("".join(_lines(rows, separator)), encoding="utf-8", newline="")
                files.append(f"--{option}={shlex.quote(str(file.resolve()))}")
    how = (f"--array-delimiter=U+{ord(separator):04X}", "--multiline-fields=true")
    command = f"neo4j-admin database import full {shlex.quote(database)}"
    return " \\\n  ".join((command, *how, *files))


def _tables(
    snapshot: Snapshot, relations: Mapping[str, Relation]
) -> tuple[dict[str, Sequence[Row]], dict[str, Sequence[Row]]]:
    """Rows of nodes by kind and of relationships by type; those of typed edges in one file."""
    check_relations(relations)
    wanted = wanted_rows(snapshot, relations)
    nodes: dict[str, Sequence[Row]] = {
        kind: [_node(kind, node) for node in made] for kind, made in wanted.nodes.items()
    }
    mark = imported_mark(snapshot.state, relations)
    nodes["KgProjection"] = [{"id:ID": mark.pop("id"), ":LABEL": ["Kg", "KgProjection"], **mark}]
    links = {type: list(map(_link, made)) for type, made in wanted.links.items()}
    return nodes, {**links, "edges": list(map(_link, wanted.edges))}


def _node(kind: str, node: Node) -> Row:
    properties = {key: value for key, value in node.parameters()["properties"].items() if key != "id"}
    return {"id:ID": node.id, ":LABEL": sorted({kind, node.label, "Kg"}), **properties}


def _link(link: Link) -> Row:
    return {":START_ID": link.start, ":END_ID": link.end, ":TYPE": link.type, **link.parameters()["properties"]}


def _separator(rows: Iterable[Row]) -> str:
    used = {char for row in rows for value in row.values() if isinstance(value, list) for char in "".join(value)}
    for char in SEPARATORS:
        if char not in used:
            return char
    raise InputError("names hold every control character that can part a list; forget the article that they are from")


def _lines(rows: Sequence[Row], separator: str) -> Iterator[str]:
    columns: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            columns.setdefault(name, _header(name, value))
    yield ",".join(_quoted(header) for header in columns.values()) + "\n"
    for row in rows:
        yield ",".join(_cell(row.get(name), separator) for name in columns) + "\n"


def _header(name: str, value: Any) -> str:
    if ":" in name:
        return name
    return f"{name}:string[]" if isinstance(value, list) else f"{name}:{TYPES[type(value)]}"


def _cell(value: Any, separator: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _quoted(str(value).lower())
    return _quoted(separator.join(value) if isinstance(value, list) else str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
