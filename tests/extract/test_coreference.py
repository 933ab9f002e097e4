"""Words that mean someone named elsewhere in the article: short names, acronyms, nominals, pronouns, groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from triples import compare, the

from kg.extract import RuleExtractor
from kg.model import Article, EntityType, Extraction, Mention, MentionForm

Reader = Callable[..., list[dict[str, Any]]]

READ_ON = [
    (
        "French president Jacques Chirac visited Oslo. German chancellor Angela Merkel praised Canada. The leaders of "
        "France and Germany will meet in Bonn.",
        "Jacques Chirac HEADS France; Jacques Chirac VISITED Oslo; Angela Merkel HEADS Germany; "
        "Angela Merkel PRAISES Canada; Jacques Chirac MET Angela Merkel",
    ),
    (
        "Merkel praised Canada. Later, Angela Merkel visited Poland.",
        "Angela Merkel VISITED Poland; Angela Merkel PRAISES Canada",
    ),
    (
        "Egypt and Jordan condemned Syria. The two countries signed a treaty.",
        "Egypt CRITICIZES Syria; Jordan CRITICIZES Syria; Egypt SIGNED_AGREEMENT_WITH Jordan",
    ),
    # names
    ("Angela Merkel visited Poland. Merkel praised Canada.",
     "Angela Merkel VISITED Poland; Angela Merkel PRAISES Canada"),
    ("Canada was praised by Merkel. Later, Angela Merkel visited Poland.",
     "Angela Merkel VISITED Poland; Angela Merkel PRAISES Canada"),
    ("The World Health Organization criticised Canada. The WHO praised Cuba.",
     "World Health Organization CRITICIZES Canada; World Health Organization PRAISES Cuba"),
    # nominals
    ("German chancellor Angela Merkel visited Poland. The chancellor praised Canada.",
     "Angela Merkel HEADS Germany; Angela Merkel VISITED Poland; Angela Merkel PRAISES Canada"),
    ("German chancellor Angela Merkel met British prime minister Tony Blair. The German leader praised Canada.",
     "Angela Merkel HEADS Germany; Tony Blair HEADS United Kingdom; Angela Merkel MET Tony Blair; "
     "Angela Merkel PRAISES Canada"),
    ("Siemens cut jobs in March. The company sued Apple.", "Siemens LEGAL_ACTION_AGAINST Apple"),
    ("The Riga Summit opened on Monday. Angela Merkel attended the event.",
     "Angela Merkel PARTICIPATED_IN Riga Summit"),
    ("The Riga Film Festival opened on Monday. Angela Merkel attended the festival.",
     "Angela Merkel PARTICIPATED_IN Riga Film Festival"),
    # groups
    ("Angela Merkel flew to London to see Tony Blair. The two leaders met on Monday.",
     "Angela Merkel VISITED London; Angela Merkel MET Tony Blair"),
    ("Egypt and Jordan condemned the attack. The two countries signed a treaty.",
     "Egypt SIGNED_AGREEMENT_WITH Jordan"),
    ("Angela Merkel and Tony Blair visited Poland. They praised Canada.",
     "Angela Merkel VISITED Poland; Tony Blair VISITED Poland; Angela Merkel PRAISES Canada; "
     "Tony Blair PRAISES Canada"),
    # pronouns
    ("Angela Merkel visited Poland. She praised Canada.",
     "Angela Merkel VISITED Poland; Angela Merkel PRAISES Canada"),
    ("Angela Merkel met Tony Blair before he flew to Cairo.",
     "Angela Merkel MET Tony Blair; Tony Blair VISITED Cairo"),
    ("Tony Blair met his wife, Kim Adair. She praised Canada.",
     "Tony Blair SPOUSE_OF Kim Adair; Tony Blair MET Kim Adair; Kim Adair PRAISES Canada"),
    ("Siemens said it had sued Apple.", "Siemens LEGAL_ACTION_AGAINST Apple"),
    ('"I will visit Poland," Angela Merkel said.', "Angela Merkel VISITED Poland"),
]  # fmt: skip

LEFT_OPEN = [
    "Angela Merkel, Tony Blair and Bill Clinton dined in Oslo. The two leaders met again.",
    "The two leaders met on Monday.",  # nobody named
    "She praised Canada.",
    "The company sued Apple.",
    "The 2016 Riga Summit failed. Angela Merkel attended the 2018 summit.",  # another one
]


@pytest.mark.parametrize(("text", "expected"), READ_ON)
def test_read_on(claims_of: Reader, text: str, expected: str) -> None:
    assert compare(claims_of(text), expected) == ([], [])


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_left_open(claims_of: Reader, text: str) -> None:
    assert compare(claims_of(text), "") == ([], [])


def test_what_is_guessed_is_less_sure(claims_of: Reader) -> None:
    claims = claims_of("Angela Merkel visited Poland. She praised Canada.")
    named, guessed = the(claims, "Angela Merkel VISITED Poland"), the(claims, "Angela Merkel PRAISES Canada")
    assert guessed["confidence"] < named["confidence"]


def read(extractor: RuleExtractor, text: str) -> Extraction:
    return next(extractor.extract([Article.create(title="", text=text)]))


def by_text(extraction: Extraction) -> Mapping[str, Mention]:
    return {mention.text: mention for mention in extraction.mentions}


def test_chains_point_at_the_fullest_name(extractor: RuleExtractor) -> None:
    mentions = by_text(read(extractor, "Canada was praised by Merkel. Later, Angela Merkel visited Poland."))
    head = mentions["Angela Merkel"]
    assert (head.antecedent_id, head.form, head.type) == (None, MentionForm.NAME, EntityType.PERSON)
    assert mentions["Merkel"].antecedent_id == head.id


def test_forms_of_mentions(extractor: RuleExtractor) -> None:
    text = "German chancellor Angela Merkel visited Poland. She praised Canada. The chancellor thanked Latvia."
    mentions = by_text(read(extractor, text))
    head = mentions["Angela Merkel"]
    assert (mentions["She"].form, mentions["She"].antecedent_id) == (MentionForm.PRONOUN, head.id)
    assert (mentions["chancellor"].form, mentions["chancellor"].antecedent_id) == (MentionForm.NOMINAL, head.id)


def test_a_capital_that_stands_for_its_government_stays_a_place(extractor: RuleExtractor) -> None:
    extraction = read(extractor, "Moscow backed Syria.")
    (claim,) = [claim for claim in extraction.claims if claim.relation == "SUPPORTS"]
    subject = next(mention for mention in extraction.mentions if mention.id == claim.subject_id)
    assert (subject.text, subject.type, subject.stands_for) == ("Moscow", EntityType.PLACE, "Q159")


def test_a_nationality_stands_for_its_country(extractor: RuleExtractor) -> None:
    extraction = read(extractor, "The Russian army invaded Georgia.")
    (claim,) = [claim for claim in extraction.claims if claim.relation == "ATTACKS"]
    subject = next(mention for mention in extraction.mentions if mention.id == claim.subject_id)
    assert (subject.text, subject.stands_for) == ("Russian", "Q159")
