"""Words to integers: shapes, pieces, and windows that lose no word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.parse.ner_windows import BREAK, CLS, SEP, SHAPES, UNKNOWN, Pieces, shape, stretches, window


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("Gazprom", "Berlin", True),
        ("US", "us", False),
        ("US", "U.S.", False),
        ("Apple", "apple", False),
        ("2019", "19th", False),
        ("McDonald", "Mcdonald", False),
        ("iPhone", "iphone", False),
        ("Élysée", "Paris", True),
        (".", "—", True),
        ("北京", "beijing", False),
    ],
)
def test_shape_tells_capitals_apart(word: str, other: str, same: bool) -> None:
    assert (shape(word) == shape(other)) is same


@given(st.text(min_size=1, max_size=12))
def test_every_shape_has_a_row_in_the_table(word: str) -> None:
    assert 0 < shape(word) < SHAPES


def test_pieces_are_bounded_and_never_empty() -> None:
    pieces = Pieces(lambda word: [7] * len(word) if word.isascii() else [])
    assert pieces("a" * 500)[0] == (7,) * 8
    assert pieces("☂")[0] == (UNKNOWN,)
    assert pieces(BREAK)[0] == (SEP,)


def test_window_marks_the_first_piece_of_each_word() -> None:
    pieces = Pieces(lambda word: [ord(c) for c in word])
    cut = window(["x", "Abc", BREAK, "de"], 1, 4, pieces)
    assert cut.ids == [CLS, 65, 98, 99, SEP, 100, 101, SEP]
    assert cut.firsts == [1, 4, 5]
    assert len(cut.shapes) == len(cut.ids)
    assert cut.shapes[1] == cut.shapes[3] == shape("Abc")


@pytest.mark.parametrize(
    ("lengths", "ends", "limit", "expected"),
    [
        ([1, 1, 1, 1], [2, 4], 4, [(0, 4)]),
        ([1, 1, 1, 1], [2, 4], 3, [(0, 2), (2, 4)]),
        ([1] * 7, [5, 7], 3, [(0, 3), (3, 5), (5, 7)]),
        ([1] * 7, [5, 7], 4, [(0, 4), (4, 7)]),  # the rest of a sentence too long is joined by the next
        ([1] * 5, [5], 5, [(0, 5)]),
        ([], [0], 5, []),
    ],
)
def test_stretches(lengths: list[int], ends: list[int], limit: int, expected: list[tuple[int, int]]) -> None:
    assert list(stretches(lengths, ends, limit)) == expected


@given(st.lists(st.integers(1, 8), min_size=1, max_size=80), st.sets(st.integers(1, 79)), st.integers(8, 40))
def test_stretches_cover_every_word_once_within_the_limit(lengths: list[int], cuts: set[int], limit: int) -> None:
    ends = [*sorted(cut for cut in cuts if cut < len(lengths)), len(lengths)]
    found = list(stretches(lengths, ends, limit))
    assert [i for start, end in found for i in range(start, end)] == list(range(len(lengths)))
    assert all(sum(lengths[start:end]) <= limit for start, end in found)


@given(st.lists(st.integers(1, 8), min_size=2, max_size=30))
def test_a_sentence_that_fits_is_not_cut(lengths: list[int]) -> None:
    ends = [len(lengths) // 2, len(lengths)] if len(lengths) > 1 else [len(lengths)]
    limit = max(sum(lengths[: ends[0]]), sum(lengths[ends[0] :]))
    found = list(stretches(lengths, ends, limit))
    assert found in ([(0, ends[0]), (ends[0], ends[1])], [(0, ends[1])])
