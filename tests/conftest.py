"""What all tests share: the folder of evaluation texts beside the checkout, language pipeline and extractor, a Neo4j
server, and rules about skips and workers.

A Neo4j test may be skipped on a machine without Java, never where it was asked for: with KG_REQUIRE_NEO4J=1 a skipped
test with the marker `neo4j` counts as failed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from neo4j_server.server import ServerError, running

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.extract import RuleExtractor

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with evaluation articles and gold claims beside the checkout; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "eval").is_dir():
        pytest.skip("needs the evaluation texts in ../shared")
    return folder


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default language pipeline with the shipped gazetteer, loaded once."""
    from kg.parse import load

    return load()


@pytest.fixture(scope="session")
def extractor(nlp: Language) -> RuleExtractor:
    """The rules of the built-in extractor; what the learned scorer adds is judged by numbers, not by tables."""
    from kg.extract import RuleExtractor
    from kg.extract.learned import Unscored
    from kg.gazetteer import Gazetteer
    from kg.ontology import Ontology

    return RuleExtractor(nlp, Ontology.load(), Gazetteer.load(), Unscored())


@pytest.fixture(scope="session")
def claims_of(extractor: RuleExtractor) -> Callable[..., list[dict[str, Any]]]:
    """Reads a text (and a publication date) into claims as `kg extract --format jsonl` prints them."""
    from kg.export.claims import extraction_claims
    from kg.gazetteer import Gazetteer
    from kg.model import Article

    gazetteer = Gazetteer.load()

    def claims_of(text: str, published: str | None = None, using: RuleExtractor = extractor) -> list[dict[str, Any]]:
        article = Article.create(title="", text=text, published=published)
        (extraction,) = using.extract([article])
        return [json.loads(line) for line in extraction_claims(article, extraction, gazetteer)]

    return claims_of


@pytest.fixture(scope="session")
def neo4j_uri() -> Iterator[str]:
    """Address of a real Neo4j server: NEO4J_URI where set (what kg wrote there is wiped), else one that is started for
    the session; skips with the reason where it cannot be."""
    if given := os.environ.get("NEO4J_URI"):
        yield given
        return
    try:
        with running() as server:
            yield server.uri
    except ServerError as error:
        pytest.skip(str(error))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the Neo4j tests in one worker under `--dist loadgroup`: they share one server and wipe it."""
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")
        if "neo4j_uri" in getattr(item, "fixturenames", ()):
            item.add_marker("neo4j")
        if item.get_closest_marker("neo4j"):
            item.add_marker(pytest.mark.xdist_group("neo4j"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and item.get_closest_marker("neo4j") and os.environ.get("KG_REQUIRE_NEO4J") == "1":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped although KG_REQUIRE_NEO4J=1: {reason}"
    return report
