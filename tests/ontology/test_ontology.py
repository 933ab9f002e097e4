"""The shipped relations, and how a user's file adds to them or is told what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import OPEN_RELATION, EntityType
from kg.ontology import FrameKind, Ontology
from kg.ontology.frames import american

SYMMETRIC = """MET SPOKE_WITH NEGOTIATES_WITH SIGNED_AGREEMENT_WITH COOPERATES_WITH COMPETES_WITH MERGED_WITH SPOUSE_OF
SIBLING_OF""".split()
DIRECTED = """VISITED HOSTED INVITED CALLS_ON CRITICIZES ACCUSES PRAISES SUPPORTS OPPOSES THREATENS AIDS SANCTIONS
ATTACKS KILLED DEPLOYS_TO ARRESTED LEGAL_ACTION_AGAINST HEADS WORKS_FOR MEMBER_OF PART_OF OWNS BASED_IN FOUNDED
APPOINTED DISMISSED SUCCEEDS DEFEATED SUPPLIES ACQUIRED INVESTS_IN PRODUCES PARTICIPATED_IN CITIZEN_OF LIVES_IN BORN_IN
DIED_IN PARENT_OF EDUCATED_AT LOCATED_IN""".split()
STATES = """HEADS WORKS_FOR MEMBER_OF PART_OF OWNS BASED_IN CITIZEN_OF LIVES_IN SPOUSE_OF SIBLING_OF PARENT_OF
LOCATED_IN""".split()

ENDS = [
    ("MET", "Person", "Country"),
    ("VISITED", "Person", "Place"),
    ("SUPPLIES", "Organization", "Country"),
    ("SIGNED_AGREEMENT_WITH", "Country", "Country"),
    ("CALLS_ON", "Country", "Organization"),
    ("OPPOSES", "Country", "Organization"),
    ("DEPLOYS_TO", "Country", "Place"),
    ("KILLED", "Person", "Person"),
    ("HEADS", "Person", "Country"),
    ("HEADS", "Person", "Organization"),
    ("MEMBER_OF", "Country", "Organization"),
    ("PART_OF", "Organization", "Country"),
    ("BASED_IN", "Organization", "Place"),
    ("APPOINTED", "Organization", "Person"),
    ("PRODUCES", "Organization", "Product"),
    ("PRODUCES", "Person", "Work"),
    ("ACQUIRED", "Organization", "Organization"),
    ("PARTICIPATED_IN", "Country", "Event"),
    ("CITIZEN_OF", "Person", "Country"),
    ("EDUCATED_AT", "Person", "Organization"),
    ("LOCATED_IN", "Facility", "Place"),
    ("SANCTIONS", "Country", "Country"),
]
"""Relation and one pair of entity types that its ends must take."""


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology.load()


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_closed_list(ontology: Ontology) -> None:
    assert set(ontology.relations) == {*SYMMETRIC, *DIRECTED, OPEN_RELATION}
    assert {name for name, relation in ontology.relations.items() if relation.symmetric} == set(SYMMETRIC)
    assert {name for name, relation in ontology.relations.items() if relation.state} == set(STATES)


def test_relations_are_described_and_in_order(ontology: Ontology) -> None:
    assert list(ontology.relations) == sorted(ontology.relations)
    assert all(name == relation.name and relation.description for name, relation in ontology.relations.items())


@pytest.mark.parametrize(("relation", "subject", "object"), ENDS)
def test_ends(ontology: Ontology, relation: str, subject: str, object: str) -> None:
    assert EntityType(subject) in ontology.relations[relation].subject_types
    assert EntityType(object) in ontology.relations[relation].object_types


@pytest.mark.parametrize("name", SYMMETRIC)
def test_symmetric_relations_take_the_same_at_both_ends(ontology: Ontology, name: str) -> None:
    assert ontology.relations[name].subject_types == ontology.relations[name].object_types


def test_frames_stay_within_the_types_of_their_relation(ontology: Ontology) -> None:
    for kind in FrameKind:
        for lemma in ontology.lemmas(kind):
            for frame in ontology.frames(kind, lemma):
                assert frame.subject_types <= frame.relation.subject_types, (frame.relation.name, lemma)
                assert frame.object_types <= frame.relation.object_types, (frame.relation.name, lemma)


def test_every_relation_has_a_frame(ontology: Ontology) -> None:
    framed = {
        frame.relation.name
        for kind in FrameKind
        for lemma in ontology.lemmas(kind)
        for frame in ontology.frames(kind, lemma)
    }
    assert framed == {*SYMMETRIC, *DIRECTED}


def test_a_frame_that_names_the_governor_says_which_verbs(ontology: Ontology) -> None:
    """Without verbs the slot would never be filled."""
    for lemma in ontology.lemmas(FrameKind.NOUN):
        for frame in ontology.frames(FrameKind.NOUN, lemma):
            assert frame.governors or "governor" not in frame.object, (frame.relation.name, lemma)


@pytest.mark.parametrize(
    ("british", "other"),
    [("criticise", "criticize"), ("Honour", "honor"), ("defence", "defense"), ("nationalise", "nationalize")],
)
def test_british_and_american_spelling_find_the_same_frames(british: str, other: str) -> None:
    assert american(british) == american(other)


def test_predicates_are_listed_in_both_spellings(ontology: Ontology) -> None:
    assert {"exercise", "exercize"} <= ontology.lemmas(FrameKind.NOUN)


@pytest.mark.parametrize("word", ["raise", "meet", "supply", "take over"])
def test_other_words_keep_their_spelling(word: str) -> None:
    assert american(word) == word


MISTAKES = [
    ("[MET\n", "mine.toml: not valid TOML"),
    ('[met]\ndescription = "x"', "[met] is not a relation name; write it in UPPER_SNAKE_CASE"),
    ('["MET AGAIN"]\ndescription = "x"', "[MET AGAIN] is not a relation name"),
    ("[MET]\nsymetric = true", "MET.symetric: Extra inputs are not permitted"),
    ('[MET]\nsubject = ["Human"]', "MET.subject.0: Input should be 'party', 'Person'"),
    ('[LIKES]\ndescription = "likes"', "LIKES: a new relation needs description, subject and object types"),
    ('[[LIKES.verb]]\nlemmas = ["like"]', "LIKES: a new relation needs description, subject and object types"),
    ("[[MET.verb]]\nlemmas = []", "MET.verb.0.lemmas: List should have at least 1 item"),
    ('[[MET.verb]]\nsubject = ["subject"]', "MET.verb.0.lemmas: Field required"),
    ('[[MET.verb]]\nlemmas = ["greet"]\nobjects = ["to"]', "MET.verb.0.objects: Extra inputs are not permitted"),
    ('[[MET.verb]]\nlemmas = ["greet"]\nneeds = ["luck"]', "MET.verb.0.needs.0: Input should be 'infinitive'"),
    (
        '[[MET.verb]]\nlemmas = ["greet"]\npolarity = "no"',
        "MET.verb.0.polarity: Input should be 'affirmed' or 'negated'",
    ),
    ('[[MET.adverb]]\nlemmas = ["again"]', "MET.adverb: Extra inputs are not permitted"),
    ('MET = "met"', "MET: Input should be a valid dictionary"),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_mistakes_are_explained_with_file_and_place(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(OntologyError) as caught:
        Ontology.load([path])
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"nowhere\.toml: cannot be read"):
        Ontology.load([tmp_path / "nowhere.toml"])


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes('[MET]\ndescription = "naïve"'.encode("latin-1"))
    with pytest.raises(OntologyError, match=r"latin\.toml: cannot be read"):
        Ontology.load([path])


def test_the_same_files_give_the_same_frames(tmp_path: Path) -> None:
    path = write(tmp_path, '[[MET.verb]]\nlemmas = ["huddle"]\nobject = ["with"]')
    one, two = Ontology.load([path]), Ontology.load([path])
    assert one.relations == two.relations
    assert one.frames(FrameKind.VERB, "huddle") == two.frames(FrameKind.VERB, "huddle") != ()
