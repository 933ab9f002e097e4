"""Questions as they are understood, before any claim is looked up."""

from __future__ import annotations

import pytest

from kg.errors import QuestionError
from kg.gazetteer import Gazetteer
from kg.ontology import Ontology
from kg.query.asked import Asked, Kind, Party
from kg.query.lexicon import Lexicon, inflect
from kg.query.names import Named, Names
from kg.query.question import understand

ENTITIES = (
    Named("kb:Q20", "Norway", "Country"),
    Named("kb:Q191", "Estonia", "Country"),
    Named("nordic", "Nordic Gas", "Organization", ("NG",)),
    Named("power", "Tallinn Power", "Organization"),
    Named("agency", "Bank of the North", "Organization"),
    Named("anna", "Anna Berg", "Person"),
    Named("olav", "Olav Vik", "Person", ("Vik",)),
    Named("may", "Theresa May", "Person", ("May",)),
    Named("oslo", "Oslo", "Place"),
    Named("nameless", "Vice President", "Person", ("President",)),
)


@pytest.fixture(scope="module")
def names(gazetteer: Gazetteer) -> Names:
    return Names(ENTITIES, gazetteer)


@pytest.fixture(scope="module")
def lexicon(ontology: Ontology) -> Lexicon:
    return Lexicon(ontology)


def _end(party: Party | None) -> str | None:
    return "+".join("|".join(group) for group in party.groups) if party else None


def _short(asked: Asked) -> tuple[str, set[tuple[str | None, str, str | None]]]:
    return asked.kind.value, {(_end(r.subject), r.relation, _end(r.object)) for r in asked.readings}


@pytest.mark.parametrize(
    ("question", "kind", "subject", "relation", "object"),
    [
        ("Who met Anna Berg?", "who", None, "MET", "anna"),
        ("who met vik", "who", None, "MET", "olav"),
        ("Whom did Anna Berg meet?", "who", "anna", "MET", None),
        ("Who held talks with Olav Vik?", "who", None, "MET", "olav"),
        ("Who was met by Olav Vik?", "who", "olav", "MET", None),
        ("Who supplies gas to Tallinn Power?", "who", None, "SUPPLIES", "power"),
        ("Who supplies Tallinn Power?", "who", None, "SUPPLIES", "power"),
        ("Who sells gas to Estonia?", "who", None, "SUPPLIES", "kb:Q191"),
        ("Who buys gas from NG?", "who", "nordic", "SUPPLIES", None),
        ("To whom does Nordic Gas sell gas?", "who", "nordic", "SUPPLIES", None),
        ("Who does Nordic Gas supply gas to?", "who", "nordic", "SUPPLIES", None),
        ("What does Nordic Gas supply to Tallinn Power?", "what", "nordic", "SUPPLIES", "power"),
        ("How much gas does Nordic Gas supply to Tallinn Power?", "how much", "nordic", "SUPPLIES", "power"),
        (
            "How long is the contract between NG and Tallinn Power?",
            "how long",
            "nordic",
            "SIGNED_AGREEMENT_WITH",
            "power",
        ),
        ("Who signed a new gas deal with Norway?", "who", None, "SIGNED_AGREEMENT_WITH", "kb:Q20"),
        ("Who criticised Norway?", "who", None, "CRITICIZES", "kb:Q20"),
        ("Who criticized Norwegian gas prices?", "who", None, "CRITICIZES", "kb:Q20"),
        ("Who was criticised by Anna Berg?", "who", "anna", "CRITICIZES", None),
        ("By whom was Norway criticised?", "who", None, "CRITICIZES", "kb:Q20"),
        ("Who supports Norway?", "who", None, "SUPPORTS", "kb:Q20"),
        ("Who opposes Estonia's plans?", "who", None, "OPPOSES", "kb:Q191"),
        ("Who accused Nordic Gas?", "who", None, "ACCUSES", "nordic"),
        ("Who called on Norway to act?", "who", None, "CALLS_ON", "kb:Q20"),
        ("Who is going to visit Oslo?", "who", None, "VISITED", "oslo"),
        ("Which countries has Olav Vik visited?", "who", "olav", "VISITED", None),
        ("Who heads the Bank of the North?", "who", None, "HEADS", "agency"),
        ("Who owns Nordic Gas?", "who", None, "OWNS", "nordic"),
        ("Who is the owner of Nordic Gas?", "who", None, "OWNS", "nordic"),
        ("Did Anna Berg meet Olav Vik?", "whether", "anna", "MET", "olav"),
        ("Did Anna Berg and Olav Vik meet?", "whether", "anna", "MET", "olav"),
        ("Did the head of the Bank of the North meet May?", "whether", "agency", "MET", "may"),
        ("Has Olav Vik visited Oslo?", "whether", "olav", "VISITED", "oslo"),
        ("Is Estonia a member of the Bank of the North?", "whether", "kb:Q191", "MEMBER_OF", "agency"),
        ("Where did Anna Berg and Olav Vik meet?", "where", "anna", "MET", "olav"),
        ("When will Olav Vik visit Oslo?", "when", "olav", "VISITED", "oslo"),
        ("Where is Nordic Gas based?", "where", "nordic", "BASED_IN", None),
        ("What did Anna Berg urge Norway to do?", "what", "anna", "CALLS_ON", "kb:Q20"),
        ("According to whom did Anna Berg support Norway?", "source", "anna", "SUPPORTS", "kb:Q20"),
        ("Who supplies gas?", "who", None, "SUPPLIES", None),
        ("Who sued the state of Norway?", "who", None, "LEGAL_ACTION_AGAINST", "kb:Q20"),
    ],
)
def test_clause(
    question: str, kind: str, subject: str | None, relation: str, object: str | None, names: Names, lexicon: Lexicon
) -> None:
    assert _short(understand(question, names, lexicon)) == (kind, {(subject, relation, object)})


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Who is the prime minister of Norway?", ("prime", "minister")),
        ("Who is Norway's foreign minister?", ("foreign", "minister")),
        ("Who is the Norwegian president?", ("president",)),
        ("who was president of Norway", ("president",)),
    ],
)
def test_posts(question: str, title: tuple[str, ...], names: Names, lexicon: Lexicon) -> None:
    asked = understand(question, names, lexicon)
    assert (asked.kind, asked.title) == (Kind.WHO, title)
    assert {"HEADS", "WORKS_FOR"} <= {r.relation for r in asked.readings}
    assert {_end(r.object) for r in asked.readings} == {"kb:Q20"}


