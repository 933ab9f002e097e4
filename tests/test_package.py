"""The package as its users get it: what is in wheel and sdist, whether it works from there, and what it rests on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from importlib.metadata import Distribution
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def tracked(root: Path) -> frozenset[str]:
    """Paths of the files that git knows."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True, text=True).stdout
    return frozenset(path for path in listed.split("\0") if path and (root / path).exists())


def build(kind: str, source: Path, target: Path) -> Path:
    """Build the "wheel" or "sdist" of the project in `source`; hatchling needs no network for that."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, text=True)
    (made,) = target.iterdir()
    return made


@pytest.fixture(scope="module")
def sdist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", root, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the unpacked sdist, so that both are known to be whole."""
    unpacked = tmp_path_factory.mktemp("source")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    return build("wheel", source, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, which for pure Python is what an installer does."""
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run_installed(installed: Path, code: str) -> str:
    """Run `code` in a folder apart from the checkout, with the unpacked wheel before all else on the path."""
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=installed.parent, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_holds_code_data_statements_and_examples(wheel: Path, tracked: frozenset[str]) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    expected = {path for path in tracked if path.startswith("kg/")}
    expected |= {f"kg/{path}" for path in tracked if path.startswith(("cypher/", "examples/"))}
    assert expected <= names
    assert any(name.startswith("kg/cypher/query/") for name in names)
    assert any(name.startswith("kg/examples/") for name in names)
    assert not [name for name in names if not name.startswith("kg/")]


def test_statements_load_from_the_wheel(installed: Path) -> None:
    code = (
        "import json, kg\n"
        "from kg.graph.cypher import list_statements, load_statement\n"
        "found = [s.name for s in list_statements('query')]\n"
        "print(json.dumps([kg.__file__, found, load_statement(found[0]).text]))"
    )
    file, names, text = json.loads(run_installed(installed, code))
    assert Path(file).is_relative_to(installed)
    assert "query/who_met_whom" in names
    assert "MATCH" in text


def test_ontology_and_gazetteer_load_from_the_wheel(installed: Path) -> None:
    code = (
        "from kg.gazetteer import Gazetteer\n"
        "from kg.ontology import Ontology\n"
        "print(Gazetteer.load().entry('Q159').name, 'SUPPLIES' in Ontology.load().relations)"
    )
    assert run_installed(installed, code).split() == ["Russia", "True"]


def test_command_starts_from_the_wheel(installed: Path) -> None:
    (entry,) = [p for p in Distribution.at(next(installed.glob("kg-*.dist-info"))).entry_points if p.name == "kg"]
    code = f"import sys; sys.argv = ['kg', '--help']; from {entry.module} import {entry.attr}; sys.exit({entry.attr}())"
    assert "ingest" in run_installed(installed, code)


def test_editable_install_leads_to_the_checkout(root: Path) -> None:
    site = Path(sysconfig.get_path("purelib"))
    assert not (site / "kg").exists(), "a folder kg/ in site-packages hides or shadows the checkout"
    import kg

    assert Path(kg.__file__).parent == root / "kg"


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, object]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_constraints_pin_every_requirement_by_hash(root: Path, project: dict[str, dict[str, object]]) -> None:
    text = (root / "constraints.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text).strip())
    pins: dict[str, list[str]] = {}
    for entry in entries:
        match = re.match(r"([\w.-]+)==(\S+)", entry)
        assert match, entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), f"{match[1]} has no hash"
        pins.setdefault(canonicalize_name(match[1]), []).append(match[2])
    assert "://" not in text

    metadata = project["project"]
    wanted: list[str] = [*metadata["dependencies"], *chain(*metadata["optional-dependencies"].values())]  # type: ignore[index, misc, attr-defined]
    for name, group in project["dependency-groups"].items():
        if name != "training":  # torch and its like are not for everybody who runs the tests
            wanted += group  # type: ignore[operator]
    for requirement in map(Requirement, wanted):
        versions = pins.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in constraints.txt; run `make constraints`"
        assert all(v in requirement.specifier for v in versions), f"{requirement}: constraints.txt has {versions}"
