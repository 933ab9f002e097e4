"""kg resolve: why mentions are one entity, and a person's word that two are the same or differ.

What a person says is a judgement in the ledger; it goes before every rule, holds for articles still to come, and is
taken back by a later judgement on the same mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import GRAPH, STORE, Graph, Json, Store
from kg.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from kg.ledger import Ledger
    from kg.model import Entity, Mention, Verdict

Reason = Annotated[str, typer.Option("--reason", help="Why, for whoever asks later.")]
Who = Annotated[str, typer.Argument(metavar="ENTITY", help="An entity: its id, the start of it, or one of its names.")]

app = typer.Typer(no_args_is_help=True, help="Explain, merge and split entities.", rich_markup_mode=None)


@app.command()
def explain(entity: Who, store: Store = STORE, json: Json = False) -> None:
    """Show why mentions are one entity."""
    from kg.cli.output import emit
    from kg.cli.render import paragraph, short
    from kg.cli.session import tools
    from kg.ledger import Ledger
    from kg.resolve import explain as explain_solution
    from kg.resolve import solve

    with Ledger.open(store, create=False) as ledger:
        found = find(ledger, entity)
        mentions = {mention.id: mention for mention in ledger.mentions()}
        held = explain_solution(solve(mentions.values(), tools().gazetteer, ledger.judgements()), found.id)
        titles = {article.id: article.title for article in ledger.articles()}
    if json:
        emit({"entity": asdict(found), "judgements": [asdict(judgement) for judgement in held]})
        return
    paragraph(f"{found.name} ({found.type.value}, {found.id})", style="bold")
    if found.aliases:
        paragraph(f"also called {', '.join(found.aliases)}", indent=2)
    for id in dict.fromkeys(mentions[mention].article_id for mention in found.mention_ids):
        number = sum(mentions[mention].article_id == id for mention in found.mention_ids)
        paragraph(f"{number} mention{'s' if number > 1 else ''} in {titles[id]} ({short(id)})", indent=2)
    reasons = dict.fromkeys(f"{judgement.by}: {judgement.reason}" for judgement in held)
    paragraph("held together by" if reasons else "one mention alone; nothing holds it together")
    for reason in reasons:
        paragraph(reason, indent=2)


@app.command()
def merge(
    left: Who,
    right: Annotated[str, typer.Argument(metavar="ENTITY", help="Another entity.")],
    reason: Reason = "",
    store: Store = STORE,
    graph: Graph = GRAPH,
) -> None:
    """Say that two entities are the same."""
    from kg.model import Verdict

    with _judging(store, graph) as ledger:
        one, other = find(ledger, left), find(ledger, right)
        if one.id == other.id:
            raise InputError(f"{left}, {right}: one entity already ({one.id})")
        pairs = {(one.mention_ids[0], other.mention_ids[0])} | _set_apart(ledger, one, other)
        _judge(ledger, sorted(pairs), Verdict.SAME, reason)


@app.command()
def split(
    entity: Who,
    article: Annotated[str, typer.Option("--article", help="The article whose mentions are of another entity.")],
    reason: Reason = "",
    store: Store = STORE,
    graph: Graph = GRAPH,
) -> None:
    """Say that an article means another entity."""
    from kg.model import Verdict

    with _judging(store, graph) as ledger:
        found = find(ledger, entity)
        id = ledger.full_id("article", article)
        members = [mention for mention in ledger.mentions() if mention.id in set(found.mention_ids)]
        own = [mention for mention in members if mention.article_id == id]
        others = [mention for mention in members if mention.article_id != id]
        if not (own and others):
            raise InputError(f"{found.name}: needs mentions in {id} and in another article to be split")
        pairs = [(left.id, right.id) for left in _one_each(own) for right in _one_each(others)]
        _judge(ledger, pairs, Verdict.DIFFERENT, reason)


def find(ledger: Ledger, entity: str) -> Entity:
    """The entity with this id, start of an id, or name. Raises NotFoundError, or InputError when several fit."""
    from kg.gazetteer.names import normalise

    name = normalise(entity)
    entities = list(ledger.entities())
    found = [e for e in entities if e.id == entity] or [
        e for e in entities if name in {normalise(known) for known in (e.name, *e.aliases)}
    ]
    found = found or [e for e in entities if len(entity) > 3 and e.id.startswith(entity)]
    if not found:
        raise NotFoundError(f"{entity}: no such entity; `kg query entity_search --param text=…` finds names")
    if len(found) > 1:
        shown = ", ".join(f"{e.id} ({e.name}, {e.type.value})" for e in found[:5])
        raise InputError(f"{entity}: several entities fit; name one by its id: {shown}")
    return found[0]


@contextmanager
def _judging(store: str, graph: str) -> Iterator[Ledger]:
    """The ledger; afterwards entities are derived anew and the graph follows."""
    from kg.cli.output import emit_line
    from kg.cli.session import tools
    from kg.ledger import Ledger
    from kg.pipeline import project, resolve

    working = tools()
    with Ledger.open(store, create=False) as ledger:
        before = ledger.counts()["entities"]
        yield ledger
        resolve(ledger, working.gazetteer)
        project(ledger, graph, working.ontology)
        emit_line(f"noted; {before} entities before, {ledger.counts()['entities']} now")


def _set_apart(ledger: Ledger, one: Entity, other: Entity) -> set[tuple[str, str]]:
    """Pairs of the two entities' mentions that a person called different: a merge takes all of that back."""
    from kg.model import Verdict

    left, right = set(one.mention_ids), set(other.mention_ids)
    return {
        (said.left, said.right)
        for said in ledger.judgements()
        if said.verdict is Verdict.DIFFERENT
        and ((said.left in left and said.right in right) or (said.left in right and said.right in left))
    }


def _judge(ledger: Ledger, pairs: Iterable[tuple[str, str]], verdict: Verdict, reason: str) -> None:
    import getpass
    from datetime import UTC, datetime

    from kg.model import Judgement

    by, at = f"user:{getpass.getuser()}", datetime.now(UTC).isoformat(timespec="seconds")
    for left, right in pairs:
        ledger.judge(Judgement(left, right, verdict, 1.0, by, reason or "no reason given", at))


def _one_each(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention for each chain of each article: what is said of it holds for the chain."""
    return list({(mention.article_id, mention.antecedent_id or mention.id): mention for mention in mentions}.values())
