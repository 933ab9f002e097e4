"""The view: clusters as entities, each with its best name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.errors import NotFoundError
from kg.gazetteer import Entry, Gazetteer
from kg.model import Entity, EntityType, digest
from kg.resolve.clusters import KNOWLEDGE_BASE, Clusters
from kg.resolve.unit import Unit


def view(units: Iterable[Unit], clusters: Clusters, gazetteer: Gazetteer) -> tuple[Entity, ...]:
    """One entity per cluster, sorted by id."""
    members: dict[str, list[Unit]] = {}
    for unit in units:
        members.setdefault(clusters.find(unit.anchor), []).append(unit)
    entities = (entity_of(parts, clusters.link(root), gazetteer) for root, parts in members.items())
    return tuple(sorted(entities, key=lambda entity: entity.id))


def entity_of(units: Sequence[Unit], link: str | None, gazetteer: Gazetteer) -> Entity:
    """The entity that units make up; `link` is its knowledge-base id, if any.

    Words that only stand for it (metonyms, demonyms) are no names of it, unless it has no others.
    """
    entry = entry_with(link, gazetteer)
    naming = [unit for unit in units if unit.stands_for is None and unit.names]
    name = entry.name if entry else best_name(naming or units)
    names = {name for unit in naming for name in unit.names}
    ids = sorted(mention.id for unit in units for mention in unit.mentions)
    return Entity(
        id=KNOWLEDGE_BASE + link if link else digest("entity", ids[0]),
        type=entry.type if entry else commonest_type(naming or units),
        name=name,
        aliases=tuple(sorted(names - {name})),
        mention_ids=tuple(ids),
        wikidata=link if link and link.startswith("Q") else None,
    )


def entry_with(id: str | None, gazetteer: Gazetteer) -> Entry | None:
    """None also for an id that a person gave and the gazetteer does not have."""
    try:
        return gazetteer.entry(id) if id else None
    except NotFoundError:
        return None


def best_name(units: Sequence[Unit]) -> str:
    """The commonest of the units' fullest names; of equals the one with most words, then the longest, then the first
    in the alphabet."""
    counted = Counter(unit.mentions[0].text for unit in units)
    return min(counted, key=lambda name: (-counted[name], -len(name.split()), -len(name), name))


def commonest_type(units: Sequence[Unit]) -> EntityType:
    counted = Counter(unit.type for unit in units)
    return min(counted, key=lambda type: (-counted[type], type))
