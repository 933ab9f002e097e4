"""Which files are meant: files, folders, globs and standard input become one sorted list of sources."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.read.formats import SUFFIXES, is_known

STDIN = "-"


def find_sources(patterns: Sequence[str]) -> list[str]:
    """Paths of the files that `patterns` mean, sorted, each once; "-" stays as it is.

    A pattern is a file, a folder (everything below it with a known suffix, without hidden files) or a glob ("**" goes
    through folders; it finds files with a known suffix). Raises InputError when a pattern finds nothing.
    """
    found: set[str] = set()
    for pattern in patterns:
        matches = [STDIN] if pattern == STDIN else [path.as_posix() for path in matching(pattern)]
        if not matches:
            raise InputError(f"{pattern}: no article found; kg reads {' '.join(SUFFIXES)}")
        found.update(matches)
    return sorted(found)


def matching(pattern: str) -> Iterator[Path]:
    path = Path(pattern)
    if path.is_dir():
        yield from below(path)
    elif path.exists():
        yield path
    elif glob.has_magic(pattern):
        for match in map(Path, glob.glob(pattern, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
            if match.is_file() and is_known(match.name):
                yield match
    else:
        raise InputError(f"{pattern}: no such file or folder")


def below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if is_known(path.name) and not hidden and path.is_file():
            yield path