@pytest.mark.parametrize(
    ("question", "kind", "parties"),
    [
        ("How are Anna Berg and Olav Vik connected?", Kind.PATH, ["anna", "olav"]),
        ("How is NG connected to May?", Kind.PATH, ["nordic", "may"]),
        ("What connects Norway and Oslo?", Kind.PATH, ["kb:Q20", "oslo"]),
        ("What happened to Nordic Gas?", Kind.TIMELINE, ["nordic"]),
        ("Where do sources disagree?", Kind.CONFLICTS, []),
        ("Where do the sources disagree about Norway?", Kind.CONFLICTS, ["kb:Q20"]),
    ],
)
def test_forms(question: str, kind: Kind, parties: list[str], names: Names, lexicon: Lexicon) -> None:
    asked = understand(question, names, lexicon)
    assert (asked.kind, [_end(party) for party in asked.parties]) == (kind, parties)


def test_a_post_without_its_place(names: Names, lexicon: Lexicon) -> None:
    asked = understand("Is Anna Berg a senator?", names, lexicon)
    assert (asked.kind, asked.title) == (Kind.WHETHER, ("senator",))
    assert ("anna", "WORKS_FOR", None) in {(_end(r.subject), r.relation, _end(r.object)) for r in asked.readings}


def test_a_verb_of_no_relation_looks_among_open_claims(names: Names, lexicon: Lexicon) -> None:
    asked = understand("Who tickled Anna Berg?", names, lexicon)
    assert {r.relation for r in asked.readings} == {"RELATED_TO"}
    assert asked.words == ("tickled",)


def test_who_somebody_works_for_includes_what_he_heads(names: Names, lexicon: Lexicon) -> None:
    asked = understand("Who does Anna Berg work for?", names, lexicon)
    assert {r.relation for r in asked.readings} == {"WORKS_FOR", "HEADS"}


def test_place_date_and_product_narrow(names: Names, lexicon: Lexicon) -> None:
    asked = understand("Who met Olav Vik in Oslo on 4 February 2019?", names, lexicon)
    assert asked.place == "Oslo"
    assert asked.dates is not None
    assert (asked.dates.start, asked.dates.end) == ("2019-02-04", "2019-02-04")
    assert understand("Who sells gas to Norway?", names, lexicon).words == ("gas",)
    assert understand("Who will visit Oslo?", names, lexicon).planned


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in 2014", "2014-01-01", "2014-12-31"),
        ("in May 2014", "2014-05-01", "2014-05-31"),
        ("since 2014", "2014-01-01", None),
        ("before 2014", None, "2013-12-31"),
    ],
)
def test_dates(words: str, start: str | None, end: str | None, names: Names, lexicon: Lexicon) -> None:
    dates = understand(f"Who met Olav Vik {words}?", names, lexicon).dates
    assert dates is not None
    assert (dates.start, dates.end) == (start, end)


def test_unknown_names_are_kept_for_the_answer(names: Names, lexicon: Lexicon) -> None:
    asked = understand("Did Anna Berg meet Joe Miller in Oslo?", names, lexicon)
    assert asked.unknown == ("Joe Miller",)
    assert asked.readings[0].object == Party((), ("Joe", "Miller"))


@pytest.mark.parametrize("question", ["", "?", "Why did Anna Berg meet Olav Vik?", "Anna Berg", "What is the weather?"])
def test_what_is_not_understood_is_refused_with_examples(question: str, names: Names, lexicon: Lexicon) -> None:
    with pytest.raises(QuestionError, match=r"Who met X"):
        understand(question, names, lexicon)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("meet", {"meet", "meets", "met", "meeting"}),
        ("supply", {"supplies", "supplied", "supplying"}),
        ("ban", {"banned", "banning"}),
        ("criticize", {"criticise", "criticised", "criticizes"}),
        ("honor", {"honoured", "honored"}),
        ("go", {"goes", "went", "gone"}),
    ],
)
def test_inflection(verb: str, forms: set[str]) -> None:
    assert forms <= {form for form, _ in inflect(verb)}
