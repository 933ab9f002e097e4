"""Candidates: pairs of entities that may be one, for a person to judge. They never enter the graph by themselves.

What is alike is found by blocks, entities that share a key (a folded name, a surname with an initial, letters of an
acronym), never by looking at all pairs, so that the work grows with the number of names. The keys and their rules stand
in `alike.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.model import Entity, EntityType, Judgement, Mention
from kg.resolve.alike import Likeness, likenesses
from kg.resolve.clusters import KNOWLEDGE_BASE
from kg.resolve.profile import Profile, profiles_of
from kg.resolve.standing import standing

COMPATIBLE = (
    frozenset({EntityType.ORGANIZATION, EntityType.GROUP}),
    frozenset({EntityType.ORGANIZATION, EntityType.FACILITY}),
    frozenset({EntityType.ORGANIZATION, EntityType.WORK}),
    frozenset({EntityType.PLACE, EntityType.FACILITY}),
)
"""Types that one thing is given in different articles: a movement, a hospital, a newspaper, an airport. All others
contradict each other: a country is no region of the same name, a person no company."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`left` and `right` are ids of entities, `left` the smaller. `rule` says what found them, `reason` why in words;
    `score` only ranks."""

    left: str
    right: str
    score: float
    rule: str
    reason: str


def find_candidates(
    entities: Iterable[Entity],
    mentions: Mapping[str, Mention],
    gazetteer: Gazetteer,
    judgements: Iterable[Judgement] = (),
) -> tuple[Candidate, ...]:
    """Pairs to be judged, the likeliest first, of equals those that more articles mention; `mentions` by id.

    No pair of which a person has said anything that still counts, of two knowledge-base ids, or of types that
    contradict each other. Pure: equal input in any order gives an equal result.
    """
    entities = sorted(entities, key=lambda entity: entity.id)
    profiles = profiles_of(entities, mentions, gazetteer)
    articles = {profile.id: profile.articles for profile in profiles}
    judged = judged_pairs(entities, judgements)
    best: dict[tuple[str, str], Candidate] = {}
    for one, other, likeness in ordered(likenesses(profiles)):
        pair = one.id, other.id
        if pair in judged or not may_be_one(one, other):
            continue
        found = Candidate(*pair, likeness.score, likeness.rule, likeness.reason)
        if pair not in best or order(found) < order(best[pair]):
            best[pair] = found
    return tuple(sorted(best.values(), key=lambda c: (-c.score, -articles[c.left] - articles[c.right], order(c))))


def ordered(
    found: Iterable[tuple[Profile, Profile, Likeness]],
) -> Iterator[tuple[Profile, Profile, Likeness]]:
    for one, other, likeness in found:
        yield (one, other, likeness) if one.id < other.id else (other, one, likeness)


def order(candidate: Candidate) -> tuple[float, str, str, str, str]:
    return -candidate.score, candidate.rule, candidate.reason, candidate.left, candidate.right


def judged_pairs(entities: Sequence[Entity], judgements: Iterable[Judgement]) -> frozenset[tuple[str, str]]:
    """Pairs of entity ids, smaller first, of which a judgement stands."""
    entity_of = {id: entity.id for entity in entities for id in (*entity.mention_ids, entity.id)}
    ends = ((entity_of.get(said.left), entity_of.get(said.right)) for said in standing(judgements))
    return frozenset((min(left, right), max(left, right)) for left, right in ends if left and right)


def may_be_one(one: Profile, other: Profile) -> bool:
    """Whether nothing that is known forbids it."""
    if one.id.startswith(KNOWLEDGE_BASE) and other.id.startswith(KNOWLEDGE_BASE):
        return False
    return one.type is other.type or frozenset({one.type, other.type}) in COMPATIBLE
