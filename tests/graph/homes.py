"""Servers on homes made otherwise than the usual: by the importer, or with a certificate."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from neo4j_server.guard import JAVA_OPTIONS
from neo4j_server.server import (
    GUARD,
    Server,
    fetch_jars,
    find_java,
    free_port,
    wait_for_start,
    write_configuration,
)


@contextlib.contextmanager
def imported(command: str) -> Iterator[Server]:
    """Run a `neo4j-admin …` command as a shell would, and a server on its database for the length of a `with` block."""
    home, port = prepared()
    words = shlex.split(command.replace("\\\n", ""))
    assert words[0] == "neo4j-admin"
    admin = [find_java(), *JAVA_OPTIONS, "-cp", f"{fetch_jars()}/*", "org.neo4j.cli.AdminTool", *words[1:]]
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(admin, env=environment, capture_output=True, text=True, check=False, cwd=home)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    with serving(home, port) as server:
        yield server


@contextlib.contextmanager
def encrypted() -> Iterator[Server]:
    """A server that also speaks TLS, with a certificate that nobody vouches for."""
    home, port = prepared()
    place = home / "certificates" / "bolt"
    place.mkdir(parents=True)
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "1"]
    made += ["-keyout", str(place / "private.key"), "-out", str(place / "public.crt")]
    subprocess.run(made, check=True, capture_output=True)
    with (home / "conf" / "neo4j.conf").open("a", encoding="utf-8") as configuration:
        configuration.write("dbms.ssl.policy.bolt.enabled=true\nserver.bolt.tls_level=OPTIONAL\n")
        configuration.write("dbms.ssl.policy.bolt.base_directory=certificates/bolt\n")
    with serving(home, port) as server:
        yield server


def prepared() -> tuple[Path, int]:
    """A home with a configuration, and the port for Bolt."""
    home, port = Path(tempfile.mkdtemp(prefix="kg-neo4j-")), free_port()
    write_configuration(home, port, None, auth=False)
    return home, port


@contextlib.contextmanager
def serving(home: Path, port: int) -> Iterator[Server]:
    """Run a server on a home, which is gone afterwards."""
    command = [sys.executable, str(GUARD), str(home), find_java(), str(fetch_jars())]
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    try:
        server = Server(f"bolt://127.0.0.1:{port}", None, home / "console.log")
        wait_for_start(guard, server)
        yield server
    finally:
        assert guard.stdin is not None
        guard.stdin.close()
        guard.wait()
