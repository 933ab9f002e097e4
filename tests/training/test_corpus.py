"""Words and tags of the training texts, and the changes made to them."""

import random

import pytest

from kg.parse.ner_windows import BREAK, TAGS
from training.augment import NamePool, augment, names
from training.corpus import IGNORED, held_out, read_text, sentence_ends

TEXT = 'Ada Okafor\n\nMs Okafor said "Blue Rain" opened in Peru on May 3.'
GOLD = ((0, 10, "PERSON"), (15, 21, "PERSON"), (28, 37, "WORK_OF_ART"), (49, 53, "GPE"))


def test_tags_follow_the_spans() -> None:
    text = read_text("a", TEXT, GOLD, unknown=[(57, 62)])
    assert text.words[2] == BREAK
    assert [TEXT[text.offsets[a][0] : text.offsets[b - 1][1]] for a, b, _ in names(text.words, text.tags)] == [
        "Ada Okafor",
        "Okafor",
        "Blue Rain",
        "Peru",
    ]
    assert [word for word, tag in zip(text.words, text.tags, strict=True) if tag == IGNORED] == ["May", "3"]


def test_a_label_that_is_not_ours_is_left_out_of_the_loss() -> None:
    text = read_text("a", "Two men left", [(0, 3, "CARDINAL")])
    assert text.tags == [IGNORED, 0, 0]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("He left . She stayed .", [3, 6]),
        ("It rose 2.5 . percent", [5]),
        ("Title " + BREAK + " Text here", [2, 4]),
    ],
)
def test_sentence_ends(words: str, ends: list[int]) -> None:
    assert sentence_ends(words.split(" ")) == ends


def test_augmented_tags_stay_legal_and_aligned() -> None:
    text = read_text("a", TEXT, GOLD)
    pool = NamePool(
        {label: [("New", "Name", "Here")] for label in ("GPE", "ORG", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART")},
        ["Priya", "Ada"],
        ["Kowalczyk", "Nguyen"],
    )
    dice = random.Random(5)
    changed = set()
    for _ in range(200):
        words, tags = augment(text.words, text.tags, pool, dice)
        assert len(words) == len(tags)
        assert [label for *_, label in names(words, tags)] == ["PERSON", "PERSON", "WORK_OF_ART", "GPE"]
        (_, b, _), (_, d, _), *_ = names(words, tags)
        assert words[b - 1].lower() == words[d - 1].lower(), "the family name changes with the full name"
        changed.add(words[b - 1])
    assert len(changed) > 2


def test_the_held_out_fifth_is_fixed() -> None:
    ids = [f"article-{i}" for i in range(1000)]
    assert 150 < sum(held_out(id) for id in ids) < 250
    assert [id for id in ids[:12] if held_out(id)] == [id for id in ids[:12] if held_out(id)]


def test_every_tag_has_its_inside() -> None:
    assert all(f"I-{tag[2:]}" in TAGS for tag in TAGS if tag[0] == "B")
