"""Redirects: an id that an entity once had leads to what became of it.

An entity's id is that of the knowledge base, or a hash of its smallest mention; an article that brings a smaller one, a
merge or a link gives it another. Whoever noted the old id must still find it. It leads to a mention, the smallest that
the entity had, as ids do, and so to whatever entity that mention is of now: after a merge, and after that was undone.

Which ids there ever were depends on the order in which articles came. So redirects are for looking up alone: no export
and no graph holds them, and the ledger's sequence does not count them.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from kg.ledger.schema import membership, redirect
from kg.model import Entity


def keep_redirects(connection: Connection, gone: Iterable[Entity], ids: Iterable[str]) -> None:
    """Let the ids of entities that are `gone` lead on; an id among `ids`, those that are new, is an entity's again."""
    back = [{"back": id} for id in sorted(ids)]
    if back:
        connection.execute(delete(redirect).where(redirect.c.id == bindparam("back")), back)
    moved = [{"id": entity.id, "mention_id": min(entity.mention_ids)} for entity in gone]
    if moved:
        connection.execute(insert(redirect), moved)


def turn_redirects(connection: Connection, forgotten: Select[tuple[str]]) -> None:
    """Let what leads to mentions that will be `forgotten` lead to the smallest other of their entity; where there is
    none, nothing is left to lead to."""
    held = select(redirect.c.id, membership.c.entity_id).outerjoin(
        membership, membership.c.mention_id == redirect.c.mention_id
    )
    for row in connection.execute(held.where(redirect.c.mention_id.in_(forgotten))).all():
        others = membership.c.entity_id == row.entity_id, membership.c.mention_id.not_in(forgotten)
        other = connection.scalar(select(func.min(membership.c.mention_id)).where(*others))
        own = redirect.c.id == row.id
        turned = update(redirect).where(own).values(mention_id=other) if other else delete(redirect).where(own)
        connection.execute(turned)


def read_redirects(connection: Connection) -> dict[str, str]:
    """Id that an entity once had -> id of the entity that it leads to."""
    joined = select(redirect.c.id, membership.c.entity_id).join(
        membership, membership.c.mention_id == redirect.c.mention_id
    )
    return {row.id: row.entity_id for row in connection.execute(joined.order_by(redirect.c.id))}
