"""A ledger and graph of the example articles, and the command line in this process (quick) or in one of its own."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main

SETTINGS = (
    *("KG_STORE", "KG_GRAPH", "KG_DEBUG", "KG_GAZETTEER", "KG_ONTOLOGY", "NEO4J_URI"),
    *("KG_LLM_URL", "KG_LLM_MODEL", "KG_LLM_API_KEY"),
)


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture(scope="session")
def kg_command() -> Path:
    """The installed command."""
    return Path(sys.executable).with_name("kg")


@pytest.fixture
def run_kg(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process, in a folder (`cwd`), with no setting of the caller's but those given."""

    def run(*arguments: str | Path, cwd: Path, stdin: str = "", **environment: str) -> Done:
        monkeypatch.chdir(cwd)
        for name in SETTINGS:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        status = main.run([str(argument) for argument in arguments])
        return Done(status, *capfd.readouterr())

    return run


@pytest.fixture
def kg(run_kg: Run, demo_store: Path, tmp_path: Path) -> Run:
    """Run a command line in an empty folder on the ledger of the examples."""

    def run(*arguments: str | Path, stdin: str = "", **environment: str) -> Done:
        return run_kg(*arguments, cwd=tmp_path, stdin=stdin, **{"KG_STORE": str(demo_store), **environment})

    return run


@pytest.fixture(scope="session")
def spawn_kg(kg_command: Path) -> Run:
    """Run the installed command in a process of its own, with no setting of the caller's."""

    def run(*arguments: str | Path, cwd: Path, **environment: str) -> Done:
        kept = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LANG": "C.UTF-8", **environment}
        command = [str(kg_command), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=kept, timeout=240, check=False)
        return Done(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory, spawn_kg: Run, root: Path) -> Path:
    """A ledger of the examples, with its embedded graph beside it. Not to be changed."""
    folder = tmp_path_factory.mktemp("demo")
    done = spawn_kg("ingest", root / "examples" / "articles", "--store", folder / "kg.sqlite", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "kg.sqlite"


@pytest.fixture
def own_store(demo_store: Path, tmp_path: Path) -> Path:
    """A copy of `demo_store` that may be changed."""
    for file in demo_store.parent.glob("kg.*"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / demo_store.name
