"""A projecting process may be killed at any moment: the next run gives the graph that an undisturbed one gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

POINTS = 20


@pytest.mark.neo4j
@pytest.mark.slow
def test_killed_at_random_points_and_run_again(neo4j_uri: str, tmp_path: Path) -> None:
    script = Path(__file__).with_name("killed_run.py")
    command = [sys.executable, str(script), neo4j_uri, str(tmp_path), str(POINTS), "20261124"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert len(told) == POINTS
    assert not [line for line in told if not line.startswith("same: ")], done.stdout
    left = {line.partition(" ms, ")[2] for line in told}
    assert len(left) > POINTS / 2, "the kills left too much alike to mean anything"
