"""read(): one source in, its articles out; what cannot be read becomes a failure and stops nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.errors import KgError, ReadError
from kg.read.encoding import decode
from kg.read.front_matter import split_front_matter
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page import read_page
from kg.read.sources import STDIN, SUFFIXES

Reader = Callable[[bytes, str, ReadOptions], Iterator[Reading | Failure]]


def read(source: str, options: ReadOptions = ReadOptions()) -> Iterator[Reading | Failure]:  # noqa: B008 - frozen
    """The articles of one file, or of standard input for "-" (its format is `options.stdin_format`).

    A JSONL or CSV file holds one article a record; every other file one. A file or record that cannot be read gives a
    Failure with one line that names it, the cause and the way out; InputErrors are never raised from here.
    """
    suffix = "." + options.stdin_format.lstrip(".") if source == STDIN else Path(source).suffix
    try:
        reader = reader_of(suffix.lower(), source)
        raw = sys.stdin.buffer.read() if source == STDIN else Path(source).read_bytes()
        yield from reader(raw, source, options)
    except OSError as error:
        yield Failure(source, ReadError(f"{source}: cannot be opened ({error.strerror or error})"))
    except KgError as error:
        yield Failure(source, error)


def reader_of(suffix: str, source: str) -> Reader:
    """Readers import their libraries, so each is imported when its first file comes."""
    if suffix in (".txt", ".md"):
        return read_text
    if suffix in (".html", ".htm"):
        from kg.read.html import read_html

        return read_html
    if suffix == ".pdf":
        from kg.read.pdf import read_pdf

        return read_pdf
    if suffix in (".jsonl", ".csv"):
        from kg.read.records import read_csv, read_jsonl

        return read_jsonl if suffix == ".jsonl" else read_csv
    raise ReadError(f"{source}: unknown format {suffix or '(no suffix)'}; kg reads {' '.join(SUFFIXES)}")


def read_text(raw: bytes, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """Plain text or Markdown, with or without YAML front matter, clean or saved from a web page."""
    text, warning = decode(raw, source)
    known, start = split_front_matter(text, source)
    body = Mapped.whole(text).part(start)
    yield read_page(body, source, options, known, (warning,) if warning else ())
