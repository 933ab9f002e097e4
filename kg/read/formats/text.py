"""Plain text and Markdown, with or without YAML front matter, clean or saved from a web page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.read.bundles import read_bundle
from kg.read.bundles.fences import split_front_matters
from kg.read.bundles.readings import read_parts
from kg.read.encoding import decode
from kg.read.facts import Facts
from kg.read.formats.front_matter import split_front_matter
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions


def read_text(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """One article or several; offsets of their segments count code points of the file as decoded."""
    text, warning = decode(stream.read(), source)
    warnings = (warning,) if warning else ()
    whole = Mapped.whole(text)
    parts = split_front_matters(whole, source)
    if parts:
        yield from read_parts(parts, source, options, Facts(), warnings, by_line=True)
        return
    known, start = split_front_matter(text, source)
    first_line = 1 + text.count("\n", 0, start)
    yield from read_bundle(whole.part(start), source, options, known, warnings, first_line=first_line)
