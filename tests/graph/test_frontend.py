"""The library in the eyes of Neo4j's own language frontend, which knows Cypher 25 of the calendar releases; the server
of the other tests has Cypher 5 alone. A package of npm, kept outside the checkout like the server's jars. It takes a
minute, so it is not part of a run without `-m frontend`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from kg.export.browser_kit import write_favorite
from kg.graph.cypher import list_statements

PACKAGE, VERSION = "@neo4j-cypher/language-support", "2.0.0-next.38"
FOLDERS = ("query", "browser", "ask", "project", "schema")
PLACEHOLDER, PARAMETER = re.compile(r"__[A-Z]+__"), re.compile(r"\$(\w+)")


@pytest.fixture(scope="module")
def frontend() -> Path:
    """Folder in which the package is installed; skips with the reason where it cannot be."""
    npm = shutil.which("npm")
    if not (npm and shutil.which("node")):
        pytest.skip("the language frontend needs node and npm (Debian: apt-get install nodejs npm)")
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg"
    folder = base / f"cypher-language-support-{VERSION}"
    if folder.is_dir():
        return folder
    base.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=base) as fetched:
        command = [npm, "install", "--prefix", fetched, "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run([*command, f"{PACKAGE}@{VERSION}"], capture_output=True, text=True, timeout=300)
        if done.returncode:
            pytest.skip(f"npm could not install {PACKAGE} {VERSION}: {done.stderr.strip().splitlines()[-1]}")
        shutil.copytree(fetched, folder, dirs_exist_ok=True)
    return folder


@pytest.mark.frontend
def test_every_statement_is_cypher_25(frontend: Path) -> None:
    """Questions and pictures as favorites, which hold the whole statement, to halve the time."""
    statements = {}
    for folder in FOLDERS:
        for statement in list_statements(folder):
            asked = folder in ("query", "browser")
            text = write_favorite(statement) if asked else PLACEHOLDER.sub("Entity", statement.text)
            parameters = dict.fromkeys(PARAMETER.findall(text), "any")
            statements[statement.name] = {"text": text, "parameters": parameters}
    command = ["node", str(Path(__file__).with_name("lint.mjs")), str(frontend)]
    done = subprocess.run(command, input=json.dumps(statements), capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert told["wrong"], "the frontend finds what is wrong"
    # Two ends of a path are looked up on their own.
    assert [(name, words) for name, words in told["found"] if "cartesian product" not in words] == []
