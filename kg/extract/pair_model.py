"""The learned model of pairs: how probable it is that a sentence states each relation between two of its entities.

One multinomial logistic regression over the closed list and "none of them", with weights by relation for the features
of pairs and weights shared by all relations for those of cells. Trained by `python -m training.claims`; what the files
were made from is described in pair_model/MODEL_CARD.md.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, repeat
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.errors import PipelineError

FOLDER = Path(__file__).with_name("pair_model")

Floats = NDArray[np.float32]


class Case(NamedTuple):
    """What the model is asked about: features of a pair, features of its cells by relation, and the relations that may
    hold."""

    pair: Iterable[str]
    cells: Mapping[str, Iterable[str]]
    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairModel:
    """`relations` are the columns of `weights` (pair features × relations) and of `bias`; `shared` are the weights of
    cell features. `threshold` is the least probability of a claim that no rule made. `rule_scale` and `rule_shift`
    bring the log odds of claims that rules made to what was observed of such claims, `new_scale` and `new_shift`
    those of others."""

    relations: tuple[str, ...]
    pair_features: Mapping[str, int]
    cell_features: Mapping[str, int]
    weights: Floats
    shared: Floats
    bias: Floats
    threshold: float
    rule_scale: float = 1.0
    rule_shift: float = 0.0
    new_scale: float = 1.0
    new_shift: float = 0.0
    _cell_weights: dict[str, float] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        weights = dict(zip(self.cell_features, self.shared[list(self.cell_features.values())].tolist(), strict=True))
        object.__setattr__(self, "_cell_weights", weights)

    @staticmethod
    def load(folder: Path = FOLDER) -> PairModel | None:
        """Read the model from `folder`; None when there is none, PipelineError when its files do not fit together."""
        if not (folder / "model.json").is_file():
            return None
        try:
            described: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
            with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
                weights, shared, bias = (arrays[name].astype(np.float32) for name in ("weights", "shared", "bias"))
            pair, cell = described.pop("pair_features"), described.pop("cell_features")
            relations = tuple(described.pop("relations"))
            if weights.shape != (len(pair), len(relations)) or shared.shape != (len(cell),):
                raise ValueError("the weights are not those of its features")
            return PairModel(relations, numbered(pair), numbered(cell), weights, shared, bias, **described)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise PipelineError(f"pair model {folder}: does not load ({error}); reinstall kg") from error

    def save(self, folder: Path) -> None:
        """Write the model; half precision is all that weights need."""
        folder.mkdir(parents=True, exist_ok=True)
        described = {
            "relations": list(self.relations),
            "threshold": self.threshold,
            "rule_scale": self.rule_scale,
            "rule_shift": self.rule_shift,
            "new_scale": self.new_scale,
            "new_shift": self.new_shift,
            "pair_features": sorted(self.pair_features, key=self.pair_features.__getitem__),
            "cell_features": sorted(self.cell_features, key=self.cell_features.__getitem__),
        }
        text = json.dumps(described, ensure_ascii=False, indent=0)
        (folder / "model.json").write_text(text + "\n", encoding="utf-8")
        np.savez_compressed(
            folder / "weights.npz",
            weights=self.weights.astype(np.float16),
            shared=self.shared.astype(np.float16),
            bias=self.bias.astype(np.float16),
        )

    def probabilities(self, cases: Sequence[Case]) -> list[dict[str, float]]:
        """For each case the probability of each of its possible relations that the model knows; unknown features are
        passed over. One call for all cases of an article takes half the time of one for each."""
        columns = [_columns(self.relations, case.possible) for case in cases]
        filled = [index for index, column in enumerate(columns) if column]
        if not filled:
            return [{} for _ in cases]
        sizes = [len(columns[index]) for index in filled]
        starts = np.cumsum([0, *sizes])
        scores = self._of_pairs([cases[index].pair for index in filled])
        own = list(chain.from_iterable(columns[index].values() for index in filled))
        odds = scores[np.repeat(np.arange(len(filled)), sizes), own] + self._of_cells(cases, columns)
        top = np.maximum(np.maximum.reduceat(odds, starts[:-1]), 0.0)  # the score of "none of them" is 0
        odds = np.exp(odds - np.repeat(top, sizes))
        shares = (odds / np.repeat(np.add.reduceat(odds, starts[:-1]) + np.exp(-top), sizes)).tolist()
        found: list[dict[str, float]] = [{} for _ in cases]
        for index, start, end in zip(filled, starts.tolist(), starts[1:].tolist(), strict=False):
            found[index] = dict(zip(columns[index], shares[start:end], strict=True))
        return found

    def _of_pairs(self, pairs: Sequence[Iterable[str]]) -> Floats:
        """What the features of each pair speak for: pairs × relations."""
        known = [_rows(self.pair_features, names) for names in pairs]
        scores = np.tile(self.bias, (len(pairs), 1))
        filled = [index for index, rows in enumerate(known) if rows]
        if filled:
            starts = np.cumsum([0, *(len(known[index]) for index in filled)])[:-1]
            scores[filled] += np.add.reduceat(self.weights[list(chain.from_iterable(known))], starts)
        return scores

    def _of_cells(self, cases: Sequence[Case], columns: Sequence[dict[str, int]]) -> list[float]:
        """What the features of each cell speak for, in the order of cases and of their columns."""
        weight = self._cell_weights.get
        found: list[float] = []
        for case, column in zip(cases, columns, strict=True):
            for relation in column:
                names = case.cells.get(relation)
                # exactly rounded, so that the order of a set, which differs from run to run, does not matter
                found.append(math.fsum(map(weight, names, repeat(0.0))) if names else 0.0)
        return found

    def confidence(self, probability: float, *, ruled: bool) -> float:
        """The probability as observed for claims of that kind; `ruled`: a rule made the claim."""
        bounded = min(max(probability, 1e-6), 1 - 1e-6)
        scale, shift = (self.rule_scale, self.rule_shift) if ruled else (self.new_scale, self.new_shift)
        return 1 / (1 + math.exp(-(scale * math.log(bounded / (1 - bounded)) + shift)))


def _rows(known: Mapping[str, int], names: Iterable[str]) -> list[int]:
    """In order, so that sums over them come out the same in every run."""
    rows = [row for row in map(known.get, names) if row is not None]
    rows.sort()
    return rows


@cache
def _columns(relations: tuple[str, ...], possible: tuple[str, ...]) -> dict[str, int]:
    return {relation: column for column, relation in enumerate(relations) if relation in possible}


def numbered(names: Iterable[str]) -> dict[str, int]:
    """Each name with its place."""
    return {name: index for index, name in enumerate(names)}
