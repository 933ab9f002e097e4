"""Files of several articles: each comes out alone, with what its header states; pages that only look like them stay one."""

from __future__ import annotations

from pathlib import Path

import pytest
from bundle_pages import ONE, UNCUTTABLE
from bundle_shapes import SHAPES, Wanted

from kg.read import Failure, Reading, read


def readings(file: Path) -> list[Reading]:
    results = list(read(str(file)))
    assert all(isinstance(result, Reading) for result in results), results
    return [result for result in results if isinstance(result, Reading)]


def write(tmp_path: Path, name: str, text: str) -> Path:
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8"))
    return file


def compare(found: list[Reading], wanted: list[Wanted]) -> None:
    stated = [
        (
            r.article.title,
            r.article.publisher,
            r.article.published,
            r.article.authors,
            r.article.section,
            r.article.source_id,
        )
        for r in found
    ]
    assert stated == [(w.title, w.publisher, w.published, w.authors, w.section, w.source_id) for w in wanted]
    for reading, w in zip(found, wanted, strict=True):
        if w.paragraphs:
            assert reading.article.text == "\n\n".join([w.title, *w.paragraphs])


@pytest.mark.parametrize("name", SHAPES)
def test_each_article_comes_out_alone(tmp_path: Path, name: str) -> None:
    text, wanted = SHAPES[name]
    compare(readings(write(tmp_path, name, text)), wanted)


TEXTS = [name for name in SHAPES if not name.endswith(".html")]


@pytest.mark.parametrize("name", TEXTS)
def test_windows_line_ends_change_nothing(tmp_path: Path, name: str) -> None:
    text, wanted = SHAPES[name]
    compare(readings(write(tmp_path, name, text.replace("\n", "\r\n"))), wanted)


@pytest.mark.parametrize("name", TEXTS)
def test_paths_name_the_line_at_which_an_article_begins(tmp_path: Path, name: str) -> None:
    text, wanted = SHAPES[name]
    file = write(tmp_path, name, text)
    lines = text.split("\n")
    starts = [int((reading.article.path or "").rpartition(":")[2]) for reading in readings(file)]
    assert starts == sorted(set(starts))
    for start, after, w in zip(starts, [*starts[1:], len(lines) + 1], wanted, strict=True):
        assert any(w.title in line for line in lines[start - 1 : after - 1])


@pytest.mark.parametrize("name", TEXTS)
def test_offsets_lead_to_the_file(tmp_path: Path, name: str) -> None:
    text, _ = SHAPES[name]
    for reading in readings(write(tmp_path, name, text)):
        article = reading.article
        for segment in article.segments:
            stored = article.text[segment.start : segment.start + segment.length]
            assert stored == text[segment.source_start : segment.source_start + segment.length]
        covered = sum(segment.length for segment in article.segments)
        assert covered > 0.8 * len(article.text)


@pytest.mark.parametrize("name", SHAPES)
def test_header_and_trailers_are_no_text_and_no_warnings(tmp_path: Path, name: str) -> None:
    text, _ = SHAPES[name]
    for reading in readings(write(tmp_path, name, text)):
        for word in (
            "words",
            "LOAD",
            "Load-Date",
            "Copyright",
            "©",
            "Document",
            "Publication",
            "Subject",
            "Reuter",
            "###",
            "English",
        ):
            assert word not in reading.article.text, reading.article.text
        assert not [warning for warning in reading.warnings if "publication date" not in warning]


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_article_stays_one(tmp_path: Path, name: str, end: str) -> None:
    (reading,) = readings(write(tmp_path, "one.txt", ONE[name].replace("\n", end)))
    assert reading.article.path == str(tmp_path / "one.txt")


@pytest.mark.parametrize("name", UNCUTTABLE)
def test_what_looks_like_several_is_refused_with_advice(tmp_path: Path, name: str) -> None:
    (result,) = list(read(str(write(tmp_path, "two.txt", UNCUTTABLE[name]))))
    assert isinstance(result, Failure)
    message = str(result.error)
    assert "\n" not in message
    assert "two.txt: looks like several articles" in message
    assert "one file an article" in message
