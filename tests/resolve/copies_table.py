"""The table of copies and of what is none, built from the texts in `copies/`: three kinds, invented all of them."""

from __future__ import annotations

import random
import textwrap
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

TEXTS = Path(__file__).parent / "copies"
PLACES = ("trade", "care", "schools", "building", "transport")


class Row(NamedTuple):
    """Two texts and what they are told by."""

    name: str
    left: str
    right: str


def read(kind: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((TEXTS / f"{kind}.toml").read_text(encoding="utf-8"))


def templates() -> list[list[str]]:
    """The reports made from each template."""
    return [[fill(template, slots) for slots in template["fills"]] for template in read("templates")["template"]]


def fill(template: dict[str, Any], slots: dict[str, Any]) -> str:
    regions = [a_region(template["each"], name, slots["seed"]) for name in template.get("regions", ())]
    return str(template["frame"]).strip().format(**slots | {"regions": "\n\n".join(regions)})


def a_region(frame: str, name: str, seed: int) -> str:
    chosen = random.Random(f"{name} {seed}")
    counts = {key: f"{chosen.randint(100, 9000):,}" for key in "cde"}
    rates = {key: chosen.randint(20, 99) / 10 for key in "ab"}
    return frame.format(region=name, f=chosen.choice(PLACES), **counts, **rates)


def affairs() -> list[list[str]]:
    """The reports on each affair."""
    return [
        [with_background(affair, report) for report in affair["reports"]] for affair in read("backgrounds")["affair"]
    ]


def with_background(affair: dict[str, Any], report: str) -> str:
    for letter, paragraphs in (("", affair["background"]), ("b", affair.get("background2", ()))):
        for number, paragraph in enumerate(paragraphs, 1):
            report = report.replace(f"{{{letter}{number}}}", paragraph)
    return report


def reprints() -> list[Row]:
    """Each story with each of its versions."""
    return [
        Row(f"{story['name']}: {version['name']}", story["text"].strip(), reprint(story["text"].strip(), version))
        for story in read("reprints")["story"]
        for version in story["version"]
    ]


def reprint(story: str, version: dict[str, Any]) -> str:
    text = str(version["text"]).strip().replace("{all}", story)
    for number, paragraph in enumerate(story.split("\n\n"), 1):
        text = text.replace(f"{{{number}}}", paragraph)
    for old, new in version.get("replace", ()):
        assert old in text, f"{version['name']}: {old} is not there"
        text = text.replace(old, new)
    if width := version.get("wrap"):
        text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in text.split("\n\n"))
    return text


def pairs(kind: str, groups: list[list[str]]) -> Iterator[Row]:
    """Every two reports of a group."""
    for found, texts in zip(read(kind)[kind_of(kind)], groups, strict=True):
        for left, right in combinations(range(len(texts)), 2):
            yield Row(f"{found['name']}: {left + 1} and {right + 1}", texts[left], texts[right])


def kind_of(kind: str) -> str:
    return {"templates": "template", "backgrounds": "affair"}[kind]


TEMPLATES = list(pairs("templates", templates()))
BACKGROUNDS = list(pairs("backgrounds", affairs()))
REPRINTS = reprints()
