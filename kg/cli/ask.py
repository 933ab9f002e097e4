"""kg ask, cypher: questions in English and in Cypher."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.options import GRAPH, STORE, Graph, Json, Parameters, ShowCypher, Store, pairs
from kg.cli.rows import Csv, show_rows
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
    from kg.cli.session import open_graph, tools, with_current_ids
    from kg.query import ask as ask_graph

    working = tools()
    asked = with_current_ids(" ".join(question), store)
    with open_graph(store, graph, working) as engine:
        answer = ask_graph(asked, engine, working.ontology, working.gazetteer)
    if json:
        emit(asdict(answer))
    else:
        show_answer(answer, statement=show_cypher)


def cypher(
    file: Annotated[str, typer.Argument(help="A file with one reading statement; - is standard input.")],
    param: Parameters = None,
    store: Store = STORE,
    graph: Graph = GRAPH,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Run a Cypher statement that reads."""
    from kg.cli.session import open_graph, tools

    statement = sys.stdin.read() if file == "-" else _read(file)
    if not statement.strip():
        raise InputError(f"{file}: no statement in it")
    parameters = {key: _value(value) for key, value in pairs(param, "--param").items()}
    with open_graph(store, graph, tools()) as engine:
        rows = engine.read(statement, parameters)
    show_rows(rows, tuple(rows[0]) if rows else (), json=json, csv=csv)


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
