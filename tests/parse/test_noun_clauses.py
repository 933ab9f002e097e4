"""Clauses of nouns and adjectives in parsed sentences: event nouns, deals, and whom a noun is said of."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from spacy.tokens import Doc
from treebank import Roles, same_roles, word

from kg.parse.clauses import adjective_clause, noun_clause

NOUNS: list[tuple[str, str, Roles]] = [
    ("Anna Holm held talks with Pavel Orlik.", "talks", {"governor": "Holm", "with": "Orlik"}),
    ("Holm's visit to Oslo angered Velmark.", "visit", {"possessive": "Holm", "to": "Oslo", "governor": ""}),
    ("Talks between Norway and Chile began.", "Talks", {"between": "Norway Chile", "governor": ""}),
    ("Talks between Norway, Chile and Peru began.", "Talks", {"between": "Norway Chile Peru"}),
    ("There was a meeting between Norway and Chile.", "meeting", {"between": "Norway Chile", "governor": ""}),
    ("Norway signed a series of deals with Chile.", "deals", {"governor": "Norway", "with": "Chile"}),
    (
        "Anna Holm arrived in Oslo for talks with Pavel Orlik.",
        "talks",
        {"governor": "Holm", "with": "Orlik", "in": "Oslo"},
    ),
    ("A deal was signed by Norway and Chile.", "deal", {"governor": "Norway Chile"}),
    ("Chile rejected the treaty signed by Norway.", "treaty", {"by": "Norway"}),
    ("Norway condemned the annexation of Varna by Chile.", "annexation", {"of": "Varna", "by": "Chile"}),
    ("Ostra signed a deal with Velmark to supply gas to Chile.", "deal", {"governor": "Ostra", "with": "Velmark"}),
    ("Ostra won a contract to deliver turbines to Norway.", "contract", {"recipient": "Norway turbines"}),
    ("Norway sent Chile a letter.", "letter", {"governor": "Norway", "dative": "Chile"}),
    # whom a noun is said of
    ("Anna Holm, president of Norway, resigned.", "president", {"holder": "Holm", "of": "Norway"}),
    (
        "Anna Holm, president of Norway, leader of the Harbour Party, resigned.",
        "leader",
        {"holder": "Holm", "of": "Party"},
    ),
    ("Anna Holm is a member of the Harbour Party.", "member", {"holder": "Holm", "of": "Party"}),
    ("Anna Holm serves as director of Ostra.", "director", {"holder": "Holm", "of": "Ostra"}),
    ("Ostra hired Lena Fuchs as director.", "director", {"holder": "Fuchs"}),
    ("Norway named Lena Fuchs ambassador to Chile.", "ambassador", {"holder": "Fuchs", "to": "Chile"}),
    ("Pavel Orlik's brother, Ivan Orlik, resigned.", "brother", {"possessive": "Orlik", "holder": "Orlik"}),
    (
        "Ostra, a maker of turbines and a supplier to Chile, sued Velmark.",
        "supplier",
        {"holder": "Ostra", "to": "Chile"},
    ),
    ("Norway's new foreign minister resigned.", "minister", {"possessive": "Norway", "modifier": "new foreign"}),
]

ADJECTIVES: list[tuple[str, str, Roles]] = [
    ("Norway is critical of Velmark.", "critical", {"subject": "Norway", "of": "Velmark"}),
    ("Norway remains opposed to the pipeline.", "opposed", {"subject": "Norway", "to": "pipeline"}),
]


@pytest.mark.parametrize(("sentence", "predicate", "roles"), NOUNS)
def test_roles_of_a_noun(treebank: Mapping[str, Doc], sentence: str, predicate: str, roles: Roles) -> None:
    same_roles(noun_clause(word(treebank[sentence], predicate)).roles, roles)


@pytest.mark.parametrize(("sentence", "predicate", "roles"), ADJECTIVES)
def test_roles_of_an_adjective(treebank: Mapping[str, Doc], sentence: str, predicate: str, roles: Roles) -> None:
    same_roles(adjective_clause(word(treebank[sentence], predicate)).roles, roles)


@pytest.mark.parametrize(
    ("sentence", "noun", "governor"),
    [
        ("Anna Holm held talks with Pavel Orlik.", "talks", "held"),
        ("Norway signed a series of deals with Chile.", "deals", "signed"),
        ("Anna Holm arrived in Oslo for talks with Pavel Orlik.", "talks", "arrived"),
        ("A deal was signed by Norway and Chile.", "deal", "signed"),
        ("Talks between Norway and Chile began.", "Talks", None),
        ("Holm's visit to Oslo angered Velmark.", "visit", None),
    ],
)
def test_governing_verb(treebank: Mapping[str, Doc], sentence: str, noun: str, governor: str | None) -> None:
    clause = noun_clause(word(treebank[sentence], noun))
    assert (clause.governor.text if clause.governor else None) == governor
