"""kg demo: ingests the example articles and asks them questions."""

from __future__ import annotations

import tempfile
from contextlib import AbstractContextManager, nullcontext
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

import kg
from kg.errors import InputError

QUESTIONS = (
    "Who met Ingrid Halvorsen?",
    "Who supplies gas to Baltic Power?",
    "How long is the contract between Northgate Energy and Baltic Power?",
    "Did Halvorsen meet Erik Lindqvist?",
    "Who will visit Tallinn?",
    "How are Maria Kask and Kristjan Tamm connected?",
)

_SENTENCES = 3
"""Shown for each answer, so that the demo stays on a few screens."""


def demo(
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep ledger and graph in this folder.", metavar="DIR")
    ] = None,
) -> None:
    """Build a graph from examples and ask it.

    Ingests the example articles into a temporary folder, without any server, and asks six questions.
    """
    from kg.cli.output import out, progress
    from kg.cli.render import show_answer
    from kg.cli.session import open_graph, tools
    from kg.ledger import Ledger
    from kg.pipeline import Event, Step, ingest
    from kg.query import ask

    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    folder: AbstractContextManager[str] = (
        nullcontext(str(keep)) if keep else tempfile.TemporaryDirectory(prefix="kg-demo-")
    )
    working, console = tools(), out()
    with folder as place:
        store = str(Path(place) / "kg.sqlite")
        with progress("Reading the example articles") as move, Ledger.open(store) as ledger:

            def follow(event: Event) -> None:
                if event.step is Step.SOURCE:
                    move(event.done, event.total, Path(event.name).name)

            report = ingest([str(examples())], ledger, working, progress=follow)
            counts = ledger.counts()
        console.print(
            f"{counts['articles']} example articles ({counts['copies']} a reprint of another): "
            f"{counts['claims']} claims between {counts['entities']} entities."
        )
        with open_graph(store, "embedded", working) as engine:
            for question in QUESTIONS:
                console.print()
                console.rule(style="dim")
                console.print(f'$ kg ask "{question}"\n', style="green")
                show_answer(ask(question, engine, working.ontology, working.gazetteer), sentences=_SENTENCES)
    console.print()
    console.rule(style="dim")
    _next(keep)
    if report.failed:
        raise typer.Exit(1)


def examples() -> Path:
    """The example articles: inside the package in a wheel, beside it in a checkout. InputError when they are gone."""
    shipped = Path(str(files("kg"))) / "examples"
    folder = (shipped if shipped.is_dir() else Path(kg.__file__).parent.parent / "examples") / "articles"
    if not folder.is_dir():
        raise InputError(f"{folder}: the example articles are not there; reinstall kg")
    return folder


def _next(keep: Path | None) -> None:
    from kg.cli.output import clean, out

    console = out()
    console.print("Next:", style="bold")
    if keep:
        console.print(f"  export KG_STORE={clean(str(keep / 'kg.sqlite'))}", soft_wrap=True)
    else:
        console.print("  kg demo --keep demo && export KG_STORE=demo/kg.sqlite")
    for command, why in (
        ("kg conflicts", "where the sources contradict each other"),
        ('kg timeline "Northgate Energy"', "what happened, in order"),
        ('kg explain "Northgate Energy" SUPPLIES "Baltic Power"', "where an edge comes from"),
        ("kg ingest PATH", "your own articles, into kg.sqlite"),
    ):
        console.print(f"  {command:<55} {why}", soft_wrap=True)
