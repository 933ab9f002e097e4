"""Unit: what is known to be one thing within one article, before other articles are looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.model import EntityType, Mention
from kg.resolve.chains import by_fullness, chain_heads, distinct_names


@dataclass(frozen=True, slots=True)
class Unit:
    """A chain, or the part of one that people left together.

    `mentions` from the fullest name on; `names` their distinct names in that order; `stands_for` the knowledge-base id
    that extraction gave a metonym or demonym.
    """

    mentions: tuple[Mention, ...]
    names: tuple[str, ...]
    type: EntityType
    stands_for: str | None

    @property
    def anchor(self) -> str:
        """The id of the mention that evidence about the unit attaches to."""
        return self.mentions[0].id


def units_of(mentions: Mapping[str, Mention], cluster: Callable[[str], str]) -> tuple[Unit, ...]:
    """Units sorted by anchor: mentions (by id) of one chain that are in one `cluster`."""
    heads = chain_heads(mentions)
    parts: dict[tuple[str, str], list[Mention]] = {}
    for id in sorted(mentions):
        parts.setdefault((heads[id], cluster(id)), []).append(mentions[id])
    return tuple(sorted((unit_of(part) for part in parts.values()), key=lambda unit: unit.anchor))


def unit_of(part: list[Mention]) -> Unit:
    ordered = tuple(by_fullness(part))
    stands_for = min((mention.stands_for for mention in ordered if mention.stands_for), default=None)
    return Unit(ordered, distinct_names(ordered), ordered[0].type, stands_for)
