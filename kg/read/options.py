"""What goes into reading and what comes out of it: options, readings, failures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.errors import InputError, KgError
from kg.model import Article
from kg.read.dates import is_iso_date

PARTS = ("text", "title", "published", "publisher", "url", "authors", "id", "section", "language", "records")
"""What a field of a record can be; "records" is the list in a JSON document in which the records stand."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user states; it goes before what a file says of itself.

    `published` is an ISO date of reduced precision ("2022-02-04", "2022-02", "2022"; InputError otherwise). `field_map`
    names the field of a record for each of PARTS (InputError for others), where it is not found by itself: a name, or
    steps into objects and lists ("fields.bodyText", "authors.0.name"). `stdin_format` is the suffix, without its dot,
    that standard input is read as.
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
        for part, name in self.field_map.items():
            if part not in PARTS:
                raise InputError(f"--field {part}={name}: no part of an article; write one of {', '.join(PARTS)}")


@dataclass(frozen=True, slots=True)
class Reading:
    """One article; what its reader is unsure of, one line each; and the lines of the source that were left out of its
    text (menus, captions, trailers), so that nothing goes without a word."""

    article: Article
    warnings: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """One file or record that could not be read; `source` is its path, with the line behind a colon for a record. Where
    many records of a file fail for one reason, one Failure stands for so many `records`."""

    source: str
    error: KgError
    records: int = 1
