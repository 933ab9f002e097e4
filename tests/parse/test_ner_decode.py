"""From tag scores to names: only legal sequences, the best of them, one label a name in a document."""

import itertools

import numpy as np
import pytest

from kg.parse.ner_decode import Scores, best_tags, log_softmax, spans
from kg.parse.ner_document import bare, even_out
from kg.parse.ner_windows import TAGS

TAG = {tag: i for i, tag in enumerate(TAGS)}


def scores(*rows: dict[str, float]) -> Scores:
    """Log probabilities with the given logits, the other tags at −4."""
    logits = np.full((len(rows), len(TAGS)), -4, dtype=np.float32)
    for row, given in zip(logits, rows, strict=True):
        for tag, value in given.items():
            row[TAG[tag]] = value
    return log_softmax(logits)


def legal(tags: tuple[int, ...]) -> bool:
    names = ["O", *(TAGS[tag] for tag in tags)]
    return all(b[0] != "I" or a[2:] == b[2:] for a, b in itertools.pairwise(names))


def test_best_tags_is_the_best_legal_sequence() -> None:
    drawn = np.random.default_rng(3)
    few = [TAG[t] for t in ("O", "B-ORG", "I-ORG", "B-GPE", "I-GPE")]
    for _ in range(20):
        table = np.full((4, len(TAGS)), -50, dtype=np.float32)
        table[:, few] = drawn.normal(size=(4, len(few))) * 2
        best = max(
            (tags for tags in itertools.product(few, repeat=4) if legal(tags)),
            key=lambda tags: sum(table[i, tag] for i, tag in enumerate(tags)),
        )
        assert best_tags(table) == list(best)


def test_a_name_never_changes_its_label_inside() -> None:
    table = scores({"B-ORG": 2, "B-GPE": 1.9}, {"I-GPE": 3, "I-ORG": 2})
    assert spans(best_tags(table)) == [(0, 2, "GPE")]


def test_no_words_no_names() -> None:
    assert best_tags(np.zeros((0, len(TAGS)), dtype=np.float32)) == []


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O B-GPE O", [(1, 2, "GPE")]),
        ("B-PERSON I-PERSON B-PERSON", [(0, 2, "PERSON"), (2, 3, "PERSON")]),
        ("B-ORG I-ORG", [(0, 2, "ORG")]),
        ("O O", []),
    ],
)
def test_spans(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert spans([TAG[tag] for tag in tags.split()]) == expected


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("the United Nations", (0, 3, "ORG"), (1, 3, "ORG")),
        ("China 's", (0, 2, "GPE"), (0, 1, "GPE")),
        ("The", (0, 1, "ORG"), (0, 1, "ORG")),
    ],
)
def test_bare(words: str, name: tuple[int, int, str], expected: tuple[int, int, str]) -> None:
    assert bare(words.split(), name) == expected


def test_the_surer_mention_gives_the_label() -> None:
    words = "Tesla said . Tesla hired".split()
    table = scores({"B-ORG": 3}, {"O": 3}, {"O": 3}, {"B-PERSON": 1, "B-ORG": 0.5}, {"O": 3})
    found = spans(best_tags(table))
    assert [label for *_, label in found] == ["ORG", "PERSON"]
    assert even_out(words, found, table) == [(0, 1, "ORG"), (3, 4, "ORG")]


def test_a_family_name_follows_the_full_name() -> None:
    words = "Ada London spoke . London left".split()
    table = scores({"B-PERSON": 4}, {"I-PERSON": 4}, {"O": 4}, {"O": 4}, {"B-GPE": 1, "B-PERSON": 0}, {"O": 4})
    assert even_out(words, spans(best_tags(table)), table) == [(0, 2, "PERSON"), (4, 5, "PERSON")]


def test_a_place_of_that_name_stays_a_place() -> None:
    words = "Ada London left for work in London".split()
    table = scores(
        {"B-PERSON": 4}, {"I-PERSON": 4}, {"O": 4}, {"O": 4}, {"O": 4}, {"O": 4}, {"B-GPE": 1, "B-PERSON": 0}
    )
    assert even_out(words, spans(best_tags(table)), table) == [(0, 2, "PERSON"), (6, 7, "GPE")]


def test_another_string_keeps_its_own_label() -> None:
    words = "Tesla met Nikola".split()
    table = scores({"B-ORG": 3}, {"O": 3}, {"B-PERSON": 3})
    assert even_out(words, spans(best_tags(table)), table) == [(0, 1, "ORG"), (2, 3, "PERSON")]
