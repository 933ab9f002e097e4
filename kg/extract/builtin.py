"""The rule extractor as the entry point `rules` of the group `kg.extractors`."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.extractor import DEFAULT, Knowledge
from kg.extract.installed import refuse_unknown
from kg.extract.rules import RuleExtractor


class BuiltIn(RuleExtractor):
    """The rule extractor under its name."""

    name = DEFAULT


def make_rules(knowledge: Knowledge, settings: Mapping[str, str]) -> BuiltIn:
    """The built-in extractor over the language pipeline asked for; it has no settings.

    Raises InputError for a setting, PipelineError when the pipeline is not installed.
    """
    from kg.parse import load

    refuse_unknown(DEFAULT, settings)
    return BuiltIn(load(knowledge.pipeline, knowledge.gazetteer), knowledge.ontology, knowledge.gazetteer)
