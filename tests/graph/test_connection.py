"""Connections to Neo4j: lost in the middle, encrypted, routed."""

from __future__ import annotations

import contextlib
import shutil
import socket
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import world
from fingerprint import fingerprint
from homes import encrypted
from neo4j_server.server import ServerError, fetch_jars, find_java

from kg.errors import GraphError
from kg.graph.base import GraphStore
from kg.graph.engines import open_store
from kg.graph.neo4j import COMMIT_ATTEMPTS
from kg.graph.projection import project_snapshot

pytestmark = pytest.mark.neo4j


COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message by which a driver asks for a commit (Bolt protocol: a structure without fields, signature 0x12)."""


class Line:
    """A proxy between driver and server that can be cut."""

    commits_to_lose = 0
    """How many commits from now on reach the server while its answer does not reach the driver."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """End every connection, as when a cable is pulled; new ones are taken."""
        for end in self._open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def close(self) -> None:
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, far = self._listener.accept()[0], socket.create_connection(self._target)
                self._open += (near, far)
                lost = threading.Event()
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._pump, args=(source, sink, lost), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, lost: threading.Event) -> None:
        """Pass on what comes; `lost` is set once the next answer on this connection is to be its last, unheard."""
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if lost.is_set():
                    break
                if self.commits_to_lose and data.endswith(COMMIT):
                    self.commits_to_lose -= 1
                    lost.set()
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def line(neo4j_uri: str) -> Iterator[Line]:
    address = urlsplit(neo4j_uri)
    assert address.hostname
    opened = Line(address.hostname, address.port or 7687)
    yield opened
    opened.close()


@pytest.fixture
def direct(neo4j_uri: str) -> Iterator[GraphStore]:
    """The server without the line between, empty before and after."""
    with open_store(neo4j_uri) as store:
        store.wipe()
        yield store
        store.wipe()


@pytest.fixture
def expected(direct: GraphStore) -> tuple[int, int, str]:
    """What the projection looks like that nothing disturbs."""
    project_snapshot(world.build().snapshot(), direct, world.RELATIONS)
    found = fingerprint(direct)
    direct.wipe()
    return found


@pytest.fixture
def store(line: Line) -> Iterator[GraphStore]:
    """The server through the line."""
    with open_store(f"bolt://127.0.0.1:{line.port}") as opened:
        yield opened


def test_a_connection_lost_at_any_write_is_taken_up_again(
    line: Line, direct: GraphStore, expected: tuple[int, int, str], store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = store.write
    lost: list[tuple[Any, ...]] = []

    def shaky(*given: Any) -> None:
        if len(lost) % 4 == 3:
            threading.Timer(0.002, line.cut).start()
        lost.append(given)
        write(*given)

    monkeypatch.setattr(store, "write", shaky)
    project_snapshot(world.build().snapshot(), store, world.RELATIONS)
    assert len(lost) > 20
    assert fingerprint(direct) == expected


def test_a_commit_whose_answer_is_lost_is_run_again(
    line: Line, direct: GraphStore, expected: tuple[int, int, str], store: GraphStore
) -> None:
    line.commits_to_lose = COMMIT_ATTEMPTS - 1
    project_snapshot(world.build().snapshot(), store, world.RELATIONS)
    assert line.commits_to_lose == 0
    assert fingerprint(direct) == expected
    line.commits_to_lose = COMMIT_ATTEMPTS
    with pytest.raises(GraphError, match="no Neo4j server answers"):
        store.wipe()
    assert line.commits_to_lose == 0


def test_encrypted_connections() -> None:
    if not shutil.which("openssl"):
        pytest.skip("needs the openssl command to make a certificate")
    try:
        find_java()
        fetch_jars()
    except ServerError as error:
        pytest.skip(str(error))
    with encrypted() as server:
        address = server.uri.removeprefix("bolt")
        for scheme in ("bolt+ssc", "neo4j+ssc"):
            with open_store(f"{scheme}{address}") as store:
                assert store.read("RETURN 1 AS one") == [{"one": 1}]
        refused = {"bolt+s": r"not to be trusted \(self.signed certificate\)", "neo4j+s": "no Neo4j server answers"}
        for scheme, told in refused.items():
            with pytest.raises(GraphError, match=told) as caught:
                open_store(f"{scheme}{address}")
            assert "+ssc instead of +s" in str(caught.value)
            assert "\n" not in str(caught.value)
