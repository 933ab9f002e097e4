"""Run: one ingestion on its way, with what waits for extraction and what became of the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kg.errors import LedgerError
from kg.model import Article, Extraction
from kg.pipeline.report import Event, IngestReport, Notice, Progress, Step
from kg.pipeline.steps import name_of, read_source, tell
from kg.pipeline.workers import Extracted, Extracting

if TYPE_CHECKING:
    from kg.ledger import Ledger
    from kg.read import Reading, ReadOptions

BATCH = 16
"""Articles that go through the language pipeline together."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """Articles under way, by id, with what will be found in them, and the sources that are read when they are done."""

    ids: frozenset[str]
    results: Iterator[Extracted]
    sources: list[str]


class Run:
    """Reads sources, skips what is known, extracts in batches, writes one transaction an article, in order."""

    def __init__(self, ledger: Ledger, extracting: Extracting, dry_run: bool, progress: Progress) -> None:
        self._ledger, self._extracting, self._dry_run, self._progress = ledger, extracting, dry_run, progress
        self._begun: deque[_Batch] = deque()
        self._waiting: dict[str, Article] = {}
        self._unfinished: list[str] = []  # sources read, whose articles may still wait
        self._new: dict[str, tuple[str | None, bytes]] = {}  # id -> publication date and signature
        self._failed: list[Notice] = []
        self._warnings: list[Notice] = []
        self._sources = self._done = self._read = self._known = self._claims = self._left_out = 0

    def take(self, sources: Sequence[str], options: ReadOptions | None) -> None:
        """Read all sources and store what is new."""
        self._sources = len(sources)
        for source in sources:
            for item in read_source(source, options):
                if isinstance(item, Notice):
                    self.fail(item)
                else:
                    self._sort(item)
            self._unfinished.append(source)
            if not self._waiting:
                self._store()
        self._store()
        self._finish()

    def fail(self, notice: Notice) -> None:
        """Take note of a failure; the run goes on."""
        self._failed.append(notice)
        self._progress(Event(Step.FAILED, notice.source, notice.message))

    def report(self) -> IngestReport:
        """The counts so far."""
        return IngestReport(
            sources=self._sources,
            read=self._read,
            new=len(self._new),
            known=self._known,
            copies=len(self._copies() & self._new.keys()),
            claims=self._claims,
            failed=tuple(self._failed),
            warnings=tuple(self._warnings),
            words_left_out=self._left_out,
        )

    def _sort(self, reading: Reading) -> None:
        """A known article is done with; a new one waits for extraction."""
        article = reading.article
        self._read += 1
        for message in reading.warnings:
            self._warnings.append(Notice(name_of(article), message))
        self._left_out += sum(len(line.split()) for line in reading.dropped)
        tell(reading, self._progress)
        if article.id in self._waiting or len(self._waiting) == BATCH:
            self._store()
        if any(article.id in batch.ids for batch in self._begun):
            self._finish()
        if article.id in self._new or self._ledger.has(article.id):
            self._know(article)
        else:
            self._waiting[article.id] = article

    def _know(self, article: Article) -> None:
        self._known += 1
        if not self._dry_run:
            self._ledger.keep_source(article)
        self._progress(Event(Step.KNOWN, name_of(article), article.title))

    def _store(self) -> None:
        """Begin to extract all that waits, and write what was begun before the batches that may be under way."""
        waiting, self._waiting = list(self._waiting.values()), {}
        sources, self._unfinished = self._unfinished, []
        if not waiting and self._begun:
            self._begun[-1].sources.extend(sources)
            return
        self._begun.append(
            _Batch(frozenset(article.id for article in waiting), self._extracting.start(waiting), sources)
        )
        self._finish(self._extracting.ahead)

    def _finish(self, left: int = 0) -> None:
        """Write what was found in the batches begun, oldest first, until so many are left."""
        while len(self._begun) > left:
            for article, found in self._begun[0].results:
                if isinstance(found, Notice):
                    self.fail(found)
                else:
                    self._add(article, found)
            for source in self._begun.popleft().sources:
                self._done += 1
                self._progress(Event(Step.SOURCE, source, done=self._done, total=self._sources))

    def _add(self, article: Article, extraction: Extraction) -> None:
        from kg.resolve.copies import signature

        mark = signature(article.text)
        try:
            if not self._dry_run and not self._ledger.add(article, extraction, mark):
                self._know(article)  # another process was quicker
                return
        except LedgerError as error:
            self.fail(Notice(name_of(article), str(error)))
            return
        self._new[article.id] = (article.published, mark)
        self._claims += len(extraction.claims)
        self._progress(Event(Step.NEW, name_of(article), article.title))

    def _copies(self) -> set[str]:
        """Ids of the copies among the articles that are there, or would be after a dry run."""
        from kg.resolve.copies import find_copies

        if not self._dry_run:
            return set(self._ledger.copies())
        fresh = ((id, published, mark) for id, (published, mark) in self._new.items())
        return set(find_copies(chain(self._ledger.signatures(), fresh)))
