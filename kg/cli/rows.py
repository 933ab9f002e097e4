"""How rows of a query are printed: as a table with the quotes below it, as JSON, or as CSV."""

from __future__ import annotations

import json as json_format
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from kg.errors import InputError

Csv = Annotated[bool, typer.Option("--csv", help="Print CSV; lists in a cell are joined by semicolons.")]


def show_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], *, json: bool, csv: bool) -> None:
    """Print `rows`. A table leaves out the ids of claims, which are for programs. Raises InputError for two formats."""
    from kg.cli.output import emit

    if json and csv:
        raise InputError("--json and --csv: give one of them")
    if json:
        emit(list(rows))
    elif csv:
        _emit_csv(rows, columns)
    else:
        _show_table(rows, columns)


def _show_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from kg.cli.output import table
    from kg.cli.render import paragraph

    if not rows:
        paragraph("no rows", style="dim")
        return
    shown = [column for column in columns if column not in ("quote", "claim_ids")]
    if "quote" not in columns:
        table(shown, rows)
        return
    table(["row", *shown], [{"row": number, **row} for number, row in enumerate(rows, start=1)])
    paragraph("")
    for number, row in enumerate(rows, start=1):
        paragraph(f"{number}  “{row['quote']}”", indent=2)


def _emit_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """As RFC 4180 says, but for lines that end as everywhere here; the heading comes even where there are no rows."""
    import csv
    import sys

    writer = csv.writer(sys.stdout, lineterminator="\n")
    if columns:
        writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    return json_format.dumps(value, ensure_ascii=False)
