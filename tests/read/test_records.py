"""JSON of every arrangement, fields that the user names, damage, and files that are read as they come."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reading_pages import BODY, HEADLINE

from kg.errors import InputError
from kg.read import Failure, Reading, ReadOptions, read
from kg.read.reading import read_stream
from kg.read.records import stream as record_stream
from kg.read.records.fields import MISSING, lookup, user_path

TEXT = "\n\n".join(BODY)
PAGE = "<html><body><nav><a href='/'>Home</a></nav><article><p>" + "</p><p>".join(BODY) + "</p></article></body></html>"
RECORD = {"title": HEADLINE, "text": TEXT, "date": "2021-05-03", "id": 7}


def results(file: Path, **fields: str) -> list[Reading | Failure]:
    return list(read(str(file), ReadOptions(field_map=fields)))


def articles(file: Path, **fields: str) -> list[Any]:
    found = results(file, **fields)
    assert all(isinstance(each, Reading) for each in found), found
    return [each.article for each in found if isinstance(each, Reading)]


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def indented(*records: Any) -> str:
    return "\n".join(json.dumps(record, indent=2) for record in records)


@pytest.mark.parametrize(
    ("name", "content", "places"),
    [
        ("a.jsonl", "\n".join([json.dumps(RECORD)] * 2), ["1", "2"]),
        ("a.jsonl", "\r\n\r\n".join([json.dumps(RECORD)] * 2), ["1", "3"]),
        ("a.jsonl", ",\n".join([json.dumps(RECORD)] * 2) + ",\n", ["1", "2"]),
        ("a.jsonl", "\x1e" + "\n\x1e".join([json.dumps(RECORD)] * 2), ["1", "2"]),
        ("a.jsonl", indented(RECORD, RECORD), ["1", "7"]),
        ("a.jsonl", json.dumps([RECORD, RECORD], indent=1), ["1", "2"]),
        ("a.jsonl", json.dumps([RECORD, RECORD]), ["1", "2"]),
        ("a.jsonl", json.dumps({"page": 1, "items": [RECORD, RECORD]}), ["1", "2"]),
        ("a.jsonl", "\n".join([json.dumps({"items": [RECORD, RECORD]})] * 2), ["1:1", "1:2", "2:1", "2:2"]),
        ("a.json", "\n".join([json.dumps(RECORD)] * 2), ["1", "2"]),
        ("a.json", json.dumps(RECORD), ["1"]),
        ("a.json", json.dumps(RECORD, indent=4), ["1"]),
        ("a.json", json.dumps([RECORD, RECORD]), ["1", "2"]),
        ("a.json", json.dumps([[RECORD], [RECORD]]), ["1:1", "2:1"]),
        ("a.json", "[\n" + ",\n".join([json.dumps(RECORD)] * 2) + "\n]", ["1", "2"]),
        ("a.json", json.dumps([{**RECORD, "author": float("nan")}]), ["1"]),
        ("a.json", '{"text": "' + BODY[0] + "\n\n" + BODY[1] + '"}', ["1"]),
        ("a.json", json.dumps({"articles": [RECORD, RECORD]}, indent=2), ["1", "2"]),
        ("a.json", json.dumps({"data": {"hits": [{"node": RECORD}, {"node": RECORD}]}}), ["1", "2"]),
        (
            "a.json",
            json.dumps({"tags": [{"name": "a"}], "items": [RECORD], "links": [{"url": "/x", "title": "X"}]}),
            ["1"],
        ),
        ("a.json", b"\xef\xbb\xbf" + json.dumps([RECORD]).encode(), ["1"]),
        ("a.json", json.dumps([RECORD]).encode("utf-16"), ["1"]),
        ("a.jsonl", json.dumps(RECORD).encode("utf-16-le"), ["1"]),
    ],
)
def test_arrangements(tmp_path: Path, name: str, content: str | bytes, places: list[str]) -> None:
    file = written(tmp_path, name, content)
    found = articles(file)
    assert [article.path for article in found] == [f"{file}:{place}" for place in places]
    assert {article.text.split("\n\n")[-1] for article in found} <= {BODY[1], BODY[2]}


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("", "empty"),
        ("no json at all", "not JSON"),
        ("[]", "no record"),
        ("[1, 2]", "not a JSON object"),
        ('{"a": 1}', "no field with a text; its fields are a"),
        ("{" * 5000, "not valid JSON"),
        ("[" * 5000, "not valid JSON"),
    ],
)
def test_what_holds_no_record_is_one_clear_line(tmp_path: Path, content: str, cause: str) -> None:
    for name in ("a.json", "a.jsonl"):
        found = results(written(tmp_path, name, content))
        assert found, name
        failures = [each for each in found if isinstance(each, Failure)]
        assert failures == found
        assert all("\n" not in str(each.error) for each in failures)
        assert cause in str(failures[0].error)


@pytest.mark.parametrize(
    ("name", "content", "kinds", "told"),
    [
        ("a.json", json.dumps([RECORD] * 3, indent=1)[:-200], "RRF", ":3: not valid JSON (it breaks off)"),
        ("a.json", json.dumps([RECORD] * 3)[:-200], "RRF", ":3: not valid JSON (it breaks off)"),
        ("a.json", json.dumps({"ok": 1, "items": [RECORD] * 3})[:-200], "RRF", ":3: not valid JSON from here on"),
        ("a.json", json.dumps(RECORD)[:-200], "F", "not valid JSON"),
        ("a.jsonl", "\n".join([json.dumps(RECORD)] * 3)[:-200], "RRF", ":3: not valid JSON"),
        (
            "a.json",
            "[\n" + ",\n".join([json.dumps(RECORD), '{"text": oops}', json.dumps(RECORD)]) + "\n]",
            "RFR",
            ":2: ",
        ),
        ("a.json", indented(RECORD) + '\n{\n  "text": oops\n}\n' + indented(RECORD), "RFR", ":7: not valid JSON"),
        ("a.jsonl", json.dumps(RECORD) + "\n{broken\n" + json.dumps(RECORD), "RFR", ":2: not valid JSON"),
        ("a.jsonl", "{broken\n" + "\n".join([json.dumps(RECORD)] * 2), "FRR", ":1: not valid JSON"),
    ],
)
def test_damage_costs_only_what_is_damaged(tmp_path: Path, name: str, content: str, kinds: str, told: str) -> None:
    found = results(written(tmp_path, name, content))
    assert "".join(type(each).__name__[0] for each in found) == kinds
    assert told in next(str(each.error) for each in found if isinstance(each, Failure))


NESTED = {
    "meta": {"pub.name": "Coast Courier", "day": "3 May 2021"},
    "fields": {"bodyText": TEXT, "head": [{"main": HEADLINE}]},
    "people": [{"name": "Ann Lee"}, {"name": "Bo Sandberg"}],
    "dotted.key": "World",
    "nr": {"value": 12},
}


@pytest.mark.parametrize(
    ("part", "path", "attribute", "value"),
    [
        ("publisher", "meta.pub.name", "publisher", "Coast Courier"),
        ("published", "meta.day", "published", "2021-05-03"),
        ("title", "fields.head.0.main", "title", HEADLINE),
        ("title", "fields.head[0].main", "title", HEADLINE),
        ("title", "$.fields.head[*].main", "title", HEADLINE),
        ("authors", "people.1.name", "authors", ("Bo Sandberg",)),
        ("authors", "people.name", "authors", ("Ann Lee", "Bo Sandberg")),
        ("section", "dotted.key", "section", "World"),
        ("id", "nr.value", "source_id", "12"),
        ("id", "nr", "source_id", "12"),
    ],
)
def test_fields_that_the_user_names(tmp_path: Path, part: str, path: str, attribute: str, value: Any) -> None:
    file = written(tmp_path, "a.jsonl", json.dumps(NESTED))
    (article,) = articles(file, text="fields.bodyText", **{part: path})
    assert getattr(article, attribute) == value


def test_steps_into_records() -> None:
    record = {"a": {"b.c": {"d": 1}, "list": [{"x": 1}, {"x": 2}, {}]}, "a.b": 3}
    for path, value in [("a.b.c.d", 1), ("a.list.x", [1, 2]), ("a.list.1.x", 2), ("a.b", 3), ("A.List.0.X", 1)]:
        found = user_path(record, path)
        assert found is not None
        assert lookup(record, found) == value
    for path in ("a.nothing", "a.list.7", "a.list.y"):
        found = user_path(record, path)
        assert found is not None
        assert lookup(record, found) is MISSING
    assert user_path(record, "nothing.at.all") is None


def test_a_list_that_the_user_names(tmp_path: Path) -> None:
    other = {"title": "Other", "text": "This one is not asked for, although it comes first and has a text of its own."}
    file = written(tmp_path, "a.json", json.dumps({"latest": [other], "response": {"older": [RECORD]}}))
    assert [article.title for article in articles(file, records="response.older")] == [HEADLINE]
    (failure,) = results(file, records="response.newer")
    assert isinstance(failure, Failure)
    assert "no list of records at response.newer" in str(failure.error)


def test_parts_that_there_are_not() -> None:
    with pytest.raises(InputError, match="--field txt=body: no part of an article; write one of text, title"):
        ReadOptions(field_map={"txt": "body"})


def test_a_field_that_no_record_has_is_told_once(tmp_path: Path) -> None:
    file = written(tmp_path, "a.jsonl", (json.dumps({"title": HEADLINE, "inhalt": TEXT}) + "\n") * 500)
    for fields, told in (
        ({}, "no field with a text; its fields are title, inhalt; did you mean --field text=inhalt?"),
        ({"text": "inhallt"}, "no field inhallt; its fields are title, inhalt; did you mean --field text=inhalt?"),
    ):
        first, rest = results(file, **fields)
        assert isinstance(first, Failure)
        assert isinstance(rest, Failure)
        assert str(first.error) == f"{file}:1: {told}"
        assert (rest.source, rest.records) == (str(file), 499)
        assert str(rest.error).startswith(f"{file}: 499 more records from {file}:2 on, likewise: ")
    *read_well, missing = results(file, text="inhalt", publisher="titel")
    assert len(read_well) == 500
    assert isinstance(missing, Failure)
    assert "no record has the field titel (--field publisher=titel)" in str(missing.error)
    assert "did you mean --field publisher=title?" in str(missing.error)


def test_the_same_warning_and_failure_are_counted(tmp_path: Path) -> None:
    rows = [json.dumps({"text": TEXT}), "{broken"] * 10 + [json.dumps({"text": TEXT, "date": "soon"})]
    found = results(written(tmp_path, "a.jsonl", "\n".join(rows)))
    failures = [each for each in found if isinstance(each, Failure)]
    assert sum(each.records for each in failures) == 11
    assert len(failures) == 5
    warnings = [warning for each in found if isinstance(each, Reading) for warning in each.warnings]
    assert len(warnings) == 4
    assert "7 more records" in warnings[-1]


@pytest.mark.parametrize(
    ("fields", "published", "warned"),
    [
        ({"date": "03/04/2021"}, "2021", True),
        ({"date": "13/04/2021"}, "2021-04-13", False),
        ({"date": "NaN", "published_at": "2021-05-03"}, "2021-05-03", False),
        ({"date": "2 hours ago", "created_at": "2021-05-03"}, "2021-05-03", False),
        ({"published": None, "date_download": "2021-06-01"}, None, True),
    ],
)
def test_dates(tmp_path: Path, fields: dict[str, Any], published: str | None, warned: bool) -> None:
    (reading,) = results(written(tmp_path, "a.jsonl", json.dumps({"title": HEADLINE, "text": TEXT, **fields})))
    assert isinstance(reading, Reading)
    assert reading.article.published == published
    assert bool(reading.warnings) == warned


@pytest.mark.parametrize(
    ("fields", "attribute", "value"),
    [
        ({"title": f"{HEADLINE} &amp; <i>more</i>"}, "title", f"{HEADLINE} & more"),
        ({"title": f"{HEADLINE} | Coast Mail", "site": "coast mail"}, "title", HEADLINE),
        ({"title": f"{HEADLINE} - Zenda", "site": "Coast Mail"}, "title", f"{HEADLINE} - Zenda"),
        ({"source": "https://www.coast.example/rss"}, "publisher", "coast.example"),
        ({"source": "{'id': None, 'name': 'Coast Mail'}"}, "publisher", "Coast Mail"),
        ({"source_url": "https://coast.example/rail"}, "url", "https://coast.example/rail"),
        ({"author": "['Ann Lee', 'Bo Sandberg']"}, "authors", ("Ann Lee", "Bo Sandberg")),
        ({"author": "By ANN LEE, Coast Mail", "outlet": "Coast Mail"}, "authors", ("Ann Lee",)),
        ({"author": "Ann Lee <ann@coast.example>"}, "authors", ("Ann Lee",)),
        ({"author": "https://coast.example/ann"}, "authors", ()),
        ({"author": 17}, "authors", ()),
        ({"authors": [{"first_name": "Ann", "last_name": "Lee"}]}, "authors", ("Ann Lee",)),
        ({"id": 17.0}, "source_id", "17"),
        ({"id": None, "uuid": "u-1"}, "source_id", "u-1"),
        ({"story_headline": HEADLINE}, "title", HEADLINE),
        ({"categories": ["Business", "Rail"]}, "section", "Business"),
    ],
)
def test_values(tmp_path: Path, fields: dict[str, Any], attribute: str, value: Any) -> None:
    record = {"text": TEXT, "date": "2021-05-03", **fields}
    (article,) = articles(written(tmp_path, "a.jsonl", json.dumps(record)))
    assert getattr(article, attribute) == value


def test_markup_in_a_text_and_a_ticker(tmp_path: Path) -> None:
    marked = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    caption = "Kern and Weiss shake hands in Zenda in an earlier year."
    marked += f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    escaped = marked.replace("<", "&lt;").replace(">", "&gt;")
    ticker = f"{BODY[0]} Sylvanian Rail <SYLR> and Sears <S> rose. {BODY[1]}"
    rows = [json.dumps({**RECORD, "text": text}) for text in (marked, escaped, ticker)]
    first, second, third = results(written(tmp_path, "a.jsonl", "\n".join(rows)))
    for reading in (first, second):
        assert isinstance(reading, Reading)
        assert reading.article.text == "\n\n".join([HEADLINE, *BODY])
        assert reading.dropped == (caption,)
    assert isinstance(third, Reading)
    assert "<SYLR> and Sears <S> rose" in third.article.text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"content": list(BODY)}, TEXT),
        (
            {
                "content": {
                    "blocks": [{"type": "header", "data": {"text": "x"}}, {"type": "paragraph", "data": {"text": TEXT}}]
                }
            },
            TEXT,
        ),
        (
            {"text": [BODY[0] + " See ", {"type": "link", "text": "the treaty"}, " for more."]},
            f"{BODY[0]} See the treaty for more.",
        ),
        ({"content": f"{BODY[0]} Sylv… [+900 chars]", "full_text": TEXT}, TEXT),
        ({"content": f"{BODY[0]} Sylv... [900 chars]"}, BODY[0]),
        ({"text": BODY[0], "article_body": TEXT}, TEXT),
        ({"text": TEXT, "raw_text": TEXT.replace("\n\n", " ")}, TEXT),
        ({"HD": HEADLINE, "LP": BODY[0], "TD": "\n\n".join(BODY[1:])}, TEXT),
        ({"html": PAGE}, TEXT),
    ],
)
def test_texts_in_parts_and_in_several_fields(tmp_path: Path, fields: dict[str, Any], text: str) -> None:
    (article,) = articles(written(tmp_path, "a.jsonl", json.dumps({"title": HEADLINE, "date": "2021-05-03", **fields})))
    assert article.text == f"{HEADLINE}\n\n{text}"


@pytest.mark.parametrize("sign", ["a", "a@", ".", "…", "[", "{'", " ", "by ", "a, ", "://", "<"])
def test_one_sign_repeated_is_read_in_time_that_grows_with_its_length(tmp_path: Path, sign: str) -> None:
    """An expression that went back over its text would take minutes here, and the suite would not end."""
    long = sign * (100_000 // len(sign))
    record = {"title": long, "author": long, "source": long, "date": long, "url": long, "id": long, "description": long}
    assert len(results(written(tmp_path, "a.jsonl", json.dumps({**record, "text": TEXT})))) == 1
    assert len(results(written(tmp_path, "a.jsonl", json.dumps(record)))) == 1


def test_a_line_that_no_record_has_is_refused_and_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_stream, "LONGEST_RECORD", 10_000)
    rows = [json.dumps(RECORD), json.dumps({**RECORD, "text": "long " * 4_000}), json.dumps(RECORD)]
    found = results(written(tmp_path, "a.jsonl", "\n".join(rows)))
    assert [type(each) for each in found] == [Reading, Failure, Reading]
    assert isinstance(found[1], Failure)
    assert found[1].source.endswith(":2")
    assert "longer than" in str(found[1].error)


class Endless(io.RawIOBase):
    """A stream that makes its bytes when they are asked for, and counts them."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._left = b""
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._left = self._left or next((piece for piece in self._pieces if piece), b"")
        part, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(part)] = part
        self.count += len(part)
        return len(part)


