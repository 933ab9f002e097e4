"""Several processes extract, one writes: ledger and graph are those of one process, whatever happens on the way."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import pytest
from stories import ToyExtractor
from toy_run import ToyTools, run, shown, write, write_articles

from kg.errors import InputError, PipelineError
from kg.ledger import Ledger
from kg.model import Article, Extraction
from kg.pipeline import Event, Step, Tools, ingest
from kg.pipeline.run import BATCH

MATTERS = ("salt", "herring", "timber", "copper", "wool", "amber", "barley", "cloth", "iron", "glass", "tar", "wine")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Several batches, one article twice, one that fails and one that cannot be read."""
    folder = tmp_path / "articles"
    write_articles(folder)
    for number in range(3 * BATCH):
        matter = MATTERS[number % len(MATTERS)]
        prose = f"the price of {matter} had risen for {number} years, and everyone in town {number} spoke of {matter}."
        text = f"Ann Lee met Guest{number} Ray in a house made of {matter}.\n\nIt was said that {prose}"
        write(folder / f"more-{number:02}.txt", f"Talks number {number}", "Gazette", text)
    write(folder / "more-20-boom.txt", "BOOM", "Gazette", "Ann Lee met Bob Ray in BOOM, and nobody knew why that was.")
    (folder / "more-30-empty.txt").touch()
    (folder / "zz-again.txt").write_bytes((folder / "more-00.txt").read_bytes())
    (folder / "more-47-again.txt").write_bytes((folder / "more-47.txt").read_bytes())
    return folder


def test_ledger_and_graph_are_those_of_one_process(folder: Path, tmp_path: Path) -> None:
    events: list[Event] = []
    one = run(tmp_path / "one.sqlite", folder)
    two = run(tmp_path / "two.sqlite", folder, workers=2, progress=events.append)
    assert len(one.failed) == 2
    assert (two.sources, two.read, two.new, two.known, two.copies, two.claims) == (
        *(one.sources, one.read, one.new, one.known, one.copies, one.claims),
    )
    assert set(two.failed) == set(one.failed)
    assert shown(tmp_path / "two.sqlite") == shown(tmp_path / "one.sqlite")
    done = [(event.done, event.total) for event in events if event.step is Step.SOURCE]
    assert done == [(number, one.sources) for number in range(1, one.sources + 1)]
    again = run(tmp_path / "two.sqlite", folder, workers=2)
    assert (again.new, again.known) == (0, one.new + one.known)


def test_the_order_of_failures_and_claims_does_not_depend_on_chance(folder: Path, tmp_path: Path) -> None:
    reports = [run(tmp_path / f"{n}.sqlite", folder, workers=3) for n in range(2)]
    assert reports[0] == reports[1]


def test_a_missing_language_pipeline_is_told(folder: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "kg.sqlite") as ledger, pytest.raises(PipelineError, match="en_core_web_none"):
        ingest([str(folder)], ledger, Tools("en_core_web_none"), workers=2)


class Killed(ToyExtractor):
    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            if "town 40" in article.text:
                os.kill(os.getpid(), signal.SIGKILL)
            yield from super().extract([article])


class KilledTools(ToyTools):
    @cached_property
    def extractor(self) -> Killed:
        return Killed()


def test_a_worker_that_is_killed_costs_no_finished_article(folder: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "kg.sqlite") as ledger:
        with pytest.raises(PipelineError, match="fewer --workers"):
            ingest([str(folder)], ledger, KilledTools(), workers=2)
        before = ledger.counts()["articles"]
    run(tmp_path / "kg.sqlite", folder)
    run(tmp_path / "one.sqlite", folder)
    assert before < 3 * BATCH
    assert shown(tmp_path / "kg.sqlite") == shown(tmp_path / "one.sqlite")


def test_only_the_rules_run_in_several_processes(folder: Path, tmp_path: Path) -> None:
    with (
        Ledger.open(tmp_path / "kg.sqlite") as ledger,
        pytest.raises(InputError, match="only for --extractor rules, not llm"),
    ):
        ingest([str(folder)], ledger, Tools(extractor="llm"), workers=2)


def test_tools_travel_without_what_they_have_loaded() -> None:
    tools = Tools("some_pipeline", min_confidence=0.5)
    assert tools.gazetteer
    sent = pickle.loads(pickle.dumps(tools))  # what a new process gets
    assert (sent.pipeline, sent.min_confidence, "gazetteer" in vars(sent)) == ("some_pipeline", 0.5, False)
