"""The course of training: schedule, mixture of sources, averaged weights, checkpoints."""

import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from kg.parse.ner_windows import Pieces
from training.augment import NamePool
from training.batches import Example, batches, examples, hide, pack
from training.corpus import IGNORED, Text
from training.encoder import DEPTH, Tagger


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run depends on besides its texts."""

    steps: int = 700
    horizon: int = 700  # step at which the rates have fallen to nothing
    size: int = 2400  # pieces in a batch
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    decay_by_layer: float = 0.9
    warmup: int = 50
    masked: float = 0.06
    news_first: float = 0.3  # share of batches from the news articles at the start
    news_last: float = 0.8  # and at the end
    average: float = 0.998
    seed: int = 0


def _groups(model: Tagger, recipe: Recipe) -> list[dict[str, Any]]:
    """Parameters with their peak rates: lower layers move less."""

    def depth(name: str) -> int | None:
        if name.startswith("layers."):
            return int(name.split(".")[1]) + 1
        return 0 if name.startswith(("words", "positions", "shapes.", "norm")) else None

    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        level = depth(name)
        rate = recipe.head_rate
        if level is not None:
            rate = recipe.encoder_rate * recipe.decay_by_layer ** (DEPTH - level)
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate, "peak": rate} for rate, parameters in groups.items()]


class _Source:
    """An endless stream of batches from one set of texts; every epoch is cut and augmented anew."""

    def __init__(self, texts: Sequence[Text], pool: NamePool, pieces: Pieces, size: int) -> None:
        self.texts, self.pool, self.pieces, self.size = texts, pool, pieces, size
        self.left: Iterator[list[Example]] = iter(())

    def draw(self, dice: random.Random) -> list[Example]:
        batch = next(self.left, None)
        if batch is None:
            self.left = batches(examples(self.texts, self.pool, self.pieces, dice), self.size, dice)
            batch = next(self.left)
        return batch


def loss_of(model: Tagger, rows: Sequence[Example]) -> torch.Tensor:
    """Cross entropy over the tagged pieces; the matrix products run in bfloat16."""
    ids, shapes, targets, domain = pack(rows)
    with torch.autocast("cpu", torch.bfloat16):
        logits = model(ids, shapes, domain)
    return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def train(
    model: Tagger,
    news: Sequence[Text],
    others: Sequence[Text],
    pieces: Pieces,
    recipe: Recipe,
    checkpoint: Path,
    report: Callable[[int, Tagger, str], None],
) -> Tagger:
    """Trains `model`, going on from `checkpoint` when it is there; returns the model with averaged weights.

    `report(step, averaged model, line)` is called now and then. A run that was broken off draws other batches than an
    undisturbed one, but the same number of them.
    """
    averaged = copy.deepcopy(model)
    optimizer = torch.optim.AdamW(_groups(model, recipe), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    start = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        if state["recipe"] != asdict(recipe):
            raise SystemExit(f"{checkpoint}: of another recipe; remove it to start anew")
        model.load_state_dict(state["model"])
        averaged.load_state_dict(state["averaged"])
        optimizer.load_state_dict(state["optimizer"])
        start = state["step"]
    moving = [parameter for parameter in model.parameters() if parameter.requires_grad]
    averages = [parameter for parameter in averaged.parameters() if parameter.requires_grad]
    dice = random.Random(recipe.seed * 1_000_003 + start)  # noqa: S311
    torch.manual_seed(recipe.seed * 1_000_003 + start)
    pool = NamePool.of([*news, *others])
    sources = [_Source(texts, pool, pieces, recipe.size) for texts in (news, others)]
    began, losses = time.monotonic(), [0.0]
    model.train()
    for step in range(start, recipe.steps):
        done = step / recipe.horizon
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(1.0, (step + 1) / recipe.warmup) * (1 - done)
        share = recipe.news_first + (recipe.news_last - recipe.news_first) * done
        rows = sources[0 if dice.random() < share else 1].draw(dice)
        loss = loss_of(model, [(hide(ids, recipe.masked, dice), *rest) for ids, *rest in rows])
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(moving, 1.0)
        optimizer.step()
        losses.append(loss.item())
        keep = min(recipe.average, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(averages, moving, 1 - keep)
        last = step + 1 == recipe.steps
        if (step + 1) % 50 == 0 or last:
            mean = sum(losses[-50:]) / len(losses[-50:])
            report(step + 1, averaged, f"{time.monotonic() - began:.0f}s loss {mean:.4f}")
        if (step + 1) % 150 == 0 or last:
            fresh = checkpoint.with_suffix(".new")
            torch.save(
                {
                    "recipe": asdict(recipe),
                    "step": step + 1,
                    "model": model.state_dict(),
                    "averaged": averaged.state_dict(),
                    "optimizer": optimizer.state_dict(),
                },
                fresh,
            )
            fresh.replace(checkpoint)
    return averaged
