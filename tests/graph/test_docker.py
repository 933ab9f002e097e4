"""The compose file as far as it can be checked without docker: it parses, pins, keeps to this machine, and its settings
are settings of the server that the tests run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml


@pytest.fixture(scope="module")
def service(root: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((root / "docker" / "compose.yml").read_text(encoding="utf-8"))
    assert read.keys() == {"name", "services", "volumes"}
    (named,) = read["volumes"]
    assert read["services"].keys() == {"neo4j"}
    service: dict[str, Any] = read["services"]["neo4j"]
    assert service["volumes"] == [f"{named}:/data"]
    return service


def test_the_image_is_the_version_of_the_tests(service: dict[str, Any], root: Path) -> None:
    pom = (root / "tests" / "neo4j_server" / "pom.xml").read_text(encoding="utf-8")
    tested = re.search(r"<artifactId>neo4j</artifactId>\s*<version>([\d.]+)</version>", pom)
    assert tested
    assert service["image"] == f"neo4j:{tested[1]}-community"


def test_ports_are_open_to_this_machine_alone(service: dict[str, Any]) -> None:
    assert service["ports"]
    assert all(re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port) for port in service["ports"])


def test_the_password_is_asked_for_and_never_written(service: dict[str, Any], root: Path) -> None:
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", service["environment"]["NEO4J_AUTH"])
    assert "NEO4J_PASSWORD=\n" in (root / "docker" / ".env.example").read_text(encoding="utf-8")
    assert ".env" in (root / "docker" / ".gitignore").read_text(encoding="utf-8").split()


def test_health_is_a_query_answered_with_the_password(service: dict[str, Any]) -> None:
    kind, command = service["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    assert "$${NEO4J_AUTH#neo4j/}" in command  # $$ is compose for $; the shell in the container cuts off the user
    assert "RETURN 1" in command


def test_settings_are_spelled_as_the_image_wants_them(service: dict[str, Any]) -> None:
    settings = {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")
        for name in service["environment"]
        if name != "NEO4J_AUTH"
    }
    assert settings == {
        "server.memory.heap.initial_size",
        "server.memory.heap.max_size",
        "server.memory.pagecache.size",
        "dbms.usage_report.enabled",
        "client.allow_telemetry",
    }
