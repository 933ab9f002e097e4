"""What an extractor is, so that others than the built-in one can take its place.

An extractor is offered by a package through an entry point in the group `kg.extractors`: a function that takes what a
run knows and the user's settings, and returns the extractor (`Factory`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from kg.model import Article, Extraction

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer
    from kg.ontology import Ontology

GROUP = "kg.extractors"
"""Entry-point group of extractors."""

DEFAULT = "rules"
"""Name of the built-in extractor."""


class Extractor(Protocol):
    """Whatever finds mentions and claims in articles."""

    @property
    def name(self) -> str:
        """The name it is chosen by: that of its entry point."""

    @property
    def pipeline(self) -> str:
        """Its name with all versions that its claims depend on ("en_core_web_sm 3.8.0 rules-1"). It is recorded with
        every article (`Extraction.pipeline`) and every claim (`Evidence.extractor`)."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction per article, in order, each given as soon as it is known.

        Raises ExtractionError when it fails on the article whose turn it is, and PipelineError when no other article
        can go on either. Whatever it gives is checked (`kg.extract.verify`).
        """


@runtime_checkable
class Reporting(Protocol):
    """An extractor that has something to tell when a run is over, such as what it cost."""

    def report(self) -> tuple[str, ...]:
        """Lines for the user."""


class Knowledge(Protocol):
    """What a run knows; each part is loaded when it is first asked for."""

    @property
    def ontology(self) -> Ontology:
        """The relations and frames, with those of the user."""

    @property
    def gazetteer(self) -> Gazetteer:
        """What is known of the world, with what the user added."""

    @property
    def pipeline(self) -> str | None:
        """The spaCy pipeline that the user asked for."""

    @property
    def dry_run(self) -> bool:
        """True: an extractor that costs money or asks others must not; it gives extractions without claims and reports
        what it would have cost. One that costs nothing works as always."""


Factory = Callable[[Knowledge, Mapping[str, str]], Extractor]
"""Settings are KEY=VALUE pairs of the user; raises InputError for one that it does not know or cannot use."""
