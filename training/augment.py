"""Changes the words of a training window so that the model learns names it has never seen, headlines and typography."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.parse.ner_windows import BREAK, TAGS
from training.corpus import Text

_PERSONS_CHANGED, _PARTS_CHANGED = 0.5, 0.85  # share of windows, and of the name parts in them
_SWAPPED = {
    "GPE": 0.12,
    "ORG": 0.15,
    "LOC": 0.1,
    "FAC": 0.2,
    "EVENT": 0.15,
    "PRODUCT": 0.25,
    "WORK_OF_ART": 0.3,
}
_PARTICLES = frozenset("de da do dos di du van von der den bin ibn al el la le".split())
_VARIANTS = {
    "'s": ("’s",),
    "’s": ("'s",),
    '"': ("“", "”", "''"),
    "“": ('"',),
    "”": ('"',),
    "-": ("–", "-"),
    "–": ("-", "—"),
    "—": ("–", "--"),
    "'": ("’", "‘"),
    "’": ("'",),
}
_TAG = {tag: i for i, tag in enumerate(TAGS)}
Name = tuple[str, ...]


def names(words: Sequence[str], tags: Sequence[int]) -> Iterable[tuple[int, int, str]]:
    """The names in a tagged run of words as (first, after the last, label)."""
    start = -1
    for i in range(len(words) + 1):
        prefix = TAGS[tags[i]][0] if i < len(words) and tags[i] >= 0 else "O"
        if start >= 0 and prefix != "I":
            yield start, i, TAGS[tags[start]][2:]
            start = -1
        if prefix == "B":
            start = i


@dataclass(frozen=True, slots=True)
class NamePool:
    """The names of the training texts, by label; person names also by part."""

    whole: dict[str, list[Name]]
    given: list[str]
    family: list[str]

    @staticmethod
    def of(texts: Iterable[Text]) -> "NamePool":
        """Collects the pool, sorted so that a seed gives one course of training."""
        whole: dict[str, set[Name]] = {label: set() for label in _SWAPPED}
        given: set[str] = set()
        family: set[str] = set()
        for text in texts:
            for start, end, label in names(text.words, text.tags):
                name = tuple(text.words[start:end])
                if (
                    label == "PERSON"
                    and 2 <= len(name) <= 3
                    and all(part.isalpha() and part.istitle() for part in name)
                ):
                    given.add(name[0])
                    family.add(name[-1])
                elif label in whole and name[0][0].isupper() and len(name) <= 6:
                    whole[label].add(name)
        return NamePool({k: sorted(v) for k, v in whole.items()}, sorted(given), sorted(family))


def _coin(part: str, pool: Sequence[str], dice: random.Random) -> str:
    """A name part from the pool, one time in four an invented one: the head of one and the tail of another."""
    if not part[0].isupper():
        return part
    drawn = dice.choice(pool)
    if dice.random() < 0.25:
        other = dice.choice(pool)
        drawn = drawn[: max(2, len(drawn) // 2)] + other[len(other) // 2 :].lower()
    return drawn


def _new_name(name: Name, label: str, pool: NamePool, seen: dict[str, str], dice: random.Random) -> Name:
    if label != "PERSON":
        return dice.choice(pool.whole[label])
    for i, part in enumerate(name):
        if part not in seen and part not in _PARTICLES and len(part) > 2 and part.isalpha():
            coined = _coin(part, pool.given if i == 0 and len(name) > 1 else pool.family, dice)
            seen[part] = coined if dice.random() < _PARTS_CHANGED else part
    return tuple(seen.get(part, part) for part in name)


def _substitute(words: list[str], tags: list[int], pool: NamePool, dice: random.Random) -> tuple[list[str], list[int]]:
    """Other names of the same label; one string gets one substitute within the window."""
    new_words: list[str] = []
    new_tags: list[int] = []
    parts: dict[str, str] = {}
    chosen: dict[tuple[Name, str], Name] = {}
    persons = dice.random() < _PERSONS_CHANGED and bool(pool.given)
    at = 0
    for start, end, label in names(words, tags):
        new_words += words[at:start]
        new_tags += tags[at:start]
        name = tuple(words[start:end])
        key = (name, label)
        if key not in chosen:
            swap = persons if label == "PERSON" else dice.random() < _SWAPPED.get(label, 0) and bool(pool.whole[label])
            chosen[key] = _new_name(name, label, pool, parts, dice) if swap else name
        new_words += chosen[key]
        new_tags += [_TAG[f"B-{label}"]] + [_TAG[f"I-{label}"]] * (len(chosen[key]) - 1)
        at = end
    return new_words + words[at:], new_tags + tags[at:]


def _headline(words: list[str], dice: random.Random) -> list[str]:
    """Title Case or CAPITALS up to the first full stop or break, as headlines and leads are set."""
    capitals = dice.random() < 0.3
    stop = next((i for i, word in enumerate(words) if word in (".", BREAK)), len(words))
    return [word.upper() if capitals else word[:1].upper() + word[1:] for word in words[:stop]] + words[stop:]


def augment(words: list[str], tags: list[int], pool: NamePool, dice: random.Random) -> tuple[list[str], list[int]]:
    """One random variant of a window; words and tags stay aligned."""
    words, tags = _substitute(words, tags, pool, dice)
    if dice.random() < 0.07:
        words = _headline(words, dice)
    if dice.random() < 0.2:
        words = [dice.choice(_VARIANTS[w]) if w in _VARIANTS else w for w in words]
    return words, tags
