"""The list of commands. Each imports the rooms it needs when it runs, so that help is quick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

import kg
from kg.cli.ask import ask, cypher
from kg.cli.browser_kit import browser_kit
from kg.cli.demo import demo
from kg.cli.doctor import doctor
from kg.cli.evaluate import evaluate
from kg.cli.graph import conflicts, explain, path, timeline
from kg.cli.ingest import extract, ingest
from kg.cli.ledger import export, forget, status
from kg.cli.output import emit_line
from kg.cli.project import project
from kg.cli.query import query
from kg.cli.resolve import app as resolve

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo,
    "ingest": ingest,
    "ask": ask,
    "query": query,
    "path": path,
    "timeline": timeline,
    "conflicts": conflicts,
    "explain": explain,
    "cypher": cypher,
    "status": status,
    "forget": forget,
    "project": project,
    "export": export,
    "browser-kit": browser_kit,
    "extract": extract,
    "eval": evaluate,
    "doctor": doctor,
}
"""In the order of `kg --help`."""


def _version(wanted: bool) -> None:
    if wanted:
        emit_line(f"kg {kg.__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Build a knowledge graph from news articles and ask it questions. Every answer shows its sentences."""


for name, function in COMMANDS.items():
    app.command(name)(function)
app.add_typer(resolve, name="resolve")


def command() -> Callable[..., Any]:
    """The command line as one callable."""
    return typer.main.get_command(app)
