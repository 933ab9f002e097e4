"""kg ingest, extract: articles into the ledger and the graph, or only their claims as JSON Lines."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import (
    EXTRACTOR,
    GRAPH,
    STORE,
    ExtractorName,
    ExtractorOptions,
    Fields,
    Gazetteers,
    Graph,
    Json,
    MinConfidence,
    Ontologies,
    Pipeline,
    Published,
    Publisher,
    StdinFormat,
    Store,
    Url,
    Verbose,
    read_options,
)

if TYPE_CHECKING:
    from kg.pipeline import Notice

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH|GLOB|-", help="Files, folders, globs, or - for standard input.")
]


class ExtractFormat(StrEnum):
    """Formats of `kg extract`."""

    JSONL = "jsonl"


def ingest(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    fields: Fields = None,
    stdin_format: StdinFormat = "txt",
    pipeline: Pipeline = None,
    gazetteer: Gazetteers = None,
    ontology: Ontologies = None,
    extractor: ExtractorName = EXTRACTOR,
    extractor_option: ExtractorOptions = None,
    min_confidence: MinConfidence = 0.0,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and extract, but write nothing; ask no service, only estimate.")
    ] = False,
    verbose: Verbose = False,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Extract in so many processes.", metavar="N")] = 1,
    store: Store = STORE,
    graph: Graph = GRAPH,
    json: Json = False,
) -> None:
    """Bring articles into ledger and graph.

    Reads text, web pages, PDF, office documents, mail, feeds, archives and records, finds the claims, resolves who is
    who, and brings the graph up to date. An article that is there already is passed over; one that fails is reported
    and stops nothing else.
    """
    from kg.cli.output import emit, emit_line, note, progress
    from kg.cli.session import dry_ledger, reporting, tools
    from kg.ledger import Ledger
    from kg.pipeline import Event, Step
    from kg.pipeline import ingest as run

    options = read_options(published, publisher, url, fields, stdin_format)
    working = tools(
        pipeline,
        gazetteer,
        ontology,
        extractor=extractor,
        settings=extractor_option,
        dry_run=dry_run,
        min_confidence=min_confidence,
    )
    with (
        reporting(working),
        progress("Reading") as move,
        dry_ledger(store) if dry_run else nullcontext(store) as location,
        Ledger.open(location) as ledger,
    ):

        def follow(event: Event) -> None:
            if event.step is Step.SOURCE:
                move(event.done, event.total, event.name)
            elif event.step in (Step.RESOLVE, Step.PROJECT):
                move(event.done or None, event.total or None, f"{event.step} {event.name}")
            elif event.step is Step.LEFT_OUT and verbose:
                note(f"left out: {event.name}: {event.detail}")

        report = run(
            paths, ledger, working, options, stores=(graph,), dry_run=dry_run, workers=workers, progress=follow
        )
    for warning in report.warnings:
        note(f"warning: {told(warning)}")
    if report.words_left_out and not verbose:
        note(f"{report.words_left_out} words left out (menus, captions, bylines …); --verbose shows them")
    for failure in report.failed:
        note(f"failed: {told(failure)}")
    if json:
        emit(asdict(report))
    else:
        copies = f" ({report.copies} {'copy' if report.copies == 1 else 'copies'})" if report.copies else ""
        verb = "would be new" if dry_run else "new"
        failed = sum(failure.records for failure in report.failed)
        emit_line(
            f"{report.read} articles read: {report.new} {verb}{copies}, {report.known} known, "
            f"{failed} failed; {report.claims} claims{' (dry run, nothing written)' if dry_run else ''}"
        )
    if report.failed:
        raise typer.Exit(1)


def told(notice: Notice) -> str:
    """A notice as one line, which names its source once."""
    file = re.sub(r":\d+\Z", "", notice.source)  # a notice about many records of a file comes with the last of them
    named = notice.message.startswith((notice.source, f"{file}:"))
    return notice.message if named else f"{notice.source}: {notice.message}"


def extract(
    paths: Paths,
    format: Annotated[ExtractFormat, typer.Option("--format", help="One claim a line as JSON.")] = ExtractFormat.JSONL,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    fields: Fields = None,
    stdin_format: StdinFormat = "txt",
    pipeline: Pipeline = None,
    gazetteer: Gazetteers = None,
    ontology: Ontologies = None,
    extractor: ExtractorName = EXTRACTOR,
    extractor_option: ExtractorOptions = None,
    min_confidence: MinConfidence = 0.0,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Ask no service; only estimate what it would cost.")
    ] = False,
    verbose: Verbose = False,
) -> None:
    """Print the claims of articles, without a ledger."""
    import sys

    from kg.cli.output import note
    from kg.cli.session import reporting, tools
    from kg.export import extraction_claims
    from kg.pipeline import Event, Notice, Step
    from kg.pipeline import extract as run

    working = tools(
        pipeline,
        gazetteer,
        ontology,
        extractor=extractor,
        settings=extractor_option,
        dry_run=dry_run,
        min_confidence=min_confidence,
    )
    options = read_options(published, publisher, url, fields, stdin_format)
    failed = False

    def follow(event: Event) -> None:
        if event.step is Step.WARNING:
            note(f"warning: {told(Notice(event.name, event.detail))}")
        elif event.step is Step.LEFT_OUT and verbose:
            note(f"left out: {event.name}: {event.detail}")

    with reporting(working):
        for found in run(paths, working, options, follow):
            if isinstance(found, Notice):
                failed = True
                note(f"failed: {told(found)}")
            else:
                sys.stdout.writelines(extraction_claims(*found, working.gazetteer))
    if failed:
        raise typer.Exit(1)
