"""Known shapes are read without being told; lists of addresses are refused with advice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading_pages import BODY, HEADLINE
from record_shapes import OTHER, OTHER_TEXT, SHAPES, URL, Expected
from record_tools import NO_RECORDS, TOOLS

from kg.read import Failure, Reading, read


@pytest.mark.parametrize(("suffix", "content", "expected"), [*SHAPES.values(), *TOOLS.values()], ids=[*SHAPES, *TOOLS])
def test_known_shapes(tmp_path: Path, suffix: str, content: str, expected: Expected) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_text(content, encoding="utf-8")
    results = list(read(str(file)))
    assert [type(result) for result in results] == [Reading, Reading], results
    first, other = (result.article for result in results if isinstance(result, Reading))
    assert first.title == HEADLINE
    assert first.text == "\n\n".join([HEADLINE, BODY[0]] if expected.excerpt else [HEADLINE, *BODY])
    assert (first.published, first.published_at) == (expected.published, expected.published_at)
    assert (first.publisher, first.authors, first.url) == (expected.publisher, expected.authors, expected.url)
    assert (first.section, first.source_id) == (expected.section, expected.source_id)
    assert first.excerpt == other.excerpt == expected.excerpt
    assert (other.title, other.text) == (OTHER, f"{OTHER}\n\n{OTHER_TEXT}")


MEDIA_CLOUD = "id,indexed_date,language,media_name,media_url,publish_date,title,url\n" + "".join(
    f"m{i},2021-05-04,en,coast.example,coast.example,2021-05-03,{HEADLINE},{URL}\n" for i in range(3)
)
GDELT = {
    "url": URL,
    "title": HEADLINE,
    "seendate": "20210503T073000Z",
    "domain": "coast.example",
    "language": "English",
}
GUARDIAN = {"webTitle": HEADLINE, "webUrl": URL, "webPublicationDate": "2021-05-03T07:30:00Z", "id": "x"}


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("a.csv", MEDIA_CLOUD, "(a list of Media Cloud); save the pages"),
        ("a.json", json.dumps({"articles": [GDELT] * 3}), "(a list of GDELT); save the pages"),
        ("a.jsonl", (json.dumps(GDELT) + "\n") * 3, "(a list of GDELT); save the pages"),
        ("a.json", json.dumps({"response": {"results": [GUARDIAN] * 3}}), "show-fields=body"),
        ("a.json", json.dumps([{"title": HEADLINE, "link": URL}] * 3), "no text; save the pages"),
    ],
)
def test_lists_of_addresses_are_refused_in_one_line(tmp_path: Path, name: str, content: str, advice: str) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    (failure,) = list(read(str(file)))
    assert isinstance(failure, Failure)
    assert (failure.source, failure.records) == (str(file), 3)
    assert str(failure.error).startswith(f"{file}: 3 records hold titles and addresses but no text")
    assert advice in str(failure.error)


def test_a_teaser_is_read_as_an_excerpt_and_an_empty_record_fails(tmp_path: Path) -> None:
    record = {"title": HEADLINE, "description": f"{BODY[0]} And …", "url": URL, "published_at": "2021-05-03"}
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"data": [record, {**record, "description": None}]}), encoding="utf-8")
    first, empty = list(read(str(file)))
    assert isinstance(first, Reading)
    assert first.article.excerpt
    assert first.article.text == f"{HEADLINE}\n\n{BODY[0]}"
    assert any("excerpt" in warning for warning in first.warnings)
    assert isinstance(empty, Failure)


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"pubstatus": "withheld"}, "withheld"),
        ({"pubStatus": "canceled"}, "canceled"),
        ({"embargoed": "2999-01-01T00:00:00Z"}, "embargoed until 2999"),
        ({"embargoedUntil": "2999-01-01T00:00:00+01:00"}, "embargoed until 2999"),
        ({"embargoed": "2021-05-03T00:00:00Z", "pubstatus": "usable"}, None),
    ],
)
def test_what_an_agency_withholds_is_refused(tmp_path: Path, fields: dict[str, str], cause: str | None) -> None:
    file = tmp_path / "a.json"
    record = {
        "uri": "urn:x:1",
        "versioncreated": "2021-05-03T07:30:00Z",
        "headline": HEADLINE,
        "body_text": " ".join(BODY),
    }
    file.write_text(json.dumps({**record, **fields}), encoding="utf-8")
    (result,) = list(read(str(file)))
    assert isinstance(result, Reading if cause is None else Failure)
    if isinstance(result, Failure):
        assert cause is not None
        assert cause in str(result.error)


def test_comments_below_an_article_are_no_articles(tmp_path: Path) -> None:
    record = {
        "title": HEADLINE,
        "text": "\n\n".join(BODY),
        "comments": [{"title": "Why?", "text": "x " * 50, "url": URL}],
    }
    file = tmp_path / "a.json"
    file.write_text(json.dumps(record), encoding="utf-8")
    (reading,) = list(read(str(file)))
    assert isinstance(reading, Reading)
    assert reading.article.title == HEADLINE


@pytest.mark.parametrize("content", NO_RECORDS.values(), ids=NO_RECORDS)
def test_what_a_service_answers_is_no_article(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(content, encoding="utf-8")
    (failure,) = list(read(str(file)))
    assert isinstance(failure, Failure)
    assert "no field with a text" in str(failure.error)
