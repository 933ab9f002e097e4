"""Read the articles of a text that may hold several: the one call for every format whose text comes in one piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.errors import KgError
from kg.read.bundles.part import Part
from kg.read.bundles.split import split_bundle
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page


def read_bundle(
    text: Mapped,
    source: str,
    options: ReadOptions,
    known: Facts,
    warnings: tuple[str, ...] = (),
    *,
    first_line: int | None = None,
) -> Iterator[Reading | Failure]:
    """The articles of `text`; one that is not cut is read as a page.

    `known` holds for each, but for its title, which is that of a single article. Paths are FILE:LINE where
    `first_line`, the line that `text` begins with, is given, else FILE:N with the number of the article; a single
    article has the path of the file. An article that cannot be read
    gives a Failure and stops none. Raises what `read_page` raises when there is one, and ReadError when the text looks
    like several articles and cannot be cut.
    """
    parts = split_bundle(text, source, first_line or 1)
    if parts:
        yield from read_parts(parts, source, options, known, warnings, by_line=first_line is not None)
    else:
        yield read_page(text, source, options, known, warnings)


def read_parts(
    parts: Sequence[Part], source: str, options: ReadOptions, known: Facts, warnings: tuple[str, ...], *, by_line: bool
) -> Iterator[Reading | Failure]:
    """As `read_bundle`, of parts that were cut already. Warnings of the file go with its first article."""
    if len(parts) > 1:
        known = replace(known, title=None)  # what a file calls itself is the title of none of them
    for number, part in enumerate(parts, 1):
        path = source if len(parts) == 1 else f"{source}:{part.line if by_line else number}"
        said = (*warnings, *(f"{path if number > 1 else source}: {warning}" for warning in part.warnings))
        try:
            reading = read_page(part.body, path, options, known.over(part.known), said)
        except KgError as error:
            if len(parts) == 1:
                raise
            yield Failure(path, error)
            continue
        warnings = ()
        yield replace(reading, dropped=(*part.dropped, *reading.dropped))
