"""What happens around a command: interruption, a closed pipe, a bug of ours, the time that help takes."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main

Run = Callable[..., Any]


def test_interruption_ends_quietly(tmp_path: Path, kg_command: Path) -> None:
    process = subprocess.Popen(
        [str(kg_command), "ingest", "-"], cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    )
    assert process.stdin is not None
    process.stdin.write(b"Ostra sued Velmark. " * 10_000)  # more than a pipe holds: when this is through, kg is reading
    process.send_signal(signal.SIGINT)
    told = process.communicate(timeout=60)[1].decode()
    assert process.returncode == main.INTERRUPTED
    assert "interrupted" in told
    assert "Traceback" not in told


def test_a_closed_pipe_ends_quietly(demo_store: Path, tmp_path: Path, kg_command: Path) -> None:
    command = f"'{kg_command}' export jsonl --store '{demo_store}' | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout.startswith("{")
    assert done.stderr == ""


def test_a_bug_of_ours_is_one_line_that_says_how_to_report_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(arguments: object) -> int:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr(main, "_run", broken)
    monkeypatch.delenv("KG_DEBUG", raising=False)
    assert main.run([]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError: a b" in told
    assert "KG_DEBUG=1" in told


def test_help_names_every_command_and_loads_nothing_heavy(tmp_path: Path, spawn_kg: Run, kg_command: Path) -> None:
    done = spawn_kg("--help", cwd=tmp_path)
    assert done.returncode == 0
    for command in ("ingest", "ask", "query", "cypher", "path", "timeline", "conflicts", "explain", "forget", "doctor"):
        assert f"  {command} " in done.stdout
    assert "..." not in done.stdout.split("Commands:")[1], "no description is cut off"
    heavy = ("spacy", "sqlalchemy", "neo4j", "kglite", "networkx", "dateparser", "pydantic", "rich")
    code = f"import sys; from kg.cli.main import run; run(['--help']); print([m for m in {heavy} if m in sys.modules])"
    python = kg_command.with_name("python")
    loaded = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert loaded.stdout.splitlines()[-1] == "[]"


def test_no_colour_codes_where_there_is_no_terminal(demo_store: Path, tmp_path: Path, spawn_kg: Run) -> None:
    assert "\x1b" not in spawn_kg("ask", "Who met Maria Kask?", "--store", demo_store, cwd=tmp_path).stdout


def test_output_survives_a_terminal_without_utf8(demo_store: Path, tmp_path: Path, spawn_kg: Run) -> None:
    done = spawn_kg("ask", "Who met Maria Kask?", "--store", demo_store, cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "\\u201c" in done.stdout


def test_the_demo_answers_and_keeps_what_it_made(tmp_path: Path, spawn_kg: Run) -> None:
    done = spawn_kg("demo", "--keep", "kept", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("$ kg ask ") >= 5
    assert "Nothing found" not in done.stdout
    assert "Sources disagree" in done.stdout
    assert "Next:" in done.stdout
    assert (tmp_path / "kept" / "kg.sqlite").exists()
