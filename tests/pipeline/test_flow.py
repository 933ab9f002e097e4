"""The flow from files to ledger and graph: what it reports and skips, and that order and accidents leave no trace."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import toy_run
from stories import ToyExtractor, read_toy
from toy_run import GAZETTEER, ToyTools, run, shown, write, write_articles

from kg.errors import InputError, NotFoundError, PipelineError
from kg.export import ledger_records
from kg.ledger import Ledger
from kg.model import Article, Extraction
from kg.pipeline import Event, IngestReport, Notice, Step, Tools, extract, forget, ingest, resolve

PROSE = "and it was said in the end that the price of salt had risen for the third year in a row."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_articles(tmp_path / "articles")
    return tmp_path / "articles"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "kg.sqlite"


def everything(store: Path) -> list[str]:
    with Ledger.open(store) as ledger:
        return list(ledger_records(ledger))


def test_a_run_reports_what_it_did(folder: Path, store: Path) -> None:
    events: list[Event] = []
    report = run(store, folder, progress=events.append)
    assert report == IngestReport(sources=9, read=9, new=8, known=1, copies=1, claims=8, failed=(), warnings=())
    steps = [event.step for event in events]
    assert [steps.count(step) for step in (Step.NEW, Step.KNOWN, Step.SOURCE)] == [8, 1, 9]
    last = steps.index(Step.RESOLVE)
    assert {*steps[:last]} == {Step.NEW, Step.KNOWN, Step.SOURCE}
    assert {*steps[last + 1 :]} == {Step.PROJECT}
    written = {event.name: event.done for event in events if event.step is Step.PROJECT and event.total}
    assert written["embedded Claim"] == written["embedded STATES"] == 8
    assert [(event.done, event.total) for event in events if event.step is Step.SOURCE] == [
        (n, 9) for n in range(1, 10)
    ]


def test_ledger_and_graph_hold_what_the_articles_say(folder: Path, store: Path) -> None:
    run(store, folder)
    with Ledger.open(store) as ledger:
        assert [e.name for e in ledger.entities() if e.id.startswith("kb:")] == ["Iceland", "Norway"]
        (ann,) = [entity for entity in ledger.entities() if entity.name == "Ann Lee"]
        assert len({m.article_id for m in ledger.mentions() if m.id in ann.mention_ids}) == 5
        assert [ledger.article(id).publisher for id in sum(ledger.copies().items(), ())] in (
            ["Copycat", "Gazette 0"],
            ["Gazette 0", "Copycat"],
        )
    with toy_run.open_store(ledger_path=store) as graph:
        rows = graph.read("MATCH (a {name: 'Ann Lee'})-[r:MET]-(b) RETURN b.name AS name ORDER BY name")
    assert [row["name"] for row in rows] == ["Bob Ray", "Eve Fox", "Kim Dow"]


def test_again_changes_nothing_and_extracts_nothing(folder: Path, store: Path) -> None:
    run(store, folder)
    before, tools = everything(store), ToyTools()
    with Ledger.open(store) as ledger:
        state = ledger.state()
        report = ingest([str(folder)], ledger, tools)
        assert ledger.state() == state
    assert (report.new, report.known, report.claims) == (0, 9, 0)
    assert everything(store) == before
    assert "extractor" not in vars(tools)


def test_the_order_of_files_does_not_matter(folder: Path, tmp_path: Path) -> None:
    files = sorted(folder.rglob("*.txt"))
    run(tmp_path / "at_once.sqlite", folder)
    expected = shown(tmp_path / "at_once.sqlite")
    for seed in range(4):
        shuffle, store = random.Random(seed), tmp_path / f"{seed}.sqlite"
        shuffle.shuffle(files)
        cut = shuffle.randrange(1, len(files))
        for part in (files[:cut], files[cut : cut + 1], files[cut + 1 :]):
            if part:
                run(store, *part)
        assert shown(store) == expected


def test_of_one_article_in_two_records_the_smallest_path_is_kept(tmp_path: Path, store: Path) -> None:
    record = json.dumps({"title": "One title", "text": f"Ann Lee met Bob Ray on Monday, {PROSE}"})
    fill = [json.dumps({"title": f"Title {n}", "text": f"Ann Lee met Guest {n} on day {n}, {PROSE}"}) for n in range(8)]
    (tmp_path / "many.jsonl").write_text("\n".join(["", record, *fill, record]), encoding="utf-8")
    assert run(store, tmp_path / "many.jsonl").known == 1
    with Ledger.open(store) as ledger:
        (path,) = [article.path for article in ledger.articles() if article.title == "One title"]
    assert path == f"{tmp_path}/many.jsonl:11"


def test_what_fails_is_reported_and_stops_nothing(folder: Path, store: Path, tmp_path: Path) -> None:
    write(folder / "boom.txt", "BOOM goes the toy", "Gazette", f"Ann Lee met Bob Ray in BOOM, {PROSE}")
    (folder / "bad.jsonl").write_text('{"title": "no text"}\nnot json\n', encoding="utf-8")
    (folder / "empty.txt").touch()
    report = run(store, folder)
    assert (report.new, report.known, report.read) == (8, 1, 10)
    failed = {Path(notice.source).name: notice.message for notice in report.failed}
    assert failed.keys() == {"bad.jsonl:1", "bad.jsonl:2", "boom.txt", "empty.txt"}
    assert failed["boom.txt"] == "ValueError: the toy does not like"
    assert not any("\n" in message for message in failed.values())
    (folder / "boom.txt").unlink()
    run(tmp_path / "without.sqlite", folder)
    assert everything(store) == everything(tmp_path / "without.sqlite")


def test_what_failed_is_tried_again(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "boom.txt", "BOOM goes the toy", "Gazette", f"Ann Lee met Bob Ray in BOOM, {PROSE}")
    assert run(store, path).new == 0
    monkeypatch.setattr(ToyExtractor, "extract", lambda self, articles: map(read_toy, articles))
    report = run(store, path)
    assert (report.new, report.failed) == (1, ())


def test_an_extraction_that_the_ledger_refuses_is_reported(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loses_its_mentions(self: ToyExtractor, articles: list[Article]) -> list[Extraction]:
        found = [read_toy(article) for article in articles]
        return [replace(one, mentions=()) if "Kim" in one.claims[0].evidence.quote else one for one in found]

    monkeypatch.setattr(ToyExtractor, "extract", loses_its_mentions)
    report = run(store, folder)
    assert (report.new, len(report.failed)) == (6, 2)
    assert all("refused" in notice.message for notice in report.failed)


def test_a_dry_run_tells_what_would_be_and_writes_nothing(folder: Path, store: Path, tmp_path: Path) -> None:
    Ledger.open(store).close()
    would = run(store, folder, dry_run=True)
    assert not any(line != "" for line in everything(store))
    assert not store.with_suffix(".kgl").exists()
    assert run(store, folder) == would
    assert run(store, folder, dry_run=True) == run(store, folder)


def test_an_engine_that_fails_costs_no_article(folder: Path, store: Path) -> None:
    report = run(store, folder, stores=("graphite:nowhere", "embedded"))
    assert report.new == 8
    assert [notice.source for notice in report.failed] == ["graphite:nowhere"]
    assert store.with_suffix(".kgl").exists()


def test_without_a_language_pipeline_nothing_is_done(folder: Path, store: Path) -> None:
    with Ledger.open(store) as ledger, pytest.raises(PipelineError):
        ingest([str(folder)], ledger, Tools("en_core_web_none"))
    assert everything(store) == []


def test_a_pattern_that_finds_nothing(tmp_path: Path, store: Path) -> None:
    with pytest.raises(InputError):
        run(store, tmp_path / "none" / "*.txt")


def test_forgetting_is_as_if_it_had_never_been_there(folder: Path, store: Path, tmp_path: Path) -> None:
    run(store, folder)
    with Ledger.open(store) as ledger:
        (id,) = [article.id for article in ledger.articles() if article.publisher == "Gazette 0"]
        forget(ledger, id, ToyTools())
        with pytest.raises(NotFoundError):
            forget(ledger, id, ToyTools())
    for name in ("0.txt", "same/again.txt"):
        (folder / name).unlink()
    run(tmp_path / "without.sqlite", folder)
    assert shown(store) == shown(tmp_path / "without.sqlite")


def test_resolving_again_changes_nothing(folder: Path, store: Path) -> None:
    run(store, folder)
    with Ledger.open(store) as ledger:
        assert not resolve(ledger, GAZETTEER)


def test_extraction_without_a_ledger(folder: Path) -> None:
    write(folder / "boom.txt", "BOOM goes the toy", "Gazette", f"Ann Lee met Bob Ray in BOOM, {PROSE}")
    (folder / "empty.txt").touch()
    found = list(extract([str(folder)], ToyTools()))
    notices = [item for item in found if isinstance(item, Notice)]
    assert {Path(notice.source).name for notice in notices} == {"boom.txt", "empty.txt"}
    pairs = [item for item in found if not isinstance(item, Notice)]
    assert [Path(str(article.path)).name for article, _ in pairs] == [
        *(f"{number}.txt" for number in range(7)),
        "copy.txt",
        "again.txt",
    ]
    assert all(extraction == read_toy(article) for article, extraction in pairs)


@pytest.mark.parametrize(
    ("code", "heavy"),
    [
        ("import kg.pipeline", {"spacy", "sqlalchemy", "pydantic", "trafilatura", "kglite"}),
        ("from pathlib import Path; from toy_run import run; run(Path({store!r}), {folder!r})", {"spacy"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(folder: Path, store: Path, code: str, heavy: set[str]) -> None:
    run(store, folder)
    here = str(Path(__file__).parent)
    program = f"import sys; sys.path.insert(0, {here!r})\n" + code.format(store=str(store), folder=str(folder))
    program += "\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())
