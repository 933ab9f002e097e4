"""kg resolve: why mentions are one entity, and a person's word that two are the same or differ.

What a person says is a judgement in the ledger; it goes before every rule, holds for articles still to come, is
overruled by a later judgement on the same mentions, and can be taken back.
"""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import GRAPH, STORE, Graph, Store
from kg.cli.resolve_explain import explain
from kg.cli.review import review

Reason = Annotated[str, typer.Option("--reason", help="Why, for whoever asks later.")]
Who = Annotated[str, typer.Argument(metavar="ENTITY", help="An entity: its id, the start of it, or one of its names.")]
UNREASONED = "no reason given"

app = typer.Typer(no_args_is_help=True, help="Say who is who, and ask why.", rich_markup_mode=None)
app.command()(explain)
app.command()(review)


@app.command()
def merge(
    left: Who,
    right: Annotated[str, typer.Argument(metavar="ENTITY", help="Another entity.")],
    reason: Reason = UNREASONED,
    store: Store = STORE,
    graph: Graph = GRAPH,
) -> None:
    """Say that two entities are the same."""
    from kg.cli.session import judging, whoami
    from kg.pipeline.judging import find_entity
    from kg.pipeline.judging import merge as say_same

    with judging(store, graph) as ledger:
        say_same(ledger, find_entity(ledger, left), find_entity(ledger, right), whoami(), reason)


@app.command()
def split(
    entity: Who,
    article: Annotated[str, typer.Option("--article", help="The article whose mentions are of another entity.")],
    reason: Reason = UNREASONED,
    store: Store = STORE,
    graph: Graph = GRAPH,
) -> None:
    """Say that an article means another entity."""
    from kg.cli.session import judging, whoami
    from kg.pipeline.judging import find_entity
    from kg.pipeline.judging import split as say_different

    with judging(store, graph) as ledger:
        found = find_entity(ledger, entity)
        say_different(ledger, found, ledger.full_id("article", article), whoami(), reason)


@app.command()
def undo(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="JUDGEMENT | ENTITY ENTITY", help="By its id, or all between two entities."),
    ] = None,
    reason: Reason = UNREASONED,
    store: Store = STORE,
    graph: Graph = GRAPH,
) -> None:
    """Take back what a person said: by default, what you said last.

    `kg resolve explain` shows the ids of judgements. What one command said is taken back as a whole; what it had
    overruled holds again. The ledger keeps both.
    """
    from kg.cli.output import note
    from kg.cli.session import judging, whoami
    from kg.errors import InputError
    from kg.pipeline.judging import find_entity, last_said, said_between, said_with, take_back

    with judging(store, graph) as ledger:
        match what or []:
            case []:
                said = last_said(ledger, whoami())
            case [judgement]:
                said = said_with(ledger, judgement)
            case [left, right]:
                said = said_between(ledger, find_entity(ledger, left), find_entity(ledger, right))
            case _:
                raise InputError(f"{' '.join(what or [])}: give nothing, the id of a judgement, or two entities")
        take_back(ledger, said, whoami(), reason)
        told = dict.fromkeys(f"{one.verdict} by {one.by}: {one.reason}" for one in said)
        note(f"taken back: {'; '.join(told)}")
