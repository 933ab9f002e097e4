"""kg path, timeline, conflicts, explain: what the graph says about entities, and where one claim comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import GRAPH, STORE, Graph, Json, ShowCypher, Store
from kg.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from kg.graph.base import GraphStore
    from kg.model import Answer
    from kg.pipeline import Tools
    from kg.query.evidence import Fact
    from kg.query.names import Names

Ask = Callable[["GraphStore", "Names"], "Answer"]


def path(
    left: Annotated[str, typer.Argument(metavar="A", help="An entity, by its id or any of its names.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another entity.")],
    store: Store = STORE,
    graph: Graph = GRAPH,
    show_cypher: ShowCypher = False,
    json: Json = False,
) -> None:
    """Show how A and B are connected.

    The shortest ways over typed edges, with a sentence for each step.
    """
    from kg.cli.session import with_current_ids
    from kg.query.asking import find_entity
    from kg.query.paths import connect

    given = with_current_ids(left, store), with_current_ids(right, store)

    def answer(engine: GraphStore, names: Names) -> Answer:
        ends = find_entity(given[0], names), find_entity(given[1], names)
        return connect(f"{left} – {right}", *ends, engine, names)

    _show(answer, store, graph, statement=show_cypher, json=json)


def timeline(
    name: Annotated[str, typer.Argument(metavar="X", help="An entity, by its id or any of its names.")],
    store: Store = STORE,
    graph: Graph = GRAPH,
    show_cypher: ShowCypher = False,
    json: Json = False,
) -> None:
    """Show what happened to X, oldest first."""
    from kg.cli.session import with_current_ids
    from kg.query.asking import find_entity
    from kg.query.timeline import timeline as read_timeline

    given = with_current_ids(name, store)

    def answer(engine: GraphStore, names: Names) -> Answer:
        return read_timeline(name, find_entity(given, names), engine)

    _show(answer, store, graph, statement=show_cypher, json=json)


def conflicts(store: Store = STORE, graph: Graph = GRAPH, show_cypher: ShowCypher = False, json: Json = False) -> None:
    """Show where sources contradict each other."""
    from kg.query.conflicts import conflicts as find_conflicts

    _show(lambda engine, names: find_conflicts("conflicts", engine), store, graph, statement=show_cypher, json=json)


def explain(
    what: Annotated[
        list[str], typer.Argument(metavar="CLAIM|EDGE", help="The start of an id, or three words: A RELATION B.")
    ],
    store: Store = STORE,
    graph: Graph = GRAPH,
    json: Json = False,
) -> None:
    """Show where a claim or an edge comes from.

    Sentence, article, offsets, rule and confidence; for an edge those of every claim behind it, denials included.
    """
    from kg.cli.output import emit
    from kg.cli.session import open_graph, tools, with_current_ids

    working = tools()
    words = [with_current_ids(word, store) for word in what]
    with open_graph(store, graph, working) as engine:
        facts = _explained(words, engine, working)
    if json:
        emit([asdict(fact) for fact in facts])
        return
    for fact in facts:
        _show_fact(fact)


def _explained(what: list[str], engine: GraphStore, working: Tools) -> tuple[Fact, ...]:
    from kg.query.asking import find_entity, read_names
    from kg.query.evidence import fetch_facts
    from kg.query.search import claims_between, claims_by_id

    if len(what) == 1:
        ids = claims_by_id(what[0], engine)
        if not ids:
            raise NotFoundError(f"{what[0]}: no claim or edge has an id that starts so; `kg ask --json` shows ids")
    elif len(what) == 3:
        names = read_names(engine, working.gazetteer)
        subject, object = find_entity(what[0], names), find_entity(what[2], names)
        ids = claims_between(subject, what[1].upper(), object, engine, working.ontology)
        if not ids:
            raise NotFoundError(f"{' '.join(what)}: no article here says so")
    else:
        raise InputError(f"{' '.join(what)}: give the start of an id, or three words: A RELATION B (quote names)")
    return fetch_facts(engine, ids)


def _show(ask: Ask, store: str, graph: str, *, statement: bool, json: bool) -> None:
    from kg.cli.output import emit
    from kg.cli.render import show_answer
    from kg.cli.session import open_graph, tools
    from kg.query.asking import read_names

    working = tools()
    with open_graph(store, graph, working) as engine:
        answer = ask(engine, read_names(engine, working.gazetteer))
    if json:
        emit(asdict(answer))
    else:
        show_answer(answer, statement=statement)


def _show_fact(fact: Fact) -> None:
    from kg.cli.render import paragraph
    from kg.query.wording import say

    paragraph(say(fact), style="bold")
    paragraph(f"“{fact.sentence}”", indent=2)
    copy = f", copy of {fact.copy_of}" if fact.copy_of else ""
    told: dict[str, object] = {
        "article": f"{fact.article_id} {fact.publisher or 'unknown publisher'}, {fact.published or 'undated'}{copy}",
        "record": fact.source_id,
        "title": fact.title,
        "sentence": f"characters {fact.sentence_start} to {fact.sentence_end} of the article's text",
        "trigger": fact.trigger,
        "claim": f"{fact.id}, edge {fact.edge}",
        "reading": ", ".join(filter(None, (fact.polarity, fact.modality, fact.status))),
        "according to": ", ".join(fact.attributed_to),
        "date": " ".join(filter(None, (fact.date_start, fact.date_end, fact.date_text))),
        "rule": f"{fact.rule} ({fact.extractor})",
        "confidence": f"{fact.confidence:g}",
    }
    for key, value in told.items():
        if value:
            paragraph(f"{key:<13}{value}", indent=2, style="dim")
    paragraph("")
