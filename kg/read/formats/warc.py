"""WARC, the archives of crawlers (ISO 28500): an article for each web page in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any, BinaryIO, cast

from fastwarc import ArchiveIterator, WarcRecordType

from kg.errors import KgError, ReadError
from kg.read.formats.html import read_html
from kg.read.formats.text import read_text
from kg.read.options import Failure, Reading, ReadOptions

PAGES = frozenset({"text/html", "application/xhtml+xml"})
LARGEST_PAGE = 20_000_000
GZIP = b"\x1f\x8b"
READ = WarcRecordType.response | WarcRecordType.conversion
"""Answers of servers, and the plain text that archives of text (WET) keep instead of them."""


def read_warc(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The pages of an archive, numbered among its records of the kinds that hold pages.

    What is no page, or was no success, is passed over. Records are read one by one, so that the size of the archive
    does not matter; pages that were sent packed are unpacked (gzip, deflate, Brotli, zstd). The id of a WARC record
    is that of a visit and changes with each, so that an article bears the address alone.
    """
    number = 0
    forward = Forward(stream)
    try:
        for record in ArchiveIterator(cast(BinaryIO, forward), record_types=READ, parse_http=True, auto_decode="all"):
            number += 1
            page = content_of(record)
            if forward.error is not None:
                break  # the record is cut off in its middle
            if page is not None:
                yield from read_record(record, page, f"{source}:{number}", options)
    except (OSError, ValueError, RuntimeError) as error:
        place = f"{source}:{number + 1}"
        cause = " ".join(str(error).split())
        yield Failure(place, ReadError(f"{place}: not a readable WARC from here on ({cause}); fetch it again"))
        return
    if forward.error is not None:
        raise forward.error
    if number and not forward.is_whole:
        told = "cut off in its last record, whose article may lack its end"
        yield Failure(source, ReadError(f"{source}: {told}; fetch it again"))
    if not number:
        raise ReadError(f"{source}: no page in it; a WARC with the answers of servers is needed")


class Forward:
    """A stream as fastwarc wants it: it asks where it stands, which pipes and packed files do not know, and panics on
    an error while it reads (2.0.1), so that the error waits here until what stands before is read."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.place = stream, 0
        self.head = self.tail = b""
        self.error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self.stream.read(size)
        except (KgError, OSError) as error:
            self.error, piece = error, b""
        self.place += len(piece)
        self.head = self.head or piece[:2]
        self.tail = piece[-1:] or self.tail
        return piece

    @property
    def is_whole(self) -> bool:
        """Whether the stream ends as each record does, with an empty line; packed ones are checked by fastwarc."""
        return self.tail == b"\n" or self.head == GZIP

    def tell(self) -> int:
        return self.place


def address_of(record: Any) -> str | None:
    """The address of a page; wget puts it in brackets."""
    return (record.headers.get("WARC-Target-URI") or "").strip("<>") or None


def content_of(record: Any) -> bytes | None:
    """What a record that holds a page holds."""
    if record.record_type is WarcRecordType.conversion or is_page(record):
        return cast(bytes, record.reader.read(LARGEST_PAGE))
    return None


def read_record(record: Any, page: bytes, place: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    plain = record.record_type is WarcRecordType.conversion
    raw = recoded(page, record.http_charset)
    known = replace(options, url=options.url or address_of(record))
    try:
        yield from (read_text if plain else read_html)(io.BytesIO(raw), place, known)
    except KgError as error:
        yield Failure(place, error)


def is_page(record: Any) -> bool:
    status = record.http_headers.status_code if record.http_headers else 200
    return status == 200 and (record.http_content_type or "").casefold() in PAGES


def recoded(raw: bytes, charset: str | None) -> bytes:
    """A page in UTF-8 where the server named another encoding for it; else as it is, since the page may say better."""
    if not charset or charset.casefold() in ("utf-8", "utf8"):
        return raw
    with suppress(LookupError, UnicodeDecodeError):
        return raw.decode(charset).encode("utf-8")
    return raw
