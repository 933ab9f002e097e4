"""The name model in torch: all-MiniLM-L6-v2 with the shape of each word added, and one tag score per piece."""

from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import Tensor, nn

from kg.parse.ner_windows import PAD, SHAPES, TAGS

WIDTH, HEADS, INNER, DEPTH, VOCABULARY, POSITIONS = 384, 12, 1536, 6, 30522, 512
_LAYER_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
_FAR = -1e4


class SharedDropout(nn.Module):
    """Dropout whose mask is the same for all pieces of a window: as good here, and nearly free on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        keep = torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(1 - self.rate)
        return x * (keep / (1 - self.rate))


class Layer(nn.Module):
    """One BERT layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        # written out: on a CPU the backward pass of the fused kernel takes twice as long
        scores = heads(self.query(x)) @ heads(self.key(x)).transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask
        seen = scores.softmax(dim=-1).to(x.dtype) @ heads(self.value(x))
        x = self.norm1(x + self.dropout(self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Scores of the tags for every piece.

    `domain` 0 is the annotation of the news articles, 1 that of the other sources, whose guidelines differ; only the
    classifier sees it, so the encoder learns from both and the exported model answers as the news articles do.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = SharedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(DEPTH))
        self.shape_again = nn.Embedding(SHAPES, 32)
        self.hidden = nn.Linear(WIDTH + 32, 256)
        self.domain = nn.Embedding(2, 256)
        self.tags = nn.Linear(256, len(TAGS))
        self.head_dropout = SharedDropout(2 * dropout)
        for empty in (self.shapes, self.domain):
            nn.init.zeros_(empty.weight)

    def encode(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Vectors of the pieces, batch × length × 384."""
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1]))[None] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = (ids == PAD)[:, None, None, :] * _FAR
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, shapes: Tensor, domain: Tensor) -> Tensor:
        x = torch.cat([self.encode(ids, shapes), self.shape_again(shapes)], dim=-1)
        x = F.gelu(self.hidden(self.head_dropout(x)) + self.domain(domain)[:, None, :])
        return self.tags(self.head_dropout(x))


def load_pretrained(model: Tagger, folder: Path) -> None:
    """Fills the encoder of `model` from `folder`/model.safetensors (the sentence encoder as published)."""
    weights = load_file(folder / "model.safetensors")
    prefix = "embeddings."
    named = {
        "words.weight": weights[prefix + "word_embeddings.weight"],
        "positions.weight": weights[prefix + "position_embeddings.weight"]
        + weights[prefix + "token_type_embeddings.weight"][0],
        "norm.weight": weights[prefix + "LayerNorm.weight"],
        "norm.bias": weights[prefix + "LayerNorm.bias"],
    }
    for i in range(DEPTH):
        for ours, theirs in _LAYER_NAMES.items():
            for part in ("weight", "bias"):
                named[f"layers.{i}.{ours}.{part}"] = weights[f"encoder.layer.{i}.{theirs}.{part}"]
    _, unexpected = model.load_state_dict(named, strict=False)
    if unexpected:
        raise ValueError(f"{folder}: not the expected encoder: {unexpected}")
