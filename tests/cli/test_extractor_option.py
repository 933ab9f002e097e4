"""--extractor from the outside: a language model's claims into ledger and answers, what it costs, what goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chat_server import MET, TEXT, ChatServer, claims, refused

Run = Callable[..., Any]
FALSE = MET | {"quote": "Berg killed Kalna."}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(f"---\ntitle: Talks\npublisher: Gazette\npublished: 2021-03-10\n---\n{TEXT}\n", encoding="utf-8")
    return path


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with ChatServer(claims(MET, FALSE)).running() as running:
        yield running


def settings(server: ChatServer) -> dict[str, str]:
    return {"KG_LLM_URL": server.url, "KG_LLM_MODEL": "m-1"}


def test_claims_of_a_model_reach_answers(story: Path, server: ChatServer, run_kg: Run) -> None:
    folder, prices = story.parent, ("--extractor-option", "prices=1,2")
    done = run_kg("ingest", story, "--extractor", "llm", *prices, cwd=folder, **settings(server))
    assert done.returncode == 0, done.stderr
    assert "1 new" in done.stdout
    assert "1 claims" in done.stdout
    assert "llm: m-1: 1 request, 1,000 tokens in, 200 out, $0.0014" in done.stderr
    assert "llm: 1 claim kept, 1 dropped (1 quote not in the article)" in done.stderr
    answer = run_kg("ask", "Who met Tomas Berg?", cwd=folder).stdout
    assert "Ilze Kalna" in answer
    assert MET["quote"] in " ".join(answer.split())
    assert '"extractor": "llm-1 m-1"' in run_kg("export", "jsonl", cwd=folder).stdout.replace('":"', '": "')
    again = run_kg("ingest", story, "--extractor", "llm", cwd=folder, **settings(server))
    assert "1 known" in again.stdout
    assert len(server.asked) == 1


def test_extract_prints_the_claims_and_reports_apart(story: Path, server: ChatServer, run_kg: Run) -> None:
    done = run_kg("extract", story, "--extractor", "llm", cwd=story.parent, **settings(server))
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["evidence"]["sentence"] == MET["quote"]
    assert "llm: m-1: 1 request" in done.stderr


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_dry_run_asks_nobody(command: str, story: Path, server: ChatServer, run_kg: Run) -> None:
    given = ("--extractor", "llm", "--dry-run", "--extractor-option", "prices=1,2")
    for environment in ({}, settings(server)):
        done = run_kg(command, story, *given, cwd=story.parent, **environment)
        assert done.returncode == 0, done.stderr
        assert "llm: would send 1 request: about " in done.stderr
        assert "(an estimate; nothing was sent)" in done.stderr
    assert server.asked == []
    assert [path.name for path in story.parent.iterdir()] == [story.name]


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        (("--extractor", "nix"), 2, "kg: extractor 'nix' is not installed; installed are: llm, rules"),
        (("--extractor", "llm"), 2, "kg: extractor llm: no url; set KG_LLM_URL"),
        (("--extractor-option", "a=b"), 2, "kg: extractor rules: no setting 'a'; it has none"),
        (("--extractor-option", "a"), 2, "kg: --extractor-option a: write it as KEY=VALUE"),
    ],
)
def test_mistakes(command: str, given: tuple[str, ...], status: int, told: str, story: Path, run_kg: Run) -> None:
    done = run_kg(command, story, *given, cwd=story.parent)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith(told)
    assert len(done.stderr.splitlines()) == 1


def test_a_wrong_key_ends_the_run_in_one_line(story: Path, run_kg: Run) -> None:
    secret = "sk-never-shown"
    with ChatServer(refused(401, f"Incorrect API key provided: {secret}")).running() as server:
        environment = settings(server) | {"KG_LLM_API_KEY": secret}
        done = run_kg("ingest", story, "--extractor", "llm", cwd=story.parent, **environment)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"kg: extractor llm: {server.url}: the server says 401")
    assert secret not in line


def test_an_article_that_fails_is_not_marked_done(story: Path, run_kg: Run) -> None:
    folder = story.parent
    with ChatServer(refused(400, "content too long")).running() as server:
        done = run_kg("ingest", story, "--extractor", "llm", cwd=folder, **settings(server))
    assert done.returncode == 1
    assert f"failed: {story}: extractor llm: {server.url}: the server says 400 (content too long)" in done.stderr
    with ChatServer(claims(MET)).running() as server:
        done = run_kg("ingest", story, "--extractor", "llm", cwd=folder, **settings(server))
    assert "1 new" in done.stdout


def test_its_claims_can_be_scored(story: Path, server: ChatServer, run_kg: Run) -> None:
    gold = story.parent / "gold"
    gold.mkdir()
    met = {"names": ["Ilze Kalna"]}, {"names": ["Tomas Berg"]}
    wanted = [{"subject": met[0], "relation": "MET", "object": met[1]}]
    (gold / "story.json").write_text(json.dumps({"id": "story", "claims": wanted}))
    given = ("--articles", story, "--extractor", "llm", "--json")
    done = run_kg("eval", gold, *given, cwd=story.parent, **settings(server))
    assert json.loads(done.stdout)["claims"]["f1"] == 1
    assert "llm: m-1: 1 request" in done.stderr
