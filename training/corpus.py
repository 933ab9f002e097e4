"""Reads the corpora into words and tags: whole Wikinews articles, and runs of neighbouring sentences of the others."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy

from kg.parse.ner_windows import BREAK, LABELS, TAGS

IGNORED = -100
_TAG = {tag: i for i, tag in enumerate(TAGS)}
_tokenizer = spacy.blank("en").tokenizer


@dataclass(frozen=True, slots=True)
class Text:
    """Words with tags (`IGNORED` where the label is unknown), character offsets and sentence ends.

    `ends` are the indices after the last word of each sentence. `gold` are the spans as annotated, in characters.
    """

    id: str
    text: str
    words: list[str]
    offsets: list[tuple[int, int]]
    tags: list[int]
    ends: list[int]
    gold: tuple[tuple[int, int, str], ...]
    domain: int


def read_words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of `text` as spaCy's English tokenizer cuts them, breaks included, other blanks left out."""
    words, offsets = [], []
    for token in _tokenizer(text):
        if not token.is_space:
            words.append(token.text)
        elif "\n" in token.text:
            words.append(BREAK)
        else:
            continue
        offsets.append((token.idx, token.idx + len(token)))
    return words, offsets


def sentence_ends(words: Sequence[str]) -> list[int]:
    """Indices after sentence ends, by punctuation; good enough to choose where windows are cut."""
    ends = [
        i
        for i in range(1, len(words))
        if words[i - 1] == BREAK
        or (
            words[i - 1][-1] in ".!?" and len(words[i - 1]) < 3 and (words[i][0].isupper() or not words[i][0].isalnum())
        )
    ]
    return [*ends, len(words)]


def read_text(
    id: str, text: str, gold: Iterable[Sequence[Any]], unknown: Iterable[Sequence[int]] = (), domain: int = 0
) -> Text:
    """Words and tags of one text; a span whose label is not ours is ignored in training, as are `unknown` spans."""
    words, offsets = read_words(text)
    tags = [0] * len(words)

    def inside(start: int, end: int) -> list[int]:
        return [i for i, (a, b) in enumerate(offsets) if a < end and b > start]

    for start, end in unknown:
        for i in inside(start, end):
            tags[i] = IGNORED
    kept = []
    for start, end, label in gold:
        kept.append((start, end, label))
        for place, i in enumerate(inside(start, end)):
            tags[i] = _TAG[f"{'I' if place else 'B'}-{label}"] if label in LABELS else IGNORED
    return Text(id, text, words, offsets, tags, sentence_ends(words), tuple(kept), domain)


def read_articles(path: Path) -> list[Text]:
    """The Wikinews articles, sorted by id."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return sorted((read_text(row["id"], row["text"], row["entities"]) for row in rows), key=lambda text: text.id)


def read_sentences(path: Path, run: int = 12) -> list[Text]:
    """The other sources: neighbouring sentences, mostly of one document, joined in runs of `run`."""
    texts = []
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for first in range(0, len(rows), run):
        joined, gold, unknown = "", [], []
        for row in rows[first : first + run]:
            at = len(joined)
            joined += row["text"] + " "
            gold += [(at + a, at + b, label) for a, b, label in row["ents"]]
            unknown += [(at + a, at + b) for a, b in row.get("miss", ())]
        texts.append(read_text(f"open-{first}", joined, gold, unknown, domain=1))
    return texts


def held_out(id: str) -> bool:
    """Whether the article is in the fifth that is kept for measuring; by a hash, so that it never moves."""
    return int(hashlib.sha256(id.encode()).hexdigest(), 16) % 5 == 0
