"""Subject and object as they are written: {"id", "name", "type", "aliases"}."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from kg.errors import NotFoundError
from kg.gazetteer import Gazetteer
from kg.model import EntityType, Mention
from kg.resolve.unit import Unit, units_of

if TYPE_CHECKING:
    from kg.ledger import Ledger


def chain_end(mentions: Iterable[Mention], gazetteer: Gazetteer) -> Callable[[str], dict[str, Any]]:
    """Of a mention (by id) its chain within the article: the fullest name, and the other names as aliases.

    A mention that stands for a country ("Moscow" for its government, "Russian") is written as that country, with its
    own words and those of the chain it belongs to as aliases.
    """
    known = {mention.id: mention for mention in mentions}
    unit_of = {mention.id: unit for unit in units_of(known, lambda id: "") for mention in unit.mentions}

    def end(mention_id: str) -> dict[str, Any]:
        unit = unit_of[mention_id]
        head = next((m for m in unit.mentions if m.antecedent_id is None), unit.mentions[0])
        if unit.stands_for is not None:
            words = {*unit.names, head.text, *others(unit, unit_of)}
            return standing_for(unit.stands_for, words, gazetteer, known[mention_id])
        return written(head.id, head.text, unit.type, unit.names)

    return end


def entity_end(ledger: Ledger) -> Callable[[str], dict[str, Any]]:
    """Of a mention (by id) its resolved entity; the words of a mention that stands for a country are an alias of it."""
    entities = {id: entity for entity in ledger.entities() for id in entity.mention_ids}
    standing = {mention.id: mention.text for mention in ledger.mentions() if mention.stands_for is not None}

    def end(mention_id: str) -> dict[str, Any]:
        entity = entities[mention_id]
        own = [standing[mention_id]] if mention_id in standing else []
        return written(entity.id, entity.name, entity.type, [*entity.aliases, *own])

    return end


def others(unit: Unit, unit_of: dict[str, Unit]) -> Iterable[str]:
    """Names of the chain that a unit's mentions point at."""
    for mention in unit.mentions:
        if mention.antecedent_id in unit_of:
            yield from unit_of[mention.antecedent_id].names


def standing_for(id: str, words: Iterable[str], gazetteer: Gazetteer, mention: Mention) -> dict[str, Any]:
    try:
        entry = gazetteer.entry(id)
    except NotFoundError:  # an id that another extractor brought
        return written(f"kb:{id}", mention.text, mention.type, words)
    return written(f"kb:{id}", entry.name, entry.type, words)


def written(id: str, name: str, type: EntityType, aliases: Iterable[str]) -> dict[str, Any]:
    return {"id": id, "name": name, "type": type, "aliases": sorted({*aliases} - {name})}
