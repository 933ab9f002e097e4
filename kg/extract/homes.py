"""Of which country an organisation or place is, where the knowledge base or its name tells."""

from __future__ import annotations

from kg.extract.story import Chain
from kg.gazetteer import Gazetteer
from kg.model import EntityType


def home_of(chain: Chain, gazetteer: Gazetteer) -> str | None:
    """Knowledge-base id of the country that it is known to be of, or is named after ("the US Senate"); None for a
    country itself and where nothing tells."""
    if chain.type is EntityType.COUNTRY:
        return None
    if chain.kb is not None:
        return gazetteer.entry(chain.kb).country
    first, _, rest = chain.name.partition(" ")
    entries = gazetteer.lookup(first) if rest and chain.type is EntityType.ORGANIZATION else ()
    found = next((entry.id for entry in entries if entry.type is EntityType.COUNTRY), None)
    if found is None and rest and chain.type is EntityType.ORGANIZATION:  # "the Philippine Navy"
        people = gazetteer.demonym(first)
        found = people.id if people is not None and people.type is EntityType.COUNTRY else None
    return found
