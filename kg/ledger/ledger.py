"""Ledger: everything that changes it. One transaction a change, and each counts the sequence up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Table, bindparam, delete, insert, or_, select

from kg.errors import LedgerError
from kg.ledger.changes import ChangeReader, articles_of, count_up
from kg.ledger.connection import connect, file_of, told, writing
from kg.ledger.judgement_rows import judgement_values, withdrawal_values
from kg.ledger.reader import not_found
from kg.ledger.redirects import keep_redirects, turn_redirects
from kg.ledger.rows import article_values, claim_values, mention_values
from kg.ledger.schema import article, claim, copy, entity, judgement, membership, mention, withdrawal
from kg.ledger.sources import keep_smallest
from kg.model import Article, Entity, Extraction, Judgement, Withdrawal


class Ledger(ChangeReader):
    """The only truth: articles with their mentions and claims, and people's judgements. A context manager."""

    @staticmethod
    def open(location: str | Path, *, create: bool = True) -> Ledger:
        """Open the ledger at a path or `sqlite:///path`; a missing file is made when `create`.

        Raises LedgerError when it cannot be opened, is no ledger, or has another schema version.
        """
        return Ledger(connect(location, create=create), str(file_of(location)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, added: Article, extraction: Extraction, signature: bytes) -> bool:
        """Write an article with all that was found in it; `signature` is that of its text, for finding copies.

        Returns False, and changes nothing but perhaps the path (see `keep_source`), when the article is there already.
        Raises LedgerError when a claim or antecedent refers to a mention that the extraction lacks.
        """
        if extraction.article_id != added.id:
            raise LedgerError(
                f"{added.path or added.id}: the extraction is of another article, {extraction.article_id}"
            )
        told_by = {"pipeline": extraction.pipeline, "signature": signature}
        values = article_values(added) | told_by | {"ingested_at": datetime.now(UTC).isoformat(timespec="seconds")}
        with self._writing() as connection:
            if connection.scalar(select(article.c.id).where(article.c.id == added.id)):
                keep_smallest(connection, added)
                return False
            insert_all(connection, article, [values])
            insert_all(connection, mention, [mention_values(found) for found in extraction.mentions])
            insert_all(connection, claim, [claim_values(found) for found in extraction.claims])
            count_up(connection, articles=[added.id])
            return True

    def keep_source(self, seen: Article) -> None:
        """Take note of a file that carries an article already there: of all such files the one with the smallest path
        is kept, so that the order in which they came does not show."""
        with self._writing() as connection:
            keep_smallest(connection, seen)

    def forget(self, article_id: str) -> None:
        """Remove the article with its mentions, claims and memberships, and entities that nothing else supports.

        Judgements stay: what a person said holds when the article comes back. Names of the entities left are mended by
        the next resolution. Raises NotFoundError.
        """
        with self._writing() as connection:
            if not connection.scalar(select(article.c.id).where(article.c.id == article_id)):
                raise not_found("article", article_id)
            own = select(mention.c.id).where(mention.c.article_id == article_id)
            turn_redirects(connection, own)
            connection.execute(delete(membership).where(membership.c.mention_id.in_(own)))
            orphaned = entity.c.id.not_in(select(membership.c.entity_id))
            gone = connection.scalars(select(entity.c.id).where(orphaned)).all()
            connection.execute(delete(entity).where(orphaned))
            connection.execute(delete(claim).where(claim.c.article_id == article_id))
            connection.execute(delete(mention).where(mention.c.article_id == article_id))
            tied = or_(copy.c.article_id == article_id, copy.c.original_id == article_id)
            copies = connection.scalars(select(copy.c.article_id).where(tied)).all()
            connection.execute(delete(copy).where(tied))
            connection.execute(delete(article).where(article.c.id == article_id))
            count_up(connection, articles=[article_id, *copies], entities=gone)

    def judge(self, said: Judgement) -> None:
        """Remember what a person said about two mentions; the same said again changes nothing."""
        values = judgement_values(said)
        with self._writing() as connection:
            if not connection.scalar(select(judgement.c.id).where(judgement.c.id == values["id"])):
                insert_all(connection, judgement, [values])
                count_up(connection)

    def withdraw(self, taken_back: Withdrawal) -> bool:
        """Remember that a judgement was taken back; False, and nothing changes, when it was already.

        Raises NotFoundError when nobody said it.
        """
        values = withdrawal_values(taken_back)
        id = taken_back.judgement_id
        with self._writing() as connection:
            if not connection.scalar(select(judgement.c.id).where(judgement.c.id == id)):
                raise not_found("judgement", id)
            if connection.scalar(select(withdrawal.c.judgement_id).where(withdrawal.c.judgement_id == id)):
                return False
            insert_all(connection, withdrawal, [values])
            count_up(connection)
            return True

    def replace_entities(self, entities: Iterable[Entity]) -> bool:
        """Make `entities` the resolved entities; only those that differ are written. Returns whether any did."""
        wanted = {resolved.id: resolved for resolved in entities}
        with self._writing() as connection:
            kept = {old.id: old for old in self.entities()}
            gone = [id for id, old in kept.items() if wanted.get(id) != old]
            new = [resolved for id, resolved in sorted(wanted.items()) if kept.get(id) != resolved]
            if not gone and not new:
                return False
            delete_each(connection, membership, "entity_id", gone)
            delete_each(connection, entity, "id", gone)
            insert_all(connection, entity, [entity_values(resolved) for resolved in new])
            members = {id: resolved.id for resolved in new for id in resolved.mention_ids}
            rows = [{"mention_id": mention_id, "entity_id": id} for mention_id, id in members.items()]
            insert_all(connection, membership, rows)
            left = {mention_id: id for id in gone for mention_id in kept[id].mention_ids}
            moved = {id for id in left.keys() | members.keys() if left.get(id) != members.get(id)}
            lost = [kept[id] for id in gone if id not in wanted]
            keep_redirects(connection, lost, {resolved.id for resolved in new} - kept.keys())
            count_up(connection, articles=articles_of(connection, moved), entities={*gone, *members.values()})
            return True

    def replace_copies(self, copies: Mapping[str, str]) -> bool:
        """Make `copies` (article id -> id of its original) the known copies. Returns whether anything changed."""
        with self._writing() as connection:
            former = self.copies()
            changed = {id for id in former.keys() | copies.keys() if former.get(id) != copies.get(id)}
            if not changed:
                return False
            connection.execute(delete(copy))
            rows = [{"article_id": id, "original_id": original} for id, original in sorted(copies.items())]
            insert_all(connection, copy, rows)
            count_up(connection, articles=changed)
            return True

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.name), writing(self._engine) as connection:
            yield connection


def entity_values(resolved: Entity) -> dict[str, Any]:
    return {
        "id": resolved.id,
        "type": resolved.type.value,
        "name": resolved.name,
        "aliases": list(resolved.aliases),
        "wikidata": resolved.wikidata,
    }


def insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def delete_each(connection: Connection, table: Table, column: str, keys: list[str]) -> None:
    if keys:
        statement = delete(table).where(table.c[column] == bindparam("gone"))
        connection.execute(statement, [{"gone": key} for key in keys])
