"""Fits the model of pairs: multinomial logistic regression with shared weights for cells, by L-BFGS.

Where gold leaves a relation open, the likelihood is that of "it or none", so that the example pulls neither way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from kg.extract.pair_model import PairModel, numbered
from training.claim_examples import Example

PAIR_ARTICLES, CELL_ARTICLES = 3, 2
"""Articles that must have a feature for it to get a weight."""

OWN, COMMON, SHARED, BIAS = 1.5, 1.0, 0.5, 0.01
"""Penalties on squared weights: of pair features by relation, their part common to all relations, of cell features, and
of the bias (towards the relation's frequency). Chosen by cross-validation."""

ROUNDS = 60
"""Steps of L-BFGS; stopping early is part of the regularisation."""

IMPOSSIBLE = np.float32(-30)


@dataclass(frozen=True, slots=True)
class Table:
    """Examples as matrices: n × pair features; (n·relations) × cell features; which relations are possible, right,
    and open (the last column of `open` is "none of them")."""

    pair: csr_matrix
    cell: csr_matrix
    possible: np.ndarray
    right: np.ndarray
    open: np.ndarray


def vocabulary(examples: Sequence[Example]) -> tuple[dict[str, int], dict[str, int]]:
    """Numbered pair features and cell features that enough articles have."""
    pair: dict[str, set[str]] = {}
    cell: dict[str, set[str]] = {}
    for example in examples:
        for name in example.pair:
            pair.setdefault(name, set()).add(example.article)
        for names in example.cells.values():
            for name in names:
                cell.setdefault(name, set()).add(example.article)
    return (
        numbered(sorted(name for name, articles in pair.items() if len(articles) >= PAIR_ARTICLES)),
        numbered(sorted(name for name, articles in cell.items() if len(articles) >= CELL_ARTICLES)),
    )


def tabulate(
    examples: Sequence[Example], relations: Sequence[str], pair: dict[str, int], cell: dict[str, int]
) -> Table:
    column = numbered(relations)
    width, n = len(relations), len(examples)
    possible, right = np.zeros((n, width), bool), np.zeros((n, width), np.float32)
    undecided = np.zeros((n, width + 1), bool)
    of_pairs: list[tuple[int, int]] = []
    of_cells: list[tuple[int, int]] = []
    for row, example in enumerate(examples):
        of_pairs.extend((row, pair[name]) for name in sorted(example.pair) if name in pair)
        possible[row, [column[r] for r in example.possible]] = True
        for relation, names in example.cells.items():
            of_cells.extend((row * width + column[relation], cell[name]) for name in sorted(names) if name in cell)
        right[row, [column[r] for r in example.right]] = 1 / max(len(example.right), 1)
        undecided[row, [column[r] for r in example.open]] = True
        undecided[row, width] = True
    return Table(
        _sparse(of_pairs, (n, len(pair))), _sparse(of_cells, (n * width, len(cell))), possible, right, undecided
    )


def _sparse(places: Iterable[tuple[int, int]], shape: tuple[int, int]) -> csr_matrix:
    rows, columns = np.array(list(places)).T
    return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape)


def fit(examples: Sequence[Example], relations: Sequence[str]) -> PairModel:
    """The model that the examples teach; its threshold and calibration are still to be set."""
    pair, cell = vocabulary(examples)
    table = tabulate(examples, relations, pair, cell)
    n, width = table.possible.shape
    told = table.right.sum(axis=1, keepdims=True) > 0
    barred = IMPOSSIBLE * ~table.possible
    prior = np.log((table.right.sum(axis=0) + 0.5) / n * 5).astype(np.float32)
    sizes = [len(pair) * width, len(pair), len(cell), width]
    cuts = np.cumsum(sizes)[:-1]
    penalties = np.repeat(np.array([OWN, COMMON, SHARED, BIAS], np.float32), sizes)
    pair_turned, cell_turned = table.pair.T.tocsr(), table.cell.T.tocsr()
    centre = np.zeros(sum(sizes), np.float32)
    centre[-width:] = prior

    def objective(point: np.ndarray) -> tuple[float, np.ndarray]:
        point = point.astype(np.float32)
        own, common, shared, bias = np.split(point, cuts)
        scores = table.pair @ (own.reshape(-1, width) + common[:, None]) + (table.cell @ shared).reshape(n, width)
        scores = np.hstack([scores + bias + barred, np.zeros((n, 1), np.float32)])
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        total = shares.sum(axis=1, keepdims=True)
        shares /= total
        allowed = np.where(table.open, shares, 0)
        mass = allowed.sum(axis=1, keepdims=True) + np.float32(1e-12)
        full = np.hstack([table.right, np.zeros((n, 1), np.float32)])
        wanted = np.where(told, full, allowed / mass)
        loss = -float((full * (scores - np.log(total))).sum(dtype=np.float64))
        loss -= float(np.log(mass[~told]).sum(dtype=np.float64))
        error = (shares - wanted)[:, :width]
        of_pair = pair_turned @ error
        gradient = np.concatenate(
            [of_pair.ravel(), of_pair.sum(axis=1), cell_turned @ error.ravel(), error.sum(axis=0)]
        )
        off = point - centre
        loss += 0.5 * float((penalties * off**2).sum(dtype=np.float64))
        return loss, (gradient + penalties * off).astype(np.float64)

    found = minimize(
        objective, centre.astype(np.float64), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxcor": 8}
    )
    own, common, shared, bias = np.split(found.x.astype(np.float32), cuts)
    weights = own.reshape(-1, width) + common[:, None]
    return PairModel(tuple(relations), pair, cell, weights, shared, bias, threshold=1.0)
