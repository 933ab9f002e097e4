"""Occasions: when the events that have names take place; whoever takes part in one to come is said to plan it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.drafts import Draft
from kg.extract.event_dates import EventDates, finer
from kg.extract.status import past_bearer
from kg.extract.story import Chain, Node
from kg.model import EntityType, Modality, Precision, Status, When
from kg.parse.modal_words import HAPPENING, UPCOMING
from kg.parse.modality import modality
from kg.parse.tree import children

AT_EVENTS = frozenset({"PARTICIPATED_IN", "LOCATED_IN", "HOSTED"})
"""Relations that hold when their event takes place."""

HOLDING = HAPPENING - {"be", "go"} | {"hold", "schedule", "open", "kick off", "stage", "run", "set", "plan"}
WON = frozenset({"verb:win", "verb:qualify", "verb:contest"})
CANDIDATES = frozenset({"noun:candidate", "noun:nominee", "noun:contender", "verb:run", "verb:stand"})
"""Rules whose participation comes, unless the event is over."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Occasion:
    """When an event takes place, and whether that is still to come."""

    when: When | None
    upcoming: bool


class Occasions:
    """The named events of one article."""

    def __init__(self, dates: EventDates, published: str | None) -> None:
        self._dates = dates
        self._published = (published or "")[:10]
        self._known: dict[Chain, Occasion] = {}

    def of(self, chains: Iterable[Chain]) -> Occasion | None:
        """The first event among the chains."""
        for chain in chains:
            if chain.type is EntityType.EVENT:
                if chain not in self._known:
                    self._known[chain] = self._read(chain)
                return self._known[chain]
        return None

    def settle(self, draft: Draft, trigger: Token) -> Draft:
        """A claim that holds at an event with the event's date, and planned if that is to come."""
        occasion = self.of((draft.object.chain, draft.subject.chain)) if draft.relation in AT_EVENTS else None
        if occasion is None:
            return draft
        draft = replace(draft, when=finer(draft.when, occasion.when))
        candidate = draft.rule in CANDIDATES and not self._over(occasion)
        settled = draft.modality is not Modality.ACTUAL or draft.rule in WON or past_bearer(trigger)
        if settled or not (occasion.upcoming or candidate):
            return draft
        return replace(draft, modality=Modality.PLANNED, status=draft.status and Status.FUTURE)

    def _over(self, occasion: Occasion) -> bool:
        return occasion.when is not None and bool(occasion.when.end) and (occasion.when.end or "") < self._published

    def _read(self, chain: Chain) -> Occasion:
        year = YEAR.search(chain.name)
        when = When(f"{year[0]}-01-01", f"{year[0]}-12-31", Precision.YEAR, year[0]) if year is not None else None
        upcoming = False
        for node in chain.nodes:
            told, ahead = self._told(node)
            when, upcoming = finer(when, told), upcoming or ahead
        later = when is not None and (when.start or "") > self._published > ""
        return Occasion(when, upcoming or later)

    def _told(self, node: Node) -> tuple[When | None, bool]:
        """Date beside one naming of the event ("the summit on Friday", "the summit was held in May"), and whether its
        words say that it is to come ("the upcoming summit", "the summit to be held in May")."""
        event = node.head
        verbs = [c for c in children(event) if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in HOLDING]
        if event.dep_ in {"nsubj", "nsubjpass"} and event.head.lemma_.lower() in HOLDING:
            verbs.append(event.head)
        ahead = any(word.lower_ in UPCOMING for word in event.lefts) or any(_planned(verb) for verb in verbs)
        mode = Modality.PLANNED if ahead else Modality.POSSIBLE  # a noun has no tense: the nearer day
        for base in (event, *verbs):
            own = mode if base is event else modality(base)
            when = self._dates.when(base, None, own, beside=event.i, lasting=False)
            if when is not None:
                return when, ahead
        return None, ahead


def _planned(verb: Token) -> bool:
    return modality(verb) is Modality.PLANNED
