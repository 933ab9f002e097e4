"""Opens what a command works on: the ledger, the graph, and the files that extend what kg knows."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.options import EXTRACTOR, pairs

if TYPE_CHECKING:
    from kg.graph.base import GraphStore
    from kg.ledger import Ledger
    from kg.pipeline import Tools

_ID = re.compile(r"\b(?:[0-9a-f]{24}|kb:[\w:-]+)\b")
"""An entity's id, whole."""


def tools(
    pipeline: str | None = None,
    gazetteers: Sequence[str] | None = None,
    ontologies: Sequence[str] | None = None,
    *,
    extractor: str = EXTRACTOR,
    settings: Sequence[str] | None = None,
    dry_run: bool = False,
    min_confidence: float = 0.0,
) -> Tools:
    """What a run works with. Files that are not given as options come from KG_GAZETTEER and KG_ONTOLOGY, so that a
    question knows the same relations and names as the ingestion before it."""
    from kg.pipeline import Tools

    return Tools(
        pipeline,
        _paths(gazetteers, "KG_GAZETTEER"),
        _paths(ontologies, "KG_ONTOLOGY"),
        extractor=extractor,
        settings=pairs(settings, "--extractor-option"),
        dry_run=dry_run,
        min_confidence=min_confidence,
    )


@contextmanager
def reporting(working: Tools) -> Iterator[Tools]:
    """Tells at the end what the extractor has to report, also when the run fails: what was spent is spent."""
    from kg.cli.output import note

    try:
        yield working
    finally:
        for line in working.report():
            note(line)


@contextmanager
def open_graph(store: str, uri: str, working: Tools) -> Iterator[GraphStore]:
    """The graph engine at `uri`, the embedded one brought up to date with the ledger first.

    A server is read as it is: what it shows changes by `kg ingest --graph` and `kg project` alone.
    """
    from kg.graph.engines import open_store
    from kg.graph.projection import project
    from kg.ledger import Ledger

    if not uri.startswith("embedded"):
        with open_store(uri) as graph:
            yield graph
        return
    with Ledger.open(store, create=False) as ledger, open_store(uri, ledger_path=ledger.name) as graph:
        project(ledger, graph, working.ontology.relations)
        yield graph


@contextmanager
def judging(store: str, graph: str) -> Iterator[Ledger]:
    """The ledger, to say something of its entities; afterwards they are derived anew and the graph follows."""
    from kg.cli.output import emit_line
    from kg.ledger import Ledger
    from kg.pipeline import project, resolve

    working = tools()
    with Ledger.open(store, create=False) as ledger:
        before, said = ledger.counts()["entities"], ledger.sequence()
        yield ledger
        if ledger.sequence() == said:
            emit_line("nothing said, nothing changed")
            return
        resolve(ledger, working.gazetteer)
        project(ledger, graph, working.ontology)
        emit_line(f"noted; {before} entities before, {ledger.counts()['entities']} now")


def whoami() -> str:
    """Who a judgement is said to be by."""
    import getpass

    return f"user:{getpass.getuser()}"


def with_current_ids(text: str, store: str) -> str:
    """`text` with every id that an entity of the ledger once had replaced by the one that it leads to now."""
    from kg.ledger import Ledger

    if not _ID.search(text) or not Path(store.removeprefix("sqlite:///")).exists():
        return text
    with Ledger.open(store, create=False) as ledger:
        former = ledger.redirects()
    return _ID.sub(lambda match: former.get(match.group(), match.group()), text)


@contextmanager
def dry_ledger(store: str) -> Iterator[str]:
    """The ledger that a dry run compares with: that at `store`, or an empty one that is gone afterwards."""
    if Path(store.removeprefix("sqlite:///")).exists():
        yield store
        return
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        yield str(Path(folder) / "kg.sqlite")


def _paths(given: Sequence[str] | None, variable: str) -> list[Path]:
    """Options, or else the files in an environment variable, separated as in PATH."""
    found = given or [part for part in os.environ.get(variable, "").split(os.pathsep) if part]
    return [Path(file) for file in found]
