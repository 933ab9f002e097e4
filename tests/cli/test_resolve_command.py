"""kg resolve: a person's word goes before the rules, can be explained and taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def _called(run_kg: Run, name: str, folder: Path) -> list[str]:
    rows = json.loads(run_kg("query", "entity_search", "--param", f"text={name}", "--json", cwd=folder).stdout)
    return [row["id"] for row in rows]


def test_explain_names_the_rules(run_kg: Run, own_store: Path) -> None:
    out = run_kg("resolve", "explain", "Erik Lindqvist", cwd=own_store.parent).stdout
    assert "also called Lindqvist" in out
    assert "rule:same-name" in out
    assert "rule:coreference" in out


def test_split_and_merge_undo_each_other(run_kg: Run, own_store: Path) -> None:
    folder = own_store.parent
    before = run_kg("export", "claims", cwd=folder).stdout
    records = map(json.loads, run_kg("export", "jsonl", cwd=folder).stdout.splitlines())
    article = next(r["id"] for r in records if r["record"] == "article" and "Riga Storage" in r["title"])
    one = _called(run_kg, "Maria Kask", folder)
    assert len(one) == 1
    assert run_kg("resolve", "split", "Maria Kask", "--article", article[:10], cwd=folder).returncode == 0
    two = _called(run_kg, "Maria Kask", folder)
    assert len(two) == 2
    ambiguous = run_kg("resolve", "explain", "Maria Kask", cwd=folder)
    assert ambiguous.returncode == 2
    assert "several entities fit" in ambiguous.stderr
    assert run_kg("resolve", "merge", *two, "--reason", "the same head", cwd=folder).returncode == 0
    assert _called(run_kg, "Maria Kask", folder) == one
    assert "user:" in run_kg("resolve", "explain", "Maria Kask", cwd=folder).stdout
    assert run_kg("export", "claims", cwd=folder).stdout == before


def test_what_cannot_be_merged_or_split(run_kg: Run, own_store: Path) -> None:
    folder = own_store.parent
    assert "one entity already" in run_kg("resolve", "merge", "Maria Kask", "Kask", cwd=folder).stderr
    assert run_kg("resolve", "explain", "Nobody", cwd=folder).returncode == 1
    assert run_kg("resolve", "split", "Marit Foss", "--article", "ffff", cwd=folder).returncode == 1


def test_undo_takes_back_the_last_word_and_explain_tells(run_kg: Run, own_store: Path) -> None:
    folder = own_store.parent
    before = run_kg("export", "claims", cwd=folder).stdout
    assert run_kg("resolve", "undo", cwd=folder).returncode == 1
    run_kg("resolve", "merge", "Maria Kask", "Kaja Rand", "--reason", "saw her", cwd=folder)
    told = run_kg("resolve", "explain", "Kaja Rand", cwd=folder).stdout
    id = re.search(r"saw her \(same, judgement ([0-9a-f]{8})", told)
    assert id
    assert run_kg("resolve", "undo", id[1], "--reason", "saw wrong", cwd=folder).returncode == 0
    assert run_kg("export", "claims", cwd=folder).stdout == before
    told = run_kg("resolve", "explain", "Kaja Rand", cwd=folder).stdout
    assert "taken back by" in told
    again = run_kg("resolve", "undo", id[1], cwd=folder)
    assert again.returncode == 1
    assert "taken back already" in again.stderr
    assert '"record":"withdrawal"' in run_kg("export", "jsonl", cwd=folder).stdout


def test_undo_of_all_between_two(run_kg: Run, own_store: Path) -> None:
    folder = own_store.parent
    records = map(json.loads, run_kg("export", "jsonl", cwd=folder).stdout.splitlines())
    article = next(r["id"] for r in records if r["record"] == "article" and "Riga Storage" in r["title"])
    one = _called(run_kg, "Maria Kask", folder)
    run_kg("resolve", "split", "Maria Kask", "--article", article[:10], "--reason", "two women", cwd=folder)
    two = _called(run_kg, "Maria Kask", folder)
    told = run_kg("resolve", "explain", two[0], cwd=folder).stdout
    assert "kept apart from" in told
    assert "two women" in told
    assert run_kg("resolve", "undo", *two, cwd=folder).returncode == 0
    assert _called(run_kg, "Maria Kask", folder) == one
    assert run_kg("resolve", "undo", "Maria Kask", "Kaja Rand", cwd=folder).returncode == 1
    assert run_kg("resolve", "undo", "a", "b", "c", cwd=folder).returncode == 2


def test_a_former_id_is_still_understood(run_kg: Run, own_store: Path) -> None:
    folder = own_store.parent
    ids = [*_called(run_kg, "Maria Kask", folder), *_called(run_kg, "Kaja Rand", folder)]
    run_kg("resolve", "merge", *ids, cwd=folder)
    (now,) = _called(run_kg, "Kaja Rand", folder)
    former = next(id for id in ids if id != now)
    for command in (("resolve", "explain"), ("timeline",), ("ask", "What happened to")):
        expected = run_kg(*command, now, cwd=folder)
        assert expected.returncode == 0, expected.stderr
        assert run_kg(*command, former, cwd=folder).stdout == expected.stdout
    assert run_kg("path", former, "Erik Lindqvist", cwd=folder).stdout.startswith("Maria Kask – Erik Lindqvist")
    assert run_kg("explain", former, "MET", "Erik Lindqvist", cwd=folder).returncode == 0
