"""Sources, encodings, records, HTML and PDF."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from reading_pages import BODY, HEADLINE, pdf

from kg.errors import InputError, ReadError
from kg.read import Failure, Reading, ReadOptions, find_sources, read

TEXT = "\n\n".join([HEADLINE, "“Curly quotes” – and a dash: " + BODY[0], *BODY[1:]])


def readings(source: Path | str, options: ReadOptions | None = None) -> list[Reading]:
    results = list(read(str(source), options or ReadOptions()))
    assert all(isinstance(result, Reading) for result in results), results
    return [result for result in results if isinstance(result, Reading)]


def error_of(source: Path) -> str:
    (result,) = list(read(str(source)))
    assert isinstance(result, Failure)
    assert isinstance(result.error, ReadError)
    assert "\n" not in str(result.error)
    return str(result.error)


def test_find_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/deep/d.pdf", ".hidden/e.txt", "f.xlsx", "[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    assert find_sources(["."]) == ["[1].txt", "a.md", "b.txt", "sub/c.HTML", "sub/deep/d.pdf"]
    assert find_sources(["sub", "./b.txt", "b.txt", "-"]) == ["-", "b.txt", "sub/c.HTML", "sub/deep/d.pdf"]
    assert find_sources(["**/*.*"]) == ["[1].txt", "a.md", "b.txt", "sub/c.HTML", "sub/deep/d.pdf"]
    assert find_sources(["[1].txt"]) == ["[1].txt"]
    assert find_sources([str(tmp_path / "b.txt")]) == [(tmp_path / "b.txt").as_posix()]
    for nothing in ("none.txt", "*.csv", ".hidden/none"):
        with pytest.raises(InputError, match=nothing.replace("*", r"\*")):
            find_sources([nothing])


@pytest.mark.parametrize(
    ("encoding", "warned"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", False),
        ("utf-16-be", False),
        ("utf-32", False),
        ("cp1252", True),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, warned: bool) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    (reading,) = readings(file)
    assert reading.article.text == TEXT
    assert any("not UTF-8" in warning for warning in reading.warnings) == warned


def test_one_broken_byte_does_not_change_the_encoding(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode().replace(b"chief", b"ch\xffef"))
    (reading,) = readings(file)
    assert "“Curly quotes”" in reading.article.text
    assert "ch\N{REPLACEMENT CHARACTER}ef" in reading.article.text
    assert any("damaged" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\xef\xbb\xbf", "no text"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 100, "binary"),
        ("a.pdf", b"no pdf at all", "PDF"),
        ("a.pdf", pdf([[]]), "no text"),
        ("a.html", b"<html><body></body></html>", "no article"),
        ("a.xlsx", b"x", "unknown format .xlsx"),
        ("a", b"x", "unknown format"),
        ("a.csv", b"name,age\n", "no record"),
        ("a.jsonl", b"\n \n", "empty"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str, content: bytes, cause: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert cause in error_of(file)


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    assert "cannot be opened" in error_of(tmp_path / "gone.txt")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"text": "\n\n".join(BODY), "title": HEADLINE})
    for form, content in (("txt", TEXT), ("jsonl", line)):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
        (reading,) = readings("-", ReadOptions(stdin_format=form))
        assert reading.article.title == HEADLINE


def test_jsonl_goes_on_after_bad_records(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    good = {"headline": HEADLINE, "body": "\n\n".join(BODY), "date": "2021-05-03T10:00:00Z", "source": "Wire"}
    rows = [json.dumps(good), "{broken", "[1]", "", json.dumps({"title": "no text"})]
    rows += [json.dumps({**good, "date": "soon"}), json.dumps({**good, "authors": ["Ann Lee", "Bo Sandberg"]})]
    file.write_text("\n".join(rows), encoding="utf-8")
    results = list(read(str(file)))
    assert [r.source for r in results if isinstance(r, Failure)] == [f"{file}:{n}" for n in (2, 3, 5, 6)]
    assert all(str(r.error).startswith(f"{r.source}: ") for r in results if isinstance(r, Failure))
    first, last = (r.article for r in results if isinstance(r, Reading))
    assert (first.title, first.published, first.publisher, first.path) == (HEADLINE, "2021-05-03", "Wire", f"{file}:1")
    assert last.authors == ("Ann Lee", "Bo Sandberg")
    assert first.text == "\n\n".join([HEADLINE, *BODY])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_a_field_map(tmp_path: Path, delimiter: str) -> None:
    file = tmp_path / "a.csv"
    body = "\n\n".join(BODY)
    rows = [
        delimiter.join(["kopf", "inhalt", "tag", "by"]),
        delimiter.join([HEADLINE, f'"{body}"', "3 May 2021", "Lee"]),
    ]
    rows += [delimiter.join(["", "", "", ""]), delimiter.join([HEADLINE, " ", "", ""])]
    rows += [delimiter.join([HEADLINE, f'"{body}"', "2021", ""])]
    file.write_text("\n".join(rows), encoding="utf-8-sig")
    results = list(read(str(file), ReadOptions(field_map={"text": "inhalt", "title": "kopf", "published": "tag"})))
    first, empty, last = results
    assert isinstance(first, Reading)
    assert (first.article.title, first.article.published, first.article.authors) == (HEADLINE, "2021-05-03", ("Lee",))
    assert first.article.path == f"{file}:2"
    assert isinstance(empty, Failure)
    assert empty.source == f"{file}:8"
    assert isinstance(last, Reading)
    assert last.article.path == f"{file}:9"


def test_csv_with_a_broken_row(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'text\n"{BODY[0]}"\n"{BODY[1]}",too,many\n"{BODY[2]}"\n', encoding="utf-8")
    results = list(read(str(file)))
    assert [type(result) for result in results] == [Reading, Failure, Reading]


HTML = """<!doctype html><html lang="en"><head><meta charset="{charset}"><title>{title} | Coast Courier</title>
<meta property="og:site_name" content="Coast Courier"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://coast.example/rail">{meta}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><p class="date">Friday, 7 May 2021</p>
<article><h1>{title}</h1>{paragraphs}</article>
<aside><h2>Most read</h2><ul><li><a href="/1">Storm kills three on northern coast</a></li></ul></aside>
<footer><p>Subscribe to our newsletter</p></footer></body></html>"""


def html(meta: str = "", charset: str = "utf-8", quote: str = "") -> str:
    paragraphs = "".join(f"<p>{quote}{line}</p>" for line in BODY)
    return HTML.format(title=HEADLINE, meta=meta, charset=charset, paragraphs=paragraphs)


@pytest.mark.parametrize(
    ("meta", "date"),
    [
        ('<meta property="article:published_time" content="2021-05-03T23:10:00+02:00">', "2021-05-03"),
        ('<meta itemprop="datePublished" content="2021-05-03">', "2021-05-03"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-05-03"}]}'
            "</script>",
            "2021-05-03",
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta property="article:modified_time" content="2021-05-03">', None),
        ("", None),
    ],
)
def test_html(tmp_path: Path, meta: str, date: str | None) -> None:
    file = tmp_path / "a.html"
    file.write_text(html(meta), encoding="utf-8")
    (reading,) = readings(file)
    article = reading.article
    assert article.text == "\n\n".join([HEADLINE, *BODY])
    assert (article.title, article.publisher, article.authors) == (HEADLINE, "Coast Courier", ("Ann Lee",))
    assert article.url == "https://coast.example/rail"
    assert article.published == date
    assert bool(reading.warnings) == (date is None)


def test_html_in_its_declared_encoding(tmp_path: Path) -> None:
    file = tmp_path / "a.htm"
    file.write_bytes(html(charset="windows-1251", quote="«Ивета» ").encode("cp1251"))
    (reading,) = readings(file)
    assert "«Ивета» President" in reading.article.text
    assert not any("UTF-8" in warning for warning in reading.warnings)


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(html(), encoding="utf-8")
    assert readings(file) == readings(file)
