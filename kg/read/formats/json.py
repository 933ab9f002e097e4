"""JSON: an object a line, an array, values one behind the other, or one document with the list of records inside.

What a file holds is seen from its beginning, not from its name: arrays are found in `.jsonl`, lines of objects in
`.json`.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.errors import ReadError
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.records.record import TEXT, RecordReader
from kg.read.records.sequence import DECODER, Sequence
from kg.read.records.stream import CHUNK, LONGEST_RECORD, Utf8Stream, lines_of, too_long
from kg.read.records.tally import told_once

BLANK = b" \t\r\n\x1e"
"""What may stand between values: the last is the mark of JSON text sequences (RFC 7464)."""
ACTIONS = frozenset({"index", "create"})
"""Keys of the lines that stand above each document in a bulk file of Elasticsearch."""


def read_json(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The articles of a file of JSON. A record is named by its line where each has one, else by its number."""
    text = Utf8Stream(stream, source)
    records = RecordReader(source, options)
    found = False
    for result in told_once(results(text, source, records, options.field_map.get("records")), source):
        found = True
        yield result
    if not found:
        yield Failure(source, ReadError(f"{source}: no record in it"))


def results(text: Utf8Stream, source: str, records: RecordReader, path: str | None) -> Iterator[Reading | Failure]:
    head = beginning(text)
    first = head.lstrip(BLANK)[:1]
    if not first or first not in b"[{":
        raise ReadError(f"{source}: not JSON; objects are needed, one a line or in an array")
    if has_lines(head):
        alone = b"\n" not in head.strip() and len(text.head(len(head) + 1)) == len(head)
        yield from from_lines(text, source, records, alone=alone)
    elif first == b"{" and not is_whole(text.head(LONGEST_RECORD)):
        yield from from_document(text, source, records, path)
    else:
        yield from from_sequence(text, source, records)
    yield from records.closing()


def beginning(text: Utf8Stream) -> bytes:
    """So much of the file that its first line is whole, if that is no longer than a record may be."""
    size = CHUNK
    while True:
        head = text.head(size)
        if len(head) < size or b"\n" in head.lstrip(BLANK) or size >= LONGEST_RECORD:
            return head
        size *= 4


def has_lines(head: bytes) -> bool:
    """Whether each line is a value: the first is, or most lines begin as objects do."""
    lines = [line for line in head.split(b"\n") if line.strip(BLANK)]
    try:
        value = DECODER.decode(lines[0].decode("utf-8", "replace").strip(" \t\r,\x1e"))
    except (ValueError, RecursionError):
        openings = sum(line[:1] == b"{" and len(line.strip()) > 2 for line in lines)
        return not lines[0].startswith(b"[") and 2 * openings > len(lines) > 1
    return isinstance(value, dict) or len(lines) > 1


def is_whole(head: bytes) -> bool:
    """Whether the first value ends within `head`."""
    try:
        DECODER.raw_decode(head.decode("utf-8", "replace").lstrip())
    except (ValueError, RecursionError):
        return False
    return True


def from_lines(text: Utf8Stream, source: str, records: RecordReader, *, alone: bool) -> Iterator[Reading | Failure]:
    action: Any = None
    lines = lines_of(io.BufferedReader(text, CHUNK))
    for number, line in enumerate(lines, start=1):
        place = f"{source}:{number}"
        if line is None:
            yield Failure(place, too_long(f"{place}:"))
            continue
        written = line.decode("utf-8", "replace").strip(" \t\r\n,\x1e")
        if not written:
            continue
        try:
            value = DECODER.decode(written)
        except (ValueError, RecursionError) as error:
            told = error.msg if isinstance(error, json.JSONDecodeError) else error
            yield Failure(place, ReadError(f"{place}: not valid JSON ({told}); one object a line is needed"))
            continue
        records.warning = text.warning
        if isinstance(value, dict) and len(value) == 1 and not ACTIONS.isdisjoint(value):
            action = next(iter(value.values()))
            continue
        if isinstance(action, dict) and isinstance(value, dict) and action.get("_id") is not None:
            value = {"_id": action["_id"], **value}
        action = None
        yield from records.read(value, place, alone=alone)


def from_sequence(text: Utf8Stream, source: str, records: RecordReader) -> Iterator[Reading | Failure]:
    for item in Sequence(text):
        place = f"{source}:{item.number if item.listed or item.alone else item.line}"
        if item.fault:
            yield Failure(place, ReadError(f"{place}: {item.fault}"))
            continue
        records.warning = text.warning
        yield from records.read(item.value, place, alone=item.alone)


def from_document(
    text: Utf8Stream, source: str, records: RecordReader, path: str | None
) -> Iterator[Reading | Failure]:
    """The records of a document that is too long for the memory, or breaks off: those of the list in which its
    beginning shows articles."""
    import ijson  # type: ignore[import-untyped]

    found = f"{path}.item" if path else list_in(text.head(LONGEST_RECORD), records)
    if found is None:
        yield from from_sequence(text, source, records)
        return
    number = 0
    metered = Metered(text, source)
    try:
        for number, record in enumerate(ijson.items(metered, found, use_float=True), start=1):
            metered.since = 0
            yield from records.read(record, f"{source}:{number}")
    except ijson.JSONError as error:
        place, told = f"{source}:{number + 1}", " ".join(str(error).split("\n")[0].split())
        yield Failure(place, ReadError(f"{place}: not valid JSON from here on ({told})"))
    if path and not number:
        yield Failure(source, ReadError(f"{source}: no list of records at {path} (--field records={path})"))


def list_in(head: bytes, records: RecordReader) -> str | None:
    """Where the objects stand that look most like articles, as ijson names places; None when none are whole."""
    import ijson
    from ijson.common import ObjectBuilder  # type: ignore[import-untyped]

    best, found, builder, begun = 0, None, None, ""
    try:
        for place, event, value in ijson.parse(io.BytesIO(head), use_float=True):
            if builder is None and event == "start_map" and place.endswith(".item"):
                builder, begun = ObjectBuilder(), place
            if builder is not None:
                builder.event(event, value)
                if event == "end_map" and place == begun:
                    likeness = records.likeness(builder.value)
                    best, found = (likeness, place) if likeness > best else (best, found)
                    builder = None
            if best > TEXT:
                break
    except ijson.JSONError:  # where the beginning ends
        pass
    return found


class Metered:
    """`stream`, which may be read on for one record no longer than a record may be."""

    def __init__(self, stream: Utf8Stream, source: str) -> None:
        self._stream = stream
        self._source = source
        self.since = 0

    def read(self, size: int) -> bytes:
        if size and self.since > LONGEST_RECORD:
            raise too_long(f"{self._source}: a record is")
        raw = self._stream.read(size) or b""
        self.since += len(raw)
        return raw
