"""kg doctor: finds what is missing or out of date, and prints the command that mends it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib import metadata, util
from pathlib import Path

import typer

from kg.cli.options import STORE, Json, Pipeline, Store
from kg.errors import KgError


class State(StrEnum):
    """`MISSING` makes the command fail; `NOTE` does not."""

    OK = "ok"
    NOTE = "note"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it is, and the command that mends it."""

    name: str
    state: State
    found: str
    remedy: str = ""


def doctor(store: Store = STORE, pipeline: Pipeline = None, json: Json = False) -> None:
    """Check what is needed, and say how to mend it.

    Looks at Python, packages, language pipeline, data files, ledger and graph, and reads a small article in every
    format; fails when something needed is missing.
    """
    from kg.cli.output import clean, emit, out

    checks = [check for part in _CHECKS for check in part(store, pipeline)]
    if json:
        emit([asdict(check) for check in checks])
    else:
        from rich.text import Text

        styles = {State.OK: "green", State.NOTE: "yellow", State.MISSING: "red"}
        for check in checks:
            line = Text(f"{check.state:<9}", style=styles[check.state]).append(f"{check.name:<18}", style="bold")
            out().print(line.append(clean(check.found), style="none"), soft_wrap=True)
            if check.remedy:
                out().print(Text(f"{'':<27}mend it: {clean(check.remedy)}"), soft_wrap=True)
    if any(check.state is State.MISSING for check in checks):
        raise typer.Exit(1)


def _python(store: str, pipeline: str | None) -> Iterator[Check]:
    version = ".".join(map(str, sys.version_info[:3]))
    good = sys.version_info >= (3, 11)
    yield Check("Python", State.OK if good else State.MISSING, version, "" if good else "install Python 3.11 or newer")


def _packages(store: str, pipeline: str | None) -> Iterator[Check]:
    for package, module in (("spacy", "spacy"), ("kglite", "kglite"), ("neo4j", "neo4j"), ("SQLAlchemy", "sqlalchemy")):
        if util.find_spec(module):
            yield Check(package, State.OK, metadata.version(package))
        else:
            yield Check(package, State.MISSING, "not installed", f"{sys.executable} -m pip install {package}")


def _pipeline(store: str, pipeline: str | None) -> Iterator[Check]:
    if not util.find_spec("spacy"):
        return
    from kg.parse import load, pipeline_version

    try:
        yield Check("language pipeline", State.OK, pipeline_version(load(pipeline)))
    except KgError as error:
        found, _, remedy = str(error).removeprefix("language pipeline ").rpartition("; ")
        yield Check("language pipeline", State.MISSING, found, remedy.removeprefix("run ").strip("`"))


def _reading(store: str, pipeline: str | None) -> Iterator[Check]:
    """Reads a small article in every format; a format whose library is an extra is a note."""
    from kg.read.formats import FORMATS
    from kg.read.formats.check import faults, remedy_of

    pip = f"{sys.executable} -m pip install"
    wrong = faults()
    good = [format.name for format in FORMATS if format.installed and format.name not in wrong]
    if good:
        yield Check("reading", State.OK, ", ".join(good))
    for name, fault in wrong.items():
        yield Check(f"reading {name}", State.MISSING, fault, f"{pip} {remedy_of(fault)}")
    for format in FORMATS:
        if not format.installed:
            yield Check(f"reading {format.name}", State.NOTE, f"needs {format.module}", f"{pip} 'kg[{format.extra}]'")


def _extensions(store: str, pipeline: str | None) -> Iterator[Check]:
    """The files in KG_GAZETTEER and KG_ONTOLOGY, and those shipped."""
    from kg.cli.session import tools

    parts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("gazetteer", lambda: f"{len(tools().gazetteer.entries())} entries"),
        ("ontology", lambda: f"{len(tools().ontology.relations)} relations"),
    )
    for name, load in parts:
        try:
            yield Check(name, State.OK, str(load()))
        except KgError as error:
            yield Check(name, State.MISSING, str(error), f"correct the file, or unset KG_{name.upper()}")


def _ledger(store: str, pipeline: str | None) -> Iterator[Check]:
    from kg.cli.ledger import graph_state
    from kg.cli.session import tools
    from kg.ledger import Ledger

    path = Path(store.removeprefix("sqlite:///"))
    if not path.exists():
        yield Check("ledger", State.NOTE, f"{store}: none yet", "kg ingest PATH")
        return
    try:
        with Ledger.open(store, create=False) as ledger:
            counts = ledger.counts()
            told = f"{ledger.name}: {counts['articles']} articles, {counts['claims']} claims"
            yield Check("ledger", State.OK, told)
            state = graph_state(ledger, "embedded", tools())
            good = state == "current"
            yield Check(
                "embedded graph", State.OK if good else State.NOTE, state, "" if good else _project(store, "embedded")
            )
            if os.environ.get("NEO4J_URI"):
                yield _neo4j(graph_state(ledger, "neo4j", tools()), store)
    except KgError as error:
        yield Check("ledger", State.MISSING, str(error), "name another ledger with --store, or see the message")


def _neo4j(state: str, store: str) -> Check:
    uri = os.environ["NEO4J_URI"]
    if state.startswith("not reachable"):
        return Check("Neo4j", State.MISSING, state, "docker compose -f docker/compose.yml up -d, or correct NEO4J_URI")
    if state == "current":
        return Check("Neo4j", State.OK, f"{uri}: current")
    return Check("Neo4j", State.NOTE, f"{uri}: shows another state of the ledger", _project(store, "neo4j"))


def _project(store: str, to: str) -> str:
    return f"kg project --to {to}" + (f" --store {store}" if store != STORE else "")


_CHECKS = (_python, _packages, _pipeline, _reading, _extensions, _ledger)
