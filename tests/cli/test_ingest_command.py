"""kg ingest and forget from the outside: streams, partial failure, odd names, what a second run does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ARTICLE = "---\ntitle: {title}\npublisher: Coast News\npublished: 2020-05-04\n---\n{text}\n"
TEXT = "Anna Berg, the chief executive of Nordic Gas, met Olav Vik in Oslo on Monday. They discussed the price of gas."


def write(folder: Path, name: str, *, title: str = "Berg meets Vik", text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(ARTICLE.format(title=title, text=text), encoding="utf-8")
    return path


Run = Callable[..., Any]


def test_a_damaged_file_fails_alone(tmp_path: Path, run_kg: Run) -> None:
    write(tmp_path, "good.txt")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "french.txt").write_text(
        "Le président est arrivé hier soir à Paris pour une réunion avec le ministre. " * 4
    )
    done = run_kg("ingest", ".", "--json", cwd=tmp_path)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["new"] == 1
    assert sorted(failure["source"] for failure in report["failed"]) == ["empty.txt", "french.txt"]
    assert len([line for line in done.stderr.splitlines() if line.startswith("failed: ")]) == 2
    again = run_kg("ingest", ".", cwd=tmp_path)
    assert again.returncode == 1
    assert "1 known" in again.stdout


def test_standard_input_and_overrides(tmp_path: Path, run_kg: Run) -> None:
    given = ("--publisher", "Harbour Post", "--published", "2020-05-04", "--url", "https://post.example/1")
    done = run_kg("ingest", "-", *given, cwd=tmp_path, stdin=f"Berg meets Vik\n\n{TEXT}\n")
    assert done.returncode == 0, done.stderr
    answer = run_kg("ask", "Who met Olav Vik?", cwd=tmp_path).stdout
    assert "Anna Berg met Olav Vik in Oslo on 4 May 2020" in answer
    assert "Harbour Post, 2020-05-04" in answer


def test_field_map(tmp_path: Path, run_kg: Run) -> None:
    record = {"body": TEXT, "head": "Berg meets Vik", "day": "2020-05-04", "outlet": "Coast News"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n")
    fields = [
        part for pair in ("text=body", "title=head", "published=day", "publisher=outlet") for part in ("--field", pair)
    ]
    assert run_kg("ingest", "a.jsonl", *fields, cwd=tmp_path).returncode == 0
    assert "Coast News, 2020-05-04, Berg meets Vik" in run_kg("ask", "Who met Olav Vik?", cwd=tmp_path).stdout


def test_dry_run_writes_nothing(tmp_path: Path, run_kg: Run) -> None:
    write(tmp_path, "a.txt")
    done = run_kg("ingest", "a.txt", "--dry-run", cwd=tmp_path)
    assert done.returncode == 0
    assert "1 would be new" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    "title", ["[red]Berg[/red] meets [link=x]Vik", ":smile: [/] [bold", "Berg \x1b[31mmeets\x07 Vik"]
)
def test_what_an_article_says_is_never_markup_or_a_control_sequence(title: str, tmp_path: Path, run_kg: Run) -> None:
    record = {"text": TEXT, "title": title, "published": "2020-05-04", "publisher": "[blue]Coast"}
    name = "o[red]d 'n\"ame.jsonl"
    (tmp_path / name).write_text(json.dumps(record) + "\n")
    assert run_kg("ingest", name, cwd=tmp_path).returncode == 0
    out = run_kg("ask", "Who met Olav Vik?", cwd=tmp_path).stdout
    assert "[blue]Coast" in out
    assert "\x1b" not in out
    assert "\x07" not in out
    if title.isprintable():
        assert " ".join(title.split()) in " ".join(out.split())


def test_a_store_that_cannot_be_written(tmp_path: Path, run_kg: Run) -> None:
    write(tmp_path, "a.txt")
    done = run_kg("ingest", "a.txt", "--store", "no/such/folder/kg.sqlite", cwd=tmp_path)
    assert done.returncode == 1
    assert "no/such/folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_forget_takes_a_short_id_and_only_what_it_supported(own_store: Path, run_kg: Run) -> None:
    folder = own_store.parent
    records = map(json.loads, run_kg("export", "jsonl", cwd=folder).stdout.splitlines())
    articles = {record["title"]: record["id"] for record in records if record["record"] == "article"}
    denial = articles["Ministry denies that Halvorsen met gas chief"]
    done = run_kg("forget", denial[:8], cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "forgot Ministry denies" in done.stdout
    assert run_kg("ask", "Did Halvorsen meet Erik Lindqvist?", cwd=folder).stdout.startswith("Yes")
    assert "Marit Foss" not in run_kg("query", "entity_search", "--param", "text=Marit Foss", cwd=folder).stdout
    run_kg("ingest", Path(__file__).parents[2] / "examples" / "articles", cwd=folder)
    assert run_kg("ask", "Did Halvorsen meet Erik Lindqvist?", cwd=folder).stdout.startswith("Sources disagree")


def test_a_graph_behind_its_ledger_is_brought_up_to_date_by_a_question(own_store: Path, run_kg: Run) -> None:
    own_store.with_suffix(".kgl").unlink()
    assert "stale" in run_kg("status", cwd=own_store.parent).stdout
    assert run_kg("ask", "Who met Maria Kask?", cwd=own_store.parent).stdout.startswith("Erik Lindqvist")
    assert run_kg("status", "--json", cwd=own_store.parent).stdout.count('"current"') == 1
    assert "current already" in run_kg("project", "--to", "embedded", cwd=own_store.parent).stdout


def test_two_workers_write_what_one_does(demo_store: Path, tmp_path: Path, spawn_kg: Run, root: Path) -> None:
    done = spawn_kg("ingest", root / "examples" / "articles", "--workers", "2", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    exports = [
        spawn_kg("export", "jsonl", "--store", store, cwd=tmp_path).stdout
        for store in (demo_store, tmp_path / "kg.sqlite")
    ]
    assert exports[0] == exports[1] != ""


def test_what_is_left_out_of_a_text_is_counted_and_shown_on_request(tmp_path: Path, run_kg: Run) -> None:
    body = "Marla Quist, the mayor of Aalborg, met Tobias Lund on Friday to sell the harbour to his company.\n\n"
    credit = "Photo: Ole Berg/Example Pictures"
    (tmp_path / "a.txt").write_text(f"Harbour sold to Lund\n\n3 May 2021\n\n{body * 2}{credit}\n", encoding="utf-8")
    brief = run_kg("ingest", "a.txt", "--dry-run", cwd=tmp_path)
    assert "words left out" in brief.stderr
    assert credit not in brief.stderr
    assert json.loads(run_kg("ingest", "a.txt", "--dry-run", "--json", cwd=tmp_path).stdout)["words_left_out"] > 4
    for command in (("ingest", "--dry-run"), ("extract",)):
        assert f"left out: a.txt: {credit}" in run_kg(*command, "a.txt", "--verbose", cwd=tmp_path).stderr


def test_a_record_is_found_by_its_own_id_everywhere(tmp_path: Path, run_kg: Run) -> None:
    rows = [
        {"id": 71, "title": "Harbour sold", "text": "Marla Quist met Tobias Lund in Aalborg on Friday to sell it."},
        {
            "id": "b-72",
            "title": "Deal signed",
            "text": "Tobias Lund criticised Marla Quist on Monday, he said.",
        },
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    field = ("--field", "id=id")
    claims = [json.loads(line) for line in run_kg("extract", "news.jsonl", *field, cwd=tmp_path).stdout.splitlines()]
    assert {claim["article"] for claim in claims} == {"71", "b-72"}
    assert run_kg("ingest", "news.jsonl", *field, cwd=tmp_path).returncode == 0
    exported = map(json.loads, run_kg("export", "claims", cwd=tmp_path).stdout.splitlines())
    assert {claim["source_id"] for claim in exported} == {"71", "b-72"}
    listed = run_kg("status", "--articles", cwd=tmp_path).stdout.splitlines()
    assert sorted(line.split("\t")[1] for line in listed[1:]) == ["71", "b-72"]
    (fact,) = json.loads(run_kg("explain", "Tobias Lund", "CRITICIZES", "Marla Quist", "--json", cwd=tmp_path).stdout)
    assert fact["source_id"] == "b-72"
    assert "forgot Deal signed" in run_kg("forget", "b-72", cwd=tmp_path).stdout
    assert run_kg("status", "--articles", "--json", cwd=tmp_path).stdout.count('"source_id"') == 1
