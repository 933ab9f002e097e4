"""Chains: the mentions that extraction found to be one thing within one article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Mention, MentionForm


def chain_heads(mentions: Mapping[str, Mention]) -> dict[str, str]:
    """Mention id -> id of the head of its chain, following antecedents to their end; `mentions` by id.

    A mention that stands for a country ("Moscow" for its government, "Russian") heads a chain of its own, whatever it
    points at: what it means is known, and the city of that name is another thing. An antecedent that is not there ends
    the chain; of a circle the smallest member is the head.
    """
    found: dict[str, str] = {}
    for start in sorted(mentions):
        trail: list[str] = []
        id = start
        while id not in found and id not in trail:
            trail.append(id)
            id = antecedent(mentions[id], mentions) or id
        head = found[id] if id in found else min(trail[trail.index(id) :])
        found.update(dict.fromkeys(trail, head))
    return found


def antecedent(mention: Mention, mentions: Mapping[str, Mention]) -> str | None:
    """Id of the antecedent that belongs to the same chain."""
    above = mention.antecedent_id
    return above if above in mentions and mention.stands_for is None else None


def by_fullness(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions of a chain from the one that names it best: names before other words, then most words, then longest,
    then in order of the text."""

    def rank(mention: Mention) -> tuple[bool, int, int, int, str]:
        words, letters = len(mention.text.split()), len(mention.text)
        return mention.form is not MentionForm.NAME, -words, -letters, mention.span.start, mention.id

    return sorted(mentions, key=rank)


def distinct_names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The texts of the names among mentions, each once, in the order given."""
    return tuple(dict.fromkeys(mention.text for mention in mentions if mention.form is MentionForm.NAME))
