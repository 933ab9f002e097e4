"""docs/reading.md keeps its word: each format and each shape is read, and gives what its row says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.read import Failure, Reading, read
from kg.read.formats import FORMATS
from kg.read.formats.check import fault_of

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Cells of the table under a heading, without its head."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip().strip("|").split(" | ")] for line in lines[2:]]


FORMAT_ROWS = rows("Formats")
SHAPES = [line.split("|")[1:-1] for line in PAGE.splitlines() if line.count("|") == 10 and "---" not in line][1:]


def test_the_table_of_formats_names_what_is_read_and_nothing_else() -> None:
    assert [(name, tuple(endings.split())) for name, endings, _ in FORMAT_ROWS] == [
        (format.name, format.suffixes) for format in FORMATS
    ]
    for format, (_, _, told) in zip(FORMATS, FORMAT_ROWS, strict=True):
        assert (f"kg[{format.extra}]" in told) == (format.extra is not None)


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_a_sample_of_each_format_is_read(format) -> None:  # type: ignore[no-untyped-def]
    assert fault_of(format) is None


def test_each_example_stands_in_the_table() -> None:
    assert {row[1].strip() for row in SHAPES} == {path.name for path in (HERE / "shapes").iterdir()}


@pytest.mark.parametrize("row", SHAPES, ids=lambda row: row[0].strip())
def test_an_example_of_each_shape_gives_what_its_row_says(row: list[str]) -> None:
    _, name, count, title, paper, published, authors, section, own = (cell.strip() for cell in row)
    results = list(read(str(HERE / "shapes" / name)))
    if count.startswith("refused: "):
        (failure,) = results
        assert isinstance(failure, Failure)
        assert count.removeprefix("refused: ") in str(failure.error)
        return
    articles = [result.article for result in results if isinstance(result, Reading)]
    assert len(articles) == len(results) == int(count)
    first = articles[0]
    assert first.title == title
    assert (first.publisher or "", first.published_at or first.published or "") == (paper, published)
    assert (", ".join(first.authors), first.section or "", first.source_id or "") == (authors, section, own)
    assert first.excerpt == ("excerpt" in row[0])
    assert all(article.text.startswith(article.title) for article in articles)
