"""kg resolve: a person's word goes before the rules, can be explained and taken back."""

from __future__ import annotations

import json
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
