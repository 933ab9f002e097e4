"""What extraction costs on top of the language pipeline: articles to claims, against the pipeline on the same text.

"spaCy" is the pipeline as its package has it, "kg parse" the one of `kg.parse.load`, with our names. All run in
turn on the same articles, in batches of the same size, in one process and thread, after one round that warms them
up. The ratios of the medians are the figures to watch: words per second change with the machine, the ratios hardly.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from kg.extract import RuleExtractor
from kg.extract.rules import BATCH
from kg.gazetteer import Gazetteer
from kg.model import Article
from kg.ontology import Ontology
from kg.parse import load
from kg.read import Reading, find_sources, read

ROUNDS = 5
COPIES = 4
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def articles(patterns: list[str]) -> list[Article]:
    """The articles in `patterns` (files, folders, globs), each COPIES times, so that a round lasts a few seconds."""
    readings = [r for source in find_sources(patterns) for r in read(source) if isinstance(r, Reading)]
    return [reading.article for reading in readings] * COPIES


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(patterns: list[str]) -> None:
    batch = articles(patterns or [str(EXAMPLES)])
    texts = [article.text for article in batch]
    words = sum(len(text.split()) for text in texts)
    gazetteer = Gazetteer.load()
    nlp = load(gazetteer=gazetteer)
    bare = spacy.load(f"{nlp.meta['lang']}_{nlp.meta['name']}")
    extractor = RuleExtractor(nlp, Ontology.load(), gazetteer)
    works: dict[str, Callable[[], object]] = {
        "spaCy": lambda: list(bare.pipe(texts, batch_size=BATCH)),
        "kg parse": lambda: list(nlp.pipe(texts, batch_size=BATCH)),
        "kg extract": lambda: list(extractor.extract(batch)),
    }
    for work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            times[name].append(seconds(work))
    medians = {name: statistics.median(measured) for name, measured in times.items()}
    print(f"{len(batch)} articles, {words} words, {ROUNDS} rounds")
    for name, median in medians.items():
        print(f"{name:12} {median:6.2f} s   {words / median:7.0f} words/s   {len(batch) / median:6.1f} articles/s")
    for name in ("spaCy", "kg parse"):
        print(f"kg extract / {name:9} {medians['kg extract'] / medians[name]:5.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
