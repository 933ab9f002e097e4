"""How a predicate is asserted, on parsed sentences: each row is one way to deny, reserve, ask for or attribute."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from spacy.tokens import Doc
from treebank import word

from kg.model import Modality
from kg.parse.assertion import negated, speakers
from kg.parse.modality import modality

NEGATED = [
    ("Anna Holm did not meet Pavel Orlik.", "meet"),
    ("Anna Holm never met Pavel Orlik.", "met"),
    ("Anna Holm won't visit Oslo.", "visit"),
    ("No talks were held with Chile.", "talks"),
    ("No troops were sent to Chile.", "sent"),
    ("Norway held no talks with Chile.", "talks"),
    ("Norway held no talks with Chile.", "held"),
    ("Norway has not signed a deal with Chile.", "deal"),
    ("Anna Holm refused to meet Pavel Orlik.", "meet"),
    ("Norway denied attacking Chile.", "attacking"),
    ("Norway stopped supplying Chile.", "supplying"),
    ("Anna Holm left Oslo without meeting Pavel Orlik.", "meeting"),
    ("Neither Norway nor Chile signed the treaty.", "signed"),
    ("Neither Norway nor Chile signed the treaty.", "treaty"),
    ("Anna Holm cancelled a visit to Chile.", "visit"),
    ("Norway ruled out talks with Chile.", "talks"),
    ("Anna Holm did not meet or call Pavel Orlik.", "call"),
    ("Norway stopped Velmark from leaving Chile.", "leaving"),
    ("Velmark denied that it poisoned wells.", "poisoned"),
    ("Nobody met Anna Holm.", "met"),
    ("No minister agreed to meet Anna Holm.", "meet"),
]

AFFIRMED = [
    ("Anna Holm met Pavel Orlik.", "met"),
    ("Anna Holm refused to meet Pavel Orlik.", "refused"),
    ("Anna Holm left Oslo without meeting Pavel Orlik.", "left"),
    ("Anna Holm did not refuse to meet Pavel Orlik.", "meet"),
    ("Anna Holm did not resign after Pavel Orlik sued Velmark.", "sued"),
    ("Norway did not say that Chile attacked Velmark.", "attacked"),
    ("Anna Holm not only met Pavel Orlik but praised him.", "met"),
    ("Anna Holm not only met Pavel Orlik but praised him.", "praised"),
    ("Anna Holm did not meet Pavel Orlik but phoned him.", "phoned"),
    ("Anna Holm cancelled a visit to Chile.", "cancelled"),
]

MODALITIES = [
    ("Anna Holm met Pavel Orlik.", "met", "actual"),
    ("Anna Holm did not meet Pavel Orlik.", "meet", "actual"),
    ("Anna Holm refused to meet Pavel Orlik.", "meet", "actual"),
    ("Velmark seems to own Nordvik.", "own", "possible"),
    ("Ostra responded by suing Velmark.", "suing", "actual"),
    ("Anna Holm will visit Oslo.", "visit", "planned"),
    ("Anna Holm won't visit Oslo.", "visit", "planned"),
    ("Anna Holm is to visit Oslo.", "visit", "planned"),
    ("Anna Holm is expected to visit Oslo.", "visit", "planned"),
    ("Anna Holm is scheduled to visit Oslo.", "visit", "planned"),
    ("Anna Holm plans to visit Oslo.", "visit", "planned"),
    ("Anna Holm wants to visit Oslo and meet Pavel Orlik.", "meet", "planned"),
    ("Norway agreed to help Chile.", "help", "planned"),
    ("Norway is ready to help Chile.", "help", "planned"),
    ("Norway vowed to keep helping Chile.", "helping", "planned"),
    ("Norway expects Chile to sign the treaty.", "sign", "planned"),
    ("Anna Holm hopes Norway will sanction Chile.", "sanction", "planned"),
    ("Anna Holm welcomed a plan to sanction Chile.", "sanction", "planned"),
    ("Ostra won a contract to deliver turbines to Norway.", "deliver", "planned"),
    ("Ostra signed a deal with Velmark to supply gas to Chile.", "supply", "planned"),
    ("Ostra said it would supply Chile.", "supply", "planned"),
    ("Anna Holm will hold talks with Pavel Orlik.", "talks", "planned"),
    ("Anna Holm welcomed the upcoming meeting between Norway and Chile.", "meeting", "planned"),
    ("Anna Holm may visit Oslo.", "visit", "possible"),
    ("Velmark could have poisoned Pavel Orlik.", "poisoned", "possible"),
    ("Norway would attack Chile.", "attack", "planned"),
    ("Norway threatened to sanction Chile.", "sanction", "possible"),
    ("If Norway attacks Chile, Ostra will leave.", "attacks", "possible"),
    ("If Norway attacks Chile, Ostra will leave.", "leave", "planned"),
    ("Anna Holm asked whether Norway attacked Chile.", "attacked", "possible"),
    ("Velmark allegedly poisoned Pavel Orlik.", "poisoned", "possible"),
    ("Anna Holm discussed a possible meeting between Norway and Chile.", "meeting", "possible"),
    ("Norway should sanction Chile.", "sanction", "requested"),
    ("Norway must sanction Chile.", "sanction", "requested"),
    ("Pavel Orlik was urged to visit Oslo.", "visit", "requested"),
    ("Anna Holm urged Velmark to leave Chile.", "leave", "requested"),
    ("Anna Holm urged Velmark to leave Chile.", "urged", "actual"),
    ("Norway ordered Velmark to leave Chile.", "leave", "requested"),
    ("Anna Holm called for Velmark to leave Chile.", "leave", "requested"),
    ("Chile demanded that Velmark leave.", "leave", "requested"),
    ("Norway recommended that Chile sign the treaty.", "sign", "requested"),
]

SPEAKERS = [
    ("Anna Holm met Pavel Orlik.", "met", ""),
    ("Velmark lied, Anna Holm said.", "lied", "Holm"),
    ("Velmark denied that it poisoned wells.", "poisoned", "Velmark"),
    ('"Velmark lied," said Anna Holm.', "lied", "Holm"),
    ("Anna Holm claimed that Velmark poisoned wells.", "poisoned", "Holm"),
    ("Anna Holm claimed that Velmark poisoned wells.", "claimed", ""),
    ("Anna Holm told Pavel Orlik that Velmark lied.", "lied", "Holm"),
    ("Anna Holm praised Ostra and said Velmark lied.", "lied", "Holm"),
    ("Anna Holm praised Ostra and said Velmark lied.", "praised", ""),
    ("Anna Holm, who said Velmark poisoned wells, resigned.", "poisoned", "Holm"),
    ("According to Velmark, Ostra sued Nordvik.", "sued", "Velmark"),
    ("Ostra sued Nordvik, according to Velmark and Norway.", "sued", "Velmark Norway"),
    ("Ostra announced that it signed a deal, the Harbour Post reported.", "signed", "Post Ostra"),
    ("Ostra announced that it signed a deal, the Harbour Post reported.", "announced", "Post"),
    ("Ostra announced a contract with Velmark.", "contract", "Ostra"),
]


@pytest.mark.parametrize(("sentence", "predicate"), NEGATED)
def test_denied(treebank: Mapping[str, Doc], sentence: str, predicate: str) -> None:
    assert negated(word(treebank[sentence], predicate))


@pytest.mark.parametrize(("sentence", "predicate"), AFFIRMED)
def test_not_denied(treebank: Mapping[str, Doc], sentence: str, predicate: str) -> None:
    assert not negated(word(treebank[sentence], predicate))


@pytest.mark.parametrize(("sentence", "predicate", "expected"), MODALITIES)
def test_modality(treebank: Mapping[str, Doc], sentence: str, predicate: str, expected: str) -> None:
    assert modality(word(treebank[sentence], predicate)) is Modality(expected)


@pytest.mark.parametrize(("sentence", "predicate", "expected"), SPEAKERS)
def test_who_says_so_outermost_first(treebank: Mapping[str, Doc], sentence: str, predicate: str, expected: str) -> None:
    assert " ".join(token.text for token in speakers(word(treebank[sentence], predicate))) == expected
