"""An optional extractor that asks a language model behind an OpenAI-compatible endpoint, and believes only what it can
find in the article. Nothing here is loaded, and nothing is sent, unless a user names it: `--extractor llm`."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.extractor import Knowledge
from kg.extract.llm.extractor import LlmExtractor
from kg.extract.llm.settings import Settings

__all__ = ["LlmExtractor", "make_llm"]


def make_llm(knowledge: Knowledge, settings: Mapping[str, str]) -> LlmExtractor:
    """The extractor as the entry point `llm` of the group `kg.extractors`.

    Raises InputError for a wrong or missing setting, PipelineError when the packages of `kg[llm]` are not installed.
    """
    return LlmExtractor(Settings.read(settings, dry_run=knowledge.dry_run), knowledge.ontology, knowledge.gazetteer)
