"""What a question asks for, once it is understood: plain values that `search` can look up and `answer` can word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the asker wants to be told."""

    WHO = "who"
    """The party at the open end of a relation; also "which countries"."""
    WHETHER = "whether"
    WHEN = "when"
    WHERE = "where"
    WHAT = "what"
    """Topic or product: "What did A urge B to do?", "What does A supply to B?"."""
    HOW_MUCH = "how much"
    HOW_LONG = "how long"
    SOURCE = "source"
    """Who says so."""
    JOB = "job"
    PATH = "path"
    TIMELINE = "timeline"
    CONFLICTS = "conflicts"


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a relation as named in the question. `groups` holds, for each of "Reagan and Thatcher", the ids of the
    entities that may be meant; `rest` the words of the slot that name none."""

    groups: tuple[tuple[str, ...], ...]
    rest: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(sorted({id for group in self.groups for id in group}))


@dataclass(frozen=True, slots=True)
class Reading:
    """One relation the question may mean, and its ends; an end that is None is open."""

    relation: str
    subject: Party | None
    object: Party | None


@dataclass(frozen=True, slots=True)
class Dates:
    """Closed interval of ISO days that the question allows; an open side is None. `text` as asked."""

    start: str | None
    end: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question understood.

    `types` limits the answers ("which countries"); `title` are the words of a post; `words` narrow by product ("gas");
    `about` are words that the better answers share; `planned` is True when plans are asked for ("will visit");
    `unknown` are names that the graph does not have.
    """

    question: str
    kind: Kind
    readings: tuple[Reading, ...] = ()
    parties: tuple[Party, ...] = ()
    types: frozenset[str] = frozenset()
    title: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    place: str | None = None
    dates: Dates | None = None
    planned: bool = False
    unknown: tuple[str, ...] = ()
