"""kg resolve review: pairs are listed where nobody can be asked, and asked in a terminal, each once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kg.cli.review

Run = Callable[..., Any]

ARTICLES = {
    "one.txt": "Sergey Ivanov met Maria Kask in Oslo on Monday. The Baltic Dredging Company sued Velmark Shipping.",
    "two.txt": "Maria Kask praised Sergei Ivanov on Tuesday. Velmark Shiping denied the report.",
    "three.txt": "Sergej Ivanov criticised Maria Kask on Friday.",
}


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory, spawn_kg: Run) -> Path:
    folder = tmp_path_factory.mktemp("review")
    for name, text in ARTICLES.items():
        (folder / name).write_text(f"---\npublished: 2021-03-04\n---\n{text}\n", encoding="utf-8")
    done = spawn_kg("ingest", folder, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(reviewed: Path, tmp_path: Path) -> Path:
    for file in reviewed.glob("kg.*"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.cli.review, "_is_terminal", lambda: True)


def pairs(run_kg: Run, folder: Path) -> list[dict[str, Any]]:
    return list(json.loads(run_kg("resolve", "review", "--json", cwd=folder).stdout))


def test_pairs_with_a_sentence_from_each(run_kg: Run, folder: Path) -> None:
    found = pairs(run_kg, folder)
    assert {pair["rule"] for pair in found[:3]} == {"spelling"}
    names = {frozenset((pair["left"]["name"], pair["right"]["name"])) for pair in found}
    assert frozenset(("Sergey Ivanov", "Sergei Ivanov")) in names
    for pair in found:
        for side in (pair["left"], pair["right"]):
            assert side["name"] in side["sentence"]
            assert side["articles"] == 1
    done = run_kg("resolve", "review", "--limit", "1", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith(f"1/{len(found)}  “Serge")
    assert "2/" not in done.stdout
    assert pairs(run_kg, folder) == found


def test_answers_are_judgements_and_what_follows_is_not_asked(run_kg: Run, folder: Path, terminal: None) -> None:
    before = run_kg("export", "jsonl", cwd=folder).stdout
    number = len(pairs(run_kg, folder))
    done = run_kg("resolve", "review", cwd=folder, stdin="what?\ns\nsame\n" + "\n" * number)
    assert done.returncode == 0
    assert done.stderr.count("Enter to skip") == number  # one answer was none, one pair followed from two others
    assert "entities before" in done.stdout
    left = pairs(run_kg, folder)
    assert len(left) == number - 3
    assert "reviewed: “Serge" in run_kg("resolve", "explain", "Sergei Ivanov", cwd=folder).stdout
    for _ in range(2):
        assert run_kg("resolve", "undo", cwd=folder).returncode == 0
    assert len(pairs(run_kg, folder)) == number
    entities = [line for line in before.splitlines() if '"record":"entity"' in line]
    assert entities == [
        line for line in run_kg("export", "jsonl", cwd=folder).stdout.splitlines() if '"record":"entity"' in line
    ]


def test_two_that_differ_are_not_asked_again(run_kg: Run, folder: Path, terminal: None) -> None:
    number = len(pairs(run_kg, folder))
    assert run_kg("resolve", "review", cwd=folder, stdin="d\nq\n").returncode == 0
    assert len(pairs(run_kg, folder)) == number - 1
    ended = run_kg("resolve", "review", cwd=folder, stdin="")
    assert ended.returncode == 0
    assert "nothing said" in ended.stdout
    listed = run_kg("resolve", "review", "--list", cwd=folder, stdin="s\n")
    assert "Enter to skip" not in listed.stderr
    assert len(pairs(run_kg, folder)) == number - 1


def test_nothing_to_review(run_kg: Run, own_store: Path) -> None:
    assert run_kg("resolve", "review", cwd=own_store.parent).stdout == "nothing to review\n"
