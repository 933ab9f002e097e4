"""Text in encodings that nobody declares, and characters that no text may hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading_pages import BODY, HEADLINE

from kg.errors import ReadError
from kg.read import Reading, read
from kg.read.encoding import decode
from kg.read.mapped import Mapped
from kg.read.page.characters import storable
from kg.read.western import western

PLAIN = " ".join(BODY)
QUOTES = "“We’re done,” the minister’s aide said – and left. ‘No,’ said Weiss… The deal—all of it—isn’t dead."
MONEY = "It cost £40 million, Kern said. Weiss paid £3."
EUROS = "It cost €40 million, Kern said. Weiss paid €3."
ACCENTS = "Café owners in Besançon met Jörg Müller, Émile Zélande and Åke Öberg on Friday."
CAPITALS = "DÜSSELDORF, ÅRHUS AND BESANÇON ARE FAR, the minister said."
ONE = "President Ivo Kern hasn’t met her."
OPENING = "“Good,” he said. ‘Never,’ said the ’90s star."
CENTRAL = "Kraków’s mayor Łukasz Żak said “no” to Wałęsa and Václav Černý."


@pytest.mark.parametrize("length", [1, 3, 200])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(text, "cp1252") for text in (QUOTES, MONEY, EUROS, ACCENTS, CAPITALS, ONE, OPENING)],
        *[(text, "mac_roman") for text in (QUOTES, MONEY, ACCENTS, ONE, OPENING)],
        *[(text, "latin-1") for text in (MONEY, ACCENTS, CAPITALS)],
        *[(text, "cp850") for text in (MONEY, ACCENTS)],
        (CENTRAL, "cp1250"),
        (EUROS, "iso8859_15"),
    ],
)
def test_western_text_without_a_declaration(text: str, encoding: str, length: int) -> None:
    whole = (f"{PLAIN[:110]} {text} " * length).strip()
    decoded, warning = decode(whole.encode(encoding), "a.txt")
    assert decoded == whole
    assert warning is not None
    assert "not UTF-8" in warning


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Газета писала, что министр не приехал в столицу на переговоры. " * 20, "koi8-r"),
        ("議会は法案を可決した。" * 40, "shift_jis"),
    ],
)
def test_other_scripts_are_left_to_the_detector(text: str, encoding: str) -> None:
    assert western(text.encode(encoding)) is None
    assert decode(text.encode(encoding), "a.txt")[0] == text


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "ISO-8859-1", "latin1", "us-ascii", "windows-1252", " utf-8 ", "nonsense"]
)
def test_what_is_declared_as_latin_is_windows(declared: str) -> None:
    assert decode((PLAIN + QUOTES).encode("cp1252"), "a.html", declared)[0] == PLAIN + QUOTES


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_that_ends_within_a_character(cut: int) -> None:
    text, warning = decode((PLAIN + "”").encode()[:-cut], "a.txt")
    assert text == PLAIN + "\N{REPLACEMENT CHARACTER}"
    assert warning is not None
    assert "damaged utf-8" in warning


@pytest.mark.parametrize("last", "”’é…–£")
def test_windows_text_whose_only_sign_is_its_last(last: str) -> None:
    assert decode((PLAIN + last).encode("cp1252"), "a.txt")[0] == PLAIN + last


@pytest.mark.parametrize(
    "raw", [b"\x00\x01\x02\x03" * 100, bytes(range(256)) * 8, b"\x1f\x8b\x08" + b"\x05\x91\x02" * 99]
)
def test_what_is_no_text(raw: bytes) -> None:
    with pytest.raises(ReadError):
        decode(raw, "a.txt")


def test_a_short_wire_with_its_marks_is_text() -> None:
    assert (
        decode(b"\x01\x02" + PLAIN[:110].encode() + b"\n\x03\x04", "a.txt")[0].strip("\x01\x02\x03\x04\n")
        == PLAIN[:110]
    )


@pytest.mark.parametrize("sign", "“’–…£é€\u00a0©")
def test_a_hundred_thousand_signs_are_no_trouble(sign: str) -> None:
    decode((PLAIN + sign * 100_000).encode("cp1252"), "a.txt")


@pytest.mark.parametrize(
    ("text", "stored", "broken"),
    [
        ("plain text\n\twith blanks", "plain text\n\twith blanks", 0),
        ("a lone \ud800 half", "a lone \N{REPLACEMENT CHARACTER} half", 1),
        ("two \udfff\ud800", "two \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}", 2),
        ("nul \x00 byte", "nul \N{REPLACEMENT CHARACTER} byte", 1),
        ("no \ufffe character \uffff", "no \N{REPLACEMENT CHARACTER} character \N{REPLACEMENT CHARACTER}", 2),
        ("\x93Good,\x94 it\x92s said \x97 so", "“Good,” it’s said — so", 0),
        ("an end\x03 and a bell\x07", "an end and a bell", 0),
        ("no \x81 such code", "no  such code", 0),
        ("lines\u2028 and\x85 pages\x0c", "lines\u2028 and\x85 pages\x0c", 0),
        ("emoji 😀 and é", "emoji 😀 and é", 0),
    ],
)
def test_characters_that_no_text_may_hold(text: str, stored: str, broken: int) -> None:
    mapped, count = storable(Mapped.whole(text))
    assert (mapped.text, count) == (stored, broken)
    for segment in mapped.segments():
        part = mapped.text[segment.start : segment.start + segment.length]
        assert part == text[segment.source_start : segment.source_start + segment.length]


def test_broken_characters_never_reach_the_ledger(tmp_path: Path) -> None:
    """JSON's escapes may hold anything, in every field."""
    record = {
        "title": f"{HEADLINE} \ud800",
        "text": f"{BODY[0]} \udc00 \x00\n\n{BODY[1]}",
        "authors": ["Ann \ud800 Lee"],
    }
    record |= {"publisher": "The \x00 Courier", "url": "https://x.example/\udfff", "id": "7\ud800"}
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(record), encoding="ascii")
    (found,) = read(str(file))
    assert isinstance(found, Reading)
    article = found.article
    for value in (
        article.title,
        article.text,
        article.publisher,
        article.url,
        article.authors[0],
        article.source_id or "",
    ):
        assert value is not None
        value.encode()
        assert "\x00" not in value
    assert any("broken characters" in warning for warning in found.warnings)
