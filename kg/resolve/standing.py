"""What holds of all that people said: judgements as values, and what they add up to.

For every pair of ends, in either order, the latest judgement holds; UNSURE says that it cannot be told, and is as if
nothing had been said, but that nobody needs to be asked again. So judgements of different pairs do not touch each
other, one said twice is said once, and all that is ever said is a set: the order in which it came does not matter.

A judgement that was taken back is out of the set. What it had overruled holds again, and taking back what was just said
leaves what was before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.model import Entity, Judgement, Verdict


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """For every pair, in either order, the latest judgement, sorted by its ends; without those taken back."""
    latest: dict[frozenset[str], Judgement] = {}
    for one in sorted(judgements, key=in_time):
        latest[frozenset((one.left, one.right))] = one
    return sorted(latest.values(), key=lambda one: (one.left, one.right))


def in_time(one: Judgement) -> tuple[str, str, Verdict, str, str, str]:
    """A key that sorts judgements by time, and those of one moment always alike."""
    return one.at or "", one.by, one.verdict, one.left, one.right, one.reason


def ends_of(entity: Entity) -> frozenset[str]:
    """What judgements about an entity can name: its mentions, and its id in the knowledge base."""
    return frozenset((*entity.mention_ids, entity.id))


def between(judgements: Iterable[Judgement], one: Collection[str], other: Collection[str]) -> list[Judgement]:
    """Those of the judgements that name an end of one and an end of the other."""
    return [
        said
        for said in judgements
        if (said.left in one and said.right in other) or (said.left in other and said.right in one)
    ]
