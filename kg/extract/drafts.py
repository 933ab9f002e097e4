"""Drafts of claims, and which of them stand: duplicates go, and the surer of two readings of one phrase stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extract.arguments import Argument
from kg.extract.event_dates import finer
from kg.model import Modality, Polarity, Qualifiers, Status, When
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its mentions have ids; `trigger` is a range of tokens."""

    relation: str
    subject: Argument
    object: Argument
    trigger: tuple[int, int]
    confidence: float
    rule: str
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    status: Status | None = None
    attributed_to: tuple[str, ...] = ()
    when: When | None = None
    where: str | None = None
    qualifiers: Qualifiers = field(default_factory=Qualifiers)


def select(drafts: Sequence[Draft], ontology: Ontology) -> list[Draft]:
    """Drafts that stand, in order of their triggers.

    Dropped: a draft that says again what one with the same trigger says; nationality where a post in that country is
    stated; a post read twice from one title; employment, where it is only understood, of whoever heads the body.
    """
    heads = {(d.subject.chain, d.object.chain) for d in drafts if d.relation == "HEADS"}
    posts = {(d.subject.chain, d.object.chain) for d in drafts if d.relation in {"HEADS", "WORKS_FOR"}}
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.trigger, d.relation)):
        ends = (draft.subject.chain, draft.object.chain)
        if draft.relation in {"CITIZEN_OF", "LIVES_IN"} and ends in posts:
            continue
        if draft.relation == "WORKS_FOR" and ends in heads and draft.rule.startswith("origin"):
            continue
        if ontology.relations[draft.relation].symmetric:
            ends = (min(ends, key=lambda c: c.nodes[0].start), max(ends, key=lambda c: c.nodes[0].start))
        kept.setdefault(
            (draft.relation, *ends, draft.subject.stands_for, draft.object.stands_for, draft.trigger), draft
        )
    return sorted(kept.values(), key=lambda d: (d.trigger, d.relation, d.subject.start, d.object.start))


def complete_dates(drafts: Sequence[Draft], ontology: Ontology) -> list[Draft]:
    """Give events that are told without a date that of the same event told with one.

    News tells what happened first and when in the sentence after. Only where the article gives one date for what the
    same two do, asserted the same way; states are left as they are, since they last.
    """

    def event(draft: Draft) -> tuple[object, ...]:
        ends = (draft.subject.chain, draft.object.chain)
        if ontology.relations[draft.relation].symmetric:
            ends = (min(ends, key=lambda c: c.nodes[0].start), max(ends, key=lambda c: c.nodes[0].start))
        return (draft.relation, *ends, draft.polarity, draft.modality)

    dates: dict[tuple[object, ...], set[When]] = {}
    for draft in drafts:
        if draft.when is not None and draft.when.start and not ontology.relations[draft.relation].state:
            dates.setdefault(event(draft), set()).add(draft.when)
    return [
        replace(draft, when=next(iter(known)))
        if draft.when is None and len(known := dates.get(event(draft), set())) == 1
        else draft
        for draft in drafts
    ]


def complete_headline(drafts: Sequence[Draft], title_end: int) -> list[Draft]:
    """Give claims of the headline (trigger before token `title_end`) the date and place that the text below states.

    A headline says in short what the article says: the first claim below between the same two that asserts the same
    tells when and where, else the first that says the same word of the same subject ("X dies", "X died on Friday in
    Y"). A date that is no more than the year in an event's name gives way to a more exact one within it.
    """

    def keys(draft: Draft) -> tuple[tuple[object, ...], ...]:
        said = (draft.subject.chain, draft.polarity, draft.modality)
        return (draft.relation, draft.object.chain, *said), (draft.rule, *said)

    below: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda d: (d.when is None, d.trigger)):
        if draft.trigger[0] >= title_end:
            for key in keys(draft):
                below.setdefault(key, draft)
    completed = []
    for draft in drafts:
        if draft.trigger[0] < title_end:
            same, alike = (below.get(key) for key in keys(draft))
            body = same if same is not None and same.when is not None else alike
            if body is not None:
                draft = replace(draft, when=finer(draft.when, body.when))
            if same is not None:
                draft = replace(draft, where=draft.where or same.where)
        completed.append(draft)
    return completed
