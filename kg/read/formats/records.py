"""JSONL and CSV: one article a record; a bad record is reported with its line and the others go on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from kg.errors import KgError, ReadError
from kg.read.encoding import decode
from kg.read.facts import stated
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "article_text"),
    "title": ("title", "headline", "heading"),
    "published": ("published", "date", "publication_date", "published_at", "date_publish", "pubdate", "datetime"),
    "publisher": ("publisher", "source", "publication", "site", "source_name", "outlet"),
    "url": ("url", "link", "uri", "source_url"),
    "authors": ("authors", "author", "byline", "by"),
}
"""Usual names of each field, the likeliest first; compared in lower case."""
LARGEST_FIELD = 2**31 - 1


def read_jsonl(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """One JSON object a line."""
    text, warning = decode(stream.read(), source)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{source}:{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Failure(place, ReadError(f"{place}: not valid JSON ({error}); one object a line is needed"))
            continue
        if not isinstance(record, dict):
            yield Failure(place, ReadError(f"{place}: not a JSON object but {type(record).__name__}"))
            continue
        yield read_record(record, place, options, warning)


def read_csv(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """Rows under a header; the delimiter is the one of `,;` and tab that the header has most of."""
    text, warning = decode(stream.read(), source)
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(LARGEST_FIELD)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    place, begin = source, 2
    try:
        for row in rows:
            place, begin = f"{source}:{begin}", rows.line_num + 1
            if None in row:
                yield Failure(place, ReadError(f"{place}: more fields than the header names; quote the text"))
                continue
            yield read_record(row, place, options, warning)
        if place == source:
            yield Failure(source, ReadError(f"{source}: no record; a header and one row an article are needed"))
    except csv.Error as error:
        place = f"{source}:{rows.line_num}"
        yield Failure(place, ReadError(f"{place}: not valid CSV from here on ({error})"))


def read_record(record: Mapping[str, Any], place: str, options: ReadOptions, warning: str | None) -> Reading | Failure:
    """Make an article of one record; source offsets count code points of its text field."""
    try:
        values = {name: value_of(record, name, options.field_map.get(name)) for name in NAMES}
        text = values.pop("text")
        if not isinstance(text, str) or not text.strip():
            wanted = options.field_map.get("text") or ", ".join(NAMES["text"])
            raise ReadError(f"{place}: no text in field {wanted}; name the field in the field map (text=FIELD)")
        return read_page(Mapped.whole(text), place, options, stated(values, place), (warning,) if warning else ())
    except KgError as error:
        return Failure(place, error)


def value_of(record: Mapping[str, Any], name: str, field: str | None) -> Any:
    """The value of the mapped field, or of the first usual name that has one."""
    if field is not None:
        return record.get(field)
    lower = {str(key).strip().casefold(): value for key, value in record.items()}
    return next((lower[usual] for usual in NAMES[name] if lower.get(usual) not in (None, "", [])), None)
