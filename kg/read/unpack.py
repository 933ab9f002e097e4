"""Compressed streams, and what they may unpack to."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from tarfile import TarError
from typing import IO, BinaryIO, Protocol, cast
from zipfile import BadZipFile

from kg.errors import ReadError

MOST_UNPACKED = 256 * 2**30
"""Bytes out of one file: 40 GB of packed news, more than a run gets through; past it something is wrong."""
MOST_RATIO = 250
"""Times its packed size. News shrinks to a fifth, records with the same template in each to a fiftieth; bombs of gzip
reach 1,032, those of Zstandard and bzip2 far more."""
UNCHECKED = 32 * 2**20
"""Bytes that are unpacked whatever the ratio: a small file of blanks harms nobody."""
MOST_AT_ONCE = 512 * 2**20
"""Bytes of one document that is read as a whole. Files of many records are read piecewise and have no such limit."""
CHUNK = 2**17
DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError, BadZipFile, TarError, ValueError)
"""What the modules of the standard library raise for damaged and truncated input."""


class Source(Protocol):
    """What bytes are read from."""

    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(slots=True)
class Budget:
    """What was unpacked out of one file, archives within archives included. `packed` says the size of that file, or how
    much of it was read so far."""

    source: str
    packed: Callable[[], int]
    unpacked: int = 0
    spent: bool = False

    def take(self, size: int) -> None:
        """Count `size` more bytes; ReadError when they are too many."""
        self.unpacked += size
        if self.unpacked > UNCHECKED and self.unpacked > MOST_RATIO * self.packed():
            self.spent = True
            raise ReadError(
                f"{self.source}: unpacks to more than {MOST_RATIO} times its size, which no news does; not read further"
            )
        if self.unpacked > MOST_UNPACKED:
            self.spent = True
            raise ReadError(f"{self.source}: unpacks to more than {MOST_UNPACKED // 2**30} GiB; unpack it yourself")


class Counted:
    """A stream that knows how many bytes were read from it, for input whose size nobody knows (a pipe)."""

    def __init__(self, stream: Source) -> None:
        self.stream, self.count = stream, 0

    def read(self, size: int = -1, /) -> bytes:
        piece = self.stream.read(size)
        self.count += len(piece)
        return piece


class Unpacked(io.RawIOBase):
    """The bytes of `stream` within `budget`. Raises ReadError where the packed bytes are damaged or cut off, after
    everything that stands before; `place` names them."""

    def __init__(self, stream: Source, place: str, budget: Budget) -> None:
        self.stream, self.place, self.budget = stream, place, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # typeshed says Buffer, from 3.12 on
        piece = self.piece(min(len(buffer), CHUNK))
        buffer[: len(piece)] = piece
        return len(piece)

    def readall(self) -> bytes:
        pieces, size = [], 0
        while piece := self.piece(CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > MOST_AT_ONCE:
                raise ReadError(f"{self.place}: larger than {MOST_AT_ONCE // 2**20} MiB, which is no article; split it")
        return b"".join(pieces)

    def piece(self, size: int) -> bytes:
        try:
            piece = getattr(self.stream, "read1", self.stream.read)(size)  # `read` forgets what stands before damage
        except DAMAGE as error:
            reason = str(error).partition("\n")[0]
            raise ReadError(
                f"{self.place}: damaged or cut off ({reason}); what stands before was read, fetch it again"
            ) from None
        self.budget.take(len(piece))
        return piece


def unpacked(stream: Source, place: str, budget: Budget) -> BinaryIO:
    """`stream` as a file to read from, piecewise or at once; it cannot go back."""
    raw = cast(io.RawIOBase, Unpacked(stream, place, budget))
    return cast(BinaryIO, Piecewise(raw, CHUNK))


class Piecewise(io.BufferedReader):
    """Gives what there is and waits for no more: where it does, damage takes with it what stands before."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read() if size is None or size < 0 else self.read1(size)


def decompressed(stream: BinaryIO | Counted, suffix: str) -> Source:
    """The unpacked bytes of a stream that is packed as files with this suffix are."""
    packed = cast(IO[bytes], stream)
    if suffix == ".zst":
        return Zstandard(stream)
    if suffix == ".bz2":
        return bz2.BZ2File(packed)
    return lzma.LZMAFile(packed) if suffix == ".xz" else gzip.GzipFile(fileobj=packed)


class Zstandard:
    """Frames of Zstandard, one behind the other. `zstandard`'s own reader takes a frame that is cut off for whole, so
    its decompressor is fed here, in pieces so small that none unpacks to more than some 30 MB."""

    PIECE = 1024
    LARGEST_WINDOW = 2**27
    """Memory for one frame: what `zstd` itself grants without --long."""

    def __init__(self, stream: Source) -> None:
        import zstandard

        self.error = zstandard.ZstdError
        self.context = zstandard.ZstdDecompressor(max_window_size=self.LARGEST_WINDOW)
        self.frame = self.context.decompressobj()
        self.stream, self.begun = stream, False
        self.ready, self.at = b"", 0

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes, none only at the end. ValueError for damage."""
        while self.at == len(self.ready):
            packed = self.stream.read(self.PIECE)
            if not packed and self.begun:
                raise ValueError("the last frame is not complete")
            if not packed:
                return b""
            pieces = []
            while packed:
                piece, packed = self.fed(packed)
                pieces.append(piece)
            self.ready, self.at = b"".join(pieces), 0
        start, self.at = self.at, min(self.at + size, len(self.ready)) if size >= 0 else len(self.ready)
        return self.ready[start : self.at]

    def fed(self, packed: bytes) -> tuple[bytes, bytes]:
        """What `packed` unpacks to, and what of it belongs to the next frame."""
        try:
            piece = self.frame.decompress(packed)
        except self.error as error:
            raise ValueError(str(error)) from None
        self.begun = not self.frame.eof
        if self.begun:
            return piece, b""
        rest = self.frame.unused_data
        self.frame = self.context.decompressobj()
        return piece, rest
