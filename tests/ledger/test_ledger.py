"""The ledger keeps what it is given, whole, once, whatever the order; and says plainly when it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from stories import story

from kg.errors import InputError, LedgerError, NotFoundError
from kg.export import ledger_records
from kg.ledger import Ledger
from kg.model import (
    Amount,
    Article,
    Claim,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Judgement,
    Mention,
    Modality,
    Polarity,
    Precision,
    Qualifiers,
    Segment,
    Span,
    Status,
    Verdict,
    When,
)

PRINT = b"\x00print"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        yield opened


def full_story() -> tuple[Article, Extraction]:
    """An article that uses every field there is."""
    text = "Ann Lee won't sell Bob Ray 3 tonnes of salt for 2 years, Wire said."
    article = Article.create(
        title="",
        text=text,
        url="https://example.org/ä?b=1",
        publisher="Wire",
        published="2019-05",
        authors=("B. Line", "Ö. Other"),
        path="stories/salt.txt",
        segments=(Segment(0, 12, 20), Segment(20, 40, 5)),
    )
    ann = Mention.create(article.id, Span(0, 7), "Ann Lee", EntityType.PERSON)
    bob = Mention.create(article.id, Span(19, 26), "Bob Ray", EntityType.PERSON, stands_for="Q1")
    claim = Claim.create(
        subject_id=ann.id,
        relation="SUPPLIES",
        object_id=bob.id,
        polarity=Polarity.NEGATED,
        modality=Modality.PLANNED,
        status=Status.FUTURE,
        attributed_to=("Wire", "Source"),
        when=When("2019-05-01", None, Precision.MONTH, "from May"),
        where="Hull",
        qualifiers=Qualifiers("salt talks", "salt", Amount(3.0, "t", "3 tonnes"), "2 years", "chief", "sell"),
        confidence=0.625,
        evidence=Evidence(article.id, Span(0, 67), Span(14, 18), ann.span, bob.span, text, "toy 1", "verb:sell"),
    )
    return article, Extraction(article.id, "toy 1", (ann, bob), (claim,))


def test_what_is_written_is_read_back_equal(ledger: Ledger) -> None:
    article, extraction = full_story()
    assert ledger.add(article, extraction, PRINT)
    assert ledger.article(article.id) == article
    assert list(ledger.articles()) == [article]
    assert list(ledger.mentions()) == sorted(extraction.mentions, key=lambda m: m.id)
    assert list(ledger.claims(article.id)) == list(extraction.claims)
    assert ledger.claim(extraction.claims[0].id) == extraction.claims[0]
    assert list(ledger.signatures()) == [(article.id, "2019-05", PRINT)]
    assert ledger.pipelines() == {article.id: "toy 1"}


def test_an_unresolved_date_and_an_amount_without_value_stay_apart_from_none(ledger: Ledger) -> None:
    article, extraction = full_story()
    claim = replace(
        extraction.claims[0],
        when=When(None, None, Precision.UNKNOWN, "soon"),
        qualifiers=Qualifiers(amount=Amount(None, None, "")),
    )
    ledger.add(article, replace(extraction, claims=(claim,)), PRINT)
    assert list(ledger.claims()) == [claim]


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    article, extraction = story("Ann Lee met Bob Ray.", "a.txt")
    assert ledger.add(article, extraction, PRINT)
    before = ledger.state(), list(ledger_records(ledger))
    assert not ledger.add(article, extraction, PRINT)
    ledger.keep_source(article)
    assert (ledger.state(), list(ledger_records(ledger))) == before


def test_the_smallest_path_is_kept_with_all_that_comes_from_its_file(ledger: Ledger) -> None:
    article, extraction = story("Ann Lee met Bob Ray.", "b.txt")
    small = replace(article, path="a.txt", authors=("A. Writer",), segments=(Segment(0, 9, 20),))
    ledger.add(article, extraction, PRINT)
    assert not ledger.add(small, extraction, PRINT)
    ledger.keep_source(replace(article, path="c.txt"))
    ledger.keep_source(replace(article, path=None))
    assert ledger.article(article.id) == small


@pytest.mark.parametrize("fault", ["subject", "antecedent", "article"])
def test_an_extraction_that_does_not_fit_is_refused_whole(ledger: Ledger, fault: str) -> None:
    article, extraction = story("Ann Lee met Bob Ray. Lee met Eve Fox.")
    other, _ = story("Something else.")
    if fault == "subject":
        extraction = replace(extraction, claims=(replace(extraction.claims[0], subject_id="nobody"),))
    elif fault == "antecedent":
        extraction = replace(extraction, mentions=(replace(extraction.mentions[0], antecedent_id="nobody"),), claims=())
    else:
        extraction = replace(extraction, article_id=other.id)
    with pytest.raises(LedgerError) as caught:
        ledger.add(article, extraction, PRINT)
    assert "\n" not in str(caught.value)
    assert not any(ledger.counts().values())


def test_forgetting_removes_what_only_that_article_supported(ledger: Ledger) -> None:
    one, two = story("Ann Lee met Bob Ray."), story("Ann Lee met Eve Fox.")
    for article, extraction in (one, two):
        ledger.add(article, extraction, PRINT)
    first, second = (pair[1].mentions for pair in (one, two))
    ledger.replace_entities(
        [
            Entity("ann", EntityType.PERSON, "Ann Lee", (), tuple(sorted((first[0].id, second[0].id)))),
            Entity("bob", EntityType.PERSON, "Bob Ray", (), (first[1].id,)),
            Entity("eve", EntityType.PERSON, "Eve Fox", (), (second[1].id,)),
        ]
    )
    ledger.replace_copies({two[0].id: one[0].id})
    ledger.judge(Judgement(first[0].id, second[0].id, Verdict.DIFFERENT, 1.0, "user:kim", "saw them", "2024-01-01"))
    ledger.forget(one[0].id)
    assert [article.id for article in ledger.articles()] == [two[0].id]
    assert [entity.name for entity in ledger.entities()] == ["Ann Lee", "Eve Fox"]
    assert ledger.entity("ann").mention_ids == (second[0].id,)
    assert ledger.copies() == {}
    assert len(list(ledger.judgements())) == 1
    with pytest.raises(NotFoundError):
        ledger.forget(one[0].id)


def test_sequence_moves_with_every_change_and_only_then(ledger: Ledger) -> None:
    (article, extraction), said = story("Ann Lee met Bob Ray."), ("a", "b", Verdict.SAME, 1.0, "user:kim", "", None)
    ids = tuple(sorted(mention.id for mention in extraction.mentions))
    entities = [Entity("e", EntityType.PERSON, "Ann Lee", ("Lee",), ids)]
    changes = [
        lambda: ledger.add(article, extraction, PRINT),
        lambda: ledger.judge(Judgement(*said)),
        lambda: ledger.replace_entities(entities),
        lambda: ledger.replace_entities([replace(entities[0], aliases=())]),
        lambda: ledger.forget(article.id),
    ]
    for number, change in enumerate(changes):
        assert ledger.sequence() == number
        change()
        assert ledger.sequence() == number + 1
        if number < 4:
            change()
        assert ledger.sequence() == number + 1


def test_a_new_ledger_at_the_same_path_has_another_state(tmp_path: Path) -> None:
    states = set()
    for _ in range(2):
        with Ledger.open(tmp_path / "kg.sqlite") as ledger:
            states.add(ledger.state())
        (tmp_path / "kg.sqlite").unlink()
    assert len(states) == 2


def test_ids_by_their_first_digits(ledger: Ledger) -> None:
    pairs = [story(f"Ann Lee met Bob Ray number {number}.") for number in range(30)]
    for article, extraction in pairs:
        ledger.add(article, extraction, PRINT)
    ids = sorted(article.id for article, _ in pairs)
    assert ledger.full_id("article", ids[0]) == ids[0]
    assert ledger.full_id("article", ids[0][:8]) == ids[0]
    with pytest.raises(NotFoundError):
        ledger.full_id("article", "_")
    with pytest.raises(NotFoundError):
        ledger.full_id("claim", "")
    shared = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])
    with pytest.raises(InputError, match="give more digits"):
        ledger.full_id("article", shared)


def test_an_id_that_others_start_with_is_itself(ledger: Ledger) -> None:
    article, extraction = story("Ann Lee met Bob Ray.")
    ledger.add(article, extraction, PRINT)
    first, second = (mention.id for mention in extraction.mentions)
    kind = EntityType.COUNTRY
    ledger.replace_entities([Entity("kb:Q1", kind, "A", (), (first,)), Entity("kb:Q12", kind, "B", (), (second,))])
    assert ledger.full_id("entity", "kb:Q1") == "kb:Q1"


@pytest.mark.parametrize("reader", ["article", "claim", "entity"])
def test_asking_for_what_is_not_there(ledger: Ledger, reader: str) -> None:
    with pytest.raises(NotFoundError, match="abc"):
        getattr(ledger, reader)("abc")
