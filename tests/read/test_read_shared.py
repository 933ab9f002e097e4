"""The real thing: two pages as saved, and hundreds of clean articles of which nothing may be lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.read import Reading, find_sources, read
from kg.read.page.furniture import is_caption

pytestmark = pytest.mark.shared
DATE = re.compile(r"(?:\w+day, )?\w+ \d+, \d{4}")


def test_saved_pages(shared: Path) -> None:
    for source in find_sources([str(shared / "eval/seeds/articles")]):
        (reading,) = list(read(source))
        assert isinstance(reading, Reading)
        article, raw = reading.article, Path(source).read_text(encoding="utf-8")
        assert article.published in (None, "2022")
        assert reading.warnings
        for segment in article.segments:
            stored = article.text[segment.start : segment.start + segment.length]
            assert stored == raw[segment.source_start : segment.source_start + segment.length]
        title, deck, *body = article.text.split("\n\n")
        assert title == article.title
        assert len(deck) < 150
        assert len(body) >= 18
        assert all(len(line) > 75 for line in body)
        assert not re.search(
            r"©|Copyright|Newsletter|Related|HOURS AGO|\]\(|\*\*|\\\[|Greenland|Additional", article.text
        )


def test_clean_articles_lose_nothing(shared: Path) -> None:
    lost, lines = [], 0
    for source in find_sources([str(shared / "eval/dev/articles"), str(shared / "eval/dwie/articles")]):
        (reading,) = list(read(source))
        assert isinstance(reading, Reading), reading
        kept = set(reading.article.text.split("\n\n"))
        raw = [" ".join(line.split()) for line in Path(source).read_text(encoding="utf-8").splitlines() if line.strip()]
        assert reading.article.title == raw[0]
        lines += len(raw)
        lost += [line for line in raw if line not in kept and not DATE.fullmatch(line) and not is_caption(line)]
        if DATE.fullmatch(raw[1]):
            assert reading.article.published
    assert lines > 500
    assert lost == ["."]
