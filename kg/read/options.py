"""What goes into reading and what comes out of it: options, readings, failures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.errors import InputError, KgError
from kg.model import Article
from kg.read.dates import is_iso_date


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user states; it goes before what a file says of itself.

    `published` is an ISO date of reduced precision ("2022-02-04", "2022-02", "2022"; InputError otherwise). `field_map`
    names the field of a JSONL or CSV record for each of text, title, published, publisher, url, authors, where it has
    another name than the usual ones. `stdin_format` is the suffix, without its dot, that standard input is read as.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    field_map: Mapping[str, str] = field(default_factory=dict)
    stdin_format: str = "txt"

    def __post_init__(self) -> None:
        if self.published is not None and not is_iso_date(self.published):
            raise InputError(f"--published {self.published}: not a date; write YYYY-MM-DD, YYYY-MM or YYYY")


@dataclass(frozen=True, slots=True)
class Reading:
    """One article; what its reader is unsure of, one line each; and the lines of the source that were left out of its
    text (menus, captions, trailers), so that nothing goes without a word."""

    article: Article
    warnings: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """One file or record that could not be read; `source` is its path, with the line behind a colon for a record."""

    source: str
    error: KgError
