"""kg eval: claims against gold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import EXTRACTOR, ExtractorName, ExtractorOptions, Gazetteers, Json, Ontologies, Pipeline
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.evaluate import Scores, Tally
    from kg.pipeline import Tools


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="A folder with one JSON file of gold claims per article.")
    ],
    claims: Annotated[
        str | None,
        typer.Option("--claims", help="Claims as `kg extract` prints them; - is standard input.", metavar="FILE"),
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option("--articles", help="Extract from these instead; may be repeated.", metavar="PATH"),
    ] = None,
    relation: Annotated[
        list[str] | None, typer.Option("--relation", help="Judge only this relation; may be repeated.")
    ] = None,
    errors: Annotated[int, typer.Option("--errors", help="Show so many wrong and missed claims.", min=0)] = 0,
    pipeline: Pipeline = None,
    gazetteer: Gazetteers = None,
    ontology: Ontologies = None,
    extractor: ExtractorName = EXTRACTOR,
    extractor_option: ExtractorOptions = None,
    json: Json = False,
) -> None:
    """Score claims against gold claims.

    Precision, recall and F1, in all and by relation, with the wrong and missed claims on request.
    """
    from kg.cli.output import emit, emit_line
    from kg.cli.session import reporting, tools
    from kg.evaluate import read_claims, read_gold, report, score

    if (claims is None) == (articles is None):
        raise InputError("kg eval: give either --claims FILE or --articles PATH")
    working = tools(pipeline, gazetteer, ontology, extractor=extractor, settings=extractor_option)
    failed: list[str] = []
    lines = _extracted(articles, working, failed) if articles else _lines(claims or "")
    symmetric = {name for name, known in working.ontology.relations.items() if known.symmetric}
    judged = read_claims(lines, claims or "extraction")
    with reporting(working):
        scores = score(read_gold(gold), judged, symmetric, frozenset(relation or ()))
    if json:
        emit(_figures(scores))
    else:
        emit_line(report(scores, errors=errors))
    if failed:
        raise typer.Exit(1)


def _figures(scores: Scores) -> dict[str, object]:
    """The scores as JSON: sums and one entry per relation, each with its three figures."""

    def told(tally: Tally) -> dict[str, float]:
        counts = asdict(tally)
        return counts | {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}

    return {
        "articles": scores.articles,
        "claims": told(scores.claims),
        "pairs": told(scores.pairs),
        "neutral": scores.neutral,
        "repeated": scores.repeated,
        "relations": {name: told(tally) for name, tally in sorted(scores.relations.items())},
        "attributes": {name: {"right": right, "judged": judged} for name, (right, judged) in scores.attributes.items()},
    }


def _lines(file: str) -> Iterator[str]:
    import sys

    if file == "-":
        yield from sys.stdin
    else:
        with Path(file).open(encoding="utf-8") as opened:
            yield from opened


def _extracted(paths: list[str], working: Tools, failed: list[str]) -> Iterator[str]:
    """Claims as lines; what fails is told and noted in `failed`."""
    from kg.cli.ingest import told
    from kg.cli.output import note
    from kg.export import extraction_claims
    from kg.pipeline import Notice, extract

    for found in extract(paths, working):
        if isinstance(found, Notice):
            failed.append(found.source)
            note(f"failed: {told(found)}")
        else:
            yield from extraction_claims(*found, working.gazetteer)
