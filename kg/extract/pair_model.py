"""The learned model of pairs: how probable it is that a sentence states each relation between two of its entities.

One multinomial logistic regression over the closed list and "none of them", with weights by relation for the features
of pairs and weights shared by all relations for those of cells. Trained by `python -m training.claims`; what the files
were made from is described in pair_model/MODEL_CARD.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import PipelineError

FOLDER = Path(__file__).with_name("pair_model")

Floats = NDArray[np.float32]


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

    def probabilities(
        self, pair: Iterable[str], cells: Mapping[str, Iterable[str]], possible: tuple[str, ...]
    ) -> dict[str, float]:
        """Probability of each relation in `possible` that the model knows; unknown features are passed over."""
        columns = _columns(self.relations, possible)
        if not columns:
            return {}
        rows = sorted(row for name in pair if (row := self.pair_features.get(name)) is not None)
        scores = self.bias + self.weights[rows].sum(axis=0)
        for column in columns:
            names = cells.get(self.relations[column])
            if names is None:
                continue
            found = sorted(row for name in names if (row := self.cell_features.get(name)) is not None)
            if found:
                scores[column] += self.shared[found].sum()
        kept = scores[list(columns)]
        top = max(float(kept.max()), 0.0)  # the score of "none of them" is 0
        odds = np.exp(kept - top)
        shares = odds / (odds.sum() + np.exp(-top))
        return {self.relations[column]: share for column, share in zip(columns, shares.tolist(), strict=True)}

    def confidence(self, probability: float, *, ruled: bool) -> float:
        """The probability as observed for claims of that kind; `ruled`: a rule made the claim."""
        bounded = min(max(probability, 1e-6), 1 - 1e-6)
        scale, shift = (self.rule_scale, self.rule_shift) if ruled else (self.new_scale, self.new_shift)
        return float(1 / (1 + np.exp(-(scale * np.log(bounded / (1 - bounded)) + shift))))


@cache
def _columns(relations: tuple[str, ...], possible: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(column for column, relation in enumerate(relations) if relation in possible)


def numbered(names: Iterable[str]) -> dict[str, int]:
    """Each name with its place."""
    return {name: index for index, name in enumerate(names)}
