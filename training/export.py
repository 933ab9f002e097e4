"""Writes the trained model for onnxruntime: integer weights, float activations where they matter, under 30 MB.

The word embeddings are kept as bytes with one scale a row (a scale for the whole table loses twice as much); the matrix
products are quantised dynamically by onnxruntime.
"""

import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from kg.parse.ner_windows import LABELS
from training.batches import LIMIT
from training.encoder import Tagger


class _Rows(nn.Module):
    """An embedding table of bytes."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.table[ids].float() * self.scale[ids]


class _Exported(nn.Module):
    """One window at a time: piece ids and shapes in; tag scores and piece vectors out."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model
        model.words = _Rows(model.words.weight.detach())  # type: ignore[assignment]

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        model = self.model
        vectors = model.encode(ids, shapes)
        x = torch.cat([vectors, model.shape_again(shapes)], dim=-1)
        x = nn.functional.gelu(model.hidden(x) + model.domain.weight[0])
        return model.tags(x), vectors


def strip(path: Path) -> None:
    """Takes notes of the exporter (source lines and paths of this machine) out of the file, and checks it."""
    model = onnx.load(path)
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.input, *graph.output, *graph.initializer, *graph.value_info):
        part.ClearField("doc_string")
        part.ClearField("metadata_props")
    onnx.checker.check_model(model)
    onnx.save(model, path)


def export(model: Tagger, tokenizer: Path, target: Path, name: str) -> None:
    """Writes `target`/model.onnx, tokenizer.json and config.json; `name` goes into the configuration as the version."""
    target.mkdir(parents=True, exist_ok=True)
    wrapped = _Exported(model).eval()
    ids, shapes = torch.full((1, 40), 2000), torch.full((1, 40), 8)
    length = torch.export.Dim("length", min=2, max=510)
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            wrapped,
            (ids, shapes),
            plain,
            input_names=["ids", "shapes"],
            output_names=["scores", "vectors"],
            dynamic_shapes=({1: length}, {1: length}),
            dynamo=True,
            external_data=False,
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            ready,
            target / "model.onnx",
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            reduce_range=True,  # processors without VNNI add in 16 bits, which 8-bit weights overrun
        )
    strip(target / "model.onnx")
    shutil.copyfile(tokenizer, target / "tokenizer.json")
    config = {"version": name, "labels": list(LABELS), "window": LIMIT}
    (target / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
