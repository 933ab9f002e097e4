"""Compressed files and archives: what is in them is read as if it lay beside them.

Nothing is written to disk, so that names of members lead nowhere; limits on what is unpacked are in `kg.read.unpack`.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from kg.errors import KgError, ReadError
from kg.read.formats import COMPRESSED, SUFFIXES, inner_name, is_known
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.reading import read_stream, suffix_of
from kg.read.unpack import DAMAGE, Budget, Counted, Source, decompressed, unpacked

MANY = (".zip", ".tar")
DEEPEST = 2
"""Archives within archives: that of a month with those of its days."""
ENCRYPTED = 1
"""Bit of a member's flags."""
SIDE_FILES = frozenset({"__MACOSX"})

Items = Iterator[Reading | Failure]
Members = Iterator[Reading | Failure | None]


def read_archive(stream: BinaryIO, source: str, options: ReadOptions) -> Items:
    """The articles in a compressed file or in every member of an archive that is of a known format.

    The members of a zip come sorted by name, those of a tar as they stand. Hidden members are left out, unknown ones
    counted in a warning.
    """
    if stream.seekable():
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        yield from read_packed(stream, name_of(source, options), source, options, Budget(source, lambda: size), 1)
    else:
        counted = Counted(stream)
        budget = Budget(source, lambda: counted.count)
        yield from read_packed(counted, name_of(source, options), source, options, budget, 1)


def name_of(source: str, options: ReadOptions) -> str:
    """What the file is called, for the sake of its suffixes."""
    return f"-.{options.stdin_format.lstrip('.')}" if source == "-" else source


def read_packed(
    stream: BinaryIO | Counted, name: str, source: str, options: ReadOptions, budget: Budget, depth: int
) -> Items:
    """The articles of a stream as its `name` says: archives are gone through, others given to their readers."""
    suffix = suffix_of(name)
    if suffix in COMPRESSED:
        inner = inner_name(name)
        if not is_known(inner):
            known = " ".join(SUFFIXES)
            raise ReadError(f"{source}: not known what is packed in it; name it like NAME.txt{suffix} ({known})")
        yield from read_packed(
            unpacked(decompressed(stream, suffix), source, budget), inner, source, options, budget, depth
        )
    elif suffix in MANY and depth > DEEPEST:
        raise ReadError(f"{source}: more than {DEEPEST} archives within each other; unpack it first")
    elif suffix in MANY:
        members = zip_members if suffix == ".zip" else tar_members
        yield from with_passed_over(members(stream, source, options, budget, depth), source)
    else:
        yield from read_stream(cast(BinaryIO, stream), suffix, source, options)


def zip_members(stream: BinaryIO | Counted, source: str, options: ReadOptions, budget: Budget, depth: int) -> Members:
    file = stream if isinstance(stream, io.IOBase) and stream.seekable() else io.BytesIO(stream.read())
    try:
        archive = zipfile.ZipFile(cast(IO[bytes], file))
    except (*DAMAGE, NotImplementedError) as error:
        raise ReadError(f"{source}: not a zip archive, or damaged ({error}); fetch it again") from None
    with archive:
        infos = {info.filename: info for info in archive.infolist() if not info.is_dir() and is_visible(info.filename)}
        for name in sorted(infos):
            info, place = infos[name], f"{source}/{printable(name)}"
            if not is_known(name):
                yield None
            elif info.flag_bits & ENCRYPTED:
                yield Failure(place, ReadError(f"{place}: encrypted; unpack it with its password"))
            else:
                try:
                    member = archive.open(info)
                except (*DAMAGE, NotImplementedError, RuntimeError) as error:
                    yield Failure(place, ReadError(f"{place}: cannot be unpacked ({error}); unpack it yourself"))
                    continue
                with member:
                    yield from read_member(member, name, place, options, budget, depth)
                if budget.spent:
                    return


def tar_members(stream: BinaryIO | Counted, source: str, options: ReadOptions, budget: Budget, depth: int) -> Members:
    try:
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|", tarinfo=Entry) as archive:
            while (info := archive.next()) is not None:
                archive.members = []  # type: ignore[attr-defined]  # kept for going back, which a stream cannot
                place = f"{source}/{printable(info.name)}"
                if not info.isfile() or not is_visible(info.name):
                    continue
                member = archive.extractfile(info) if is_known(info.name) else None
                if member is None:
                    yield None
                else:
                    yield from read_member(cast(Source, member), info.name, place, options, budget, depth)
                if budget.spent:
                    return
    except DAMAGE as error:
        raise ReadError(
            f"{source}: damaged or cut off ({error}); what stands before was read; fetch it again"
        ) from None


class Entry(tarfile.TarInfo):
    """A member's header; `tarfile` takes one that is cut off for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Entry:
        if 0 < len(buf) < tarfile.BLOCKSIZE:
            raise tarfile.ReadError("unexpected end")
        return super().frombuf(buf, encoding, errors)


def read_member(member: Source, name: str, place: str, options: ReadOptions, budget: Budget, depth: int) -> Items:
    """The articles of one member; a fault in it costs the others nothing."""
    try:
        yield from read_packed(unpacked(member, place, budget), name, place, options, budget, depth + 1)
    except KgError as error:
        yield Failure(place, error)
    except Exception as error:  # a fault of a reader costs its member
        reason = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
        yield Failure(place, ReadError(f"{place}: cannot be read ({reason}); unpack it and try it by itself"))


def with_passed_over(members: Members, source: str) -> Items:
    """The items of an archive, of which None stands for a member that is not read; the last reading says how many."""
    last, passed_over, any_known, fault = None, 0, False, None
    try:
        for item in members:
            any_known = any_known or item is not None
            if isinstance(item, Reading):
                if last is not None:
                    yield last
                last = item
            elif item is not None:
                yield item
            else:
                passed_over += 1
    except KgError as error:
        fault = error  # what was read before it stays
    if last is not None and passed_over:
        files = "file" if passed_over == 1 else "files"
        warning = f"{last.article.path}: {passed_over} other {files} in {source} of unknown format passed over"
        last = replace(last, warnings=(*last.warnings, warning))
    if last is not None:
        yield last
    if fault is not None:
        raise fault
    if not any_known:
        raise ReadError(f"{source}: no article in it; kg reads {' '.join(SUFFIXES)}")


def is_visible(name: str) -> bool:
    return not any(part.startswith(".") or part in SIDE_FILES for part in PurePosixPath(name).parts)


def printable(name: str) -> str:
    """A member's name fit for one line."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
