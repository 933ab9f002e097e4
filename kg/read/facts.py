"""What is known of an article besides its text, and whose word goes first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from kg.errors import ReadError
from kg.read.moments import Moment, read_moment

BY = re.compile(r"^\s*(?:by|words by|written by)\s*:?\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:;|,|&|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Facts:
    """None or empty: not stated. `published` is an ISO date of reduced precision, `published_at` an ISO moment,
    `language` what the source calls it ("en", "en-GB", "English"); the others are as in `kg.model.Article`."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    source_id: str | None = None
    section: str | None = None
    language: str | None = None
    published_at: str | None = None
    excerpt: bool = False

    def over(self, other: Facts) -> Facts:
        """These facts, with those of `other` where these are silent."""
        return replace(other, **{f.name: value for f in fields(self) if (value := getattr(self, f.name))})


def stated(values: Mapping[str, Any], source: str) -> Facts:
    """Facts from a record or front matter, whose values may be of any type.

    A date may be of any form that `kg.read.moments` reads; authors a list or a text with commas. Raises ReadError for a
    date that is none: whoever stated it meant one.
    """
    published = when(values.get("published"), source)
    return Facts(
        title=line(values.get("title")),
        publisher=line(values.get("publisher")),
        published=published.day if published else None,
        url=line(values.get("url")),
        authors=names(values.get("authors")),
        source_id=line(values.get("id")),
        section=line(values.get("section")),
        language=line(values.get("language")),
        published_at=published.at if published else None,
    )


def line(value: Any) -> str | None:
    """`value` as one line of text."""
    return " ".join(str(value).split()) or None if value is not None else None


def when(value: Any, source: str) -> Moment | None:
    if value is None or value == "":
        return None
    found = read_moment(value)
    if found is None:
        raise ReadError(f"{source}: not a publication date ({line(value)}); write YYYY-MM-DD, YYYY-MM or YYYY")
    return found


def names(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    parts = [str(part) for part in value] if isinstance(value, list | tuple) else BETWEEN.split(str(value))
    cleaned = [" ".join(BY.sub("", part).split()) for part in parts]
    return tuple(dict.fromkeys(name for name in cleaned if name))
