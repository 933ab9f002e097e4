"""What people say of entities, on a real ledger: undone, it leaves what was before; former ids lead on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import story
from toy_run import GAZETTEER

from kg.errors import InputError, NotFoundError
from kg.ledger import Ledger
from kg.model import Entity, Judgement, Verdict
from kg.pipeline import resolve
from kg.pipeline.judging import (
    differ,
    find_entity,
    last_said,
    merge,
    said_between,
    said_with,
    split,
    take_back,
)
from kg.pipeline.review import Answers, review
from kg.resolve.copies import signature

STORIES = [
    story("Annabel Lee met Bob Ray. Lee met Norway.", "a.txt", title="One"),
    story("Annabel Lee met Bob Rey.", "b.txt", title="Two"),
    story("Eve Fox met Anabel Lee.", "c.txt", title="Three"),
]
KIM, LOU = "user:kim", "user:lou"


def fill(ledger: Ledger) -> None:
    for article, extraction in STORIES:
        ledger.add(article, extraction, signature(article.text))
    derive(ledger)


def derive(ledger: Ledger) -> tuple[Entity, ...]:
    resolve(ledger, GAZETTEER)
    return tuple(ledger.entities())


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        fill(opened)
        yield opened


WORDS = st.lists(
    st.tuples(st.sampled_from([merge, differ]), st.integers(0, 9), st.integers(0, 9), st.sampled_from([KIM, LOU])),
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(words=WORDS, last=st.tuples(st.sampled_from([merge, differ]), st.integers(0, 9), st.integers(0, 9)))
def test_undo_after_a_word_is_as_before(words, last, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    def say(ledger: Ledger, word, left: int, right: int, by: str) -> bool:  # type: ignore[no-untyped-def]
        entities = list(ledger.entities())
        one, other = entities[left % len(entities)], entities[right % len(entities)]
        if one.id == other.id:
            return False
        word(ledger, one, other, by, "")
        return True

    with Ledger.open(tmp_path_factory.mktemp("judging") / "kg.sqlite") as ledger:
        fill(ledger)
        for word in words:
            say(ledger, *word)
            derive(ledger)
        before, said = tuple(ledger.entities()), list(ledger.judgements())
        if say(ledger, *last, KIM):
            derive(ledger)
            take_back(ledger, last_said(ledger, KIM), KIM, "")
            assert list(ledger.judgements()) == said
            assert derive(ledger) == before


def test_undo_goes_back_step_by_step(ledger: Ledger) -> None:
    states = [derive(ledger)]
    for left, right in (("Bob Ray", "Bob Rey"), ("Annabel Lee", "Anabel Lee"), ("Eve Fox", "Bob Ray")):
        merge(ledger, find_entity(ledger, left), find_entity(ledger, right), KIM, "")
        states.append(derive(ledger))
    while states:
        assert derive(ledger) == states.pop()
        if states:
            take_back(ledger, last_said(ledger, KIM), KIM, "")
    with pytest.raises(NotFoundError, match="nothing to take back"):
        last_said(ledger, KIM)


def test_what_was_overruled_holds_again(ledger: Ledger) -> None:
    before = derive(ledger)
    split(ledger, find_entity(ledger, "Annabel Lee"), STORIES[1][0].id, KIM, "two women")
    apart = derive(ledger)
    assert len(apart) == len(before) + 1
    ids = [entity.id for entity in apart if entity.name == "Annabel Lee"]
    merge(ledger, *(find_entity(ledger, id) for id in ids), LOU, "one after all")
    assert derive(ledger) == before
    with pytest.raises(NotFoundError):
        said_between(
            ledger, *(ledger.entity(id) for id in {e.id for e in before if e.name in ("Annabel Lee", "Bob Ray")})
        )
    take_back(ledger, last_said(ledger, LOU), LOU, "")
    assert derive(ledger) == apart


def test_one_command_is_taken_back_as_a_whole_by_any_of_its_judgements(ledger: Ledger) -> None:
    before = derive(ledger)
    split(ledger, find_entity(ledger, "Annabel Lee"), STORIES[1][0].id, KIM, "")
    one = next(ledger.judgements())
    merge(ledger, find_entity(ledger, "Bob Ray"), find_entity(ledger, "Bob Rey"), KIM, "")
    said = said_with(ledger, one.id[:10])
    assert one in said
    assert {other.verdict for other in said} == {Verdict.DIFFERENT}
    take_back(ledger, said, LOU, "she was wrong")
    with pytest.raises(NotFoundError, match="taken back already"):
        said_with(ledger, one.id)
    take_back(ledger, last_said(ledger, KIM), KIM, "")
    assert derive(ledger) == before


def test_all_that_was_said_between_two(ledger: Ledger) -> None:
    ray, rey = find_entity(ledger, "Bob Ray"), find_entity(ledger, "Bob Rey")
    differ(ledger, ray, rey, KIM, "")
    differ(ledger, rey, ray, LOU, "")
    differ(ledger, ray, find_entity(ledger, "Eve Fox"), LOU, "")
    said = said_between(ledger, rey, ray)
    assert len(said) == 2
    take_back(ledger, said, KIM, "")
    assert len(list(ledger.judgements())) == 1
    with pytest.raises(InputError, match="one entity"):
        said_between(ledger, ray, ray)


def test_a_clock_set_back_does_not_let_an_earlier_word_win(ledger: Ledger) -> None:
    ray, rey = find_entity(ledger, "Bob Ray"), find_entity(ledger, "Bob Rey")
    left, right = ray.mention_ids[0], rey.mention_ids[0]
    ahead = Judgement(left, right, Verdict.DIFFERENT, 1.0, KIM, "", "2999-01-01T00:00:00.000000+00:00")
    ledger.judge(ahead)
    merge(ledger, ray, rey, KIM, "")
    derive(ledger)
    assert find_entity(ledger, "Bob Ray") == find_entity(ledger, "Bob Rey")


def test_former_ids_lead_on_through_merge_and_undo(ledger: Ledger) -> None:
    ids = {name: find_entity(ledger, name).id for name in ("Bob Ray", "Bob Rey", "Norway")}
    merge(ledger, find_entity(ledger, "Bob Ray"), find_entity(ledger, "Bob Rey"), KIM, "")
    resolve(ledger, GAZETTEER)
    found = {find_entity(ledger, ids[name]).id for name in ("Bob Ray", "Bob Rey")}
    assert len(found) == 1
    former = next(id for id in (ids["Bob Ray"], ids["Bob Rey"]) if id not in found)
    assert find_entity(ledger, former[:8]).id in found
    merge(ledger, find_entity(ledger, former), find_entity(ledger, "Norway"), KIM, "")
    resolve(ledger, GAZETTEER)
    assert {find_entity(ledger, id).id for id in ids.values()} == {"kb:Q20"}
    for _ in range(2):
        take_back(ledger, last_said(ledger, KIM), KIM, "")
    resolve(ledger, GAZETTEER)
    assert {name: find_entity(ledger, id).id for name, id in ids.items()} == ids
    assert ledger.redirects() == {}


def test_review_shows_a_sentence_from_each(ledger: Ledger) -> None:
    pairs, number = review(ledger, GAZETTEER, limit=1)
    assert (len(pairs), number) == (1, 1)
    (pair,) = pairs
    told = {pair.left.name: pair.left, pair.right.name: pair.right}
    assert told["Anabel Lee"].sentence == "Eve Fox met Anabel Lee."
    assert (told["Annabel Lee"].articles, told["Annabel Lee"].title) in ((2, "One"), (2, "Two"))
    differ(ledger, find_entity(ledger, pair.left.id), find_entity(ledger, pair.right.id), KIM, "")
    assert review(ledger, GAZETTEER) == ([], 0)


def test_answers_that_follow_are_not_asked() -> None:
    given = Answers()
    assert not given.imply("a", "b")
    given.same("a", "b")
    given.different("b", "c")
    given.same("c", "d")
    assert given.imply("b", "a")
    assert given.imply("a", "d")
    assert not given.imply("a", "e")
