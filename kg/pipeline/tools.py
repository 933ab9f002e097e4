"""Tools: what a run works with, each part loaded when it is first used, so that a run that finds nothing new never
waits for spaCy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.extract.extractor import DEFAULT, Extractor, Reporting

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer
    from kg.ontology import Ontology


class Tools:
    """Gazetteer, ontology and extractor."""

    def __init__(
        self,
        pipeline: str | None = None,
        gazetteers: Sequence[Path] = (),
        ontologies: Sequence[Path] = (),
        *,
        extractor: str = DEFAULT,
        settings: Mapping[str, str] | None = None,
        dry_run: bool = False,
        min_confidence: float = 0.0,
    ) -> None:
        """`pipeline` names an installed spaCy pipeline (None: the default); the files extend what is shipped.
        `extractor` names an installed extractor, `settings` are for it, and after `dry_run` it must cost nothing.
        Claims less sure than `min_confidence` are left out."""
        self._gazetteers, self._ontologies = gazetteers, ontologies
        self.extractor_name, self._settings = extractor, dict(settings or {})
        self.pipeline, self.dry_run, self.min_confidence = pipeline, dry_run, min_confidence

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs to load the same parts itself."""
        return {name: value for name, value in vars(self).items() if name not in ("gazetteer", "ontology", "extractor")}

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
        """Raises InputError when none of that name is installed or a setting is wrong, PipelineError when it cannot
        work (no language pipeline, say)."""
        from kg.extract.installed import make_extractor

        return make_extractor(self.extractor_name, self, self._settings)

    def report(self) -> tuple[str, ...]:
        """What the extractor has to tell when a run is over; nothing when it was not needed."""
        extractor = vars(self).get("extractor")
        return extractor.report() if isinstance(extractor, Reporting) else ()
