"""Entity, judgement and withdrawal: entities are a view over judgements about mentions, never a fusion of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.identity import digest
from kg.model.mention import EntityType


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`by` says that `left` and `right` are the same, differ, or cannot be told.

    The ends are mention ids, or a knowledge-base id ("kb:Q159") on the right. `by` is a rule ("rule:exact-name") or a
    person ("user:anna"); `at` is an ISO time, None for rules, so that what rules find is the same at every run.
    """

    left: str
    right: str
    verdict: Verdict
    score: float
    by: str
    reason: str
    at: str | None = None

    @property
    def id(self) -> str:
        """Hash of all of it: the same said at another time is another judgement."""
        told = (self.left, self.right, self.verdict.value, self.score, self.by, self.reason, self.at)
        return digest("judgement", *told)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """`by` takes back a judgement, named by its id: from then on it counts as never said, though it is not forgotten.

    It cannot be taken back itself; whoever wants the judgement again says it again. `at` is an ISO time.
    """

    judgement_id: str
    by: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A cluster of mentions.

    `id` is "kb:Q…" or a hash of the smallest member; `name` its best name; `aliases` its other names, sorted;
    `mention_ids` sorted; `wikidata` "Q…" when known.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    mention_ids: tuple[str, ...]
    wikidata: str | None = None
