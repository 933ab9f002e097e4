"""The whole flow on one screen: sources → read → skip what is known → extract → ledger → resolve → project.

Heavy rooms are imported where they are used, so that a front end starts quickly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg.errors import GraphError, PipelineError
from kg.model import Article, Extraction
from kg.pipeline.report import Event, IngestReport, Notice, Progress, Step
from kg.pipeline.run import BATCH, Run
from kg.pipeline.steps import extract_each, read_source, tell
from kg.pipeline.tools import Tools
from kg.pipeline.workers import extracting

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer
    from kg.graph.projection import ProjectionReport
    from kg.graph.writer import Progress as ProjectionProgress
    from kg.ledger import Ledger
    from kg.ontology import Ontology
    from kg.read import ReadOptions

EMBEDDED = ("embedded",)


def ingest(
    patterns: Sequence[str],
    ledger: Ledger,
    tools: Tools,
    options: ReadOptions | None = None,
    *,
    stores: Sequence[str] = EMBEDDED,
    dry_run: bool = False,
    workers: int = 1,
    progress: Progress = lambda event: None,
) -> IngestReport:
    """Bring the articles in files, folders and globs into the ledger, and the ledger into the graph engines `stores`.

    An article is in the ledger whole or not at all, so running again finishes a run that was killed. What fails is
    reported, never marked done, and stops nothing else. A dry run writes nothing. Several `workers` extract in
    processes of their own; what comes out is the same.

    Raises InputError when a pattern finds nothing, PipelineError when extraction cannot go on: the language pipeline is
    missing, a service is gone. What was finished before that is in ledger and graph.
    """
    from kg.read import find_sources

    with extracting(tools, workers) as extraction:
        run = Run(ledger, extraction, dry_run, progress)
        try:
            run.take(find_sources(patterns), options)
        except PipelineError:
            if not dry_run and run.report().new:
                _derive(ledger, tools, run, stores, progress)
            raise
    if not dry_run:
        _derive(ledger, tools, run, stores, progress)
    return run.report()


def _derive(ledger: Ledger, tools: Tools, run: Run, stores: Sequence[str], progress: Progress) -> None:
    """Resolve and project what a run brought."""
    progress(Event(Step.RESOLVE, ledger.name))
    resolve(ledger, tools.gazetteer)
    for uri in stores:

        def show(kind: str, done: int, total: int, uri: str = uri) -> None:
            progress(Event(Step.PROJECT, f"{uri} {kind}", done=done, total=total))

        progress(Event(Step.PROJECT, uri))
        try:
            project(ledger, uri, tools.ontology, progress=show)
        except GraphError as error:  # the ledger has it all; `kg project` brings the engine up to date later
            run.fail(Notice(uri, str(error)))


def resolve(ledger: Ledger, gazetteer: Gazetteer) -> bool:
    """Derive anew what is derived: entities, and which articles are copies. Returns whether anything changed."""
    from kg.resolve import resolve as resolve_mentions
    from kg.resolve.copies import find_copies

    entities = ledger.replace_entities(resolve_mentions(ledger.mentions(), gazetteer, ledger.judgements()))
    copies = ledger.replace_copies(find_copies(ledger.signatures()))
    return entities or copies


def project(
    ledger: Ledger,
    uri: str,
    ontology: Ontology,
    *,
    database: str | None = None,
    wipe: bool = False,
    progress: ProjectionProgress | None = None,
) -> ProjectionReport:
    """Bring the graph engine at `uri` ("embedded", "neo4j", "bolt://…"), `database` of a server's, to the state of the
    ledger; with `wipe`, delete first what kg wrote there.

    Raises GraphError when the engine cannot be reached or refuses.
    """
    from kg.graph.engines import open_store
    from kg.graph.projection import project as write

    with open_store(uri, ledger_path=ledger.name, database=database) as store:
        if wipe:
            store.wipe()
        return write(ledger, store, ontology.relations, progress)


def forget(ledger: Ledger, article_id: str, tools: Tools, *, stores: Sequence[str] = EMBEDDED) -> None:
    """Remove an article and what only it supported, from the ledger and from the graph engines.

    Raises NotFoundError; GraphError when the ledger has forgotten but an engine could not be brought up to date.
    """
    ledger.forget(article_id)
    resolve(ledger, tools.gazetteer)
    for uri in stores:
        project(ledger, uri, tools.ontology)


def extract(
    patterns: Sequence[str],
    tools: Tools,
    options: ReadOptions | None = None,
    progress: Progress = lambda event: None,
) -> Iterator[tuple[Article, Extraction] | Notice]:
    """Articles with what is found in them, without any ledger; a Notice for what fails. `progress` is told what readers
    are unsure of and leave out.

    Raises InputError when a pattern finds nothing, PipelineError when the language pipeline is missing.
    """
    from kg.read import find_sources

    items = chain.from_iterable(read_source(source, options) for source in find_sources(patterns))
    while batch := list(islice(items, BATCH)):
        yield from (item for item in batch if isinstance(item, Notice))
        readings = [item for item in batch if not isinstance(item, Notice)]
        for reading in readings:
            tell(reading, progress)
        articles = [reading.article for reading in readings]
        for article, found in extract_each(articles, tools):
            yield found if isinstance(found, Notice) else (article, found)
