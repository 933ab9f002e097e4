"""What a front end is told: events while a run goes on, a report at its end. Nothing here prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What an event tells of."""

    NEW = "new"
    KNOWN = "known"
    FAILED = "failed"
    WARNING = "warning"
    LEFT_OUT = "left out"  # a line of the source that is no part of the article's text
    SOURCE = "source"  # all articles of one file are dealt with
    RESOLVE = "resolve"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Event:
    """`name` is the path of an article, or ledger or engine; `detail` its title, the warning, the reason, or the line.
    Two count, `done` of `total`: SOURCE the files dealt with, PROJECT the rows written of one kind, where it names
    that."""

    step: Step
    name: str
    detail: str = ""
    done: int = 0
    total: int = 0


Progress = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning about an article, or the reason why an article, file or engine failed; one reason may stand for many
    `records` of a file."""

    source: str
    message: str
    records: int = 1


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of the articles `read` from `sources`: `new`, with their `claims` (`copies` of the new ones repeat
    another article), `known` before, or failed; `words_left_out` stood in the sources and are no part of any article's
    text. After a dry run: what would become of them."""

    sources: int
    read: int
    new: int
    known: int
    copies: int
    claims: int
    failed: tuple[Notice, ...]
    warnings: tuple[Notice, ...]
    words_left_out: int = 0
