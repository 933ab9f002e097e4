"""read(): one source in, its articles out; what cannot be read becomes a failure and stops nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from kg.errors import KgError, ReadError
from kg.read.formats import reader_of
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.sources import STDIN


def read(source: str, options: ReadOptions = ReadOptions()) -> Iterator[Reading | Failure]:  # noqa: B008 - frozen
    """The articles of one file, or of standard input for "-" (its format is `options.stdin_format`).

    A file may hold one article or many. One that cannot be read gives a Failure with one line that names it, the cause
    and the way out; KgErrors are never raised from here.
    """
    try:
        if source == STDIN:
            yield from read_stream(
                sys.stdin.buffer, suffix_of("-." + options.stdin_format.lstrip(".")), source, options
            )
        else:
            path = Path(source)
            reader_of(suffix_of(source), source)  # an unknown format is said before the file is opened
            with path.open("rb") as stream:
                yield from read_stream(stream, suffix_of(source), source, options)
    except OSError as error:
        yield Failure(source, ReadError(f"{source}: cannot be opened ({error.strerror or error})"))
    except KgError as error:
        yield Failure(source, error)


def read_stream(stream: BinaryIO, suffix: str, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The articles in `stream`, read as the format of files that end in `suffix`. Raises what its reader raises."""
    yield from reader_of(suffix.lower(), source)(stream, source, options)


def suffix_of(name: str) -> str:
    """The last suffix in lower case: of "a.jsonl.GZ" ".gz"."""
    return PurePath(name).suffix.lower()
