"""Resolution joins what is surely one thing, never what a person called different, whatever the order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from chains_toy import COUNTRY, GAZETTEER, GROUP, ORG, PERSON, PLACE, chain

from kg.errors import NotFoundError
from kg.model import Entity, EntityType, Judgement, Mention, MentionForm, Span, Verdict, digest
from kg.resolve import explain, resolve, solve


def groups(entities: Iterable[Entity], mentions: Sequence[Mention]) -> set[frozenset[str]]:
    """Clusters as sets of "article:text"."""
    shown = {mention.id: f"{mention.article_id}:{mention.text}" for mention in mentions}
    return {frozenset(shown[id] for id in entity.mention_ids) for entity in entities}


def same(left: Mention, right: Mention | str, verdict: Verdict = Verdict.SAME, at: str = "2024-01-01") -> Judgement:
    other = right if isinstance(right, str) else right.id
    return Judgement(left.id, other, verdict, 1.0, "user:kim", "I was there", at)


def different(left: Mention, right: Mention | str, at: str = "2024-01-01") -> Judgement:
    return same(left, right, Verdict.DIFFERENT, at)


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        pytest.param((PERSON, "Ann Lee", "Lee"), (PERSON, "ANN LEE"), True, id="full name"),
        pytest.param((PERSON, "Ánn Lee’s"), (PERSON, "Ann Lee"), True, id="spelling"),
        pytest.param((PERSON, "President Ann Lee"), (PERSON, "Ann Lee"), True, id="title in front"),
        pytest.param((PERSON, "Lee"), (PERSON, "Lee"), False, id="lone surname"),
        pytest.param((PERSON, "President Lee"), (PERSON, "President Lee"), False, id="title and surname"),
        pytest.param((PERSON, "Foreign Minister Lee"), (PERSON, "Foreign Minister Lee"), False, id="long title"),
        pytest.param((PERSON, "A. Lee"), (PERSON, "A. Lee"), False, id="initial and surname"),
        pytest.param((PERSON, "Ann Lee", "Lee"), (PERSON, "Lee"), False, id="surname of a full name"),
        pytest.param((PERSON, "Ann Lee"), (PERSON, "Ann Leigh"), False, id="alike"),
        pytest.param((PERSON, "Kim"), (PERSON, "Kim"), True, id="single name in the knowledge base"),
        pytest.param((ORG, "Saltworks PJSC"), (ORG, "PJSC Saltworks"), True, id="legal form"),
        pytest.param((ORG, "Saltworks Inc."), (ORG, "Saltworks"), True, id="without legal form"),
        pytest.param((ORG, "Saltworks North"), (ORG, "Saltworks"), False, id="subsidiary"),
        pytest.param((ORG, "CDC"), (ORG, "CDC"), False, id="lone acronym"),
        pytest.param((ORG, "Centre of Dry Crafts", "CDC"), (ORG, "Centre of Dry Crafts"), True, id="long form"),
        pytest.param((ORG, "WSB"), (ORG, "World Salt Board"), True, id="acronym in the knowledge base"),
        pytest.param((ORG, "World Salt Board", "WSB"), (ORG, "W.S.B."), True, id="acronym with points"),
        pytest.param((ORG, "Brine Ltd"), (ORG, "Brine"), True, id="knowledge base and legal form"),
        pytest.param((ORG, "Brine Nigeria", "Brine"), (ORG, "Brine"), False, id="short for a subsidiary"),
        pytest.param((ORG, "UB"), (ORG, "UB"), False, id="acronym of two"),
        pytest.param((ORG, "Union Bank", "UB"), (ORG, "Union Bakery", "UB"), False, id="acronym of two, told apart"),
        pytest.param((ORG, "Ann Lee"), (PERSON, "Ann Lee"), False, id="other type"),
        pytest.param((COUNTRY, "Freedonia"), (COUNTRY, "Republic of Freedonia"), True, id="alias"),
        pytest.param((COUNTRY, "Freedonian"), (COUNTRY, "Freedonia"), True, id="demonym of a country"),
        pytest.param((GROUP, "Freedonian"), (COUNTRY, "Freedonia"), False, id="people are not the country"),
        pytest.param((PLACE, "Fredville"), (COUNTRY, "Freedonia"), False, id="capital is not the country"),
        pytest.param((COUNTRY, "Georgia"), (PLACE, "Georgia"), False, id="country and region of one name"),
        pytest.param((PLACE, "Hull"), (PLACE, "Hull"), True, id="place"),
        pytest.param((ORG, "[the firm]"), (ORG, "[the firm]"), False, id="no names"),
    ],
)
def test_two_chains_of_two_articles(one: tuple[EntityType, str], two: tuple[EntityType, str], joined: bool) -> None:
    mentions = [*chain("a", *one), *chain("b", *two)]
    assert len(resolve(mentions, GAZETTEER)) == (1 if joined else 2)


def test_a_metonym_is_the_country_and_the_city_stays_a_place() -> None:
    city = chain("a", PLACE, "Fredville")
    government = chain("a", PLACE, "Fredville", "(it)", stands_for="Q1")
    country = chain("b", COUNTRY, "Freedonia", "(it)")
    found = {entity.id: entity for entity in resolve([*city, *government, *country], GAZETTEER)}
    assert set(found) == {"kb:Q1", digest("entity", city[0].id)}
    assert found["kb:Q1"] == Entity(
        "kb:Q1", COUNTRY, "Freedonia", (), tuple(sorted(m.id for m in (*government, *country))), "Q1"
    )


def test_a_metonym_that_points_at_the_city_does_not_draw_it_in() -> None:
    city = chain("a", PLACE, "Fredville")
    span = Span(0, 9)
    meant = Mention.create("a", span, "Fredville", PLACE, MentionForm.NAME, city[0].id, "Q1")
    assert len(resolve([*city, meant], GAZETTEER)) == 2


def test_names_and_ids() -> None:
    mentions = [
        *chain("a", PERSON, "Ann Lee", "Lee"),
        *chain("b", PERSON, "Ann Lee"),
        *chain("c", PERSON, "Ann Mary Lee", "Ann Lee"),
        *chain("d", ORG, "House Gazette"),
        *chain("e", ORG, "WSB", "[the board]"),
    ]
    found = {entity.name: entity for entity in resolve(mentions, GAZETTEER)}
    assert found.keys() == {"Ann Lee", "House Gazette", "World Salt Board"}
    ann, gazette, board = found["Ann Lee"], found["House Gazette"], found["World Salt Board"]
    assert ann.aliases == ("Ann Mary Lee", "Lee")
    assert (ann.id, ann.wikidata) == (digest("entity", ann.mention_ids[0]), None)
    assert (gazette.id, gazette.wikidata) == ("kb:kg:own", None)
    assert (board.aliases, board.wikidata) == (("WSB",), "Q3")


def test_people_join_and_part() -> None:
    (one,), (two,), (three,) = chain("a", PERSON, "Lee"), chain("b", PERSON, "Lee"), chain("c", PERSON, "Ann Lee")
    (four,) = chain("d", PERSON, "Ann Lee")
    mentions = [one, two, three, four]

    def joined(*said: Judgement) -> set[frozenset[str]]:
        return {cluster for cluster in groups(resolve(mentions, GAZETTEER, said), mentions) if len(cluster) > 1}

    assert joined() == {frozenset({"c:Ann Lee", "d:Ann Lee"})}
    assert joined(same(one, two)) == joined() | {frozenset({"a:Lee", "b:Lee"})}
    assert joined(different(three, four)) == set()
    assert joined(same(one, three)) == {frozenset({"a:Lee", "c:Ann Lee", "d:Ann Lee"})}
    assert joined(different(four, three, "2024-02-01"), same(three, four)) == set()
    assert joined(different(three, four), same(four, three, Verdict.UNSURE, "2024-02-01")) == joined()


def test_people_link_to_the_knowledge_base_and_cut_a_link() -> None:
    (freedonia,), (lee,) = chain("a", COUNTRY, "Freedonia"), chain("b", PERSON, "Lee")

    def ids(*said: Judgement) -> set[str]:
        return {entity.id for entity in resolve([freedonia, lee], GAZETTEER, said)}

    assert "kb:Q2" in ids(same(freedonia, "kb:Q2"))
    assert "kb:Q1" not in ids(same(freedonia, "kb:Q2"))
    assert ids(different(freedonia, "kb:Q1")) == {digest("entity", mention.id) for mention in (freedonia, lee)}
    assert "kb:Q777" in ids(same(lee, "kb:Q777"))


def test_people_may_join_what_the_extractor_typed_apart() -> None:
    mentions = [*chain("a", PERSON, "Salt"), *chain("b", ORG, "Salt Works")]
    assert len(resolve(mentions, GAZETTEER, [same(*mentions)])) == 1


def test_people_may_split_a_chain() -> None:
    head, right, wrong = chain("a", PERSON, "Ann Lee", "Lee", "(she)")
    elsewhere = chain("b", PERSON, "Ann Lee")
    mentions = [head, right, wrong, *elsewhere]
    found = groups(resolve(mentions, GAZETTEER, [different(wrong, right)]), mentions)
    assert found == {frozenset({"a:Ann Lee", "a:Lee", "b:Ann Lee"}), frozenset({"a:she"})} or found == {
        frozenset({"a:Ann Lee", "a:she", "b:Ann Lee"}),
        frozenset({"a:Lee"}),
    }


def test_one_set_apart_does_not_keep_the_others_from_each_other() -> None:
    mentions = sorted((m for name in "abc" for m in chain(name, PERSON, "Ann Lee")), key=lambda m: m.id)
    said = [different(mentions[1], mentions[0]), different(mentions[1], mentions[2])]
    found = resolve(mentions, GAZETTEER, said)
    assert sorted(len(entity.mention_ids) for entity in found) == [1, 2]


def test_two_knowledge_base_ids_never_meet() -> None:
    one, two = chain("a", PERSON, "Lee")[0], chain("b", PERSON, "Lee")[0]
    said = [same(one, "kb:Q1"), same(two, "kb:Q2")]
    assert {entity.id for entity in resolve([one, two], GAZETTEER, said)} == {"kb:Q1", "kb:Q2"}
    for more in (said[0], said[1]):
        assert len(resolve([one, two], GAZETTEER, [more, same(one, two)])) == 1
    kept = [entity.wikidata for entity in resolve([one, two], GAZETTEER, [*said, same(one, two)])]
    assert kept in (["Q1", "Q2"], ["Q1"], ["Q2"])


def test_explain_gives_what_holds_an_entity_together() -> None:
    mentions = [*chain("a", ORG, "World Salt Board", "WSB"), *chain("b", ORG, "WSB"), *chain("c", ORG, "Saltworks")]
    (also,) = chain("d", ORG, "the Board of Salt")
    said = same(also, mentions[0])
    solution = solve([*mentions, also], GAZETTEER, [said])
    reasons = explain(solution, "kb:Q3")
    assert [judgement.by for judgement in reasons] == [
        "user:kim",
        "rule:coreference",
        "rule:knowledge-base",
        "rule:knowledge-base",
    ]
    assert reasons[0] == said
    assert any('"World Salt Board"' in judgement.reason for judgement in reasons)
    assert explain(solution, next(e.id for e in solution.entities if e.name == "Saltworks")) == ()
    with pytest.raises(NotFoundError):
        explain(solution, "kb:Q999")


def test_judgements_about_mentions_that_are_gone_are_passed_over() -> None:
    (one,) = chain("a", PERSON, "Ann Lee")
    (gone,) = chain("b", PERSON, "Bob Ray")
    assert resolve([one], GAZETTEER, [same(one, gone), different(gone, one)]) == resolve([one], GAZETTEER)


def test_a_circle_of_antecedents_is_one_chain() -> None:
    one, two = chain("a", PERSON, "Ann Lee", "Lee")
    one = replace(one, antecedent_id=two.id)
    (entity,) = resolve([one, two], GAZETTEER)
    assert set(entity.mention_ids) == {one.id, two.id}
