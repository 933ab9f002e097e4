"""The plug-in of docs/extractors.md, installed as it says and run by the command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from plugins import install

from kg.extract.llm.settings import KNOWN

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "docs" / "extractors.md").read_text(encoding="utf-8")


def test_the_example_runs(text: str, tmp_path: Path) -> None:
    blocks = dict(BLOCK.findall(text))  # the last of each language: code, and what the package says of itself
    project = tomllib.loads(blocks["toml"])["project"]
    points = project["entry-points"]["kg.extractors"]
    site = install(tmp_path / "site", project["name"], blocks["python"], **points)
    story = tmp_path / "story.txt"
    story.write_text("Ann Lee met Bob Ray in the town hall. Nobody said a word about it to the papers.\n")
    command = [*blocks["sh"].split()]
    kg = str(Path(sys.executable).with_name("kg"))
    assert command[0] == "kg"
    done = subprocess.run(
        [kg, *command[1:]],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    claim = json.loads(done.stdout)
    assert (claim["subject"]["name"], claim["relation"], claim["object"]["name"]) == ("Ann Lee", "MET", "Bob Ray")
    assert claim["evidence"]["extractor"] == "handshakes 1.0"
    assert claim["confidence"] == 0.7


def test_every_setting_is_described(text: str) -> None:
    assert [name for name in KNOWN if f"| `{name}` |" not in text] == []
