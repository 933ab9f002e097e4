"""Brings ledgers of older schema versions up to date, one version at a time, where nothing has to be guessed."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, literal, select, update
from sqlalchemy.schema import CreateColumn

from kg.ledger.schema import article, change, meta, redirect, withdrawal


def upgrade(connection: Connection) -> None:
    """Take every step that is known from the version that the ledger has: none, when another process was quicker."""
    version = meta.c.key == "schema_version"
    while step := STEPS.get(connection.scalar(select(meta.c.value).where(version)) or ""):
        following, change_tables = step
        change_tables(connection)
        connection.execute(update(meta).where(version).values(value=following))


def note_changes(connection: Connection) -> None:
    """From now on it is noted what each change touches."""
    change.create(connection)
    now = select(literal("noted_since"), meta.c.value).where(meta.c.key == "sequence")
    connection.execute(insert(meta).from_select(["key", "value"], now))


def keep_withdrawals_and_redirects(connection: Connection) -> None:
    """From now on judgements can be taken back, and ids that entities had are kept."""
    withdrawal.create(connection)
    redirect.create(connection)


def keep_what_sources_say(connection: Connection) -> None:
    """From now on an article keeps its record's id, its section, its moment, and whether it is an excerpt. Nothing of
    that is known of the articles that are there."""
    for column in (article.c.source_id, article.c.section, article.c.published_at, article.c.excerpt):
        definition = CreateColumn(column).compile(dialect=connection.dialect)
        connection.exec_driver_sql(f"ALTER TABLE article ADD COLUMN {definition}")
    for index in article.indexes:
        index.create(connection)


STEPS: dict[str, tuple[str, Callable[[Connection], None]]] = {
    "1": ("2", note_changes),
    "2": ("3", keep_withdrawals_and_redirects),
    "3": ("4", keep_what_sources_say),
}
"""From a version to the next, and how."""
