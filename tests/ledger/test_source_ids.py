"""An article keeps the id of its record: claims can be joined to records, and records be found and forgotten by it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from stories import AS_OF_VERSION_3, read_toy, story

from kg.errors import InputError, NotFoundError
from kg.export import ledger_records
from kg.ledger import Ledger
from kg.model import Article, Extraction

TEXT = "Ann Lee met Bob Ray."
PRINT = b"print"


def record(source_id: str | None, text: str = TEXT, **said: object) -> tuple[Article, Extraction]:
    article = Article.create(title="", text=text, source_id=source_id, **said)  # type: ignore[arg-type]
    return article, read_toy(article)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kg.sqlite"


def test_all_that_a_source_says_of_an_article_comes_back(path: Path) -> None:
    said = {"section": "Business", "published": "2021-03-04", "published_at": "2021-03-04T07:30:00Z", "excerpt": True}
    article, extraction = record("w-17", **said)
    with Ledger.open(path) as ledger:
        ledger.add(article, extraction, PRINT)
        assert ledger.article(article.id) == article
        (exported,) = [row for row in map(json.loads, ledger_records(ledger)) if row["record"] == "article"]
        (heading,) = ledger.headings()
    assert {name: exported[name] for name in ("source_id", *said)} == {"source_id": "w-17", **said}
    assert (heading.source_id, heading.section, heading.excerpt) == ("w-17", "Business", True)


def test_two_records_of_the_same_words_stay_two_and_one_without_an_id_keeps_the_id_it_had(path: Path) -> None:
    first, second, bare = record("1"), record("2"), story(TEXT)
    assert len({first[0].id, second[0].id, bare[0].id}) == 3
    assert record(None)[0].id == bare[0].id
    with Ledger.open(path) as ledger:
        assert all(ledger.add(*pair, PRINT) for pair in (first, second, bare))
        assert not ledger.add(*record("1"), PRINT)


def test_an_article_is_found_by_the_id_of_its_record(path: Path) -> None:
    one, two, other = record("a/1"), record("a/2"), record("a/2", "Eve Fox met Bob Ray.")
    with Ledger.open(path) as ledger:
        for pair in (one, two, other):
            ledger.add(*pair, PRINT)
        assert ledger.article_id("a/1") == one[0].id
        assert ledger.article_id(one[0].id[:10]) == one[0].id
        with pytest.raises(NotFoundError):
            ledger.article_id("a/")  # the id of a record is never shortened
        with pytest.raises(InputError, match="several articles") as caught:
            ledger.article_id("a/2")
        assert all(article.id in str(caught.value) for article, _ in (two, other))


def test_the_id_of_a_record_goes_before_the_first_digits_of_another_article(path: Path) -> None:
    bare = story(TEXT)
    numbered = record(bare[0].id[:2], "Eve Fox met Bob Ray.")
    with Ledger.open(path) as ledger:
        ledger.add(*bare, PRINT)
        ledger.add(*numbered, PRINT)
        assert ledger.article_id(bare[0].id[:2]) == numbered[0].id


def test_a_ledger_of_version_3_is_brought_up_to_date(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(*story(TEXT), PRINT)
        records, state = list(ledger_records(ledger)), ledger.state()
    with sqlite3.connect(path) as connection:
        connection.executescript(AS_OF_VERSION_3)
        connection.execute("update meta set value = '3' where key = 'schema_version'")
    connection.close()
    with Ledger.open(path) as opened:
        assert (list(ledger_records(opened)), opened.state()) == (records, state)
        assert opened.add(*record("1"), PRINT)
        assert opened.article_id("1") == record("1")[0].id
    with sqlite3.connect(path) as connection:
        assert connection.execute("select count(*) from sqlite_master where name = 'ix_article_source_id'").fetchone()[
            0
        ]
    connection.close()
