"""Solve: from mentions, the gazetteer and people's judgements to entities.

Evidence is offered in order of its strength: what people said, coreference within an article, the knowledge base, the
exact full name. Each piece joins two mentions, or a mention and a knowledge-base id, unless that would join what a
person called different, or two knowledge-base ids. Within one kind the order is that of the ids, so the result depends
on what is there and never on the order in which it came. Rules only offer pairs of one type; people may join what the
extractor typed apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import NotFoundError
from kg.gazetteer import Gazetteer
from kg.model import Entity, EntityType, Judgement, Mention, Verdict
from kg.resolve.chains import antecedent
from kg.resolve.clusters import KNOWLEDGE_BASE, Clusters
from kg.resolve.names import entry_of, full_names
from kg.resolve.standing import standing
from kg.resolve.unit import Unit, units_of
from kg.resolve.view import view

COREFERENCE, KNOWN, SAME_NAME = "rule:coreference", "rule:knowledge-base", "rule:same-name"
SCORES = {COREFERENCE: 0.95, KNOWN: 0.95, SAME_NAME: 0.9}
"""For readers only and not measured: what decides is the order of the rules."""


@dataclass(frozen=True, slots=True)
class Solution:
    """`entities` sorted by id; `judgements`, people's and rules', are all that joined something, strongest first."""

    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]


def resolve(
    mentions: Iterable[Mention], gazetteer: Gazetteer, judgements: Iterable[Judgement] = ()
) -> tuple[Entity, ...]:
    """The entities that the mentions are, sorted by id; every mention belongs to exactly one."""
    return solve(mentions, gazetteer, judgements).entities


def solve(mentions: Iterable[Mention], gazetteer: Gazetteer, judgements: Iterable[Judgement] = ()) -> Solution:
    """The entities with the judgements that made them. Pure: equal input in any order gives an equal result.

    Judgements about mentions that are not there are passed over; of several about one pair the latest holds.
    """
    known = {mention.id: mention for mention in mentions}
    said = [one for one in standing(judgements) if all(is_node(end, known) for end in (one.left, one.right))]
    clusters = Clusters((one.left, one.right) for one in said if one.verdict is Verdict.DIFFERENT)
    held: list[Judgement] = []

    def offer(evidence: Iterable[Judgement]) -> None:
        held.extend(piece for piece in evidence if clusters.join(piece.left, piece.right))

    offer(one for one in said if one.verdict is Verdict.SAME)
    offer(coreference(known))
    units = units_of(known, clusters.find)
    offer(knowledge(units, gazetteer))
    offer(same_names(units, gazetteer, clusters))
    return Solution(view(units, clusters, gazetteer), tuple(held))


def explain(solution: Solution, entity_id: str) -> tuple[Judgement, ...]:
    """The judgements that hold an entity together, strongest first: take any away, and it falls in two.

    Raises NotFoundError.
    """
    found = next((entity for entity in solution.entities if entity.id == entity_id), None)
    if found is None:
        raise NotFoundError(f"{entity_id}: no such entity; `kg status` says whether the ledger is resolved")
    members = {*found.mention_ids, found.id}
    return tuple(piece for piece in solution.judgements if piece.left in members)


def coreference(mentions: Mapping[str, Mention]) -> Iterator[Judgement]:
    """What extraction found to be one thing within an article."""
    for id in sorted(mentions):
        above = antecedent(mentions[id], mentions)
        if above is not None:
            reason = f'"{mentions[id].text}" refers to "{mentions[above].text}" in the same article'
            yield rule(COREFERENCE, id, above, reason)


def knowledge(units: Iterable[Unit], gazetteer: Gazetteer) -> Iterator[Judgement]:
    """Units that the gazetteer knows."""
    for unit in units:
        if unit.stands_for is not None:
            reason = f'"{unit.mentions[0].text}" stands for it here'
            yield rule(KNOWN, unit.anchor, KNOWLEDGE_BASE + unit.stands_for, reason)
        elif (id := entry_of(unit.names, unit.type, gazetteer)) is not None:
            reason = f'the gazetteer has "{unit.names[0]}" as {unit.type}'
            yield rule(KNOWN, unit.anchor, KNOWLEDGE_BASE + id, reason)


def same_names(units: Iterable[Unit], gazetteer: Gazetteer, clusters: Clusters) -> Iterator[Judgement]:
    """Units of one type with one full name, each against the first of every cluster that the name has so far: one that
    a person set apart does not keep the others from each other."""
    groups: dict[tuple[EntityType, str], list[Unit]] = {}
    for unit in units:
        if unit.stands_for is None:
            for name in full_names(unit.names, unit.type, gazetteer):
                groups.setdefault((unit.type, name), []).append(unit)
    for (type, name), group in sorted(groups.items()):
        firsts: list[Unit] = []
        for unit in group:
            for first in firsts:
                yield rule(SAME_NAME, unit.anchor, first.anchor, f'both are the {type} "{name}"')
                if clusters.find(unit.anchor) == clusters.find(first.anchor):
                    break
            else:
                firsts.append(unit)


def rule(by: str, left: str, right: str, reason: str) -> Judgement:
    return Judgement(left, right, Verdict.SAME, SCORES[by], by, reason)


def is_node(end: str, mentions: Mapping[str, Mention]) -> bool:
    return end in mentions or end.startswith(KNOWLEDGE_BASE)
