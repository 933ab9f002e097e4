"""A run killed by SIGKILL at any point and started again ends as one that was never disturbed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from toy_run import write_articles

STRIDE = 12
"""Every twelfth of about 200 points; one in every article, in resolution, and in projection."""


@pytest.mark.slow
def test_killed_anywhere_and_run_again(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles")
    work = tmp_path / "work"
    work.mkdir()
    program = Path(__file__).with_name("toy_run.py")
    command = [sys.executable, str(program), str(tmp_path / "articles"), str(work), str(STRIDE)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    expected = (work / "undisturbed.txt").read_bytes()
    assert b'"record":"entity"' in expected
    assert expected.endswith(b"current True\n")
    killed = sorted(int(path.stem) for path in work.glob("[0-9]*.txt"))
    assert killed[0] == 0
    assert len(killed) > 10
    for tick in killed:
        assert (work / f"{tick}.txt").read_bytes() == expected, f"killed before tick {tick}"
