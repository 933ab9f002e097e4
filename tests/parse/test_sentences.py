"""Where sentences end: not inside names, after abbreviations only where one ends there too."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.parse.sentence_ends import sentence_starts

WHOLE = [
    # one sentence each: no end may be seen
    "He lives in St. Louis, Mo., and works in Ste. Marie.",
    "Volta Corp. bought Sunde Inc. for $2 million.",
    "They asked Volta Co. chairman Jens Krogh to go.",
    "The yard belongs to Arany Kft. of Budapest.",
    "George W. Moe met Ann B. Krogh.",
    "Mr. Holm and Mrs. Dahl met Dr. Moe and Prof. Lie.",
    "The case of Holm vs. Dahl begins on Monday.",
    "Holm v. Dahl was heard in May.",
    "He came at 5 p.m. Monday and left at 9 a.m. local time.",
    '"Why now?" Holm asked.',
    '"Why now?" asked Holm.',
    '"Stop!" she said and left.',
    '"It is over!" Anna Holm shouted.',
    "The shares rose 3.5 percent to 12.75 kroner.",
    "He works at Yahoo! Japan.",
    "Three things matter: ships, e.g. ferries, i.e. boats, and fish.",
    "Sdn. Bhd. firms such as Kestrel Sdn. Bhd. are Malaysian.",
    "Ann Holm, Ph.D., and Bo Lie, M.D., met.",
    "Holm; Dahl; and Moe met.",
    "He met Insp. Gen. Holm and Supt. Dahl.",
    "Holm met Rep. Dahl, D-Ohio, and Rev. Moe on Tues. 5 March.",
    "Jens\nKrogh met Marit van der\nMeer-Holst in Oslo.",
    "U.S. But Not Norway Signs Pact",
    "Kestrel Inc. To Buy Sunde Corp. As Profit Falls",
    "He praised Moe (the mayor of Lom) and Dahl.",
    '"… and then we left," Holm said.',
    'The film "Where Next?" opened on Friday.',
    'The musical "Go!" by Bo Lie opened.',
    "They left… Holm stayed.",
    "Jens Krogh – the chief executive – left.",
    "See Fig. 3 and pp. 4-5 of Vol. 2.",
    "Maj. Per Ek of the Royal Guard, 45, was shot on Moe St. near the Lom Ave. bridge.",
    "The Rt. Hon. Ann Holm, M.P., met Cllr. Bo Lie.",
    "The 3 p.m. train to St. Moe was late.",
    "He worked at Bros. Holm & Co. in Lom.",
]

ENDS = [
    # "¦" stands where a sentence ends: each end must be seen, and no other
    "Obituary\n\n¦Erik Lindqvist met Maria Kask in Bergen on Sunday.",
    "Sport\n\n¦Ruth Okello, the head of the union, accused Calder Marine of lying.",
    "Shipping\n\n¦U.S. Treasury Secretary Ann Holm met Jens Krogh.",
    "News\n\n¦Northgate Energy has signed a contract with Baltic Power.",
    "KESTREL <KSTR> BUYS SUNDE SHIPYARD\n\n¦Kestrel Holding Corp said it bought Sunde.",
    "Texas Gov. Ann Holm signed the bill.¦ She then left for Ohio.",
    "Republican Sen. Lars Dahl of Ohio voted no.¦ Sen. Ruth Moe voted yes.",
    "She met Lt. Col. Per Ek and Brig. Gen. Bo Lie.¦ Maj. Gen. Liv Sand stayed away.",
    "The meeting is on Jan. 5 in Oslo.¦ It will end on Feb. 7.",
    "It was No. 5 on the list.¦ No. 6 was Kestrel.",
    'He was asked if he knew.¦ "No."¦ He left the room.',
    "She works for Sunde Inc.¦ The firm builds ships.",
    "Kestrel sold the yard to Sunde Ltd.¦ It had owned the yard since 1990.",
    "He left Arany Kft.¦ She stayed.",
    "J. K. Holm founded the firm.¦ A.P. Dahl runs it.",
    "The book is by J.R. Holm.¦ Dahl wrote another.",
    "Norway won Group A.¦ Denmark was second.",
    "He wants more vitamin C.¦ Doctors disagree.",
    "He came at 5 p.m.¦ She came later.",
    "The talks ended at 2:30 p.m.¦ Officials then went home.",
    "He has lived in the U.S. since 1990.¦ He likes it.",
    "He has lived for years in the U.S.¦ He likes it there.",
    "The U.S. Senate voted.¦ The U.N. Security Council did not.",
    "He flew to Washington, D.C.¦ She stayed at home.",
    '"We won," he said.¦ "It was late."',
    '"We won," Holm said.¦ "But it was late," she added.',
    'He asked: "Why now?"¦ Nobody answered.',
    '"It is over."¦ Holm left the room.',
    'Holm said: "It is over.¦ We lost."¦ Dahl agreed.',
    "“It is over.”¦ “Then we must go.”",
    'She called it "a shame."¦ Holm agreed.',
    '"It was late.¦ We lost."\n\n¦Holm left.',
    "He waited ... and waited.¦ Then he left.",
    '"I felt ill [...]¦ I went home," she said.',
    "He never came. [...]¦ She left.",
    "Sunde.com bought eBay shares.¦ eBay said so.",
    "Kestrel fell.¦ eBay rose.¦ iRobot was flat.",
    "Yahoo! Inc. bought Kestrel.¦ Yahoo! said so.",
    "Is Kestrel for sale?¦ Holm says no.",
    "1. Holm won.¦ 2. Dahl lost.",
    "Lars Holm Jr. met Per Ek Sr. in Oslo.¦ Ek left.",
    "Kestrel (KSTR.O) fell.¦ (It had risen before.)¦ Sunde rose.",
    "He was born in Lom, Ill. and raised in Moe, Calif.¦ He died there.",
    "The firm has approx. 50 ships.¦ They are old.",
    "He said he would go (perhaps.)¦ He stayed.",
    "The 15-year contract, etc., was signed.¦ Nobody knew.",
    "al-Karimi met Holm.¦ al-Karimi then left.",
    "He came from Ft. Moe to Mt. Holm.¦ It rained.",
    "The deal, worth 2.1bn, fell through.¦ 14 people lost work.",
    "Kestrel Holding: profit up\n\n¦Kestrel Holding earned more.",
    "It fell.¦ $5 million was lost.",
    "Ruling party wins; Holm concedes\n\n¦Anna Holm conceded on Monday.",
    "Who is he?¦ Who is she?¦ Nobody knows!¦ The end.",
    '"Who?"¦ "Me."',
    'Kestrel bought Sunde.¦ "Great," Holm said.',
    "St. Moe is a town.¦ The bishop of St. Moe is Bo Lie.",
    "* Kestrel buys Sunde\n¦* CEO Krogh sees savings\n¦* Shares rise",
    "The talks ended at 5 p.m. Oslo time.¦ Holm left.",
    '"If you go," she said, "I will stay."¦ He went.',
    "Holm (born 1970 in Lom, Mo.) is a singer.¦ She lives in Oslo.",
    "He earned $3.5 million in 2019.¦ In 2020, he earned less.",
    "It happened in 2019.¦ The firm closed in 2020.",
    'Who said "no"?¦ Holm did.',
    "He said 'no.'¦ She said 'yes.'",
    "Kestrel, Sunde, Volta et al. sued.¦ The court agreed.",
    "He joined Kestrel Plc.¦ In May he left.",
    "Adm. Moe spoke.¦ Gov.-elect Ann Holm listened.",
    '"I saw it," said Holm.¦ "It fell."¦ He wept.',
    'He said, "I saw it."¦ "Did you?" she asked.',
    "We asked: Is it over?¦ It is not.",
    "The firm (Kestrel Inc.) fell.¦ Sunde (Volta Ltd.) rose.",
    "Anna Holm: We lost.\n\n¦Bo Lie: We won.",
    "Kestrel rose to 1.¦ It fell later.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_no_sentence_ends_within(nlp: Language, text: str) -> None:
    assert [sentence.text for sentence in nlp(text).sents] == [text]


@pytest.mark.parametrize("marked", ENDS)
def test_sentences_end(nlp: Language, marked: str) -> None:
    doc = nlp(marked.replace("¦", ""))
    assert [sentence.text.strip() for sentence in doc.sents] == [part.strip() for part in marked.split("¦")]
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == doc.text


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Obituary", "Erik Lindqvist met Maria Kask."),
        ("Sport", "Ruth Okello accused Calder Marine."),
        ("Two dead", "Volta Corp's Sunde unit sued J.K. Holm Ltd."),
        ("Holm wins", "St. Moe thanked Gov. Lars Dahl."),
        ("", "Kestrel Holding International Corp sued Volta Distributing International Inc."),
    ],
)
def test_no_sentence_begins_inside_a_name(nlp: Language, before: str, text: str) -> None:
    doc = nlp(f"{before}\n\n{text}")
    names = [name for name in doc.ents if len(name) > 1]
    assert names
    assert not [token for name in names for token in name[1:] if token.is_sent_start]


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        # True: surely; False: surely not; None: the parser decides
        ("He left . She stayed .", [True, False, False, True, False, False]),
        ("He met Sen. Holm", [True, False, False, False]),
        ("at Kestrel Inc. Chief aide Holm", [True, False, False, None, False, False]),
        ("", []),
    ],
)
def test_what_words_alone_tell(words: str, starts: list[bool | None]) -> None:
    texts = words.split()
    assert sentence_starts(texts, [" "] * len(texts)) == starts


@pytest.mark.parametrize("sign", ['"', "'", ")", "(", ".", "?", "!", "…", ":", "-", "[", "”", "A.", "“", "\n", "*"])
def test_many_signs_are_read(sign: str) -> None:
    """Linear in the number of words: a square of it would not end while anybody waits."""
    number = 20_000
    for gap in ("", " ", "\n"):
        starts = sentence_starts([sign] * number, [gap] * number)
        assert len(starts) == number
