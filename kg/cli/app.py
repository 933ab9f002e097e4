"""The list of commands. Each lives in a module of its own and imports its room when it runs, so that help is quick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Build a knowledge graph from news articles and ask it questions. Every answer shows its sentences.",
)


def command() -> Callable[..., Any]:
    """The command line as one callable."""
    return typer.main.get_command(app)
