"""A file of records as a stream of sound UTF-8, whatever its encoding, that can be looked into before it is read."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import ReadError
from kg.read.encoding import BOMS, as_unicode, decode, utf16_without_mark

CHUNK = 64 * 1024
LONGEST_RECORD = 16 * 1024 * 1024
"""Bytes of one record at most. No article has so many; a file without line ends would fill the memory."""


class Utf8Stream(io.RawIOBase):
    """`stream` as UTF-8 without a mark at its beginning. `warning` says what had to be guessed so far. Raises ReadError
    at once for an empty file and for one that is no text."""

    def __init__(self, stream: BinaryIO, source: str) -> None:
        super().__init__()
        self._stream = stream
        self._source = source
        self._ready = b""
        self._at = 0
        self._rest = b""
        self._ended = False
        self.warning: str | None = None
        beginning = self._read(CHUNK)
        mark, encoding = next(((mark, name) for mark, name in BOMS if beginning.startswith(mark)), (b"", ""))
        encoding = encoding or utf16_without_mark(beginning) or "utf-8"
        wide = encoding.startswith(("utf-16", "utf-32"))
        self._wide = codecs.getincrementaldecoder(encoding)(errors="replace") if wide else None
        self._take(beginning if wide else beginning.removeprefix(mark))
        decode(self._ready, source)

    def readable(self) -> bool:
        return True

    def head(self, size: int) -> bytes:
        """The next `size` bytes, or all that are left, which are still to be read."""
        while (there := len(self._ready) - self._at) < size and not self._ended:
            self._take(self._read(max(CHUNK, size - there)))
        return self._ready[self._at : self._at + size]

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while self._at == len(self._ready) and not self._ended:
            self._take(self._read(CHUNK))
        part = self._ready[self._at : self._at + len(buffer)]
        self._at += len(part)
        buffer[: len(part)] = part
        return len(part)

    def _read(self, size: int) -> bytes:
        raw = self._stream.read(size)
        self._ended = not raw
        return raw

    def _take(self, raw: bytes) -> None:
        """Make more of the source ready; what may be half a character waits for the rest."""
        self._ready, self._at = self._ready[self._at :], 0
        if self._wide is not None:
            self._ready += self._wide.decode(raw, final=self._ended).encode("utf-8", "replace")
            return
        raw = self._rest + raw
        self._rest = b""
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.end == len(raw) and error.reason == "unexpected end of data" and not self._ended:
                raw, self._rest = raw[: error.start], raw[error.start :]
            else:
                text, warning = as_unicode(raw, self._source, None)
                self.warning = self.warning or warning
                raw = text.encode("utf-8", "replace")
        self._ready += raw


def lines_of(stream: io.BufferedReader) -> Iterator[bytes | None]:
    """The lines of a stream with their ends; None for one longer than LONGEST_RECORD, which is passed over."""
    while line := stream.readline(LONGEST_RECORD):
        if len(line) < LONGEST_RECORD or line.endswith(b"\n"):
            yield line
            continue
        while (more := stream.readline(CHUNK)) and not more.endswith(b"\n"):
            pass
        yield None


def too_long(place: str) -> ReadError:
    return ReadError(f"{place} longer than {LONGEST_RECORD // 2**20} MiB, which no article is; is it one record?")
