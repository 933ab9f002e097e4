"""Names by a small transformer: the spaCy component `kg_ner`.

The model (`ner_model/`, see its MODEL_CARD.md) runs in onnxruntime on windows of whole sentences. Each window runs on
its own: the integer arithmetic scales by what it is given at once, so in a batch the neighbours would change an answer,
and an article must read the same whatever is read with it. Numbers and dates are not its business (kg.parse.dates,
kg.parse.quantities).
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.errors import PipelineError
from kg.parse.ner_decode import Scores, best_tags, log_softmax, spans
from kg.parse.ner_document import even_out
from kg.parse.ner_windows import BREAK, LABELS, Pieces, stretches, window

MODEL = Path(__file__).with_name("ner_model")
VECTORS = "kg_ner_vectors"
"""Key in `Doc.user_data`: float16 array, tokens × 384, the encoder's vector of each token (zeros for blanks)."""


@dataclass(frozen=True, slots=True)
class NameModel:
    """The model's session, its piece cutter and its settings."""

    session: Any
    pieces: Pieces
    window: int
    version: str

    @staticmethod
    def load(folder: Path = MODEL, threads: int = 1) -> "NameModel":
        """Read the model from `folder`; PipelineError when a file is missing or broken."""
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # newer releases would note a device id and report from import on
        import onnxruntime  # type: ignore[import-untyped]  # ships no types
        from tokenizers import Tokenizer

        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        try:
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            cutter = Tokenizer.from_file(str(folder / "tokenizer.json"))
            session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # both libraries raise bare and own exceptions
            raise PipelineError(f"name model {folder}: does not load ({error}); reinstall kg") from error
        if tuple(config["labels"]) != LABELS:
            raise PipelineError(f"name model {folder}: made for other labels; reinstall kg")
        cutter.no_padding()
        cutter.no_truncation()
        pieces = Pieces(lambda word: cutter.encode(word, add_special_tokens=False).ids)
        return NameModel(session, pieces, config["window"], config["version"])

    def read(self, words: list[str], ends: list[int], vectors: bool = False) -> tuple[Scores, Scores | None]:
        """Log probabilities (words × TAGS) and, if asked for, vectors (words × 384) of `words`.

        `ends` are the indices after the last word of each sentence, the last one `len(words)`.
        """
        lengths = [len(self.pieces(word)[0]) for word in words]
        outputs = ["scores", "vectors"] if vectors else ["scores"]
        parts: list[list[Scores]] = [[] for _ in outputs]
        for start, end in stretches(lengths, ends, self.window - 2):
            cut = window(words, start, end, self.pieces)
            feed = {"ids": np.array([cut.ids]), "shapes": np.array([cut.shapes])}
            for part, rows in zip(parts, self.session.run(outputs, feed), strict=True):
                part.append(rows[0][cut.firsts])
        scores = log_softmax(np.concatenate(parts[0]))
        return scores, np.concatenate(parts[1]) if vectors else None


class NameTagger:
    """Sets `doc.ents` to the names the model finds, with the OntoNotes labels of `LABELS`."""

    def __init__(self, model: NameModel, vectors: bool = False) -> None:
        self.model = model
        self._vectors = vectors

    def __call__(self, doc: Doc) -> Doc:
        places = [token.i for token in doc if not token.is_space or "\n" in token.text]
        if not places:
            doc.ents = ()
            return doc
        words = [BREAK if doc[i].is_space else doc[i].text for i in places]
        scores, vectors = self.model.read(words, list(_sentence_ends(doc, places)), self._vectors)
        names = even_out(words, spans(best_tags(scores)), scores)
        doc.ents = tuple(Span(doc, places[start], places[end - 1] + 1, label) for start, end, label in names)
        if vectors is not None:
            table = np.zeros((len(doc), vectors.shape[1]), dtype=np.float16)
            table[places] = vectors
            doc.user_data[VECTORS] = table
        return doc


def _sentence_ends(doc: Doc, places: list[int]) -> Iterator[int]:
    """Where windows may be cut: after sentences if the pipeline has found them, else after paragraphs."""
    sentences = doc.has_annotation("SENT_START")
    for n in range(1, len(places)):
        if doc[places[n]].is_sent_start if sentences else doc[places[n - 1]].is_space:
            yield n
    yield len(places)


@Language.factory(
    "kg_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"], default_config={"threads": 1, "vectors": False}
)
def create_name_tagger(nlp: Language, name: str, threads: int, vectors: bool) -> NameTagger:
    """The component; `threads` for the model's arithmetic, `vectors` to keep the word vectors (see VECTORS)."""
    return NameTagger(NameModel.load(threads=threads), vectors)
