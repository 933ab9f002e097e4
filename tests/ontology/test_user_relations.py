"""A user's file adds a relation and a way to say a known one, and the extractor finds both: the documented example."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from kg.extract import RuleExtractor
from kg.extract.learned import Unscored
from kg.gazetteer import Gazetteer
from kg.model import EntityType
from kg.ontology import FrameKind, Ontology

MINE = """
[RECOGNIZES]
description = "recognises a state or its government"
subject = ["Country", "Organization"]
object = ["Country"]

[[RECOGNIZES.verb]]
lemmas = ["recognise"]

[[RECOGNIZES.noun]]
lemmas = ["recognition"]
governors = ["grant", "extend"]
subject = ["possessive", "by", "governor"]
object = ["of", "to"]

# a way to say a relation that is there
[[MET.verb]]
lemmas = ["sit down"]
object = ["with"]
mutual = true
"""


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    path: Path = tmp_path_factory.mktemp("ontology") / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return Ontology.load([path])


def test_the_relation_is_declared(ontology: Ontology) -> None:
    relation = ontology.relations["RECOGNIZES"]
    assert relation.object_types == {EntityType.COUNTRY}
    assert not relation.symmetric
    assert not relation.state
    assert "RECOGNIZES" not in Ontology.load().relations


def test_the_added_frame_keeps_what_the_relation_is(ontology: Ontology) -> None:
    assert ontology.relations["MET"] == Ontology.load().relations["MET"]
    (frame,) = ontology.frames(FrameKind.VERB, "sit down")
    assert frame.relation.name == "MET"
    assert frame.mutual


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway recognised South Sudan in 2011.", ("Norway", "RECOGNIZES", "South Sudan")),
        ("South Sudan was recognized by Norway.", ("Norway", "RECOGNIZES", "South Sudan")),
        ("Norway's recognition of South Sudan surprised Chile.", ("Norway", "RECOGNIZES", "South Sudan")),
        ("Angela Merkel sat down with Tony Blair in Berlin.", ("Angela Merkel", "MET", "Tony Blair")),
    ],
)
def test_the_extractor_finds_it(
    nlp: Language,
    ontology: Ontology,
    claims_of: Callable[..., list[dict[str, Any]]],
    sentence: str,
    expected: tuple[str, str, str],
) -> None:
    mine = RuleExtractor(nlp, ontology, Gazetteer.load(), Unscored())
    found = {(c["subject"]["name"], c["relation"], c["object"]["name"]) for c in claims_of(sentence, using=mine)}
    assert expected in found
    shipped = {(c["subject"]["name"], c["relation"], c["object"]["name"]) for c in claims_of(sentence)}
    assert expected not in shipped
