"""The README's terminal session is real: its commands are run, and print what stands there.

`KG_UPDATE_README=1 pytest tests/cli/test_readme.py` writes what they print now; read the difference before keeping it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

COUNT = re.compile(r"\d+ claims")
"""Better extraction finds more; that alone does not make the README wrong."""
MARKED = re.compile(r"(<!-- run by tests/cli/test_readme\.py -->\n```console\n)(.*?)(```\n)", re.DOTALL)


def _commands(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """An empty checkout: nothing but the examples."""
    shutil.copytree(root / "examples", tmp_path / "examples")
    return tmp_path


def test_the_session_prints_what_the_readme_shows(folder: Path, root: Path, spawn_kg: Run) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert len(MARKED.findall(readme)) >= 3

    def run(block: re.Match[str]) -> str:
        printed = []
        for command in _commands(block[2]):
            program, *arguments = shlex.split(command)
            assert program == "kg"
            done = spawn_kg(*arguments, cwd=folder)
            assert (done.returncode, done.stderr) == (0, "")
            printed.append(f"$ {command}\n{done.stdout}")
        return block[1] + "".join(printed) + block[3]

    now = MARKED.sub(run, readme)
    if os.environ.get("KG_UPDATE_README"):
        (root / "README.md").write_text(now, encoding="utf-8")
    assert COUNT.sub("some claims", now) == COUNT.sub("some claims", readme)


def test_every_command_in_the_readme_exists(root: Path, tmp_path: Path, spawn_kg: Run) -> None:
    named = set(re.findall(r"`kg ([a-z][a-z-]*)", (root / "README.md").read_text(encoding="utf-8")))
    listed = spawn_kg("--help", cwd=tmp_path).stdout
    assert named
    assert not [command for command in named if f"  {command} " not in listed]
