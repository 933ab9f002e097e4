"""Judges claims against gold: which are right, which are wrong, which were missed.

A claim is right when its relation is the gold one (or one that gold accepts too) and both ends carry a name that gold
accepts; symmetric relations match in either order. What matches only an optional gold claim counts neither way.
Precision is over the distinct (subject, relation, object) of an article, recall over the required gold claims. The
figures for pairs ask only whether the two entities belong together, whatever the relation.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from kg.evaluate.claims import ClaimRow, GoldClaim, JudgedClaim, comparable
from kg.model import OPEN_RELATION, Modality, Polarity, Status


@dataclass(slots=True)
class Tally:
    """Counts that give precision, recall and F1. `found` differs from `right` only for pairs, where several right
    claims may name one gold pair."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    required: int = 0

    @property
    def precision(self) -> float:
        return _ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _ratio(self.found, self.required)

    @property
    def f1(self) -> float:
        return _ratio(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(slots=True)
class Scores:
    """The outcome. `neutral` claims match optional gold only, `repeated` ones gold that was found already, `foreign`
    ones belong to articles without gold; none of these counts. `attributes` are judged on right claims only: name →
    (right, judged). `wrong` and `missed` hold (article id, claim) in the order of gold."""

    articles: int = 0
    claims: Tally = field(default_factory=Tally)
    pairs: Tally = field(default_factory=Tally)
    neutral: int = 0
    repeated: int = 0
    foreign: int = 0
    relations: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)
    wrong: list[tuple[str, JudgedClaim]] = field(default_factory=list)
    missed: list[tuple[str, GoldClaim]] = field(default_factory=list)


def score(
    gold: Mapping[str, tuple[GoldClaim, ...]],
    claims: Iterable[JudgedClaim],
    symmetric: Set[str],
    only: Set[str] = frozenset(),
) -> Scores:
    """Judge `claims` against `gold` (article id → claims).

    `symmetric` names the relations that hold in both directions; `only`, when not empty, narrows both sides to some
    relations. Open claims are passed over.
    """
    scores = Scores(articles=len(gold))
    judged: dict[str, dict[tuple[str, str, str], JudgedClaim]] = {article: {} for article in gold}
    for claim in claims:
        if claim.relation == OPEN_RELATION or (only and claim.relation not in only):
            continue
        if claim.article not in gold:
            scores.foreign += 1
            continue
        ends = [comparable(claim.subject.label), comparable(claim.object.label)]
        if claim.relation in symmetric:
            ends.sort()
        judged[claim.article].setdefault((ends[0], claim.relation, ends[1]), claim)

    attributes: Counter[tuple[str, bool]] = Counter()
    for article, gold_claims in gold.items():
        wanted = [g for g in gold_claims if not only or g.relation in only]
        _judge(scores, attributes, article, wanted, judged[article].values(), symmetric)
    for name in sorted({name for name, _ in attributes}):
        right = attributes[name, True]
        scores.attributes[name] = (right, right + attributes[name, False])
    return scores


def _judge(
    scores: Scores,
    attributes: Counter[tuple[str, bool]],
    article: str,
    wanted: list[GoldClaim],
    judged: Iterable[JudgedClaim],
    symmetric: Set[str],
) -> None:
    found: set[int] = set()
    pairs_found: set[int] = set()
    for claim in judged:
        matches = [
            i
            for i, g in enumerate(wanted)
            if claim.relation in (g.relation, *g.also)
            and _same_ends(g, claim, either_way=claim.relation in symmetric or g.relation in symmetric)
        ]
        required = [i for i in matches if not wanted[i].optional]
        fresh = next((i for i in required if i not in found), None)
        if fresh is not None:
            found.add(fresh)
            scores.claims.right += 1
            scores.relations[wanted[fresh].relation].right += 1
            attributes.update(_judge_attributes(wanted[fresh], claim))
        elif required:
            scores.repeated += 1
        elif matches:
            scores.neutral += 1
        else:
            scores.claims.wrong += 1
            scores.relations[claim.relation].wrong += 1
            scores.wrong.append((article, claim))
        pairs = [i for i, g in enumerate(wanted) if _same_ends(g, claim, either_way=True)]
        pairs_found.update(pairs)
        if pairs:
            scores.pairs.right += 1
        else:
            scores.pairs.wrong += 1
    for i, g in enumerate(wanted):
        if g.optional:
            continue
        relation = scores.relations[g.relation]
        for tally, hit in ((scores.claims, i in found), (scores.pairs, i in pairs_found), (relation, i in found)):
            tally.required += 1
            tally.found += hit
        if i not in found:
            scores.missed.append((article, g))


def _same_ends(gold: GoldClaim, claim: JudgedClaim, *, either_way: bool) -> bool:
    straight = gold.subject.keys & claim.subject.keys and gold.object.keys & claim.object.keys
    return bool(
        straight or (either_way and gold.subject.keys & claim.object.keys and gold.object.keys & claim.subject.keys)
    )


def _judge_attributes(gold: GoldClaim, claim: JudgedClaim) -> list[tuple[str, bool]]:
    """(attribute, right?) for each attribute that gold speaks of."""
    verdicts = []
    for name, default in (("polarity", Polarity.AFFIRMED.value), ("modality", Modality.ACTUAL.value)):
        want, got = getattr(gold, name) or default, getattr(claim, name) or default
        right = got == want or got in (gold.also_modality or ())
        verdicts.append((name, right))
        if want != default:
            verdicts.append((f"{name}, where not {default}", right))
    if gold.status in (Status.FORMER, Status.FUTURE):
        verdicts.append(("status, where former or future", claim.status == gold.status))
    if gold.attributed_to:
        verdicts.append(("attributed to, where gold has one", _shares_source(gold, claim)))
    if gold.start:
        day = gold.start.split("/")[0][:10]
        verdicts.append(("event date, where gold has one", (claim.start or "")[: len(day)] == day))
    return verdicts


def _shares_source(gold: ClaimRow, claim: ClaimRow) -> bool:
    """Whether a source of one is part of a source of the other ("Annan" of "Kofi Annan")."""
    wanted = [comparable(name) for name in gold.attributed_to or ()]
    given = [name for name in map(comparable, claim.attributed_to or ()) if name]
    return any(w in g or g in w for w in wanted for g in given)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
