"""Law, conflict, sanctions, posts, contests and family in the wordings of news: what a sentence says, and does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import says, triple

Reader = Callable[[str], list[dict[str, Any]]]

SAID = [
    # light verbs and what is attached behind them
    ("Apple obtained an injunction against Samsung in Munich.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("Norway filed charges of tax fraud against Nokia.", "Norway LEGAL_ACTION_AGAINST Nokia"),
    ("A court heard the case that Apple brought against Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("Samsung won a suit filed against it by Apple.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("Samsung is facing legal action from Apple.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("Norway's prosecution of Anna Holm was criticised.", "Norway LEGAL_ACTION_AGAINST Anna Holm"),
    # verbs that need a word in a slot
    ("Norway took Sweden to the International Court of Justice.", "Norway LEGAL_ACTION_AGAINST Sweden"),
    ("Apple took Samsung to court over the design of its phones.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("Nokia was hit with a record fine by Norway.", "Norway LEGAL_ACTION_AGAINST Nokia"),
    ("Sweden named Anna Holm as a suspect.", "Sweden LEGAL_ACTION_AGAINST Anna Holm"),
    ("The Supreme Court ruled that Nokia had broken the law.", "Supreme Court LEGAL_ACTION_AGAINST Nokia"),
    ("The Supreme Court ordered Nokia to pay damages.", "Supreme Court LEGAL_ACTION_AGAINST Nokia"),
    ("Anna Holm is wanted by Sweden for fraud.", "Sweden LEGAL_ACTION_AGAINST Anna Holm"),
    # agents: behind the last noun, as the one who tells, in apposition
    ("Anna Holm was charged with fraud by Sweden.", "Sweden LEGAL_ACTION_AGAINST Anna Holm"),
    ("Anna Holm has been arrested, the Metropolitan Police said.", "Metropolitan Police ARRESTED Anna Holm"),
    ("Tony Blair praised Anna Holm, a farmer who had sued Nokia.", "Anna Holm LEGAL_ACTION_AGAINST Nokia"),
    ("Anna Holm was among five writers jailed by Cuba.", "Cuba ARRESTED Anna Holm"),
    ("Officers from the Metropolitan Police arrested Anna Holm.", "Metropolitan Police ARRESTED Anna Holm"),
    ("Cuba has kept Anna Holm in prison since May.", "Cuba ARRESTED Anna Holm"),
    ("Cuba's jailing of Anna Holm was condemned.", "Cuba ARRESTED Anna Holm"),
    # weapons and fighters of somebody
    ("Iraq launched missiles at Kuwait.", "Iraq ATTACKS Kuwait"),
    ("Iraqi warplanes bombed Kuwait.", "Iraq ATTACKS Kuwait"),
    ("Iraq pounded Basra with artillery.", "Iraq ATTACKS Basra"),
    ("A drone strike by Iraq on a base of Kuwait was reported.", "Iraq ATTACKS Kuwait"),
    ("Iraq is at war with Iran.", "Iraq ATTACKS Iran"),
    ("Anna Holm was killed in an Iraqi airstrike near Basra.", "Iraq KILLED Anna Holm"),
    ("Pavel Orlik shot dead Anna Holm in Oslo.", "Pavel Orlik KILLED Anna Holm"),
    ("Pavel Orlik was found guilty of the murder of Anna Holm.", "Pavel Orlik KILLED Anna Holm"),
    ("Norway has 300 soldiers stationed in Kosovo.", "Norway DEPLOYS_TO Kosovo"),
    ("The presence of Norwegian troops in Kosovo was debated.", "Norway DEPLOYS_TO Kosovo"),
    ("Norwegian soldiers arrived in Kosovo.", "Norway DEPLOYS_TO Kosovo"),
    # sanctions and aid
    ("Canadian sanctions against Belarus took effect.", "Canada SANCTIONS Belarus"),
    ("Canada placed Anna Holm under sanctions.", "Canada SANCTIONS Anna Holm"),
    ("Canada froze the assets of Anna Holm.", "Canada SANCTIONS Anna Holm"),
    ("Canada added Huawei to its blacklist.", "Canada SANCTIONS Huawei"),
    ("Canada announced $40 million in aid for Haiti.", "Canada AIDS Haiti"),
    ("Canada gave Haiti 40 million dollars.", "Canada AIDS Haiti"),
    # posts and contests
    ("Nokia appointed Anna Holm to replace Pavel Orlik.", "Anna Holm SUCCEEDS Pavel Orlik"),
    ("Nokia replaced Pavel Orlik with Anna Holm.", "Anna Holm SUCCEEDS Pavel Orlik"),
    ("Nokia's firing of Pavel Orlik surprised investors.", "Nokia DISMISSED Pavel Orlik"),
    ("Pavel Orlik was removed from his post by Nokia.", "Nokia DISMISSED Pavel Orlik"),
    ("Tony Blair's nominee for governor, Anna Holm, won.", "Tony Blair APPOINTED Anna Holm"),
    ("Arsenal reached the final with a 2-1 victory over Chelsea.", "Arsenal DEFEATED Chelsea"),
    ("Chelsea suffered a heavy defeat to Arsenal.", "Arsenal DEFEATED Chelsea"),
    # people
    ("Anna Holm died at the Royal Hospital in Bergen.", "Anna Holm DIED_IN Bergen"),
    ("Anna Holm died aged 80 in a hospital in Bergen.", "Anna Holm DIED_IN Bergen"),
    ("Anna Holm was murdered in Bergen in 1990.", "Anna Holm DIED_IN Bergen"),
    ("Pavel Orlik is survived by his wife and a daughter, Anna Orlik.", "Pavel Orlik PARENT_OF Anna Orlik"),
    ("Anna Holm, an undergraduate at Oxford University, won.", "Anna Holm EDUCATED_AT Oxford University"),
]  # fmt: skip

NOT_SAID = [
    ("Samsung won a suit filed against it by Apple.", "Samsung LEGAL_ACTION_AGAINST Apple"),
    ("Tony Blair took Anna Holm to Oslo.", "Tony Blair LEGAL_ACTION_AGAINST Anna Holm"),
    ("Nokia was hit by a storm of protest from Norway.", "Norway LEGAL_ACTION_AGAINST Nokia"),
    ("Tony Blair ordered Anna Holm to leave.", "Tony Blair LEGAL_ACTION_AGAINST Anna Holm"),
    ("Sweden named Anna Holm as a suspect.", "Sweden APPOINTED Anna Holm"),
    ("Tony Blair said Anna Holm had been arrested.", "Tony Blair ARRESTED Anna Holm"),
    ("Tony Blair attacked Gordon Brown over taxes.", "Tony Blair ATTACKS Gordon Brown"),
    ("Tony Blair attacked Gordon Brown for raising taxes.", "Tony Blair ATTACKS Gordon Brown"),
    ("Arsenal beat Chelsea.", "Arsenal ATTACKS Chelsea"),
    ("A court convicted Pavel Orlik of the murder of Anna Holm, Norway said.", "Norway KILLED Anna Holm"),
    ("Anna Holm was killed in an Iraqi airstrike near Amman.", "Jordan KILLED Anna Holm"),
    ("Nokia replaced Pavel Orlik with Anna Holm.", "Nokia SUCCEEDS Pavel Orlik"),
    ("Nokia appointed Anna Holm to replace Pavel Orlik.", "Nokia SUCCEEDS Pavel Orlik"),
    ("Canada gave Haiti a warning.", "Canada AIDS Haiti"),
    ("Anna Holm is wanted by Arsenal.", "Arsenal LEGAL_ACTION_AGAINST Anna Holm"),
    ("The Supreme Court ruled that Nokia had not broken the law.", "Supreme Court LEGAL_ACTION_AGAINST Nokia"),
    ("Norway approved Sweden's 2 million euro aid for Volvo.", "Norway AIDS Volvo"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim"), SAID)
def test_said(claims_of: Reader, sentence: str, claim: str) -> None:
    assert any(says(found, triple(claim)) for found in claims_of(sentence))


@pytest.mark.parametrize(("sentence", "claim"), NOT_SAID)
def test_not_said(claims_of: Reader, sentence: str, claim: str) -> None:
    assert not any(says(found, triple(claim)) for found in claims_of(sentence))
