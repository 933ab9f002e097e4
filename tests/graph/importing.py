"""Runs the importer of the test server's jars into a fresh home, and a server on what it made."""

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
    java, jars = find_java(), fetch_jars()
    home = Path(tempfile.mkdtemp(prefix="kg-neo4j-"))
    bolt = free_port()
    write_configuration(home, bolt, None, auth=False)
    words = shlex.split(command.replace("\\\n", ""))
    assert words[0] == "neo4j-admin"
    admin = [java, *JAVA_OPTIONS, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", *words[1:]]
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(admin, env=environment, capture_output=True, text=True, check=False, cwd=home)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    guard = subprocess.Popen(
        [sys.executable, str(GUARD), str(home), java, str(jars)], stdin=subprocess.PIPE, start_new_session=True
    )
    try:
        server = Server(f"bolt://127.0.0.1:{bolt}", None, home / "console.log")
        wait_for_start(guard, server)
        yield server
    finally:
        assert guard.stdin is not None
        guard.stdin.close()
        guard.wait()
