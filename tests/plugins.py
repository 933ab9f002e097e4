"""Installs a small package for a test, as far as Python's own metadata can tell: a module beside its .dist-info."""

from __future__ import annotations

from pathlib import Path


def install(folder: Path, package: str, code: str, **points: str) -> Path:
    """A package with one module of its name, which offers the entry points as extractors."""
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    lines = [f"{name} = {value}" for name, value in points.items()]
    (info / "entry_points.txt").write_text("\n".join(["[kg.extractors]", *lines, ""]))
    (folder / f"{package}.py").write_text(code)
    return folder
