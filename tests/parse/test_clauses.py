"""Clauses of parsed sentences: each row is one construction, with the heads in the roles of its predicate."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from spacy.tokens import Doc
from treebank import Roles, same_roles, word

from kg.parse.clauses import PredicateKind, read_clauses, surface_subject, verb_clause

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


@pytest.mark.parametrize(("sentence", "predicate", "roles"), VERBS)
def test_roles_of_a_verb(treebank: Mapping[str, Doc], sentence: str, predicate: str, roles: Roles) -> None:
    same_roles(verb_clause(word(treebank[sentence], predicate)).roles, roles)


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
