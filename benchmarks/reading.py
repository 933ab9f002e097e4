"""What reading costs beside extraction, and how much memory a large file of records takes.

The same articles are read from JSON Lines, from hard-wrapped text and from web pages, and their claims extracted, in
turn, in one process and thread. The ratios of the medians are the figures to watch. With a number of megabytes as
argument, a file of records of that size is written and read in a process of its own, whose largest memory is printed.
"""

from __future__ import annotations

import html
import itertools
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

from kg.model import Article
from kg.read import Reading, ReadOptions, find_sources, read

ROUNDS = 5
COPIES = 8
EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "articles"
OPTIONS = ReadOptions(published="2019-03-04")


def articles() -> list[Article]:
    """The example articles, each COPIES times."""
    readings = [r for source in find_sources([str(EXAMPLES)]) for r in read(source, OPTIONS) if isinstance(r, Reading)]
    return [reading.article for reading in readings] * COPIES


def write_records(batch: list[Article], folder: Path) -> list[str]:
    file = folder / "articles.jsonl"
    rows = (json.dumps({"title": article.title, "text": body(article)}) for article in batch)
    file.write_text("\n".join(rows), encoding="utf-8")
    return [str(file)]


def write_wrapped(batch: list[Article], folder: Path) -> list[str]:
    for number, article in enumerate(batch):
        text = "\n\n".join(textwrap.fill(part, 72) for part in article.text.split("\n\n"))
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return find_sources([str(folder / "*.txt")])


def write_pages(batch: list[Article], folder: Path) -> list[str]:
    for number, article in enumerate(batch):
        inner = "".join(f"<p>{html.escape(part)}</p>" for part in body(article).split("\n\n"))
        title = html.escape(article.title)
        page = (
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{inner}</article></body></html>"
        )
        (folder / f"{number:04}.html").write_text(page, encoding="utf-8")
    return find_sources([str(folder / "*.html")])


def body(article: Article) -> str:
    return article.text.removeprefix(article.title).lstrip("\n")


def words_read(sources: list[str]) -> int:
    return sum(
        len(item.article.text.split())
        for source in sources
        for item in read(source, OPTIONS)
        if isinstance(item, Reading)
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare() -> None:
    from kg.extract import RuleExtractor
    from kg.gazetteer import Gazetteer
    from kg.ontology import Ontology
    from kg.parse import load

    batch = articles()
    gazetteer = Gazetteer.load()
    extractor = RuleExtractor(load(gazetteer=gazetteer), Ontology.load(), gazetteer)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        sources = {"jsonl": write_records(batch, path), "wrapped": write_wrapped(batch, path)}
        sources["html"] = write_pages(batch, path)
        words = {name: words_read(files) for name, files in sources.items()}
        words["extract"] = sum(len(article.text.split()) for article in batch)
        works: dict[str, Callable[[], object]] = {
            name: lambda f=files: words_read(f) for name, files in sources.items()
        }
        works["extract"] = lambda: list(extractor.extract(batch))
        works["extract"]()
        times = {name: statistics.median(seconds(work) for _ in range(ROUNDS)) for name, work in works.items()}
    print(f"{len(batch)} articles, {words['extract']} words, {ROUNDS} rounds")
    for name, median in times.items():
        ratio = times["extract"] / words["extract"] * words[name] / median
        print(f"{name:8} {median:6.2f} s   {words[name] / median:8.0f} words/s   {ratio:5.1f} × extraction")


def measure_memory(megabytes: int) -> None:
    """Write records of so many megabytes and read them in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "large.jsonl"
        batch = articles()
        with file.open("w", encoding="utf-8") as out:
            for number, article in enumerate(itertools.cycle(batch)):
                out.write(json.dumps({"id": number, "title": article.title, "text": body(article)}) + "\n")
                if number % 100 == 0 and out.tell() > megabytes * 1_000_000:
                    break
        for kind, source in (("nothing", ""), (f"{megabytes} MB", str(file))):
            command = [sys.executable, __file__, "--peak", source]
            print(f"{kind:10} {subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()}")


def show_peak(source: str) -> None:
    """Read `source` and print the largest resident memory of this process."""
    count = sum(isinstance(item, Reading) for item in read(source, OPTIONS)) if source else 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    print(f"{count} articles read, at most {peak:.0f} MB resident")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--peak", source]:
            show_peak(source)
        case [megabytes]:
            measure_memory(int(megabytes))
        case _:
            compare()
