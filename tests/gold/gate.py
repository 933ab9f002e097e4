"""The quality gate: how well the built-in extractor reads the gold articles, and the floors it must not fall under.

`articles/` holds texts and, beside each, what a careful reader takes from it. `floors.toml` holds the floors, the hash
of the articles and a seal over both. After a change that improves extraction, or a change of the gold articles:

    python tests/gold/gate.py            pin the floors slightly under what is measured; none may sink
    python tests/gold/gate.py --lower    the same, and floors may sink (or set KG_LOWER_FLOORS=1)
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.evaluate import Scores, read_claims, read_gold, report, score
from kg.export.claims import extraction_claims
from kg.extract import RuleExtractor
from kg.gazetteer import Gazetteer
from kg.model import Article
from kg.ontology import Ontology

ARTICLES = Path(__file__).parent / "articles"
FLOORS = Path(__file__).parent / "floors.toml"
MARGIN = 0.02
"""How far under the measured figure a floor is pinned: two or three claims of the gold set."""

Figures = Mapping[str, float]


def read_articles(folder: Path = ARTICLES) -> Iterator[Article]:
    """The gold articles in order of their names; the first paragraph is the title."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8").strip()
        published = json.loads(path.with_suffix(".json").read_text("utf-8"))["published"]
        yield Article.create(title=text.split("\n\n")[0], text=text, published=published, path=str(path))


def corpus_hash(folder: Path = ARTICLES) -> str:
    """SHA-256 over names and bytes of all texts and gold files."""
    total = hashlib.sha256()
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.json")]):
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def measure(extractor: RuleExtractor, folder: Path = ARTICLES) -> Scores:
    """Extract from every gold article and judge the claims as `kg eval` does."""
    gazetteer = Gazetteer.load()
    articles = list(read_articles(folder))
    lines = [
        line
        for article, extraction in zip(articles, extractor.extract(articles), strict=True)
        for line in extraction_claims(article, extraction, gazetteer)
    ]
    symmetric = {name for name, relation in Ontology.load().relations.items() if relation.symmetric}
    return score(read_gold(folder), read_claims(lines, "gold articles"), symmetric)


def figures(scores: Scores) -> dict[str, float]:
    return {"precision": scores.claims.precision, "recall": scores.claims.recall, "f1": scores.claims.f1}


def read_floors(path: Path = FLOORS) -> tuple[dict[str, float], str, str]:
    """(floors, corpus hash, seal) as pinned."""
    table = tomllib.loads(path.read_text("utf-8"))
    return dict(table["floors"]), table["corpus"], table["seal"]


def seal(floors: Figures, corpus: str) -> str:
    """What tells pinned floors from floors edited by hand."""
    return hashlib.sha256(f"{corpus} {sorted(floors.items())}".encode()).hexdigest()[:16]


def pin(measured: Figures, corpus: str, path: Path = FLOORS, *, lower: bool = False) -> dict[str, float]:
    """Write the floors for what is measured; ValueError when one would sink and `lower` is not given."""
    new = {name: math.floor(round((value - MARGIN) * 1000, 6)) / 1000 for name, value in measured.items()}
    old = read_floors(path)[0] if path.exists() else {}
    sunk = [f"{name} {old[name]:.3f} → {new[name]:.3f}" for name in new if name in old and new[name] < old[name]]
    if sunk and not lower:
        raise ValueError(f"floors would sink ({', '.join(sunk)}); give --lower if that is meant")
    lines = [
        "# Written by `python tests/gold/gate.py`; floors edited by hand break the seal.",
        f'corpus = "{corpus}"',
        f'seal = "{seal(new, corpus)}"',
        "",
        "[floors]",
        *(f"{name} = {value:.3f}" for name, value in new.items()),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return new


def main(arguments: list[str]) -> None:
    from kg.parse import load

    scores = measure(RuleExtractor(load(), Ontology.load(), Gazetteer.load()))
    print(report(scores))
    lower = "--lower" in arguments or os.environ.get("KG_LOWER_FLOORS") == "1"
    try:
        print("pinned:", pin(figures(scores), corpus_hash(), lower=lower))
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
