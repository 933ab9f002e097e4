"""Runs a Neo4j server until it ends or standard input closes, and leaves nothing behind.

Standard input is a pipe from the process that wanted the server. It also closes when that process is killed, so no
server outlives its tests. Started by server.py, with the server's home, the Java program and the folder of jars.
"""

from __future__ import annotations

import select
import shutil
import subprocess
import sys
from pathlib import Path

STOP_SECONDS = 30
OPENED = ("java.nio", "java.io", "sun.nio.ch")
JAVA_OPTIONS = (
    # Chosen for a quick start and little memory, not for peak speed.
    *("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"),
    *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
)


def main() -> None:
    home, java, jars = sys.argv[1:]
    lts = any(Path(jars).glob("neo4j-5.*.jar"))
    start = "org.neo4j.server.CommunityEntryPoint" if lts else "org.neo4j.server.Neo4jCommunity"
    command = [java, *JAVA_OPTIONS, "-cp", f"{jars}/*", start]
    command += [f"--home-dir={home}", f"--config-dir={home}/conf", "--console-mode"]
    try:
        with (Path(home) / "console.log").open("wb") as log:
            server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        while server.poll() is None:
            if select.select([sys.stdin], [], [], 0.2)[0] and not sys.stdin.buffer.read1():
                server.terminate()
                try:
                    server.wait(STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    server.kill()
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
