"""Tools: what a run works with, each part loaded when it is first used, so that a run that finds nothing new never
waits for spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kg.model import Article, Extraction

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer
    from kg.ontology import Ontology


class Extractor(Protocol):
    """Whatever finds mentions and claims."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction per article, in order."""


class Tools:
    """Gazetteer, ontology and extractor."""

    def __init__(
        self, pipeline: str | None = None, gazetteers: Sequence[Path] = (), ontologies: Sequence[Path] = ()
    ) -> None:
        """`pipeline` names an installed spaCy pipeline (None: the default); the files extend what is shipped."""
        self._pipeline, self._gazetteers, self._ontologies = pipeline, gazetteers, ontologies

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Raises GazetteerError when a file breaks the format."""
        from kg.gazetteer import Gazetteer

        return Gazetteer.load(self._gazetteers)

    @cached_property
    def ontology(self) -> Ontology:
        """Raises OntologyError when a file breaks the format."""
        from kg.ontology import Ontology

        return Ontology.load(self._ontologies)

    @cached_property
    def extractor(self) -> Extractor:
        """Raises PipelineError when the language pipeline is not installed."""
        from kg.extract import RuleExtractor
        from kg.parse import load

        return RuleExtractor(load(self._pipeline, self.gazetteer), self.ontology, self.gazetteer)
