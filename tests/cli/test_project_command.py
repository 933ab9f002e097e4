"""kg project as its user meets it: wiping asks, checking tells and changes nothing."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from conftest import Run

from kg.graph.engines import open_store


@pytest.fixture
def project(run_kg: Run, own_store: Path) -> Run:
    """`kg project --to embedded` on a ledger that may be changed."""

    def run(*arguments: str, to: str = "embedded", **given: str):  # type: ignore[no-untyped-def]
        return run_kg("project", "--to", to, "--store", own_store, *arguments, cwd=own_store.parent, **given)

    return run


def test_check_tells_that_there_is_no_drift(project: Run) -> None:
    done = project("--check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == ["name", "ledger", "graph", "missing", "unexpected", "changed"]
    assert "embedded: no drift" in done.stdout


def test_check_counts_drift_and_wipe_mends_it(project: Run, own_store: Path) -> None:
    with open_store("embedded", ledger_path=own_store) as graph:
        graph.write("MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 DETACH DELETE a")
    done = project("--check")
    assert done.returncode == 1
    assert "--wipe writes all anew" in done.stdout
    told = json.loads(project("--check", "--json").stdout)
    assert told["current"]
    assert [kind["missing"] for kind in told["kinds"] if kind["name"] == "Article"] == [1]
    assert told["drift"] == sum(kind["missing"] + kind["unexpected"] + kind["changed"] for kind in told["kinds"])
    assert "current already" in project().stdout
    done = project("--wipe", "--yes")
    assert done.returncode == 0
    assert "0 deleted" in done.stdout
    assert project("--check").returncode == 0


def test_check_of_a_graph_that_lags_behind(project: Run, run_kg: Run, own_store: Path) -> None:
    own_store.with_suffix(".kgl").unlink()
    done = project("--check")
    assert done.returncode == 1
    assert "kg project --to embedded brings it up to date" in done.stdout


def test_wipe_asks_and_where_nobody_can_answer_refuses(project: Run, own_store: Path) -> None:
    before = own_store.with_suffix(".kgl").read_bytes()
    done = project("--wipe", stdin="y\n")
    assert done.returncode == 2
    assert "add --yes" in done.stderr
    assert own_store.with_suffix(".kgl").read_bytes() == before


@pytest.mark.parametrize(("answer", "status"), [(b"n\n", 1), (b"\n", 1), (b"y\n", 0)])
def test_wipe_does_what_it_is_told_on_a_terminal(kg_command: Path, own_store: Path, answer: bytes, status: int) -> None:
    with open_store("embedded", ledger_path=own_store) as graph:
        graph.write("CREATE (:Article:Kg {id: 'made up'})")
    person, terminal = pty.openpty()
    command = [kg_command, "project", "--to", "embedded", "--wipe", "--store", own_store]
    with subprocess.Popen(command, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        os.write(person, answer)
        told = asked.communicate(timeout=60)[1].decode()
    for end in (person, terminal):
        os.close(end)
    assert asked.returncode == status
    assert "Delete what kg wrote to embedded" in told
    with open_store("embedded", ledger_path=own_store) as graph:
        assert len(graph.read("MATCH (a:Article {id: 'made up'}) RETURN a")) == status


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--check", "--wipe"), "give one of them"),
        (("--database", "news"), "an embedded graph has no databases"),
        (("--check", "--database", "news"), "an embedded graph has no databases"),
    ],
)
def test_what_does_not_go_together_is_explained(project: Run, arguments: tuple[str, ...], told: str) -> None:
    done = project(*arguments)
    assert done.returncode in (1, 2)
    assert told in done.stderr


@pytest.mark.neo4j
def test_a_server_and_one_of_its_databases(project: Run, neo4j_uri: str) -> None:
    try:
        done = project("--database", "neo4j", "--json", to=neo4j_uri)
        assert json.loads(done.stdout)["nodes_written"] > 50
        assert "current already" in project(to=neo4j_uri).stdout
        assert project("--check", to=neo4j_uri).returncode == 0
        done = project("--database", "absent", to=neo4j_uri)
        assert done.returncode == 1
        assert "SHOW DATABASES" in done.stderr
    finally:
        with open_store(neo4j_uri) as store:
            store.wipe()
