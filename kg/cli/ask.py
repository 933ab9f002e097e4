"""kg ask, query, cypher: questions in English, by name, and in Cypher."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.options import GRAPH, STORE, Graph, Json, Parameters, ShowCypher, Store, pairs
from kg.errors import InputError


def ask(
    question: Annotated[list[str], typer.Argument(help="The question; quotes around it are not needed.")],
    store: Store = STORE,
    graph: Graph = GRAPH,
    show_cypher: ShowCypher = False,
    json: Json = False,
) -> None:
    """Ask a question in English.

    "Who met X in Oslo?" "Who supplies gas to X?" "Did A meet B?" "Who is the president of X?" "When will A visit B?"
    "How are A and B connected?" "Where do sources disagree?"
    """
    from kg.cli.output import emit
    from kg.cli.render import show_answer
    from kg.cli.session import open_graph, tools
    from kg.query import ask as ask_graph

    working = tools()
    with open_graph(store, graph, working) as engine:
        answer = ask_graph(" ".join(question), engine, working.ontology, working.gazetteer)
    if json:
        emit(asdict(answer))
    else:
        show_answer(answer, statement=show_cypher)


def query(
    name: Annotated[str | None, typer.Argument(help="A query; without it, all are listed.")] = None,
    param: Parameters = None,
    store: Store = STORE,
    graph: Graph = GRAPH,
    show_cypher: ShowCypher = False,
    json: Json = False,
) -> None:
    """Run a query by name, or list them all."""
    from kg.cli.output import emit
    from kg.cli.render import show_statement
    from kg.cli.session import open_graph, tools
    from kg.graph.cypher import list_statements, load_statement

    if name is None:
        statements = list_statements("query")
        if json:
            emit([asdict(statement) for statement in statements])
            return
        _list_queries(statements)
        return
    statement = load_statement(f"query/{name}")
    bound = statement.bind(pairs(param, "--param"))
    with open_graph(store, graph, tools()) as engine:
        rows = engine.read(statement.text, bound)
    _show_rows(rows, statement.columns, json=json)
    if show_cypher and not json:
        show_statement(statement.text, bound)


def cypher(
    file: Annotated[str, typer.Argument(help="A file with one reading statement; - is standard input.")],
    param: Parameters = None,
    store: Store = STORE,
    graph: Graph = GRAPH,
    json: Json = False,
) -> None:
    """Run a Cypher statement that reads."""
    from kg.cli.session import open_graph, tools

    statement = sys.stdin.read() if file == "-" else _read(file)
    if not statement.strip():
        raise InputError(f"{file}: no statement in it")
    parameters = {key: _value(value) for key, value in pairs(param, "--param").items()}
    with open_graph(store, graph, tools()) as engine:
        rows = engine.read(statement, parameters)
    _show_rows(rows, tuple(rows[0]) if rows else (), json=json)


def _show_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], *, json: bool) -> None:
    """As a table, with the quotes below it; ids of claims are for programs and stay out of it."""
    from kg.cli.output import emit, table
    from kg.cli.render import paragraph

    if json:
        emit(list(rows))
        return
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


def _list_queries(statements: Sequence[Any]) -> None:
    from rich.text import Text

    from kg.cli.output import clean, out

    for statement in statements:
        out().print(
            Text(statement.name.removeprefix("query/"), style="bold"), Text(clean(statement.question)), sep="  "
        )
        for parameter in statement.parameters:
            told = f"    --param {parameter.name}=…  {parameter.description}" + (
                " (needed)" if parameter.required else ""
            )
            out().print(Text(clean(told), style="dim"), soft_wrap=True)
    out().print("\nRun one: kg query NAME --param KEY=VALUE")


def _read(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 text ({error.reason}); save it as UTF-8") from None


def _value(text: str) -> Any:
    """A parameter as JSON where it is JSON (5, true, ["a"]), else as text."""
    import json

    try:
        return json.loads(text)
    except ValueError:
        return text
