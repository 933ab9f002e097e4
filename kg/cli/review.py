"""kg resolve review: pairs of entities that may be one; a person says."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import GRAPH, STORE, Graph, Json, Store

if TYPE_CHECKING:
    from kg.ledger import Ledger
    from kg.pipeline.review import Pair, Side

ANSWERS = {"s": "same", "same": "same", "d": "different", "different": "different", "q": "quit", "quit": "quit"}
ANSWERS |= {"": "skip", "skip": "skip"}
QUESTION = "[s]ame, [d]ifferent, Enter to skip, [q]uit"


def review(
    limit: Annotated[int, typer.Option("--limit", min=1, help="So many pairs at most.", metavar="N")] = 20,
    only_list: Annotated[bool, typer.Option("--list", help="Only list the pairs, ask nothing.")] = False,
    store: Store = STORE,
    graph: Graph = GRAPH,
    json: Json = False,
) -> None:
    """Judge pairs of entities that may be one.

    The likeliest come first. In a terminal each is asked, and answers count at once as those of merge and split do, to
    be taken back by undo. No such pair is ever joined by itself.
    """
    from kg.cli.output import emit
    from kg.cli.render import paragraph
    from kg.cli.session import judging, tools
    from kg.ledger import Ledger
    from kg.pipeline.review import review as find_pairs

    with Ledger.open(store, create=False) as ledger:
        pairs, number = find_pairs(ledger, tools().gazetteer, limit)
    if json:
        emit([asdict(pair) for pair in pairs])
    elif not pairs:
        paragraph("nothing to review")
    elif only_list or not _is_terminal():
        for at, pair in enumerate(pairs, start=1):
            _show(pair, f"{at}/{number}")
    else:
        with judging(store, graph) as ledger:
            _ask(ledger, pairs, number)


def _ask(ledger: Ledger, pairs: Sequence[Pair], number: int) -> None:
    """Ask for each pair that the answers before have not decided; what is answered is kept, however it ends."""
    from kg.cli.session import whoami
    from kg.pipeline.judging import differ, merge
    from kg.pipeline.review import Answers

    given = Answers()
    for at, pair in enumerate(pairs, start=1):
        ends = pair.left.id, pair.right.id
        if given.imply(*ends):
            continue
        _show(pair, f"{at}/{number}")
        answer = _answer()
        if answer == "quit":
            return
        if answer == "skip":
            continue
        say, follow = (merge, given.same) if answer == "same" else (differ, given.different)
        say(ledger, ledger.entity(pair.left.id), ledger.entity(pair.right.id), whoami(), f"reviewed: {pair.reason}")
        follow(*ends)


def _answer() -> str:
    """What a person answers; the end of input, and interruption, are quitting."""
    while True:
        try:
            given = typer.prompt(QUESTION, default="", show_default=False, err=True)
        except typer.Abort:
            return "quit"
        if answer := ANSWERS.get(given.strip().lower()):
            return answer


def _show(pair: Pair, place: str) -> None:
    from kg.cli.render import paragraph

    paragraph(f"{place}  {pair.reason}", style="bold")
    for side in (pair.left, pair.right):
        _show_side(side)
    paragraph("")


def _show_side(side: Side) -> None:
    from kg.cli.render import paragraph, short

    also = f", also called {', '.join(side.aliases)}" if side.aliases else ""
    number = f"{side.articles} article{'s' if side.articles > 1 else ''}"
    paragraph(f"{side.name} ({side.type}, {short(side.id)}), {number}{also}", indent=2)
    paragraph(f"“{side.sentence}”", indent=4)
    origin = ", ".join(filter(None, (side.publisher, side.published, side.title)))
    paragraph(f"— {origin} ({short(side.article_id)})", indent=4, style="dim")


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
