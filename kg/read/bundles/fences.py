"""Several articles in one file, each with YAML front matter of its own."""

from __future__ import annotations

import re

from kg.errors import ReadError
from kg.read.bundles.part import Part
from kg.read.formats.front_matter import split_front_matter
from kg.read.mapped import Mapped

OPENING = re.compile(r"^---[ \t]*\r?\n(?=[A-Za-z][\w -]{0,30}:)", re.MULTILINE)
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
LONGEST_BLOCK = 20_000
KEY = re.compile(r"[ \t]*(?:-[ \t].*|[^\s:#][^:]{0,60}:.*|#.*|)\s*\Z")


def split_front_matters(text: Mapped, source: str) -> list[Part]:
    """The articles of a text in which two or more have front matter, the first at the very beginning; else none.

    Front matter that cannot be read is kept as text of its article, with a warning.
    """
    starts = blocks_of(text.text)
    if len(starts) < 2 or text.text[: starts[0]].strip("\ufeff \t\r\n"):
        return []
    parts = []
    for start, end in zip(starts, [*starts[1:], len(text.text)], strict=True):
        article = text.part(start, end)
        warnings: tuple[str, ...] = ()
        try:
            known, begin = split_front_matter(article.text, source)
        except ReadError as error:
            known, begin = split_front_matter("", source)
            warnings = (str(error).removeprefix(f"{source}: "),)
        line = 1 + text.text.count("\n", 0, start)
        parts.append(Part(article.part(begin), known, line, (), warnings))
    return parts


def blocks_of(text: str) -> list[int]:
    """Where front matter begins: "---", lines of keys and values, "---"."""
    starts: list[int] = []
    last = 0
    for match in OPENING.finditer(text):
        if match.start() < last:
            continue
        closing = CLOSING.search(text, match.end(), match.end() + LONGEST_BLOCK)
        if closing and all(KEY.match(line) for line in text[match.end() : closing.start()].splitlines()):
            starts.append(match.start())
            last = closing.end()
    return starts
