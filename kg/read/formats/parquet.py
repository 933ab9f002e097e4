"""Parquet: one article a row; rows are read a few at a time, and only the columns that are asked for."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO

import pyarrow  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]

from kg.errors import ReadError
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.records.record import RecordReader
from kg.read.records.tally import told_once

ROWS = 64
"""Rows that are held at once."""
IN_MEMORY = 32 * 1024 * 1024
"""Bytes of a stream without random access up to which it is held in memory and not in a file."""


def read_parquet(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The articles of a table; an article is named by the number of its row, from 1."""
    records = RecordReader(source, options)
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        place = stream
        if not stream.seekable():
            shutil.copyfileobj(stream, copy)
            copy.seek(0)
            place = copy  # type: ignore[assignment]
        yield from told_once(results(place, source, records), source)


def results(stream: BinaryIO, source: str, records: RecordReader) -> Iterator[Reading | Failure]:
    number = 0
    try:
        table = pyarrow.parquet.ParquetFile(stream, pre_buffer=False, coerce_int96_timestamp_unit="us")
        if not table.metadata.num_rows:
            raise ReadError(f"{source}: no record in the table")
        columns = [field.name for field in table.schema_arrow if not is_binary(field.type)]
        for batch in table.iter_batches(batch_size=ROWS, columns=columns, use_threads=False):
            for row in rows_of(batch):
                number += 1
                yield from records.read(row, f"{source}:{number}")
    except (pyarrow.ArrowException, OSError) as error:
        told = " ".join(str(error).split())[:120]
        raise ReadError(f"{source}: not a readable Parquet file behind row {number} ({told})") from None
    yield from records.closing()


def is_binary(kind: Any) -> bool:
    """Whether a column holds images and the like, at any depth."""
    inner = (kind.field(i).type for i in range(kind.num_fields))
    binary = pyarrow.types.is_binary(kind) or pyarrow.types.is_large_binary(kind)
    return binary or (kind.num_fields > 0 and all(map(is_binary, inner)))


def rows_of(batch: Any) -> Iterator[dict[str, Any]]:
    """Rows as dictionaries; nanoseconds, which Python's moments do not have, are cut."""
    columns = []
    for column, field in zip(batch.columns, batch.schema, strict=True):
        if pyarrow.types.is_timestamp(field.type) and field.type.unit == "ns":
            column = column.cast(pyarrow.timestamp("us", field.type.tz), safe=False)
        columns.append(column.to_pylist())
    names = batch.schema.names
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))
