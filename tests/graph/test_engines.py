"""Opening engines: addresses, files, credentials, and what is said when it goes wrong."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from pathlib import Path

import pytest
import world
from fingerprint import fingerprint
from neo4j_server.server import ServerError, fetch_jars, find_java, free_port, running

from kg.errors import GraphError
from kg.graph.embedded import EmbeddedStore
from kg.graph.engines import open_store
from kg.graph.projection import project_snapshot
from kg.graph.values import plain


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("sqlite:///x", "not a graph engine"),
        ("http://localhost:7474", "not a graph engine"),
        ("", "not a graph engine"),
        ("embedded", "no ledger file to lie beside"),
        ("embedded:graph.db", "suffix .kgl"),
        ("neo4j", "set NEO4J_URI"),
    ],
)
def test_wrong_addresses_are_explained(uri: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    with pytest.raises(GraphError) as caught:
        open_store(uri)
    assert told in str(caught.value)


def test_no_embedded_graph_beside_a_server_ledger() -> None:
    with pytest.raises(GraphError, match="no ledger file"):
        open_store("embedded", ledger_path="postgresql://localhost/kg")


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:{port}", "neo4j://127.0.0.1:{port}"])
def test_no_server_is_told_at_once_in_one_line(uri: str) -> None:
    uri = uri.format(port=free_port())
    begun = time.monotonic()
    with pytest.raises(GraphError, match="no Neo4j server answers") as caught:
        open_store(uri)
    assert time.monotonic() - begun < 5
    assert "\n" not in str(caught.value)
    assert uri in str(caught.value)


def test_what_answers_but_is_no_neo4j_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        hang_up = threading.Thread(target=lambda: listener.accept()[0].close())
        hang_up.start()
        with pytest.raises(GraphError, match="no Neo4j server answers"):
            open_store(f"bolt://127.0.0.1:{listener.getsockname()[1]}")
        hang_up.join()


def test_the_embedded_graph_lies_beside_the_ledger_and_lasts(tmp_path: Path) -> None:
    with open_store("embedded", ledger_path=tmp_path / "news.sqlite") as store:
        project_snapshot(world.build().snapshot(), store, world.RELATIONS)
        before = fingerprint(store)
    assert [path.name for path in tmp_path.iterdir()] == ["news.kgl"]
    with open_store(f"embedded:{tmp_path / 'news.kgl'}") as store:
        assert fingerprint(store) == before
        assert not project_snapshot(world.build().snapshot(), store, world.RELATIONS).changed


@pytest.mark.parametrize("content", [b"", b"not a graph", os.urandom(5000)])
def test_a_damaged_file_counts_as_empty_and_is_rebuilt(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kg.kgl"
    file.write_bytes(content)
    with EmbeddedStore(file) as store:
        assert project_snapshot(world.build().snapshot(), store, world.RELATIONS).changed
        before = fingerprint(store)
    with EmbeddedStore(file) as store:
        assert fingerprint(store) == before


def test_a_cut_file_counts_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "kg.kgl"
    with EmbeddedStore(file) as store:
        project_snapshot(world.build().snapshot(), store, world.RELATIONS)
    whole = file.read_bytes()
    for length in (10, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        with EmbeddedStore(file) as store:
            project_snapshot(world.build().snapshot(), store, world.RELATIONS)
            assert fingerprint(store)[:2] == (31, 78)


def test_reading_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "kg.kgl"
    with EmbeddedStore(file) as store:
        store.write("CREATE (:Kg {id: 'a'})")
    before = file.stat().st_mtime_ns
    with EmbeddedStore(file) as store:
        store.read("MATCH (n) RETURN n.id AS id")
    assert file.stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "absent" / "kg.kgl")
    store.write("CREATE (:Kg {id: 'a'})")
    with pytest.raises(GraphError, match="cannot be written"):
        store.close()


def test_values_of_no_known_kind_become_text() -> None:
    assert plain({"path": Path("x"), "many": (1, {2})}, lambda value: value) == {"path": "x", "many": [1, [2]]}


@pytest.mark.neo4j
def test_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of its own with authentication, beside the one of the session."""
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(running(password="secret-enough"))
        except ServerError as error:
            pytest.skip(str(error))
        monkeypatch.delenv("NEO4J_DATABASE", raising=False)
        monkeypatch.setenv("NEO4J_URI", server.uri)
        monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
        for password in ("wrong", ""):
            monkeypatch.setenv("NEO4J_PASSWORD", password)
            with pytest.raises(GraphError, match="set NEO4J_USERNAME and NEO4J_PASSWORD"):
                open_store("neo4j")
        monkeypatch.setenv("NEO4J_PASSWORD", "secret-enough")
        with open_store("neo4j") as store, open_store(server.uri.replace("bolt://", "neo4j://")) as routed:
            assert store.read("RETURN 1 AS one") == routed.read("RETURN 1 AS one") == [{"one": 1}]
        monkeypatch.setenv("NEO4J_DATABASE", "absent")
        with pytest.raises(GraphError, match="SHOW DATABASES"):
            open_store("neo4j")
        monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
        open_store("neo4j").close()
        home = server.log.parent
    assert not home.exists()


def test_a_machine_without_java_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(ServerError, match="needs Java 17"):
        find_java()
    old = tmp_path / "java"
    old.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    with pytest.raises(ServerError, match="older than Java 17"):
        find_java()


def test_a_machine_without_maven_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(ServerError, match="Debian: apt-get install maven"):
        fetch_jars()
