"""What is done by words: asking, accusing, threatening, praising, with all typed claims of each sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import compare

ASKING = [
    ("Norway said on Monday that Syria must open the border.", "Norway CALLS_ON Syria"),
    ("Syria should open the border at once, Norway said.", "Norway CALLS_ON Syria"),
    ('"Syria must open the border," Norway told reporters.', "Norway CALLS_ON Syria"),
    ("Sudan is facing calls from Norway to open the border.", "Norway CALLS_ON Sudan"),
    ("Norway said Syria should be proud.", ""),
    ("Norway said Syria must have known.", ""),
    ("Norway demanded that Syria be punished.", ""),
    ("Norway demanded that the rebels be freed by Syria.", "Norway CALLS_ON Syria"),
    ("Angela Merkel, the chancellor of Germany, said that Germany must act.", "Angela Merkel HEADS Germany"),
]
ACCUSING = [
    ("Norway held Syria responsible for the raid.", "Norway ACCUSES Syria"),
    ("Norway and Sweden traded accusations.", "Norway ACCUSES Sweden; Sweden ACCUSES Norway"),
    ("Norway says Syria lied about the raid.", "Norway ACCUSES Syria"),
    ("Norway says Syria voted on the plan.", ""),
    ("Norway alleged on Monday that Syria had moved tanks.", "Norway ACCUSES Syria"),
    ("Norway said that Syria was behind the raid.", "Norway ACCUSES Syria"),
    ("Norway said that Syria was responsible for the raid.", "Norway ACCUSES Syria"),
    ("Norway said that Syria was not responsible for the raid.", ""),
    ("Norway said that Syria was ready for the vote.", ""),
    ("Norway and Sweden pointed the finger at Syria.", "Norway ACCUSES Syria; Sweden ACCUSES Syria"),
    ("Norway and Sweden accused each other of lying.", "Norway ACCUSES Sweden; Sweden ACCUSES Norway"),
    ("Norway and Sweden condemned one another's raids.", "Norway CRITICIZES Sweden; Sweden CRITICIZES Norway"),
    ("Syria denied accusations by Norway that it had lied.", "Norway ACCUSES Syria; Syria OPPOSES Norway"),
]
THREATENING = [
    ("Norway threatened to punish Syria.", "Norway THREATENS Syria"),
    ("Norway vowed to retaliate against Syria.", "Norway THREATENS Syria"),
    ("Norway vowed to help Syria.", "Norway AIDS Syria"),
    ("Norway vowed revenge on Syria.", "Norway THREATENS Syria"),
    ("Norway warned Syria that it would pay a price.", "Norway THREATENS Syria"),
    ("Syria will face consequences, Norway warned.", "Norway THREATENS Syria"),
    ("Norway warned that Syria would have a hot summer.", ""),
]
ATTITUDES = [
    ("Barack Obama threw his weight behind Joe Biden.", "Barack Obama SUPPORTS Joe Biden"),
    ("Joe Biden won the endorsement of Barack Obama.", "Barack Obama SUPPORTS Joe Biden"),
    ("Cuba enjoys the support of Norway.", "Norway SUPPORTS Cuba"),
    ("Norway came to the defence of Cuba.", "Norway SUPPORTS Cuba"),
    ("Norway heaped praise on Cuba.", "Norway PRAISES Cuba"),
    ("Angela Merkel has been full of praise for Cuba.", "Angela Merkel PRAISES Cuba"),
    ("Norway is firmly against Brexit.", "Norway OPPOSES Brexit"),
    ("Norway, which is opposed to Brexit, abstained.", "Norway OPPOSES Brexit"),
    ("Norway was the only country to vote against Cuba.", "Norway OPPOSES Cuba"),
    ("Norway turned down an offer from Cuba.", "Norway OPPOSES Cuba"),
    ("Norway lodged a protest with Cuba.", "Norway OPPOSES Cuba"),
    ("Norway blocked Cuba.", ""),
    ("Norway had harsh words for Cuba.", "Norway CRITICIZES Cuba"),
    ("Norway had other words for Cuba.", ""),
]
MEETING = [
    ("Siemens is in advanced talks to acquire Thyssenkrupp.",
     "Siemens NEGOTIATES_WITH Thyssenkrupp; Siemens ACQUIRED Thyssenkrupp"),
    ("Cuba walked away from talks with Norway on a treaty.", "Cuba NEGOTIATES_WITH Norway"),
    ("Angela Merkel described the scene to CNN.", "Angela Merkel SPOKE_WITH CNN"),
    ("The scene was left to CNN by Angela Merkel.", ""),
    ("Angela Merkel told the German newspaper Bild that she was ill.",
     "Angela Merkel SPOKE_WITH Bild; Bild BASED_IN Germany"),
    ("Greta Thunberg will speak in Oslo.\n\nThe activist is to meet Tony Blair.", "Greta Thunberg MET Tony Blair"),
    ("Greta Thunberg praised Tony Blair in Oslo.\n\nThe activist is to meet Bill Clinton.",
     "Greta Thunberg PRAISES Tony Blair"),
    ("Barack Obama received Angela Merkel for talks.",
     "Barack Obama HOSTED Angela Merkel; Angela Merkel MET Barack Obama"),
    ("Norway played host to Tony Blair.", "Norway HOSTED Tony Blair"),
    ("Tony Blair accepted an invitation from Norway.", "Norway INVITED Tony Blair"),
    ("Siemens is in talks with Thyssenkrupp.", "Siemens NEGOTIATES_WITH Thyssenkrupp"),
    ("Siemens and Thyssenkrupp are in talks on a merger.", "Siemens NEGOTIATES_WITH Thyssenkrupp"),
    ("Norway held talks with Sweden on Monday.", "Norway MET Sweden"),
    ("In a letter to Tony Blair, Angela Merkel complained of the delay.", "Angela Merkel SPOKE_WITH Tony Blair"),
    ("Angela Merkel complained in a book sold to Tony Blair.", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), [*ASKING, *ACCUSING, *THREATENING, *ATTITUDES, *MEETING], ids=lambda value: value[:60]
)
def test_speech_act(claims_of: Callable[..., list[dict[str, Any]]], sentence: str, expected: str) -> None:
    assert compare(claims_of(sentence), expected) == ([], [])
