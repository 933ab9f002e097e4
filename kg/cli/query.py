"""kg query: the questions of the Cypher library, by name; the shell completes names and parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import GRAPH, STORE, Graph, Json, ShowCypher, Store, pairs
from kg.cli.rows import Csv, show_rows
from kg.errors import QuestionError

if TYPE_CHECKING:
    from kg.graph.cypher import Parameter, Statement


def complete_name(incomplete: str) -> list[tuple[str, str]]:
    """Names of queries that start so, each with its question."""
    from kg.graph.cypher import list_statements

    names = ((statement.name.removeprefix("query/"), statement.question) for statement in list_statements("query"))
    return [(name, question) for name, question in names if name.startswith(incomplete)]


def complete_parameter(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Parameters of the query named before that start so, each with what it means."""
    from kg.graph.cypher import load_statement

    # While --param waits for its value, the arguments before it are not yet taken for what they are.
    name = ctx.params.get("name") or next(iter(ctx.args), "")
    try:
        parameters = load_statement(f"query/{name}").parameters
    except QuestionError:
        return []
    return [(f"{part.name}=", part.description) for part in parameters if part.name.startswith(incomplete)]


def query(
    name: Annotated[
        str | None, typer.Argument(help="A query; without it, all are listed.", autocompletion=complete_name)
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            "-p",
            help="A parameter of the query; may be repeated.",
            metavar="KEY=VALUE",
            autocompletion=complete_parameter,
        ),
    ] = None,
    describe: Annotated[bool, typer.Option("--describe", help="Print what the query takes and gives.")] = False,
    store: Store = STORE,
    graph: Graph = GRAPH,
    show_cypher: ShowCypher = False,
    json: Json = False,
    csv: Csv = False,
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
        else:
            _list(statements)
        return
    statement = load_statement(f"query/{name}")
    if describe:
        if json:
            emit(asdict(statement))
        else:
            _describe(statement)
        return
    bound = statement.bind(pairs(param, "--param"))
    with open_graph(store, graph, tools()) as engine:
        rows = engine.read(statement.text, bound)
    show_rows(rows, statement.columns, json=json, csv=csv)
    if show_cypher and not (json or csv):
        show_statement(statement.text, bound)


def _list(statements: Sequence[Statement]) -> None:
    """A name and a question a line; in a terminal, long questions are folded beside it."""
    from kg.cli.output import out, table

    table(
        ("query", "question"),
        [{"query": statement.name.removeprefix("query/"), "question": statement.question} for statement in statements],
    )
    out().print("\nWhat one takes: kg query NAME --describe. Run it: kg query NAME --param KEY=VALUE")


def _describe(statement: Statement) -> None:
    from kg.cli.output import table
    from kg.cli.render import paragraph

    paragraph(statement.question, style="bold")
    paragraph("")
    if statement.parameters:
        rows = [
            {"--param": f"{part.name}=…", "type": part.type, "default": _default(part), "meaning": part.description}
            for part in statement.parameters
        ]
        table(("--param", "type", "default", "meaning"), rows)
        paragraph("")
    paragraph(f"Gives {', '.join(statement.columns)}.", style="dim")


def _default(parameter: Parameter) -> str:
    if parameter.required:
        return "(needed)"
    return "any" if parameter.default is None else str(parameter.default)
