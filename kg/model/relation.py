"""Relation: the type of a claim, from the closed list of the ontology."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.mention import EntityType

OPEN_RELATION = "RELATED_TO"
"""Relation of an open claim: two entities and predicate words that fit no relation of the closed list."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`state` relations (HEADS) carry a status; `symmetric` ones hold in both directions and are stored once."""

    name: str
    symmetric: bool
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    state: bool
    description: str = ""
