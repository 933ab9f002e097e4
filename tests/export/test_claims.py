"""Claims as other programs read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from stories import read_toy, story

from kg.errors import LedgerError
from kg.evaluate import read_claims
from kg.export import extraction_claims, ledger_claims, ledger_records
from kg.gazetteer import Entry, Gazetteer
from kg.ledger import Ledger
from kg.model import Amount, Article, EntityType, Extraction, Mention, MentionForm, Precision, Qualifiers, Span, When
from kg.resolve import resolve

COUNTRY = EntityType.COUNTRY
GAZETTEER = Gazetteer([Entry("Q20", "Norway", COUNTRY, ("Kingdom of Norway",)), Entry("Q189", "Iceland", COUNTRY)])


def rows(article: Article, extraction: Extraction) -> list[dict[str, Any]]:
    return [json.loads(line) for line in extraction_claims(article, extraction, GAZETTEER)]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        yield opened


def test_every_field_of_a_claim() -> None:
    article, extraction = story("Rain fell. Ann Lee met Bob Ray.", "in/rain.txt")
    (claim,) = extraction.claims
    full = replace(
        claim,
        attributed_to=("Wire", "Source"),
        when=When("2020-01-02", None, Precision.DAY, "since Thursday"),
        where="Hull",
        qualifiers=Qualifiers("salt", "rock salt", Amount(1e10 / 3, "t/year", "a lot"), "2 years", "chief", None),
        confidence=2 / 3,
    )
    (line,) = extraction_claims(article, replace(extraction, claims=(full,)), GAZETTEER)
    assert line.endswith("}\n")
    assert json.loads(line) == {
        "article": "rain",
        "source_id": None,
        "id": claim.id,
        "subject": {"id": claim.subject_id, "name": "Ann Lee", "type": "Person", "aliases": []},
        "relation": "MET",
        "object": {"id": claim.object_id, "name": "Bob Ray", "type": "Person", "aliases": []},
        "polarity": "affirmed",
        "modality": "actual",
        "status": None,
        "attributed_to": ["Wire", "Source"],
        "when": {"start": "2020-01-02", "end": None, "precision": "day", "text": "since Thursday"},
        "where": "Hull",
        "topic": "salt",
        "product": "rock salt",
        "amount": {"value": 3333333333.333333, "unit": "t/year", "text": "a lot"},
        "duration": "2 years",
        "title": "chief",
        "predicate": None,
        "confidence": 0.666667,
        "evidence": {
            "sentence": " Ann Lee met Bob Ray.",
            "start": 10,
            "end": 31,
            "trigger": "met",
            "rule": "toy:met",
            "extractor": "toy 1",
        },
    }
    (judged,) = read_claims([line], "rain.jsonl")
    assert (judged.article, judged.subject.name, judged.start) == ("rain", "Ann Lee", "2020-01-02")


def test_a_chain_is_written_under_its_fullest_name() -> None:
    first, second = rows(*story("Ann Lee met Bob Ray. Eve Fox met Lee."))
    assert first["subject"] == second["object"]
    assert (first["subject"]["name"], first["subject"]["aliases"]) == ("Ann Lee", ["Lee"])


def test_a_pronoun_is_written_as_what_it_refers_to() -> None:
    article, extraction = story("Ann Lee met Bob Ray.")
    ann = extraction.mentions[0]
    she = Mention.create(article.id, Span(0, 3), "She", EntityType.PERSON, MentionForm.PRONOUN, ann.id)
    claim = replace(extraction.claims[0], subject_id=she.id)
    (row,) = rows(article, replace(extraction, mentions=(*extraction.mentions, she), claims=(claim,)))
    assert row["subject"] == {"id": ann.id, "name": "Ann Lee", "type": "Person", "aliases": []}


@pytest.mark.parametrize(
    ("text", "subject", "object"),
    [
        pytest.param("Oslo met Iceland.", ("Norway", ["Oslo"]), ("Iceland", []), id="metonym"),
        pytest.param("Icelandic met Oslo.", ("Iceland", ["Icelandic"]), ("Norway", ["Oslo"]), id="demonym"),
    ],
)
def test_what_stands_for_a_country_is_written_as_the_country(
    text: str, subject: tuple[str, list[str]], object: tuple[str, list[str]], ledger: Ledger
) -> None:
    article, extraction = story(text)
    ledger.add(article, extraction, b"")
    settle(ledger)
    for row in (*rows(article, extraction), *map(json.loads, ledger_claims(ledger))):
        for end, (name, aliases) in ((row["subject"], subject), (row["object"], object)):
            assert (end["name"], end["type"], end["aliases"]) == (name, "Country", aliases)
    assert row["subject"]["id"].startswith("kb:Q")


def test_an_unknown_knowledge_base_id_keeps_the_own_words() -> None:
    article, extraction = story("Oslo met Ann Lee.")
    (line,) = extraction_claims(article, extraction, Gazetteer([]))
    assert json.loads(line)["subject"] == {"id": "kb:Q20", "name": "Oslo", "type": "Place", "aliases": []}


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("a/b/story.one.txt", "story.one"),
        ("story.HTML", "story"),
        ("many.jsonl:12", None),
        ("many.csv:2", None),
        ("export.txt:40", None),
        ("feed.rss:1", None),
        ("story.txt.gz", "story"),
        ("many.jsonl.zst:7", None),
        ("post/week.zip/story.docx", "story"),
        ("C:/news/story.txt", "story"),
        ("-", None),
        (None, None),
    ],
)
def test_which_article(path: str | None, label: str | None) -> None:
    article, extraction = story("Ann Lee met Bob Ray.", path)
    assert rows(article, extraction)[0]["article"] == (label or article.id)


def test_an_article_with_the_id_of_a_record_is_called_by_it() -> None:
    article, _ = story("Ann Lee met Bob Ray.", "many.jsonl:12")
    article = Article.create(title="", text=article.text, path=article.path, source_id="w/17")
    row = rows(article, read_toy(article))[0]
    assert (row["article"], row["source_id"]) == ("w/17", "w/17")


def test_claims_come_in_order_of_article_sentence_and_id(ledger: Ledger) -> None:
    pairs = [story(f"Ann Lee met Bob Ray. Eve Fox met Kim Dow in {name}.") for name in ("Hull", "York", "Bath")]
    for article, extraction in pairs:
        ledger.add(article, replace(extraction, claims=extraction.claims[::-1]), b"")
    settle(ledger)
    order = [(row["article"], row["evidence"]["start"]) for row in map(json.loads, ledger_claims(ledger))]
    assert order == sorted(order)
    assert len(order) == 6


def test_a_ledger_that_a_killed_run_left_unresolved_says_so(ledger: Ledger) -> None:
    ledger.add(*story("Ann Lee met Bob Ray."), b"")
    with pytest.raises(LedgerError, match="kg ingest"):
        list(ledger_claims(ledger))


def test_records_hold_everything_and_no_clock(ledger: Ledger) -> None:
    article, extraction = story("Ann Lee met Bob Ray.", "a.txt", publisher="Wire", published="2020-05")
    ledger.add(article, extraction, b"")
    settle(ledger)
    lines = list(ledger_records(ledger))
    records = [json.loads(line) for line in lines]
    assert [record["record"] for record in records] == [*("article", "mention", "mention", "claim", "entity", "entity")]
    assert records[0]["published_precision"] == "month"
    assert (records[0]["pipeline"], records[0]["copy_of"]) == ("toy 1", None)
    assert records[3]["evidence"]["sentence"] == {"start": 0, "end": 20}
    assert not any("ingested" in line for line in lines)


def settle(ledger: Ledger) -> None:
    ledger.replace_entities(resolve(ledger.mentions(), GAZETTEER))
