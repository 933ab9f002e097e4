"""Clauses of parsed sentences: each row is one construction, with the heads in the roles of its predicate."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from spacy.tokens import Doc
from treebank import word

from kg.parse.clauses import PredicateKind, adjective_clause, noun_clause, read_clauses, surface_subject, verb_clause

Roles = dict[str, str]
"""Slot → heads joined by blanks; an empty text: nothing stands there."""

VERBS: list[tuple[str, str, Roles]] = [
    # voice
    ("Anna Holm met Pavel Orlik.", "met", {"subject": "Holm", "object": "Orlik"}),
    ("Kyiv was visited by Anna Holm.", "visited", {"subject": "Holm", "object": "Kyiv", "by": ""}),
    ("Anna Holm was arrested in Lisbon.", "arrested", {"subject": "", "object": "Holm", "in": "Lisbon"}),
    ("Velmark read the report published by Ostra.", "published", {"subject": "Ostra", "object": "report"}),
    ("Ostra, co-founded by Anna Holm, sued Velmark.", "co-founded", {"subject": "Holm", "object": "Ostra"}),
    ("Boats were sold to Chile by Ostra.", "sold", {"subject": "Ostra", "object": "Boats", "to": "Chile"}),
    # relative clauses
    ("Ostra, which owns Nordvik, sued Velmark.", "owns", {"subject": "Ostra", "object": "Nordvik"}),
    ("Ostra, which owns Nordvik, sued Velmark.", "sued", {"subject": "Ostra", "object": "Velmark"}),
    ("Velmark welcomed the deal that Ostra signed.", "signed", {"subject": "Ostra", "object": "deal"}),
    ("Velmark welcomed the deal Ostra signed.", "signed", {"subject": "Ostra", "object": "deal"}),
    ("Lena Fuchs, who was appointed by Anna Holm, resigned.", "appointed", {"subject": "Holm", "object": "Fuchs"}),
    ("The envoy with whom Anna Holm spoke resigned.", "spoke", {"subject": "Holm", "with": "envoy"}),
    # control and raising
    ("Velmark plans to buy Nordvik.", "buy", {"subject": "Velmark", "object": "Nordvik"}),
    ("Anna Holm promised Pavel Orlik to visit Oslo.", "visit", {"subject": "Holm", "object": "Oslo"}),
    ("Anna Holm urged Velmark to leave Chile.", "leave", {"subject": "Velmark", "object": "Chile"}),
    ("Anna Holm urged Velmark to leave Chile.", "urged", {"subject": "Holm", "infinitive": "Velmark"}),
    ("Anna Holm wants Velmark to leave Chile.", "leave", {"subject": "Velmark"}),
    ("Anna Holm wants Velmark to leave Chile.", "wants", {"subject": "Holm", "infinitive": "Velmark"}),
    ("Anna Holm is expected to visit Oslo.", "visit", {"subject": "Holm", "object": "Oslo"}),
    ("Velmark seems to own Nordvik.", "own", {"subject": "Velmark", "object": "Nordvik"}),
    ("Anna Holm called for Velmark to leave Chile.", "called", {"subject": "Holm", "for-infinitive": "Velmark"}),
    ("Anna Holm claimed that Velmark poisoned wells.", "claimed", {"subject": "Holm", "content-subject": "Velmark"}),
    ("Chile demanded that Velmark leave.", "demanded", {"subject": "Chile", "content-subject": "Velmark"}),
    # infinitives of purpose and of nouns
    (
        "Ostra signed a deal with Velmark to supply gas to Chile.",
        "supply",
        {"subject": "Ostra", "object": "gas", "to": "Chile", "partner": "Velmark"},
    ),
    (
        "Ostra won a contract to deliver turbines to Norway.",
        "deliver",
        {"subject": "Ostra", "object": "turbines", "to": "Norway", "partner": ""},
    ),
    ("Ostra agreed with Velmark to supply gas.", "supply", {"subject": "Ostra", "partner": "Velmark"}),
    # coordination
    (
        "Anna Holm and Pavel Orlik visited Oslo and Bergen.",
        "visited",
        {"subject": "Holm Orlik", "object": "Oslo Bergen"},
    ),
    ("Anna Holm condemned Velmark and praised Ostra.", "praised", {"subject": "Holm", "object": "Ostra"}),
    ("Anna Holm was detained and expelled by Chile.", "expelled", {"subject": "Chile", "object": "Holm"}),
    ("Anna Holm was detained and expelled by Chile.", "detained", {"subject": "Chile", "object": "Holm"}),
    ("Anna Holm met Pavel Orlik in Oslo and then flew to Bergen.", "flew", {"subject": "Holm", "to": "Bergen"}),
    ("Norway opposes the pipeline, calls on Velmark to leave, and praises Ostra.", "praises", {"subject": "Norway"}),
    # participles and gerunds
    ("Anna Holm left Oslo, accusing Velmark of fraud.", "accusing", {"subject": "Holm", "object": "Velmark"}),
    ("Having met Pavel Orlik, Anna Holm left Oslo.", "met", {"subject": "Holm", "object": "Orlik"}),
    ("Norway was alone in backing Chile.", "backing", {"subject": "Norway", "object": "Chile"}),
    ("Ostra responded by suing Velmark.", "suing", {"subject": "Ostra", "object": "Velmark"}),
    ("Norway punished Velmark by seizing Ostra.", "seizing", {"subject": "Norway", "object": "Ostra"}),
    ("Norway's plan for isolating Chile failed.", "isolating", {"subject": "Norway", "object": "Chile"}),
    ("Chile accused Norway of attacking Velmark.", "attacking", {"subject": "Norway", "object": "Velmark"}),
    ("Anna Holm thanked Pavel Orlik for helping Chile.", "helping", {"subject": "Orlik", "object": "Chile"}),
    ("Norway stopped Velmark from leaving Chile.", "leaving", {"subject": "Velmark", "object": "Chile"}),
    (
        "Norway and Chile signed a statement calling on Velmark to leave.",
        "calling",
        {"subject": "Norway Chile", "on": "Velmark"},
    ),
    (
        "Chile rejected a statement by Norway calling on Velmark to leave.",
        "calling",
        {"subject": "Norway", "on": "Velmark"},
    ),
    # objects
    ("Norway gave Chile aid.", "gave", {"subject": "Norway", "dative": "Chile", "object": "aid"}),
    ("Ostra sold turbines to Chile.", "sold", {"subject": "Ostra", "object": "turbines", "to": "Chile"}),
    ("Norway sent ships to Chile.", "sent", {"subject": "Norway", "object": "ships", "to": "Chile"}),
    ("Norway named Lena Fuchs ambassador to Chile.", "named", {"subject": "Norway", "object": "Fuchs ambassador"}),
    ("Anna Holm travelled on to Bergen.", "travelled", {"subject": "Holm", "to": "Bergen"}),
]

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


def check(roles: Mapping[str, tuple[object, ...]], expected: Roles) -> None:
    assert {slot: " ".join(map(str, roles.get(slot, ()))) for slot in expected} == expected


@pytest.mark.parametrize(("sentence", "predicate", "roles"), VERBS)
def test_roles_of_a_verb(treebank: Mapping[str, Doc], sentence: str, predicate: str, roles: Roles) -> None:
    check(verb_clause(word(treebank[sentence], predicate)).roles, roles)


@pytest.mark.parametrize(("sentence", "predicate", "roles"), NOUNS)
def test_roles_of_a_noun(treebank: Mapping[str, Doc], sentence: str, predicate: str, roles: Roles) -> None:
    check(noun_clause(word(treebank[sentence], predicate)).roles, roles)


@pytest.mark.parametrize(("sentence", "predicate", "roles"), ADJECTIVES)
def test_roles_of_an_adjective(treebank: Mapping[str, Doc], sentence: str, predicate: str, roles: Roles) -> None:
    check(adjective_clause(word(treebank[sentence], predicate)).roles, roles)


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


@pytest.mark.parametrize(
    ("sentence", "verb", "lemma", "passive"),
    [
        ("Velmark took over Nordvik.", "took", "take over", False),
        ("Anna Holm travelled on to Bergen.", "travelled", "travel", False),
        ("Kyiv was visited by Anna Holm.", "visited", "visit", True),
        ("Velmark read the report published by Ostra.", "published", "publish", True),
        ("Anna Holm was detained and expelled by Chile.", "expelled", "expel", True),
        ("Having met Pavel Orlik, Anna Holm left Oslo.", "met", "meet", False),
        ("Velmark could have poisoned Pavel Orlik.", "poisoned", "poison", False),
    ],
)
def test_lemma_and_voice(treebank: Mapping[str, Doc], sentence: str, verb: str, lemma: str, passive: bool) -> None:
    clause = verb_clause(word(treebank[sentence], verb))
    assert (clause.lemma, clause.passive) == (lemma, passive)


def test_a_sentence_is_read_in_order(treebank: Mapping[str, Doc]) -> None:
    doc = treebank["Norway is critical of Velmark."]
    kinds = [(clause.predicate.text, clause.kind) for clause in read_clauses(doc[:])]
    assert kinds == [
        ("Norway", PredicateKind.NOUN),
        ("is", PredicateKind.VERB),
        ("critical", PredicateKind.ADJECTIVE),
        ("Velmark", PredicateKind.NOUN),
    ]


def test_only_wanted_nouns_are_read(treebank: Mapping[str, Doc]) -> None:
    doc = treebank["Anna Holm held talks with Pavel Orlik."]
    assert [clause.predicate.text for clause in read_clauses(doc[:], {"talk"})] == ["held", "talks"]


def test_a_participle_that_became_a_preposition_is_no_clause(treebank: Mapping[str, Doc]) -> None:
    doc = treebank["According to Velmark, Ostra sued Nordvik."]
    assert [clause.predicate.text for clause in read_clauses(doc[:], ())] == ["sued"]


def test_what_no_one_does_has_no_subject(treebank: Mapping[str, Doc]) -> None:
    assert surface_subject(word(treebank["There was a meeting between Norway and Chile."], "was")) == []


def test_every_parse_is_read_without_error(treebank: Mapping[str, Doc]) -> None:
    """Every predicate of every sentence, not only those above; no role is empty or repeats a head."""
    for doc in treebank.values():
        for clause in read_clauses(doc[:]):
            for heads in clause.roles.values():
                assert heads
                assert len(set(heads)) == len(heads)
