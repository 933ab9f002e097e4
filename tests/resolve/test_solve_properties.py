"""What holds of every resolution: no order, nobody lost, no judgement broken, every merge explained."""

from __future__ import annotations

from chains_toy import COUNTRY, GAZETTEER, ORG, PERSON, PLACE, chain
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Judgement, Mention, Verdict
from kg.resolve import Solution, explain, resolve, solve

NAMES = {
    PERSON: ("Ann Lee", "Bob Lee", "Lee", "President Lee", "Kim"),
    ORG: ("WSB", "World Salt Board", "Saltworks", "Saltworks Inc", "CDC", "UB"),
    COUNTRY: ("Freedonia", "Sylvania", "Freedonian"),
    PLACE: ("Fredville", "Georgia"),
}


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Mention], list[Judgement]]:
    """Chains in a few articles, with contradictory judgements about them."""
    mentions: list[Mention] = []
    for article in "abcd"[: draw(st.integers(1, 4))]:
        for _ in range(draw(st.integers(0, 4))):
            type = draw(st.sampled_from(sorted(NAMES)))
            texts = draw(st.lists(st.sampled_from((*NAMES[type], "(it)")), min_size=1, max_size=3))
            stands_for = draw(st.sampled_from([None, None, "Q1", "Q2"])) if type is PLACE else None
            mentions.extend(chain(article, type, *texts, stands_for=stands_for))
    mentions = list({mention.id: mention for mention in mentions}.values())
    ends = st.sampled_from([*(mention.id for mention in mentions), "kb:Q1", "kb:Q3", "gone"])
    said = st.builds(
        Judgement,
        left=ends,
        right=ends,
        verdict=st.sampled_from(list(Verdict)),
        score=st.just(1.0),
        by=st.sampled_from(["user:kim", "user:lou"]),
        reason=st.just(""),
        at=st.sampled_from(["2024-01-01", "2024-01-02"]),
    )
    return mentions, draw(st.lists(said, max_size=8))


WORLDS = settings(max_examples=200, deadline=None)


@WORLDS
@given(worlds(), st.randoms(use_true_random=False))
def test_order_does_not_matter(world: tuple[list[Mention], list[Judgement]], shuffle) -> None:  # type: ignore[no-untyped-def]
    mentions, said = world
    before = solve(mentions, GAZETTEER, said)
    mentions, said = list(mentions), list(said)
    shuffle.shuffle(mentions)
    shuffle.shuffle(said)
    assert solve(iter(mentions), GAZETTEER, iter(said)) == before
    assert solve(mentions + mentions, GAZETTEER, said + said) == before


@WORLDS
@given(worlds())
def test_every_mention_is_in_exactly_one_entity(world: tuple[list[Mention], list[Judgement]]) -> None:
    mentions, said = world
    entities = resolve(mentions, GAZETTEER, said)
    assert sorted(id for entity in entities for id in entity.mention_ids) == sorted(m.id for m in mentions)
    assert [entity.id for entity in entities] == sorted({entity.id for entity in entities})
    for entity in entities:
        assert entity.name not in entity.aliases
        assert list(entity.aliases) == sorted(set(entity.aliases))
        assert list(entity.mention_ids) == sorted(entity.mention_ids)


@WORLDS
@given(worlds())
def test_what_a_person_called_different_is_never_together(world: tuple[list[Mention], list[Judgement]]) -> None:
    mentions, said = world
    entities = resolve(mentions, GAZETTEER, said)
    entity_of = {id: entity.id for entity in entities for id in (*entity.mention_ids, entity.id)}
    latest = {
        frozenset((one.left, one.right)): one
        for one in sorted(said, key=lambda one: (one.at or "", one.by, one.verdict, one.left, one.right))
    }
    for one in latest.values():
        if one.verdict is Verdict.DIFFERENT and one.left != one.right and {one.left, one.right} <= entity_of.keys():
            assert entity_of[one.left] != entity_of[one.right]


@WORLDS
@given(worlds())
def test_an_article_removed_leaves_what_would_be_without_it(world: tuple[list[Mention], list[Judgement]]) -> None:
    mentions, said = world
    rest = [mention for mention in mentions if mention.article_id != "a"]
    there = {mention.id for mention in rest} | {"kb:Q1", "kb:Q3"}
    without = [one for one in said if {one.left, one.right} <= there]
    assert solve(rest, GAZETTEER, said) == solve(rest, GAZETTEER, without)


@WORLDS
@given(worlds())
def test_what_holds_an_entity_together_joins_all_its_members(world: tuple[list[Mention], list[Judgement]]) -> None:
    mentions, said = world
    solution: Solution = solve(mentions, GAZETTEER, said)
    for entity in solution.entities:
        nodes = {*entity.mention_ids} | ({entity.id} if entity.id.startswith("kb:") else set())
        reasons = explain(solution, entity.id)
        assert len(reasons) == len(nodes) - 1
        reached = {entity.mention_ids[0]}
        for _ in reasons:
            reached |= {end for one in reasons if {one.left, one.right} & reached for end in (one.left, one.right)}
        assert reached == nodes
