"""What changed in a ledger since a state it was in, and the reading of only that: what makes a projection incremental.

Every change notes the articles and entities that it touched under its sequence number (`note`). An article counts as
changed also when its copy status or the entity of one of its mentions did, since then its part of a graph changes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Integer, Row, Select, Text, cast, select, update
from sqlalchemy.dialects.sqlite import insert

from kg.ledger.connection import told
from kg.ledger.reader import Reader
from kg.ledger.rows import to_claim, to_mention
from kg.ledger.schema import article, change, claim, entity, membership, mention, meta
from kg.model import Claim, Entity, EntityType, Mention, Precision

T = TypeVar("T")
AT_ONCE = 500
"""Ids in one statement; SQLite takes some 32,000."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the articles and entities that came, changed or went; which of these, only the ledger tells."""

    articles: frozenset[str]
    entities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heading:
    """What an article is cited by: the article without its text, which is most of it."""

    id: str
    title: str
    url: str | None
    publisher: str | None
    published: str | None
    published_precision: Precision
    source_id: str | None = None
    section: str | None = None
    published_at: str | None = None
    excerpt: bool = False


class ChangeReader(Reader):
    """Reads what changed, by id. All is sorted by id within AT_ONCE ids, and ids that are not there are passed over."""

    def changes_since(self, state: str) -> Changes | None:
        """What changed since the ledger's `state()` was this; None when that cannot be told: it is the state of another
        ledger, or older than the notes are."""
        identity, _, sequence = state.rpartition(":")
        if identity != self._meta("identity") or not sequence.isdecimal():
            return None
        if int(sequence) < int(self._meta("noted_since")) or int(sequence) > self.sequence():
            return None
        later = select(change.c.kind, change.c.id).where(change.c.sequence > int(sequence))
        with told(self.name), self._engine.connect() as connection:
            rows = connection.execute(later).all()
        ids = {kind: frozenset(row.id for row in rows if row.kind == kind) for kind in ("article", "entity")}
        return Changes(ids["article"], ids["entity"])

    def headings(self, ids: Collection[str] | None = None) -> Iterator[Heading]:
        """All articles without their texts, or those among `ids` that are there."""
        cited = select(*(article.c[field.name] for field in fields(Heading)))
        if ids is None:
            return self._each(cited.order_by(article.c.id), _to_heading)
        return self._some(ids, lambda part: cited.where(article.c.id.in_(part)), _to_heading)

    def mentions_in(self, article_ids: Collection[str]) -> Iterator[Mention]:
        """All mentions in these articles."""
        return self._some(article_ids, lambda part: select(mention).where(mention.c.article_id.in_(part)), to_mention)

    def mentions_among(self, ids: Collection[str]) -> Iterator[Mention]:
        """Those of the mentions that are there."""
        return self._some(ids, lambda part: select(mention).where(mention.c.id.in_(part)), to_mention)

    def claims_in(self, article_ids: Collection[str]) -> Iterator[Claim]:
        """All claims of these articles."""
        return self._some(article_ids, lambda part: select(claim).where(claim.c.article_id.in_(part)), to_claim)

    def claims_among(self, ids: Collection[str]) -> Iterator[Claim]:
        """Those of the claims that are there."""
        return self._some(ids, lambda part: select(claim).where(claim.c.id.in_(part)), to_claim)

    def entities_among(self, ids: Collection[str], mention_ids: Collection[str]) -> Iterator[Entity]:
        """Those of the entities that are there, and those of the mentions, each with only these of its mentions: an
        entity that half the articles name is read in no time."""
        members: dict[str, list[str]] = {id: [] for id in ids}
        joined = self._some(
            mention_ids, lambda part: select(membership).where(membership.c.mention_id.in_(part)), lambda row: row
        )
        for row in joined:
            members.setdefault(row.entity_id, []).append(row.mention_id)
        for found in self._some(members, lambda part: select(entity).where(entity.c.id.in_(part)), _bare_entity):
            yield replace(found, mention_ids=tuple(sorted(members[found.id])))

    def _some(
        self, ids: Collection[str], query: Callable[[list[str]], Select[Any]], make: Callable[[Row[Any]], T]
    ) -> Iterator[T]:
        left = iter(sorted(set(ids)))
        while part := list(islice(left, AT_ONCE)):
            statement = query(part)
            yield from self._each(statement.order_by(statement.selected_columns[0]), make)


def _to_heading(row: Row[Any]) -> Heading:
    precision = Precision(row.published_precision)
    cited = (row.id, row.title, row.url, row.publisher, row.published, precision)
    return Heading(*cited, row.source_id, row.section, row.published_at, row.excerpt)


def _bare_entity(row: Row[Any]) -> Entity:
    return Entity(row.id, EntityType(row.type), row.name, tuple(row.aliases), (), row.wikidata)


def count_up(connection: Connection, *, articles: Iterable[str] = (), entities: Iterable[str] = ()) -> None:
    """Give the change its sequence number, and note what it touched."""
    raised = cast(cast(meta.c.value, Integer) + 1, Text)
    connection.execute(update(meta).where(meta.c.key == "sequence").values(value=raised))
    note(connection, articles=articles, entities=entities)


def note(connection: Connection, *, articles: Iterable[str] = (), entities: Iterable[str] = ()) -> None:
    """Note, under the sequence number that the connection's transaction has given, what it touched."""
    number = connection.scalar(select(cast(meta.c.value, Integer)).where(meta.c.key == "sequence"))
    touched = [("article", id) for id in set(articles)] + [("entity", id) for id in set(entities)]
    if touched:
        put = insert(change)
        latest = put.on_conflict_do_update(index_elements=["kind", "id"], set_={"sequence": put.excluded.sequence})
        rows = [{"kind": kind, "id": id, "sequence": number} for kind, id in sorted(touched)]
        connection.execute(latest, rows)


def articles_of(connection: Connection, mention_ids: Iterable[str]) -> set[str]:
    """The articles in which these mentions stand."""
    left = iter(sorted(mention_ids))
    found: set[str] = set()
    while part := list(islice(left, AT_ONCE)):
        found.update(connection.scalars(select(mention.c.article_id).where(mention.c.id.in_(part))))
    return found
