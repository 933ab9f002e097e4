"""Cross-validation of the learned scorer: what it adds at which threshold, how far its confidence can be believed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from kg.evaluate import JudgedClaim, Scores, read_gold, score
from kg.extract.pair_model import Case, PairModel
from kg.ontology import Ontology
from training.claim_examples import Example
from training.claim_fit import fit

FOLDS = 5
LEAST_PRECISION = 0.7
AS_GOOD = 0.002
"""F1 by which cross-validation differs from one division into folds to the next."""

THRESHOLDS = tuple(round(0.2 + 0.05 * step, 2) for step in range(9))
BINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
PRIOR = 1.0
"""Weight that draws the calibration towards leaving probabilities as they are."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A claim the scorer may make: its probability, whether a rule made it, and whether it is right (None: gold leaves
    it open)."""

    example: Example
    relation: str
    probability: float
    ruled: bool
    right: bool | None


def guesses(examples: Sequence[Example], model: PairModel) -> list[Guess]:
    """Every claim that rules make, and every other with a probability worth a threshold."""
    found = []
    shares_of = model.probabilities([Case(each.pair, each.cells, each.possible) for each in examples])
    for example, shares in zip(examples, shares_of, strict=True):
        for relation, share in shares.items():
            ruled = relation in example.ruled
            if ruled or share >= THRESHOLDS[0]:
                right = None if relation in example.open else relation in example.right
                found.append(Guess(example, relation, share, ruled, right))
    return found


def cross_validate(examples: Sequence[Example], relations: Sequence[str], seed: int = 0) -> list[Guess]:
    """Guesses on every article by a model that has not seen it."""
    articles = sorted({example.article for example in examples})
    random.Random(seed).shuffle(articles)  # noqa: S311 - folds are no secret
    found: list[Guess] = []
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        model = fit([example for example in examples if example.article not in held], relations)
        found += guesses([example for example in examples if example.article in held], model)
    return found


def evaluate(found: Iterable[Guess], threshold: float, gold_folder: Path, ontology: Ontology) -> Scores:
    """Scores, by the rules of evaluation, of the rules' claims and those others that reach the threshold (above 1: of
    the rules alone)."""
    symmetric = {relation.name for relation in ontology.relations.values() if relation.symmetric}
    claims = [
        JudgedClaim(article=g.example.article, subject=g.example.subject, relation=g.relation, object=g.example.object)
        for g in found
        if g.ruled or g.probability >= threshold
    ]
    return score(read_gold(gold_folder), claims, symmetric)


def best_threshold(scores: Mapping[float, Scores]) -> float:
    """The threshold of the best F1 whose precision will do; none is above 1. Of those that come next to it, within what
    another division into folds would change, the highest: it finds as much with fewer wrong claims."""
    fit_for_use = {t: s.claims.f1 for t, s in scores.items() if s.claims.precision >= LEAST_PRECISION}
    best = max(fit_for_use.values(), default=0.0)
    return max((t for t, f1 in fit_for_use.items() if f1 >= best - AS_GOOD), default=1.01)


def calibrate(model: PairModel, found: Sequence[Guess]) -> PairModel:
    """The model with its threshold kept and its log odds scaled and shifted (Platt) to what was observed."""
    ruled = _platt([g for g in found if g.ruled])
    new = _platt([g for g in found if not g.ruled and g.probability >= model.threshold])
    return replace(model, rule_scale=ruled[0], rule_shift=ruled[1], new_scale=new[0], new_shift=new[1])


def _platt(found: Sequence[Guess]) -> tuple[float, float]:
    judged = [(g.probability, g.right) for g in found if g.right is not None]
    if not judged:
        return 1.0, 0.0
    shares = np.clip(np.array([p for p, _ in judged]), 1e-6, 1 - 1e-6)
    odds, right = np.log(shares / (1 - shares)), np.array([r for _, r in judged], float)

    def loss(point: np.ndarray) -> float:
        scores = point[0] * odds + point[1]
        away = PRIOR * ((point[0] - 1) ** 2 + point[1] ** 2)
        return float((np.logaddexp(0, scores) - right * scores).sum() + away)

    scale, shift = minimize(loss, np.array([1.0, 0.0]), method="BFGS").x
    return round(float(scale), 4), round(float(shift), 4)


def reliability(found: Iterable[Guess], model: PairModel) -> list[tuple[float, float, int, float, float]]:
    """Rows (from, to, claims, said, observed) of claims whose truth gold decides."""
    judged = [
        (model.confidence(g.probability, ruled=g.ruled), g.right)
        for g in found
        if g.right is not None and (g.ruled or g.probability >= model.threshold)
    ]
    rows = []
    for low, high in pairwise(BINS):
        inside = [(c, r) for c, r in judged if low <= c < high or (c == high == 1.0)]
        if inside:
            said = sum(c for c, _ in inside) / len(inside)
            rows.append((low, high, len(inside), said, sum(bool(r) for _, r in inside) / len(inside)))
    return rows
