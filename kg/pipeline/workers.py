"""Extraction in several processes, each with a language pipeline of its own. Results come back in the order in which
the articles were given, so that whoever writes them writes the same as with one process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread

from kg.errors import InputError, PipelineError
from kg.extract.extractor import DEFAULT
from kg.model import Article, Extraction
from kg.pipeline.report import Notice
from kg.pipeline.steps import extract_each
from kg.pipeline.tools import Tools

Extracted = tuple[Article, Extraction | Notice]
Extract = Callable[[Sequence[Article]], Iterator[Extracted]]
"""Begins to extract articles, and gives an iterator over what was found, in their order."""


@dataclass(frozen=True, slots=True)
class Extracting:
    """`start` begins a batch; as many as `ahead` may be under way while others are read."""

    start: Extract
    ahead: int


@contextmanager
def extracting(tools: Tools, workers: int) -> Iterator[Extracting]:
    """Extraction in this process, when it is then asked for what was found, or in so many other processes at once.

    Raises InputError for several processes and an extractor other than the rules: what it has to report, such as what a
    service cost, would be lost with them.
    """
    if workers == 1:
        yield Extracting(partial(extract_each, tools=tools), 0)
        return
    if tools.extractor_name != DEFAULT:
        raise InputError(
            f"--workers {workers}: only for --extractor {DEFAULT}, not {tools.extractor_name}; leave it out"
        )
    # A fork would copy the threads' locks of whatever runs here; a new interpreter starts with nothing.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (tools,))

    def start(articles: Sequence[Article]) -> Iterator[Extracted]:
        return _results(pool.submit(_extract, articles)) if articles else iter(())

    try:
        yield Extracting(start, 2 * workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _results(future: Future[tuple[list[Extracted], PipelineError | None]]) -> Iterator[Extracted]:
    try:
        found, error = future.result()
    except BrokenProcessPool:
        raise PipelineError("a worker process ended; memory may have run out: give fewer --workers") from None
    yield from found
    if error is not None:
        raise error


_tools: Tools
"""Of a worker process: what it extracts with."""


def _begin(tools: Tools) -> None:
    """Prepare a worker: an interruption is for the parent to deal with, and without the parent there is no work."""
    global _tools
    _tools = tools
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _extract(articles: Sequence[Article]) -> tuple[list[Extracted], PipelineError | None]:
    """What was found, and what ended it before all was done."""
    found: list[Extracted] = []
    try:
        found.extend(extract_each(articles, _tools))
    except PipelineError as error:
        return found, error
    return found, None
