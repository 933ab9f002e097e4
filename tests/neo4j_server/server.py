"""A real Neo4j server for tests and for trying things out, from Maven artifacts, without docker or root.

    python tests/neo4j_server/server.py [--password PASSWORD]     runs until Ctrl-C, with the Browser

Needs Java 17 or newer; Maven only until the jars lie in the cache ($XDG_CACHE_HOME/kg, else ~/.cache/kg). The version
is that in pom.xml, or in NEO4J_TEST_VERSION: a calendar release such as 2026.08.1 needs Java 21 or newer. Every server
has its own port on 127.0.0.1 and its own data in a temporary folder that is gone when it stops. Any number may run.

A second process, the guard (guard.py), owns the server and ends it when this one ends, however that happens.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
GUARD = Path(__file__).with_name("guard.py")
START_SECONDS = 120
ATTEMPTS = 3


class ServerError(Exception):
    """The server cannot run here; the message says in one line why, and the way out."""


class PortTakenError(ServerError):
    """Another process was quicker to take the port."""


@dataclass(frozen=True)
class Server:
    """A running server. `browser` is the address of its Browser, None when it was not asked for."""

    uri: str
    browser: str | None
    log: Path

    @property
    def port(self) -> int:
        return int(self.uri.rpartition(":")[2])


@contextlib.contextmanager
def running(password: str | None = None, browser: bool = False, port: int | None = None) -> Iterator[Server]:
    """Run a server for the length of a `with` block; without a password authentication is off.

    `port` is taken if it is free; else, and when None, any. Raises ServerError.
    """
    java, jars = find_java(), fetch_jars()
    for attempt in range(ATTEMPTS):
        guard, server = launch(java, jars, password, browser, port if attempt == 0 else None)
        try:
            wait_for_start(guard, server)
            yield server
            return
        except PortTakenError:
            if attempt == ATTEMPTS - 1:
                raise
        finally:
            assert guard.stdin is not None
            guard.stdin.close()
            guard.wait()


def launch(
    java: str, jars: Path, password: str | None, browser: bool, port: int | None
) -> tuple[subprocess.Popen[bytes], Server]:
    """Prepare a home and start the guard, which starts the server."""
    home = Path(tempfile.mkdtemp(prefix="kg-neo4j-"))
    bolt = port if port and is_free(port) else free_port()
    http = free_port() if browser else None
    write_configuration(home, bolt, http, auth=password is not None)
    if password is not None:
        set_password(java, jars, home, password)
    command = [sys.executable, str(GUARD), str(home), java, str(jars)]
    # In a session of its own, so that Ctrl-C ends this process, and thereby the guard, in order.
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    return guard, Server(
        f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}/browser/" if http else None, home / "console.log"
    )


def find_java() -> str:
    """Path of a Java that is new enough."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    if not java:
        raise ServerError("Neo4j needs Java 17 or newer; install it (Debian: apt-get install default-jre-headless)")
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    needed = 21 if os.environ.get("NEO4J_TEST_VERSION", "").startswith("20") else 17
    if not version or int(version[1]) < needed:
        raise ServerError(f"{java} is older than Java {needed}; install a newer one or point JAVA_HOME to it")
    return java


def read_pom() -> str:
    """pom.xml with the version that is asked for."""
    pom, version = POM.read_text(encoding="utf-8"), os.environ.get("NEO4J_TEST_VERSION")
    return re.sub(r"(<artifactId>neo4j</artifactId>\s*<version>)[^<]+", rf"\g<1>{version}", pom) if version else pom


def fetch_jars() -> Path:
    """Folder with the jars that pom.xml names. The first to come fetches them; others wait for it."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg"
    jars = base / f"neo4j-server-{hashlib.sha256(read_pom().encode()).hexdigest()[:12]}"
    if jars.is_dir():
        return jars
    base.mkdir(parents=True, exist_ok=True)
    with (base / "neo4j-server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if jars.is_dir():
            return jars
        mvn = shutil.which("mvn")
        if not mvn:
            raise ServerError("Neo4j is fetched by Maven; install it (Debian: apt-get install maven)")
        with tempfile.TemporaryDirectory(dir=base) as fetched:
            pom = Path(fetched) / "pom.xml"
            pom.write_text(read_pom(), encoding="utf-8")
            command = [mvn, "-B", "-q", "-f", str(pom), "dependency:copy-dependencies"]
            command += ["-DincludeScope=runtime", f"-DoutputDirectory={fetched}/jars"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                first = next((line for line in done.stdout.splitlines() if "ERROR" in line), "mvn failed")
                raise ServerError(f"Maven could not fetch Neo4j: {first}")
            (Path(fetched) / "jars").rename(jars)
    return jars


def write_configuration(home: Path, bolt: int, http: int | None, auth: bool) -> None:
    """neo4j.conf: loopback only, small, telling nobody anything, and quick to stop."""
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f":{bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{bolt}",
        "server.http.enabled": "true" if http else "false",
        "server.http.listen_address": f":{http or 7474}",
        "server.memory.pagecache.size": "64m",
        "db.tx_log.preallocate": "false",
        "dbms.security.auth_enabled": "true" if auth else "false",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    }
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in settings.items()))


def set_password(java: str, jars: Path, home: Path, password: str) -> None:
    """Give the user neo4j its password; possible only before the first start."""
    command = [java, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(home)
        raise ServerError(f"Neo4j refused the password: {(done.stderr or done.stdout).strip().splitlines()[-1]}")


def wait_for_start(guard: subprocess.Popen[bytes], server: Server) -> None:
    """Return when the server says that it has started and speaks Bolt."""
    written = ""
    for _ in range(START_SECONDS * 5):
        with contextlib.suppress(OSError):  # the log goes with the server when that ends
            written = server.log.read_text(errors="replace")
        if re.search(r"Started\.$", written, re.MULTILINE) and speaks_bolt(server.port):
            return
        if "Address already in use" in written:
            raise PortTakenError("other programs take every port that Neo4j is given; try again")
        if guard.poll() is not None:
            break
        time.sleep(0.2)
    lines = written.strip().splitlines() or ["no output"]
    raise ServerError(f"Neo4j did not start: {next((line for line in lines if ' ERROR ' in line), lines[-1])}")


def speaks_bolt(port: int) -> bool:
    """Offer Bolt 5.0 to 5.8; a server answers with the version that it chooses."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
        connection.sendall(bytes.fromhex("6060b017 00080805 00000000 00000000 00000000"))
        return connection.recv(4)[-1:] == b"\x05"
    return False


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    parser = argparse.ArgumentParser(description="Run a Neo4j server in the foreground until Ctrl-C.")
    parser.add_argument("--password", help="of the user neo4j, 8 characters or more; default: authentication is off")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with running(asked.password, browser=True, port=7687) as server:
            print(
                f"NEO4J_URI={server.uri}\nBrowser: {server.browser}\nStop with Ctrl-C; the data goes with it.",
                flush=True,
            )
            signal.pause()
    except KeyboardInterrupt:
        print("stopped")
    except ServerError as error:
        sys.exit(f"neo4j: {error}")


if __name__ == "__main__":
    main()
