"""Kills projections into a Neo4j server as by kill -9, each at a random moment, and finishes them by another run.

    python killed_run.py URI FOLDER POINTS SEED

Prints a line for each point: what was going on, at which write and how long after its start the process was killed, and
whether the graph came out as it does undisturbed (node count, relationship count, hash of the content).

Three ledgers in FOLDER, each a later state of the one before: `first`, `second` and `third`. In turn a first load is
killed, an update from first to second, and such an update with the third state as what is to be finished.
Every projection is a process of its own, forked from this one, which tells by a byte that it starts a write.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import synthetic
import world
from fingerprint import fingerprint

from kg.graph import held
from kg.graph.engines import open_store
from kg.graph.projection import project
from kg.ledger import Ledger

held.BATCH = 8  # many transactions for a small graph
STATES = ("first", "second", "third")
LONGEST_WAIT = 0.03


def make_ledgers(folder: Path, random: Random) -> dict[str, Path]:
    """Articles come, go, and are resolved otherwise from state to state."""
    paths = {state: folder / f"{state}.sqlite" for state in STATES}
    for number, path in enumerate(paths.values()):
        if number:
            shutil.copy(paths[STATES[number - 1]], path)
        with Ledger.open(path) as ledger:
            if number:
                ledger.forget(next(ledger.articles()).id)
            for pair in synthetic.articles(random, 6 // (1 + number), claims=3, names=9, first=10 * number):
                ledger.add(*pair, b"")
            synthetic.resolve(ledger, merged=2 * number)
            ids = [article.id for article in ledger.articles()]
            ledger.replace_copies({ids[number + 1]: ids[number]})
    return paths


def projection(uri: str, ledger: Path, tell: Callable[[], None] = lambda: None) -> None:
    """Project, calling `tell` before each write."""
    with Ledger.open(ledger) as opened, open_store(uri) as store:
        write = store.write

        def told(*given: Any) -> None:
            tell()
            write(*given)

        store.write = told  # type: ignore[method-assign]
        project(opened, store, world.RELATIONS)


def apart(work: Callable[[Callable[[], None]], None]) -> tuple[int, int]:
    """Start a process that does the work, and then waits to be killed; returns its id and where it tells of writes."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        work(lambda: _tell(writing))
        os.close(writing)
        signal.pause()
    finally:
        os._exit(1)


def _tell(writing: int) -> None:
    os.write(writing, b".")


def writes(uri: str, ledger: Path) -> int:
    """Let a projection come to its end; returns how many writes it took."""
    pid, told = apart(lambda tell: projection(uri, ledger, tell))
    count = sum(1 for _ in iter(lambda: os.read(told, 1), b""))
    end(pid, told)
    return count


def killed(uri: str, ledger: Path, write: int, wait: float) -> None:
    """Kill a projection `wait` seconds after it started its nth write."""
    pid, told = apart(lambda tell: projection(uri, ledger, tell))
    for _ in range(write):
        assert os.read(told, 1), "there were fewer writes than before"
    time.sleep(wait)
    end(pid, told)


def end(pid: int, told: int) -> None:
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    os.close(told)
    assert os.WIFSIGNALED(status), "the process had ended by a fault"


def main(uri: str, folder: Path, points: int, seed: int) -> None:
    random = Random(seed)
    ledgers = make_ledgers(folder, random)
    with open_store(uri) as store:
        store.wipe()
        expected, taken = {}, {}
        for state in STATES:
            taken[state] = writes(uri, ledgers[state])
            expected[state] = fingerprint(store)
        assert len({*expected.values()}) == len(STATES)
        for point in range(points):
            loading, last = point % 3 == 0, STATES[(0, 1, 2)[point % 3]]
            store.wipe()
            if not loading:
                projection(uri, ledgers["first"])
            at = "first" if loading else "second"
            write, wait = random.randint(1, taken[at]), random.uniform(0, LONGEST_WAIT)
            killed(uri, ledgers[at], write, wait)
            left = fingerprint(store)
            projection(uri, ledgers[last])
            same = fingerprint(store) == expected[last]
            what = f"{'load' if loading else 'update'} killed, {last} finished"
            cut = f"write {write} of {taken[at]} + {wait * 1000:.0f} ms, {left[0]} nodes {left[1]} links there"
            print(f"{'same' if same else 'OTHER'}: {what} ({cut})", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
