"""Noun phrases of parsed sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from spacy.tokens import Doc, Token
from treebank import word

from kg.parse.nouns import (
    antecedent,
    appositions,
    conjuncts,
    expand,
    is_definite,
    modifiers,
    possessors,
    prepositional,
)


def texts(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("Talks between Norway, Chile and Peru began.", "Norway", ["Norway", "Chile", "Peru"]),
        ("Talks between Norway, Chile and Peru began.", "Chile", ["Chile", "Peru"]),
        ("Anna Holm met Pavel Orlik.", "Holm", ["Holm"]),
    ],
)
def test_conjuncts(treebank: Mapping[str, Doc], sentence: str, head: str, expected: list[str]) -> None:
    assert texts(conjuncts(word(treebank[sentence], head))) == expected


def test_expansion_repeats_nothing(treebank: Mapping[str, Doc]) -> None:
    doc = treebank["Talks between Norway, Chile and Peru began."]
    assert texts(expand([word(doc, "Norway"), word(doc, "Peru")])) == ["Norway", "Chile", "Peru"]


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("Anna Holm flew from Oslo to Bergen.", "flew", [("from", "Oslo"), ("to", "Bergen")]),
        ("Kyiv was visited by Anna Holm.", "visited", [("by", "Holm")]),
        ("Ostra won a contract to deliver turbines to Norway.", "deliver", [("to", "Norway")]),
        ("Anna Holm came from outside Oslo.", "came", [("outside", "Oslo")]),
        ("Trains to and from Oslo stopped.", "Trains", [("from", "Oslo")]),
        (
            "Talks between Norway, Chile and Peru began.",
            "Talks",
            [("between", "Norway"), ("between", "Chile"), ("between", "Peru")],
        ),
        ("Anna Holm met Pavel Orlik.", "met", []),
    ],
)
def test_prepositional_phrases(
    treebank: Mapping[str, Doc], sentence: str, head: str, expected: list[tuple[str, str]]
) -> None:
    found = [(name, token.text) for name, token in prepositional(word(treebank[sentence], head))]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("Norway and Chile's talks failed.", "talks", ["Norway", "Chile"]),
        ("Holm's visit to Oslo angered Velmark.", "visit", ["Holm"]),
        ("Talks between Norway and Chile began.", "Talks", []),
    ],
)
def test_possessors(treebank: Mapping[str, Doc], sentence: str, head: str, expected: list[str]) -> None:
    assert texts(possessors(word(treebank[sentence], head))) == expected


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("The Chinese state corporation sued Velmark.", "corporation", ["Chinese", "state"]),
        ("The Norwegian-led alliance met.", "alliance", ["Norwegian", "led"]),
        ("Norway's new foreign minister resigned.", "minister", ["new", "foreign"]),
        ("Italian sculptor Anna Holm met Pavel Orlik.", "Holm", ["Italian", "sculptor", "Anna"]),
        ("Vietnam war veteran Pavel Orlik resigned.", "Orlik", ["war", "veteran", "Pavel"]),
        ("Talks between Norway and Chile began.", "Talks", []),
    ],
)
def test_modifiers(treebank: Mapping[str, Doc], sentence: str, head: str, expected: list[str]) -> None:
    assert texts(modifiers(word(treebank[sentence], head))) == expected


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("Anna Holm, president of Norway, resigned.", "Holm", ["president"]),
        (
            "Anna Holm, president of Norway, leader of the Harbour Party, resigned.",
            "Holm",
            ["president", "leader"],
        ),
        ("Anna Holm met Pavel Orlik.", "Holm", []),
    ],
)
def test_appositions(treebank: Mapping[str, Doc], sentence: str, head: str, expected: list[str]) -> None:
    assert texts(appositions(word(treebank[sentence], head))) == expected


@pytest.mark.parametrize(
    ("sentence", "relative", "noun"),
    [
        ("Ostra, which owns Nordvik, sued Velmark.", "which", "Ostra"),
        ("Velmark welcomed the deal that Ostra signed.", "that", "deal"),
        ("The envoy with whom Anna Holm spoke resigned.", "whom", "envoy"),
        ("Lena Fuchs, who was appointed by Anna Holm, resigned.", "who", "Fuchs"),
        ("The company that said it owned Nordvik sued Velmark.", "that", "company"),
        ("Anna Holm claimed that Velmark poisoned wells.", "that", None),  # a conjunction
        ("Anna Holm knows which company owns Nordvik.", "which", None),  # a question
        ("Anna Holm met Pavel Orlik.", "Holm", None),
    ],
)
def test_antecedent_of_a_relative_pronoun(
    treebank: Mapping[str, Doc], sentence: str, relative: str, noun: str | None
) -> None:
    found = antecedent(word(treebank[sentence], relative))
    assert (found.text if found is not None else None) == noun


@pytest.mark.parametrize(
    ("sentence", "head", "definite"),
    [
        ("Both leaders met the delegation.", "leaders", True),
        ("Both leaders met the delegation.", "delegation", True),
        ("Norway's new foreign minister resigned.", "minister", True),
        ("Anna Holm held talks with Pavel Orlik.", "talks", False),
        ("Anna Holm welcomed a plan to sanction Chile.", "plan", False),
    ],
)
def test_definiteness(treebank: Mapping[str, Doc], sentence: str, head: str, definite: bool) -> None:
    assert is_definite(word(treebank[sentence], head)) == definite
