"""Opening a ledger: the one place that knows of SQLite. Another database takes another `connect`, nothing else.

Write-ahead logging lets readers go on while one process writes; writers wait for each other. A transaction that was cut
off at any point, by kill -9 too, leaves no trace.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError

from kg.errors import LedgerError
from kg.ledger.schema import SCHEMA_VERSION, meta, metadata
from kg.ledger.upgrade import STEPS, upgrade

HEADER = b"SQLite format 3\x00"
WAIT_SECONDS = 30
"""How long one process waits for another to finish writing before it says that the ledger is locked."""


def connect(location: str | Path, *, create: bool) -> Engine:
    """Engine on the ledger at `location` (a path or `sqlite:///path`), with its tables there and their version checked.

    A missing file is made when `create`. Raises LedgerError when it may not be made, is no ledger, or has another
    schema version.
    """
    path = file_of(location)
    if not path.exists() and not create:
        raise LedgerError(f"{path}: no ledger there; `kg ingest` makes one, --store names another")
    if not path.absolute().parent.is_dir():
        raise LedgerError(f"{path}: the folder {path.parent} does not exist; make it first")
    if path.exists():
        check_header(path)
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS})
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    try:
        with told(str(path)):
            check_schema(engine, path)
    except LedgerError:
        engine.dispose()
        raise
    return engine


def file_of(location: str | Path) -> Path:
    """The file that a path or URI names; LedgerError for another database."""
    if isinstance(location, Path) or "://" not in location:
        return Path(location)
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):
        raise LedgerError(f"{location}: not a ledger's address; give a path or sqlite:///path") from None
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        shown = url.render_as_string(hide_password=True)
        raise LedgerError(f"{shown}: a ledger is an SQLite file for now; give a path or sqlite:///path")
    return Path(str(url.database))


def check_header(path: Path) -> None:
    """LedgerError when the file is not SQLite's. An empty file is one: SQLite makes it before the first page."""
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror}); give the path of a ledger file") from None
    if start not in (b"", HEADER):
        raise LedgerError(f"{path}: not a ledger (some other kind of file); --store names another")


def check_schema(engine: Engine, path: Path) -> None:
    """Make the tables in an empty file; else LedgerError unless they are those of this version."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    if not tables:
        with writing(engine) as connection:
            # another process may have been quicker; whoever holds the write lock sees what it left
            if not inspect(connection).get_table_names():
                metadata.create_all(connection)
                rows = {"schema_version": str(SCHEMA_VERSION), "identity": uuid.uuid4().hex}
                rows |= {"sequence": "0", "noted_since": "0"}
                connection.execute(insert(meta), [{"key": key, "value": value} for key, value in rows.items()])
        tables = set(metadata.tables)
    if not tables >= {"meta", "article", "claim"}:
        raise LedgerError(f"{path}: a database, but not a ledger; --store names another")
    version = read_version(engine)
    if version in STEPS:
        with writing(engine) as connection:
            upgrade(connection)
        version = read_version(engine)
    if version != str(SCHEMA_VERSION):
        raise LedgerError(
            f"{path}: ledger of schema version {version}, this kg reads {SCHEMA_VERSION}; ingest the articles into a"
            " new ledger (--store), or use the kg that made it"
        )


def read_version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return connection.scalar(select(meta.c.value).where(meta.c.key == "schema_version"))


def prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Settings of every new SQLite connection."""
    connection.isolation_level = None  # `begin` starts transactions; the driver's own start would come too late
    for setting in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")


def begin(connection: Connection) -> None:
    """Take the write lock at once when writing, so that what is read before a change still holds at commit."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write transaction: all of it is kept at the end, or nothing when anything was raised."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn the library's errors into LedgerErrors of one line that names the ledger, the cause and the way out."""
    try:
        yield
    except IntegrityError as error:
        raise LedgerError(
            f"{name}: refused as inconsistent ({error.orig}); whatever made the rows is at fault"
        ) from error
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).splitlines()[0]
        way_out = "wait until the other kg has finished" if "locked" in cause else "check the file and its rights"
        raise LedgerError(f"{name}: {cause}; {way_out}") from error
