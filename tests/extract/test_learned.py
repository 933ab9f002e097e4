"""The learned scorer, with models made by hand, and the shipped model's files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.language import Language

from kg.errors import PipelineError
from kg.extract import RuleExtractor
from kg.extract.learned import LearnedScorer, Unscored
from kg.extract.pair_model import Case, PairModel, numbered
from kg.gazetteer import Gazetteer
from kg.model import OPEN_RELATION
from kg.ontology import Ontology

RELATIONS = ("CRITICIZES", "MET", "HEADS")
Claims = Callable[..., list[dict[str, Any]]]


def model(pair: dict[str, tuple[float, float, float]], cell: dict[str, float], **settings: float) -> PairModel:
    """A model with these weights by relation (pair features) and for all relations (cell features)."""
    return PairModel(
        RELATIONS,
        numbered(pair),
        numbered(cell),
        np.array(list(pair.values()), np.float32).reshape(len(pair), len(RELATIONS)),
        np.array(list(cell.values()), np.float32),
        np.array([-4, -4, -4], np.float32),
        threshold=settings.pop("threshold", 0.5),
        **settings,
    )


ENVY = {"top=envy": (7.0, 0.0, 0.0), "order=back": (-7.0, 0.0, 0.0)}


@pytest.fixture(scope="module")
def using(nlp: Language) -> Callable[[PairModel | None], RuleExtractor]:
    """An extractor with a model of ours, or with none."""
    ontology, gazetteer = Ontology.load(), Gazetteer.load()

    def using(made: PairModel | None) -> RuleExtractor:
        scorer = Unscored() if made is None else LearnedScorer(made, ontology)
        return RuleExtractor(nlp, ontology, gazetteer, scorer)

    return using


def triples(claims: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    return {(c["subject"]["name"], c["relation"], c["object"]["name"]) for c in claims}


def test_a_probable_pair_becomes_a_claim_and_takes_the_open_ones_place(
    claims_of: Claims, using: Callable[[PairModel | None], RuleExtractor]
) -> None:
    text = "France envies Japan."
    assert triples(claims_of(text, using=using(None))) == {("France", OPEN_RELATION, "Japan")}
    claims = claims_of(text, using=using(model(ENVY, {})))
    assert triples(claims) == {("France", "CRITICIZES", "Japan")}
    assert claims[0]["evidence"]["rule"] == "learned:CRITICIZES"
    assert claims[0]["confidence"] == pytest.approx(0.953, abs=0.002)


def test_attributes_are_read_as_for_rules(
    claims_of: Claims, using: Callable[[PairModel | None], RuleExtractor]
) -> None:
    text = "The BBC reported that France did not envy Japan."
    claims = claims_of(text, using=using(model(ENVY, {})))
    found = next(c for c in claims if c["relation"] == "CRITICIZES")
    assert found["polarity"] == "negated"
    assert found["attributed_to"] == ["BBC"]


def test_a_claim_of_a_rule_keeps_all_but_its_confidence(
    claims_of: Claims, using: Callable[[PairModel | None], RuleExtractor]
) -> None:
    text = "France criticised Japan."
    plain = claims_of(text, using=using(None))
    sure = claims_of(text, using=using(model({}, {"rule": 4.0})))
    unsure = claims_of(text, using=using(model({}, {"rule": 3.0})))
    assert sure[0]["confidence"] > 0.4 > unsure[0]["confidence"]
    for claims in (sure, unsure):
        assert [{**c, "confidence": 0} for c in claims] == [{**c, "confidence": 0} for c in plain]


def test_what_is_said_of_a_pronoun_is_no_surer_than_whom_it_means(
    claims_of: Claims, using: Callable[[PairModel | None], RuleExtractor]
) -> None:
    sure = using(model({}, {"rule": 9.0}))
    named, meant = (
        claims_of(f"Angela Merkel left. {who} criticised Japan.", using=sure)[0]["confidence"]
        for who in ("Angela Merkel", "She")
    )
    assert named > 0.9 > 0.8 >= meant > 0.5


def test_below_the_threshold_nothing_is_added(
    claims_of: Claims, using: Callable[[PairModel | None], RuleExtractor]
) -> None:
    claims = claims_of("France envies Japan.", using=using(model(ENVY, {}, threshold=0.99)))
    assert triples(claims) == {("France", OPEN_RELATION, "Japan")}


def test_types_rule_relations_out(claims_of: Claims, using: Callable[[PairModel | None], RuleExtractor]) -> None:
    heads = model({"top=envy": (0.0, 0.0, 30.0)}, {})  # a country heads nobody
    assert triples(claims_of("France envies Japan.", using=using(heads))) == {("France", OPEN_RELATION, "Japan")}


def test_relations_share_one_certainty() -> None:
    made = model({"a": (6.0, 6.0, 0.0)}, {"b": 2.0})
    both, one, nothing, none = made.probabilities(
        [
            Case(["a"], {}, RELATIONS),
            Case(["a", "unheard of"], {"MET": ["b", "unheard of"]}, RELATIONS),
            Case(["unheard of"], {}, ("MET",)),
            Case(["a"], {}, ()),
        ]
    )
    assert both["CRITICIZES"] == both["MET"] == pytest.approx(0.467, abs=0.01)
    assert one["MET"] > 0.8 > 0.2 > one["CRITICIZES"]
    assert nothing == {"MET": pytest.approx(0.018, abs=0.001)}
    assert none == {}
    assert made.probabilities([]) == []


def test_confidence_is_scaled_apart_for_rules_and_new_claims() -> None:
    made = model({}, {}, rule_shift=1.0, new_scale=0.5)
    assert made.confidence(0.5, ruled=True) == pytest.approx(0.731, abs=0.001)
    assert made.confidence(0.5, ruled=False) == 0.5
    assert made.confidence(0.8, ruled=False) == pytest.approx(2 / 3, abs=0.001)


def test_a_model_survives_its_files(tmp_path: Path) -> None:
    made = model({"é=1": (0.5, -2.0, 0.25)}, {"rule": 1.5}, rule_scale=1.25)
    made.save(tmp_path)
    read = PairModel.load(tmp_path)
    assert read is not None
    for array in ("weights", "shared", "bias"):
        assert np.array_equal(getattr(read, array), getattr(made, array))
    plain = ("relations", "pair_features", "cell_features", "threshold", "rule_scale", "rule_shift", "new_scale")
    assert [getattr(read, name) for name in plain] == [getattr(made, name) for name in plain]


def test_without_files_there_is_no_model(tmp_path: Path) -> None:
    assert PairModel.load(tmp_path) is None


def test_files_that_do_not_fit_are_named(tmp_path: Path) -> None:
    model({"a": (1.0, 1.0, 1.0)}, {}).save(tmp_path)
    np.savez(tmp_path / "weights.npz", weights=np.zeros((2, 3)), shared=np.zeros(0), bias=np.zeros(3))
    with pytest.raises(PipelineError, match=r"pair model .*does not load"):
        PairModel.load(tmp_path)


def test_the_shipped_model_is_small_and_knows_the_closed_list() -> None:
    shipped = PairModel.load()
    assert shipped is not None
    assert set(shipped.relations) == set(Ontology.load().relations) - {OPEN_RELATION}
    assert 0.2 <= shipped.threshold <= 0.6
    assert shipped.weights.size * 2 < 2_000_000
