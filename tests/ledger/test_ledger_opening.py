"""What is no ledger, or cannot be used as one, is refused in one line that names the way out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from stories import story

from kg.errors import LedgerError
from kg.ledger import Ledger
from kg.ledger.schema import SCHEMA_VERSION


def test_a_missing_ledger_is_made_only_when_that_is_meant(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger there"):
        Ledger.open(tmp_path / "kg.sqlite", create=False)
    assert not list(tmp_path.iterdir())
    Ledger.open(f"sqlite:///{tmp_path}/kg.sqlite").close()
    with Ledger.open(str(tmp_path / "kg.sqlite"), create=False) as ledger:
        assert ledger.sequence() == 0


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda path: path.write_text("Dear diary, I am no ledger"), "not a ledger", id="text"),
        pytest.param(lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(99)), "check the file", id="damaged"),
        pytest.param(lambda path: path.mkdir(), "cannot be read", id="folder"),
        pytest.param(lambda path: sqlite3.connect(path).execute("create table t (x)"), "not a ledger", id="other"),
    ],
)
def test_what_is_no_ledger_is_refused_in_one_line(tmp_path: Path, make, message: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "kg.sqlite"
    make(path)
    with pytest.raises(LedgerError, match=message) as caught:
        Ledger.open(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_another_schema_version_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "kg.sqlite"
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("update meta set value = '99' where key = 'schema_version'")
    connection.close()
    with pytest.raises(LedgerError, match=f"version 99, this kg reads {SCHEMA_VERSION}.*--store"):
        Ledger.open(path)


@pytest.mark.parametrize("uri", ["sqlite://", "sqlite:///:memory:", "postgresql://me:secret@host/kg", "no://://"])
def test_only_sqlite_files(uri: str) -> None:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(uri)
    assert "secret" not in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger.open(tmp_path / "none" / "kg.sqlite")


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "kg.sqlite").touch()
    with Ledger.open(tmp_path / "kg.sqlite") as ledger:
        assert not any(ledger.counts().values())


def test_a_locked_ledger_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.ledger.connection.WAIT_SECONDS", 0.1)
    with Ledger.open(tmp_path / "kg.sqlite") as ledger:
        holder = sqlite3.connect(tmp_path / "kg.sqlite", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"locked.*wait"):
            ledger.add(*story("Ann Lee met Bob Ray."), b"")
        holder.close()
