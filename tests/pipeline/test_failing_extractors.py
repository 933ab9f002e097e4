"""Extractors that fail: on one article, on a batch, for good, or by giving what does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from stories import read_toy
from toy_run import STORIES, ToyTools, run, write_articles

from kg.errors import ExtractionError, PipelineError
from kg.graph.engines import open_store
from kg.ledger import Ledger
from kg.model import Article, Extraction
from kg.pipeline import Notice, ingest
from kg.pipeline.steps import extract_each

ARTICLES = [Article.create(title="", text=f"{meeting} in town.") for meeting, _ in STORIES]

Work = Callable[[Article], Extraction]


class Watched:
    """An extractor that does what a test says, and remembers the articles that it was asked about."""

    name, pipeline = "watched", "watched 1"

    def __init__(self, work: Work) -> None:
        self.work = work
        self.asked: list[Article] = []

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            self.asked.append(article)
            yield self.work(article)


def tools_with(work: Work) -> tuple[ToyTools, Watched]:
    tools, extractor = ToyTools(), Watched(work)
    vars(tools)["extractor"] = extractor
    return tools, extractor


def failing_on(word: str, error: Exception) -> Work:
    def work(article: Article) -> Extraction:
        if word in article.text:
            raise error
        return read_toy(article)

    return work


def outcome(tools: ToyTools) -> list[str]:
    """For every article, in order, its claims or why it failed."""
    found = list(extract_each(ARTICLES, tools))
    assert [article for article, _ in found] == ARTICLES
    return [one.message if isinstance(one, Notice) else str(len(one.claims)) for _, one in found]


def test_an_article_that_fails_by_name_costs_nothing_else() -> None:
    tools, extractor = tools_with(failing_on("Iceland", ExtractionError("too cold")))  # the fifth and the sixth
    assert outcome(tools) == ["1", "1", "1", "1", "too cold", "too cold", "1"]
    assert extractor.asked == ARTICLES  # each once: asking may cost money


def test_any_other_fault_is_pinned_down_without_repeating_what_was_done() -> None:
    tools, extractor = tools_with(failing_on("Eve Fox met", ValueError("no\nfoxes")))
    assert outcome(tools) == ["1", "1", "1", "ValueError: no", "1", "1", "1"]
    assert extractor.asked == [*ARTICLES[:4], *ARTICLES[3:]]


def test_a_service_that_is_gone_ends_it_after_what_was_done() -> None:
    tools, extractor = tools_with(failing_on("Eve Fox met", PipelineError("gone")))
    found = extract_each(ARTICLES, tools)
    assert [next(found)[0] for _ in range(3)] == ARTICLES[:3]
    with pytest.raises(PipelineError, match="gone"):
        next(found)
    assert extractor.asked == ARTICLES[:4]


def test_extractions_that_do_not_hold_fail_their_article() -> None:
    def work(article: Article) -> Extraction:
        good = read_toy(article)
        return replace(good, article_id="other") if "Kim Dow met" in article.text else good

    found = outcome(tools_with(work)[0])
    assert found[:6] == ["1"] * 6
    assert "refused: it is of another article" in found[6]


@pytest.mark.parametrize("kept", [0, 3, 6])
def test_an_extractor_that_gives_too_few(kept: int) -> None:
    tools, extractor = tools_with(read_toy)

    def few(articles: Iterable[Article]) -> Iterator[Extraction]:
        return map(read_toy, [article for article in articles if article in ARTICLES[:kept]])

    extractor.extract = few  # type: ignore[method-assign]
    found = outcome(tools)
    assert found[:kept] == ["1"] * kept
    assert all(message.startswith("ValueError") for message in found[kept:])


def test_an_extractor_that_gives_too_many() -> None:
    tools, extractor = tools_with(read_toy)
    extractor.extract = lambda articles: iter([read_toy(one) for one in (*articles, ARTICLES[0])])  # type: ignore[method-assign]
    assert outcome(tools) == ["1"] * len(ARTICLES)


def test_what_was_finished_before_the_end_can_be_asked_about(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles")
    tools, _ = tools_with(failing_on("Eve Fox met", PipelineError("gone")))
    store = tmp_path / "kg.sqlite"
    with Ledger.open(store) as ledger, pytest.raises(PipelineError, match="gone"):
        ingest([str(tmp_path / "articles")], ledger, tools)
    with Ledger.open(store) as ledger, open_store(ledger_path=store) as graph:
        done = {article.title for article in ledger.articles()}
        met = graph.read("MATCH (a:Entity)-[r:MET]-(b:Entity) RETURN count(r) AS edges")[0]["edges"]
    assert done == {"Meeting 0 ends", "Meeting 1 ends", "Meeting 2 ends"}
    assert met > 0
    report = run(store, tmp_path / "articles")
    assert (report.new, report.known, report.failed) == (5, 4, ())
