"""Nothing heavy is loaded before it is used: what a user waits for at every command. How long it takes in seconds is
measured in benchmarks/, since a test that reads the clock fails on a busy machine."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    *("spacy", "thinc", "numpy", "scipy", "sqlalchemy", "neo4j", "kglite", "trafilatura", "lxml", "pypdfium2"),
    *("networkx", "pydantic", "dateparser", "regex", "datasketch", "rapidfuzz", "yaml", "requests"),
    *("feedparser", "docx", "odfdo", "striprtf", "ijson", "pyarrow", "fastwarc", "zstandard"),
    *("httpx", "matplotlib", "IPython", "nbformat", "kg.parse", "kg.extract", "kg.graph.neo4j", "kg.graph.embedded"),
}


PROGRAM = """
import json, sys
try:
    {code}
except SystemExit as stop:
    assert not stop.code
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import kg", id="import kg"),
        pytest.param("import kg.cli.main", id="import kg.cli.main"),
        pytest.param("sys.argv = ['kg', '--help']; from kg.cli.main import main; main()", id="kg --help"),
        pytest.param("sys.argv = ['kg', 'ingest', '--help']; from kg.cli.main import main; main()", id="ingest --help"),
    ],
)
def test_nothing_heavy_is_loaded(code: str) -> None:
    program = PROGRAM.format(code=code)
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stderr.splitlines()[-1]))
    assert "kg" in loaded
    # typer converts the parameters of a subcommand by pydantic, whatever we do.
    assert not (HEAVY - {"pydantic"} if "typer._adapters" in loaded else HEAVY) & loaded
