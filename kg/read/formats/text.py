"""Plain text and Markdown, with or without YAML front matter, clean or saved from a web page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.read.encoding import decode
from kg.read.formats.front_matter import split_front_matter
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page


def read_text(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """One article; offsets of its segments count code points of the file as decoded."""
    text, warning = decode(stream.read(), source)
    known, start = split_front_matter(text, source)
    body = Mapped.whole(text).part(start)
    yield read_page(body, source, options, known, (warning,) if warning else ())
