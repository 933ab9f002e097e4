"""Datelines, bylines and sign-offs: told from the text, and sentences by themselves."""

from __future__ import annotations

import subprocess
import sys

import pytest
from spacy.language import Language

from kg.parse.datelines import read_credits, read_dateline
from kg.parse.sentences import DATELINES

TEXT = "Liv Sand met Jens Krogh in the harbour on Monday."

DATED = [
    # dateline, places, date
    ("RIGA, March 7 (Wire) - ", ["RIGA"], "March 7"),
    ("RIGA, 7 March 2023 (Wire) – ", ["RIGA"], "7 March 2023"),
    ("TALLINN/RIGA (Wire) - ", ["TALLINN", "RIGA"], None),
    ("TALLINN and RIGA, Monday - ", ["TALLINN", "RIGA"], "Monday"),
    ("LONDON -- ", ["LONDON"], None),
    ("LONDON—", ["LONDON"], None),
    ("LONDON (Wire) -", ["LONDON"], None),
    ("TROMVIK, Norway (NW) _ ", ["TROMVIK", "Norway"], None),
    ("ST. LOM, Ill., Feb. 4, 2022 (NW) -- ", ["ST. LOM", "Ill."], "Feb. 4, 2022"),
    ("PORT-AU-LOM, New Norland, Sept 9 - ", ["PORT-AU-LOM", "New Norland"], "Sept 9"),
    ("OSLO (Northern Wire) — ", ["OSLO"], None),
    ("OSLO – 7 March 2023 – ", ["OSLO"], "7 March 2023"),
    ("OSLO, Norway, March 07, 2023 (NORTH NEWSWIRE) -- ", ["OSLO", "Norway"], "March 07, 2023"),
    ("OSLO, March 7, 2023 /NewsLine/ -- ", ["OSLO"], "March 7, 2023"),
    ("OSLO--(TRADE WIRE)--", ["OSLO"], None),
    ("Oslo (Wire) - ", ["Oslo"], None),
    ("Rio de Lom (Wire) — ", ["Rio de Lom"], None),
    ("Oslo, March 7 - ", ["Oslo"], "March 7"),
    ("Tromvik | ", ["Tromvik"], None),
    ("NEW DELHI: ", ["NEW DELHI"], None),
    ("(Wire) - ", [], None),
]


@pytest.mark.parametrize(("dateline", "places", "date"), DATED)
def test_datelines(nlp: Language, dateline: str, places: list[str], date: str | None) -> None:
    text = f"Ministers meet\n\n{dateline}{TEXT}"
    found = read_dateline(text, text.index(dateline))
    assert found is not None
    assert text[found.start : found.end] == dateline
    assert [text[start:end] for start, end in found.places] == places
    assert (text[slice(*found.date)] if found.date else None) == date
    doc = nlp(text)
    assert [sentence.text.strip() for sentence in doc.sents] == ["Ministers meet", dateline.strip(), TEXT]
    assert [span.text for span in doc.spans[DATELINES]] == [dateline.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Liv Sand met Jens Krogh.",
        "Kestrel Holding - the group that owns Sunde - sued Volta.",
        "NORLAND OIL OUTPUT RISES - AGENCY",
        "EXCLUSIVE - Kestrel to buy Sunde",
        "UPDATE 2-Kestrel buys Sunde",
        "Kestrel buys Sunde | Northern Post",
        "OSLO–RIGA trains stop.",
        "KESTREL - which owns Sunde - fell.",
        "HOLM: We lost the vote.",
        "NOTE: Shares were split.",
        "Oslo: Liv Sand met Jens Krogh.",
        "OSLO",
        "oslo - Liv Sand met Jens Krogh.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("By Ana Tudor, Northern Wire\n\nKestrel fell.", ["By Ana Tudor, Northern Wire"]),
        ("Kestrel falls\n\nBy Bo Lie and Per Ek in Oslo\n\nIt fell.", ["By Bo Lie and Per Ek in Oslo"]),
        ("It fell. (Reporting by Bo Lie; Editing by Per Ek)", ["(Reporting by Bo Lie; Editing by Per Ek)"]),
        ("It fell. (Additional reporting by Bo Lie in Oslo)", ["(Additional reporting by Bo Lie in Oslo)"]),
        ("It fell. (Writing and editing by Bo Lie.)\n\nMore", ["(Writing and editing by Bo Lie.)"]),
        ("It fell. ___ Wire writers Bo Lie and Per Ek helped.", ["___ Wire writers Bo Lie and Per Ek helped."]),
        ("It fell. Bo Lie in Oslo contributed to this report.", ["Bo Lie in Oslo contributed to this report."]),
        ("By Monday Kestrel had left Oslo.", []),
        ("By Land and Sea", ["By Land and Sea"]),
        ("The report (edited by Bo Lie in 1990) is lost.", []),
        ("Kestrel (founded by Bo Lie) fell.", []),
        ("Bo Lie contributed to the fall of Kestrel.", []),
        ("", []),
    ],
)
def test_credits(text: str, credits: list[str]) -> None:
    assert [text[start:end] for start, end in read_credits(text)] == credits


@pytest.mark.parametrize("sign", [*"Aa. -(/_|,yB:", "By ", "(Reporting by ", "___ ", "OSLO/", "Oslo, "])
def test_many_signs_are_read(sign: str) -> None:
    """Linear in the length: a square of it would not end while anybody waits."""
    for text in (sign * 100_000, f"{sign}\n" * 50_000):
        read_dateline(text)
        read_credits(text)


def test_datelines_do_not_import_spacy() -> None:
    code = "import kg.parse.datelines, kg.read, sys; sys.exit('spacy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
