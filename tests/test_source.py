"""House rules that no linter holds: small files with telling names, a reason at the head of each, no addresses that
only one machine knows."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

MOST_LINES = 400
VAGUE = frozenset({"utils", "util", "helpers", "helper", "manager", "data", "info", "misc", "common"})

# One letter of each stands in brackets, so that this file does not find itself.
REGISTRY = re.compile(r"p[y]pi\.org|pythonhoste[d]|npmj[s]\.|mave[n]\.org|crates\.i[o]|index-ur[l]|find-link[s]", re.I)


def tracked(root: Path, *patterns: str) -> list[Path]:
    """Files that git knows and that are there."""
    command = ["git", "ls-files", "-z", "--", *patterns]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout
    return [root / path for path in sorted(listed.split("\0")) if path and (root / path).is_file()]


def modules(root: Path) -> list[Path]:
    found = tracked(root, "kg/*.py")
    assert len(found) > 20
    return found


def test_no_registry_address(root: Path) -> None:
    assert REGISTRY.search("see https://py" + "pi.org/simple")
    named = [
        f"{path.relative_to(root)}: {match[0]}"
        for path in tracked(root)
        if (match := REGISTRY.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert not named


def test_no_long_module(root: Path) -> None:
    lengths = {path.relative_to(root).as_posix(): path.read_bytes().count(b"\n") for path in modules(root)}
    assert not {path: lines for path, lines in lengths.items() if lines > MOST_LINES}


def test_no_vague_name(root: Path) -> None:
    assert not [p for p in modules(root) if VAGUE & {p.stem.strip("_"), *p.relative_to(root).parts}]


def test_every_module_says_why_it_exists(root: Path) -> None:
    dumb = [p for p in modules(root) if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert not dumb


def test_every_folder_of_modules_is_a_package(root: Path) -> None:
    assert not [p.parent for p in modules(root) if not (p.parent / "__init__.py").exists()]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_between_documents_lead_somewhere(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in link]
    assert not [link for link in links if not (root / link).exists()]