def repeated(begin: bytes, piece: bytes, end: bytes, size: int) -> Iterator[bytes]:
    yield begin
    for _ in range(size // len(piece)):
        yield piece
    yield end


@pytest.mark.parametrize(
    ("suffix", "begin", "piece", "end", "most"),
    [
        (".jsonl", b"", json.dumps(RECORD).encode() + b"\n", b"", 1),
        (".json", b"[", json.dumps(RECORD).encode() + b",\n", b"{}]", 1),
        (".json", b"[", json.dumps(RECORD, indent=1).encode() + b",", b"{}]", 1),
        (".jsonl", b"", json.dumps(RECORD, indent=1).encode() + b"\n", b"", 17),
        (".json", b'{"ok": 1, "hits": {"hits": [', json.dumps(RECORD).encode() + b",", b"{}]}}", 17),
        (".csv", b"title,text,date\n", b'"%s","%s",2021-05-03\n' % (HEADLINE.encode(), TEXT.encode()), b"", 1),
    ],
    ids=["lines", "array, a record a line", "array", "objects", "document", "table"],
)
def test_the_first_article_comes_before_the_file_is_read(
    suffix: str, begin: bytes, piece: bytes, end: bytes, most: int
) -> None:
    size = 40 * 1024 * 1024
    stream = Endless(repeated(begin, piece, end, size))
    found = read_stream(io.BufferedReader(stream), suffix, f"a{suffix}", ReadOptions())
    first = next(iter(found))
    assert isinstance(first, Reading)
    assert first.article.title == HEADLINE
    assert stream.count < most * 1024 * 1024 < size
