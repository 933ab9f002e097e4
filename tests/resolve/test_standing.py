"""What people said adds up: the latest on a pair holds, pairs do not touch each other, and what is taken back is as if
it had not been said."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Entity, EntityType, Judgement, Verdict
from kg.resolve.standing import between, ends_of, standing

ENDS = st.sampled_from("abcd")
SAID = st.builds(
    Judgement,
    left=ENDS,
    right=ENDS,
    verdict=st.sampled_from(list(Verdict)),
    score=st.just(1.0),
    by=st.sampled_from(["user:kim", "user:lou"]),
    reason=st.sampled_from(["", "saw them"]),
    at=st.sampled_from(["2024-01-01", "2024-01-02", "2024-01-03"]),
)
HISTORY = st.lists(SAID, max_size=10)
LAWS = settings(max_examples=200, deadline=None)


@LAWS
@given(HISTORY, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(said: list[Judgement], shuffle) -> None:  # type: ignore[no-untyped-def]
    shuffled = said + said
    shuffle.shuffle(shuffled)
    assert standing(shuffled) == standing(said)


@LAWS
@given(HISTORY)
def test_one_judgement_a_pair_and_the_latest(said: list[Judgement]) -> None:
    holding = standing(said)
    assert len({frozenset((one.left, one.right)) for one in holding}) == len(holding)
    assert standing(holding) == holding
    for one in holding:
        rivals = [other.at for other in said if {other.left, other.right} == {one.left, one.right}]
        assert one.at == max(rivals)


@LAWS
@given(HISTORY, HISTORY)
def test_pairs_do_not_touch_each_other(said: list[Judgement], more: list[Judgement]) -> None:
    touched = {frozenset((one.left, one.right)) for one in more}
    untouched = [one for one in standing(said) if frozenset((one.left, one.right)) not in touched]
    assert [one for one in standing(said + more) if frozenset((one.left, one.right)) not in touched] == untouched


@LAWS
@given(HISTORY, SAID)
def test_the_later_word_overrules_and_is_gone_when_taken_back(said: list[Judgement], one: Judgement) -> None:
    later = replace(one, at="2024-02-01")
    assert later in standing([*said, later])
    assert standing([other for other in [*said, later] if other.id != later.id]) == standing(said)


@LAWS
@given(HISTORY)
def test_ids_tell_judgements_apart(said: list[Judgement]) -> None:
    assert len({one.id for one in said}) == len(set(said))
    for one, other in pairwise(said):
        assert (one.id == other.id) == (one == other)


def test_what_was_said_between_two() -> None:
    one, other = (Entity(f"kb:Q{n}", EntityType.PERSON, "", (), (f"m{n}", f"n{n}")) for n in (1, 2))
    said = [
        Judgement(left, right, Verdict.SAME, 1.0, "user:kim", "")
        for left, right in (("m1", "n2"), ("m2", "kb:Q1"), ("m1", "n1"), ("m1", "x"), ("m2", "n2"))
    ]
    assert between(said, ends_of(one), ends_of(other)) == said[:2]
