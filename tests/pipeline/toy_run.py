"""A whole ingestion with the toy extractor, and a program that kills it at many points and runs it again.

    python toy_run.py FOLDER WORK STRIDE

FOLDER holds articles; WORK gets, for every STRIDE-th tick, the export of the ledger and graph that was killed there and
then finished by another run, as TICK.txt, and that of an undisturbed run as `undisturbed.txt`. A tick is whatever a run
does to the world: a statement or commit of the ledger, a statement or save of the embedded graph.

Every run is a process of its own, forked from this one, which has imported everything and done nothing.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import Engine, event
from stories import ToyExtractor

from kg.export import ledger_records
from kg.gazetteer import Entry, Gazetteer
from kg.graph.embedded import EmbeddedStore
from kg.graph.engines import open_store
from kg.graph.projection import is_current
from kg.ledger import Ledger
from kg.model import EntityType
from kg.ontology import Ontology
from kg.pipeline import IngestReport, Tools, ingest

COUNTRY = EntityType.COUNTRY
ontology = cache(Ontology.load)
GAZETTEER = Gazetteer([Entry("Q20", "Norway", COUNTRY, capital="Oslo"), Entry("Q189", "Iceland", COUNTRY)])


class ToyTools(Tools):
    """Small and quick; the ontology is the real one."""

    @cached_property
    def ontology(self) -> Ontology:
        return ontology()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return GAZETTEER

    @cached_property
    def extractor(self) -> ToyExtractor:
        return ToyExtractor()


STORIES = [
    ("Ann Lee met Bob Ray", "the price of salt had risen for the third year in a row and nobody could say why"),
    ("Ann Lee met Eve Fox", "ships from the south lay idle in every harbour while the crews were waiting for orders"),
    ("Bob Ray met Ann Lee", "a bridge across the river would be built before winter if the money could be found"),
    ("Eve Fox met Kim Dow", "teachers all over the country wanted smaller classes and a better roof over their heads"),
    ("Oslo met Iceland", "fishing rights in the cold northern waters were once more the first thing on the table"),
    ("Norway met Icelandic", "a cable under the sea could carry power both ways when the wind was blowing hard"),
    ("Kim Dow met Ann Lee", "an old quarrel about a painting came to its end after the judge had read the letters"),
]


def write_articles(folder: Path) -> list[Path]:
    """Nine files: seven stories, one of them once more under another publisher, and once more as it is."""
    made = []
    for number, (meeting, matter) in enumerate(STORIES):
        text = (
            f"{meeting} in town number {number}, and when the doors were opened again it was said that {matter}.\n\n"
            f"Few were surprised: {matter}, which is what everyone had expected of them for quite some time."
        )
        made.append(write(folder / f"{number}.txt", f"Meeting {number} ends", f"Gazette {number}", text))
        if number == 0:
            made.append(write(folder / "copy.txt", "Meeting 0 ends", "Copycat", text))
            made.append(write(folder / "same" / "again.txt", "Meeting 0 ends", "Gazette 0", text))
    return made


def write(path: Path, title: str, publisher: str, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    front = f"---\ntitle: {title}\npublisher: {publisher}\npublished: 2021-03-04\n---\n"
    path.write_text(front + text + "\n", encoding="utf-8")
    return path


def run(ledger: Path, *patterns: Path | str, **options: Any) -> IngestReport:
    with Ledger.open(ledger) as opened:
        return ingest([str(pattern) for pattern in patterns], opened, ToyTools(), **options)


def shown(ledger: Path) -> str:
    """All that ledger and graph hold, as text."""
    with Ledger.open(ledger, create=False) as opened, open_store(ledger_path=ledger) as graph:
        records = list(ledger_records(opened))
        nodes = graph.read("MATCH (n:Kg) WHERE NOT n:KgProjection RETURN n")
        links = graph.read("MATCH (a:Kg)-[r]->(b:Kg) RETURN a.id AS a, type(r) AS type, r AS r, b.id AS b")
        current = is_current(opened, graph, ToyTools().ontology.relations)
    drawn = sorted(json.dumps(row, sort_keys=True) + "\n" for row in (*nodes, *links))
    return "".join((*records, *drawn, f"current {current}\n"))


def until(tick: float, folder: str, ledger: Path) -> int:
    """Run, and die as by kill -9 before the given tick; returns how many there were when it is never reached."""
    count = 0

    def strike(*_: Any) -> None:
        nonlocal count
        if count == tick:
            os.kill(os.getpid(), signal.SIGKILL)
        count += 1

    event.listen(Engine, "before_cursor_execute", strike)
    event.listen(Engine, "commit", strike)
    for name in ("write", "close"):
        setattr(EmbeddedStore, name, between(strike, getattr(EmbeddedStore, name)))
    run(ledger, folder)
    return count


def between(strike: Callable[[], None], original: Callable[..., None]) -> Callable[..., None]:
    def counted(*given: Any) -> None:
        strike()
        original(*given)
        strike()

    return counted


def apart(work: Callable[[], object]) -> int:
    """Do it in a process of its own; returns the signal that ended it, 0 when it came to its end."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def main(folder: str, work: Path, stride: int) -> None:
    def finish(name: str) -> None:
        ledger = work / f"{name}.sqlite"
        run(ledger, folder)
        (work / f"{name}.txt").write_text(shown(ledger), encoding="utf-8")

    for heavy in ("kg.read.page", "kg.resolve.copies"):
        import_module(heavy)
    counted = work / "count"
    ontology()
    apart(lambda: counted.write_text(str(until(-1, folder, work / "counted.sqlite"))))
    apart(lambda: finish("undisturbed"))
    for tick in range(0, int(counted.read_text()), stride):
        killed = apart(lambda tick=tick: until(tick, folder, work / f"{tick}.sqlite"))  # type: ignore[misc]
        assert killed == signal.SIGKILL, f"tick {tick} was never reached"
        apart(lambda tick=tick: finish(str(tick)))  # type: ignore[misc]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
