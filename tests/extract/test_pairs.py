"""Pairs of entities of a sentence and their features."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language

from kg.extract import RuleExtractor
from kg.extract.drafts import Draft
from kg.extract.frames import Match
from kg.extract.learned import possible_relations
from kg.extract.pair_features import FeatureReader
from kg.extract.pairs import Pair, read_pairs
from kg.extract.story import Story
from kg.extract.titles import Title
from kg.gazetteer import Gazetteer
from kg.model import Article
from kg.ontology import Ontology

Seen = dict[tuple[str, str], tuple[Pair, set[str], dict[str, set[str]]]]


class Watch:
    """Keeps the pairs it is shown, by the names of their ends."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.pairs: Seen = {}

    def score(
        self, story: Story, titles: Sequence[Title], drafts: Sequence[Draft], draft_of: Callable[[Match], Draft]
    ) -> list[Draft]:
        reader = FeatureReader(story, self.ontology, titles, drafts)
        for pair in read_pairs(story, drafts):
            self.pairs[pair.subject.chain.name, pair.object.chain.name] = (
                pair,
                *reader.read(pair, self.ontology.relations),
            )
        return list(drafts)


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology.load()


@pytest.fixture(scope="module")
def pairs_of(nlp: Language, ontology: Ontology) -> Callable[[str], Seen]:
    """Reads a text into its pairs; of several between the same two the last."""
    gazetteer = Gazetteer.load()

    def pairs_of(text: str) -> Seen:
        watch = Watch(ontology)
        list(RuleExtractor(nlp, ontology, gazetteer, watch).extract([Article.create(title="", text=text)]))
        return watch.pairs

    return pairs_of


def test_pairs_are_ordered_and_within_one_sentence(pairs_of: Callable[[str], Seen]) -> None:
    seen = pairs_of("France criticised Japan. Mexico hosted a fair in May.")
    assert set(seen) == {("France", "Japan"), ("Japan", "France")}
    assert seen["France", "Japan"][0].forward
    assert not seen["Japan", "France"][0].forward


def test_a_pair_knows_what_rules_claim_of_it(pairs_of: Callable[[str], Seen]) -> None:
    seen = pairs_of("France criticised Japan.")
    assert set(seen["France", "Japan"][0].drafts) == {"CRITICIZES"}
    assert seen["Japan", "France"][0].inverse == {"CRITICIZES"}
    assert "rule" in seen["France", "Japan"][2]["CRITICIZES"]
    assert "rule-back=CRITICIZES" in seen["Japan", "France"][1]


def test_the_way_between_two_is_that_of_the_parse(pairs_of: Callable[[str], Seen]) -> None:
    pair, features, _ = pairs_of("France quarrelled with Japan.")["France", "Japan"]
    path = pair.path
    assert path is not None
    assert path.top.text == "quarrelled"
    assert (path.up, path.down, path.roles) == (("nsubj",), ("with",), ("nsubj", "with"))
    assert {"roles=nsubj>with", "types=Country>Country", "order=forward", "clause=subject>with"} <= features


def test_frames_point_at_their_relations_wherever_they_stand(pairs_of: Callable[[str], Seen]) -> None:
    cells = pairs_of("France and Japan spoke of trade after Mexico had criticised them.")["France", "Japan"][2]
    assert "frame=sentence,v" in cells["CRITICIZES"]
    assert "frame=top,v" not in cells["CRITICIZES"]


def test_no_feature_is_a_name(pairs_of: Callable[[str], Seen]) -> None:
    names = {"france", "japan", "mexico", "pierre", "dupont", "acme"}
    for _, features, cells in pairs_of(
        "Pierre Dupont, president of Acme Corporation, told Mexico that France criticised Japan near Acme Tower."
    ).values():
        found = {*features, *(name for names in cells.values() for name in names)}
        assert not [name for name in found if names & set(name.lower().replace(",", " ").replace("=", " ").split())]


def test_symmetric_relations_are_possible_one_way_round_only(
    pairs_of: Callable[[str], Seen], ontology: Ontology
) -> None:
    seen = pairs_of("France envies Japan.")
    assert "MET" in possible_relations(seen["France", "Japan"][0], ontology)
    assert "MET" not in possible_relations(seen["Japan", "France"][0], ontology)
    assert "CRITICIZES" in possible_relations(seen["Japan", "France"][0], ontology)
    assert "SPOUSE_OF" not in possible_relations(seen["France", "Japan"][0], ontology)


def test_what_stands_far_apart_is_no_pair_unless_a_rule_joins_it(pairs_of: Callable[[str], Seen]) -> None:
    filling = "a long and weary tale of the sea and of the men who went there in search of whales, of their wives"
    assert not pairs_of(f"France is old, and this is {filling}, of their sons and of their ships, and Japan is older.")
