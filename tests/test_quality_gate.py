"""Extraction must read the gold articles at least as well as it did when the floors were pinned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gold.gate import ARTICLES, corpus_hash, figures, measure, pin, read_articles, read_floors, seal

from kg.evaluate import read_gold, report
from kg.extract import RuleExtractor
from kg.model import OPEN_RELATION, EntityType, Modality, Polarity
from kg.ontology import Ontology


def test_extraction_stays_above_the_floors(extractor: RuleExtractor) -> None:
    floors, corpus, _ = read_floors()
    assert corpus == corpus_hash(), "the gold articles changed: pin the floors anew with `python tests/gold/gate.py`"
    scores = measure(extractor)
    measured = figures(scores)
    fallen = [f"{name} {measured[name]:.3f} < {floor:.3f}" for name, floor in floors.items() if measured[name] < floor]
    assert not fallen, f"{', '.join(fallen)}\n{report(scores)}"


def test_floors_were_not_edited_by_hand() -> None:
    floors, corpus, sealed = read_floors()
    assert set(floors) == {"precision", "recall", "f1"}
    assert sealed == seal(floors, corpus)


def test_a_floor_sinks_only_on_purpose(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    high, low = {"precision": 0.9, "recall": 0.7}, {"precision": 0.91, "recall": 0.6}
    pin(high, "c", path)
    before = path.read_text("utf-8")
    with pytest.raises(ValueError, match=r"recall 0\.680 → 0\.580"):
        pin(low, "c", path)
    assert path.read_text("utf-8") == before
    assert pin(low, "c", path, lower=True) == read_floors(path)[0] == {"precision": 0.89, "recall": 0.58}


def test_every_relation_is_in_the_gold_claims() -> None:
    required = {claim.relation for claims in read_gold(ARTICLES).values() for claim in claims if not claim.optional}
    assert required == set(Ontology.load().relations) - {OPEN_RELATION}


def test_gold_claims_stand_in_their_articles() -> None:
    gold = read_gold(ARTICLES)
    sentences = 0
    for article in read_articles():
        claims = gold.pop(Path(article.path or "").stem)
        for claim in claims:
            assert claim.evidence in article.text.replace("\n\n", " "), claim
            assert claim.subject.names, claim
            assert claim.object.names, claim
            assert claim.polarity in set(Polarity)
            assert claim.modality in set(Modality)
        sentences += sum(article.text.count(mark) for mark in (". ", ".\n", ".” ", ".”\n")) + 1
    assert not gold, "gold without its article"
    assert sentences >= 60


def test_gold_ends_have_types_that_their_relation_takes() -> None:
    """A careful reader's claims fit the ontology."""
    relations = Ontology.load().relations
    for path in sorted(ARTICLES.glob("*.json")):
        for claim in json.loads(path.read_text("utf-8"))["claims"]:
            relation = relations[claim["relation"]]
            assert EntityType(claim["subject"]["type"]) in relation.subject_types, claim
            assert EntityType(claim["object"]["type"]) in relation.object_types, claim
