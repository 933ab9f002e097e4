"""Answers from the hand-made graph of conftest.py."""

from __future__ import annotations

import pytest

from kg.errors import NotFoundError
from kg.gazetteer import Gazetteer
from kg.graph.embedded import EmbeddedStore
from kg.model import Answer
from kg.ontology import Ontology
from kg.query import ask


class Asker:
    def __init__(self, store: EmbeddedStore, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self.store, self.ontology, self.gazetteer = store, ontology, gazetteer

    def __call__(self, question: str) -> Answer:
        return ask(question, self.store, self.ontology, self.gazetteer)


@pytest.fixture(scope="module")
def asker(store: EmbeddedStore, ontology: Ontology, gazetteer: Gazetteer) -> Asker:
    return Asker(store, ontology, gazetteer)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Who met Ingrid Halvorsen in Oslo on 12 March 2019?", ["Kristjan Tamm"]),
        ("Who met Kristjan Tamm in 2019?", ["Ingrid Halvorsen"]),
        ("Who supplies gas to Baltic Power?", ["Northgate Energy"]),
        ("Who is the energy minister of Norway?", ["Ingrid Halvorsen"]),
        ("Who is the Estonian economy minister?", ["Kristjan Tamm"]),
        ("Who is the CEO of Northgate Energy?", ["Erik Lindqvist"]),
        ("Who is the head of Baltic Power?", ["Maria Kask"]),
        ("Who does Erik Lindqvist work for?", ["Northgate Energy"]),
        ("Who is Maria Kask?", ["Baltic Power"]),
        ("Who criticised Northgate Energy?", ["Kristjan Tamm"]),
        ("Which people met Tamm?", ["Ingrid Halvorsen"]),
        ("Where did Halvorsen and Tamm meet?", ["Oslo"]),
        ("When did Halvorsen meet Tamm?", ["on 12 March 2019"]),
        ("When will Halvorsen visit Tallinn?", ["in May 2019"]),
        ("What did the BEA urge Norway to do?", ["publish the price formula"]),
        ("How much gas does Northgate Energy supply to Baltic Power?", ["2bn cubic metres a year"]),
        ("How long is the contract between Northgate Energy and Baltic Power?", ["15 years", "20 years"]),
        ("According to whom did Halvorsen meet Lindqvist?", ["two officials"]),
        ("Did Halvorsen meet Tamm?", ["yes"]),
        ("Did Maria Kask meet Tamm?", ["no"]),
        ("Did Halvorsen meet Lindqvist?", ["disputed"]),
        ("Did Halvorsen visit Tallinn?", ["planned"]),
        ("Is Maria Kask the head of Baltic Power?", ["yes"]),
    ],
)
def test_answers(question: str, answers: list[str], asker: Asker) -> None:
    answer = asker(question)
    assert [row["answer"] for row in answer.rows] == answers
    assert answer.claims, "an answer never comes without its claims"
    assert {id for row in answer.rows for id in row["claims"]} <= {quote.claim_id for quote in answer.claims}


def test_a_copy_counts_as_its_original(asker: Asker) -> None:
    answer = asker("Who supplies gas to Baltic Power?")
    assert answer.rows[0]["sources"] == 2
    assert {quote.publisher for quote in answer.claims} == {"Nordic Wire", "Bergen Gazette", "Tallinn Courier"}
    assert [quote.publisher for quote in answer.claims if quote.copy_of] == ["Bergen Gazette"]


def test_contradicting_lengths_are_pointed_out(asker: Asker) -> None:
    answer = asker("Who supplies gas to Baltic Power?")
    assert any("15 years (Nordic Wire) or 20 years (Tallinn Courier)" in line for line in answer.lead)


def test_a_denial_is_told_but_is_no_answer(asker: Asker) -> None:
    answer = asker("Who met Maria Kask?")
    assert answer.rows == ()
    assert any("did not meet" in line for line in answer.lead)
    assert answer.claims


def test_a_denied_meeting_says_no_according_to_whom(asker: Asker) -> None:
    assert asker("Did Kask meet Tamm?").lead[0].startswith("No, according to Tallinn Courier")


def test_plans_are_called_plans(asker: Asker) -> None:
    answer = asker("Who will visit Tallinn?")
    assert answer.rows[0]["standing"] == "planned"
    assert answer.lead[0].startswith("Planned: Ingrid Halvorsen is to visit Tallinn")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did Halvorsen meet Joe Biden?", "“Joe Biden” is not in this graph"),
        ("Who met Ingrid Halverson?", "near it: Ingrid Halvorsen"),
        ("Who supplies oil to Baltic Power?", "Nothing found with “oil”"),
        ("Who met Tamm in Tallinn?", "Nothing found with “Tallinn” as the place"),
        ("Who met Tamm in 2014?", "Nothing found with “in 2014”"),
        ("Who is Norway's foreign minister?", "Nothing found with the post “foreign minister”"),
        ("Who accused Norway?", "no article in this graph says so"),
        ("When did Halvorsen meet Lindqvist?", "First reported on 5 March 2019"),
    ],
)
def test_nothing_found_is_said_plainly(question: str, told: str, asker: Asker) -> None:
    answer = asker(question)
    assert answer.rows == ()
    assert any(told in line for line in answer.lead), answer.lead


def test_ways_between_two_people(asker: Asker) -> None:
    answer = asker("How are Maria Kask and Kristjan Tamm connected?")
    assert [row["path"] for row in answer.rows] == [["Maria Kask", "Baltic Power", "Northgate Energy", "Kristjan Tamm"]]
    assert answer.rows[0]["relations"][0] == "HEADS"
    assert len(answer.claims) == 3


def test_no_way_between(asker: Asker) -> None:
    answer = asker("How are Baltic Energy Agency and Maria Kask connected?")
    assert answer.rows == () or all(len(row["path"]) > 2 for row in answer.rows)


def test_timeline_is_in_order_of_time(asker: Asker) -> None:
    rows = asker("What happened to Ingrid Halvorsen?").rows
    assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)
    assert any("visit Tallinn" in row["event"] for row in rows)


def test_timeline_of_a_month(asker: Asker) -> None:
    assert len(asker("What happened to Ingrid Halvorsen in May 2019?").rows) == 1


def test_conflicts(asker: Asker) -> None:
    lines = [row["conflict"] for row in asker("Where do sources disagree?").rows]
    assert any("15 years (Nordic Wire)" in line for line in lines)
    assert any("yes in Tallinn Courier, no in Bergen Gazette" in line for line in lines)
    assert len(lines) == 2
    assert len(asker("Where do sources disagree about Halvorsen?").rows) == 1


def test_a_name_that_the_graph_lacks_is_an_error_where_nothing_else_is_asked(asker: Asker) -> None:
    with pytest.raises(NotFoundError, match="did you mean Maria Kask"):
        asker("What happened to Maria Kaske?")
