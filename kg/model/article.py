"""Article: what a reader makes of one file or record, and the only text that offsets refer to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from kg.model.identity import digest


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range [start, end) in code points of `Article.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The covered part of `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Segment:
    """`length` code points of `Article.text` from `start` stand unchanged in the source from `source_start` on.

    Source offsets count code points of the file as decoded (for HTML and PDF: of the text taken out of it).
    """

    start: int
    source_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored.

    `text` starts with the title (if there is one), then the paragraphs, separated by one blank line; web boilerplate is
    gone. `published` is an ISO 8601 date of reduced precision ("2022-02-04", "2022-02", "2022") or None, and
    `published_precision` says which; `published_at` is the moment ("2022-02-04T16:05:00+08:00") where one is stated.
    `sha256` is that of `text`. `source_id` is the id that the record, document or message has in its source, so that
    claims can be joined to it; two records of the same words stay two. `section` is the paper's own ("Business").
    `excerpt` says that the source holds a teaser and not the whole article. `path` is where it was first read from, for
    people, with the line or the number of the article behind a colon where a file holds several.
    """

    id: str
    title: str
    text: str
    url: str | None
    publisher: str | None
    published: str | None
    published_precision: Precision
    authors: tuple[str, ...]
    language: str
    path: str | None
    sha256: str
    segments: tuple[Segment, ...] = ()
    source_id: str | None = None
    section: str | None = None
    published_at: str | None = None
    excerpt: bool = False

    @staticmethod
    def create(
        *,
        title: str,
        text: str,
        url: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
        authors: tuple[str, ...] = (),
        language: str = "en",
        path: str | None = None,
        segments: tuple[Segment, ...] = (),
        source_id: str | None = None,
        section: str | None = None,
        published_at: str | None = None,
        excerpt: bool = False,
    ) -> Article:
        """Build an article, deriving id (from title, text, url, publisher, published and source_id), hash and
        precision."""
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
        own = () if source_id is None else (source_id,)  # an article without one keeps the id it always had
        return Article(
            id=digest("article", title, sha256, url, publisher, published, *own),
            title=title,
            text=text,
            url=url,
            publisher=publisher,
            published=published,
            published_precision=precision_of(published),
            authors=authors,
            language=language,
            path=path,
            sha256=sha256,
            segments=segments,
            source_id=source_id,
            section=section,
            published_at=published_at,
            excerpt=excerpt,
        )


def precision_of(date: str | None) -> Precision:
    """Precision of an ISO date of reduced precision: its length tells."""
    lengths = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
    return lengths.get(len(date), Precision.UNKNOWN) if date else Precision.UNKNOWN
