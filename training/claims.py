"""Trains and measures the learned scorer of claims.

    python -m training.claims --corpus ../shared/corpora/claims

Reads the annotated articles with the rules as they are, cross-validates by article, chooses the threshold, calibrates,
and writes the model trained on all articles to kg/extract/pair_model. Run it again whenever rules or language pipeline
have changed: the model weighs what they find.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.evaluate import Scores
from kg.extract.pair_model import FOLDER
from kg.model import OPEN_RELATION
from kg.ontology import Ontology
from training.claim_examples import read_examples
from training.claim_fit import fit
from training.claim_measure import (
    THRESHOLDS,
    best_threshold,
    calibrate,
    cross_validate,
    evaluate,
    guesses,
    reliability,
)


def say(text: str) -> None:
    """A line of the log, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> None:
    """Everything, from the articles to the files that ship."""
    parser = argparse.ArgumentParser(prog="python -m training.claims", description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder with *.json and articles/*.txt")
    parser.add_argument("--target", type=Path, default=FOLDER, help="folder for the model")
    chosen = parser.parse_args(arguments)
    ontology = Ontology.load()
    relations = [name for name in ontology.relations if name != OPEN_RELATION]
    examples = read_examples(chosen.corpus / "articles", chosen.corpus, ontology)
    articles, related = len({e.article for e in examples}), sum(bool(e.right) for e in examples)
    say(f"{articles} articles, {len(examples)} pairs, {related} related")
    found = cross_validate(examples, relations)
    say(f"rules alone     {_line(evaluate(found, 1.01, chosen.corpus, ontology))}")
    scores = {threshold: evaluate(found, threshold, chosen.corpus, ontology) for threshold in THRESHOLDS}
    for threshold, measured in scores.items():
        say(f"threshold {threshold:.2f}  {_line(measured)}")
    model = calibrate(replace(fit(examples, relations), threshold=best_threshold(scores)), found)
    say(f"threshold {model.threshold:.2f} chosen; {len(model.pair_features)} + {len(model.cell_features)} features")
    say("confidence      claims   said  observed (articles the model had not seen)")
    for low, high, claims, said, observed in reliability(found, model):
        say(f"{low:.1f} to {high:.1f}      {claims:6}   {said:.2f}   {observed:.2f}")
    say(f"on its own articles: {_line(evaluate(guesses(examples, model), model.threshold, chosen.corpus, ontology))}")
    model.save(chosen.target)
    say(f"written to {chosen.target}")


def _line(scores: Scores) -> str:
    c = scores.claims
    return f"precision {c.precision:.3f}  recall {c.recall:.3f}  F1 {c.f1:.3f}  right {c.right}  wrong {c.wrong}"


if __name__ == "__main__":
    main()
