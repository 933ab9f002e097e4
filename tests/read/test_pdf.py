"""PDF: the order of lines whatever way they lie, hyphens at their ends, what runs over pages, damage."""

from __future__ import annotations

import random
import textwrap
from pathlib import Path

import pytest
from bundle_shapes import FACTIVA_TEXT, NEXIS, NEXIS_UNI
from reading_pages import BODY, HEADLINE, Print, pdf

from kg.read import Reading, read


def readings(source: Path) -> list[Reading]:
    results = list(read(str(source)))
    assert all(isinstance(result, Reading) for result in results), results
    return [result for result in results if isinstance(result, Reading)]


def column(text: str, y: float) -> list[Print]:
    return [Print(line, 50, y - 12 * i) for i, line in enumerate(textwrap.wrap(text, 60))]


def test_pdf(tmp_path: Path) -> None:
    divided = "The government of Ruritania opposes the plan, and its govern-\nment paper says that a long-\nterm deal"
    divided += "\nis dead."
    first = [Print("The Coast Courier", 50, 810, 8), Print("Kern and Weiss sign an agreement", 50, 770, 20)]
    first += [Print("about the railway", 50, 746, 20), Print("By Ann Lee", 50, 725), *column(BODY[0], 700)]
    first += [*column(BODY[1] + " A long-term loan pays for them, and it grows", 668), Print("1", 290, 20, 8)]
    second = [Print("The Coast Courier", 50, 810, 8), *column("each year by a third.", 780)]
    second += [Print(line, 50, 756 - 12 * i) for i, line in enumerate(divided.split("\n"))] + [Print("2", 290, 20, 8)]
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([first, second]))
    (reading,) = readings(file)
    assert reading.article.title == HEADLINE
    assert reading.article.authors == ("Ann Lee",)
    assert reading.article.text.split("\n\n")[1:] == [
        BODY[0],
        BODY[1] + " A long-term loan pays for them, and it grows each year by a third.",
        "The government of Ruritania opposes the plan, and its government paper says that a long-term deal is dead.",
    ]


LONGER = (
    BODY[2],
    "The two governments are to sign it in May, and both parliaments will vote on it before June, Kern said.",
)


def columns(interleaved: bool) -> list[Print]:
    """A headline over two columns, drawn one behind the other or line by line."""
    left, right = (
        [Print(line, x, 700 - 12 * i) for i, line in enumerate(textwrap.wrap(text, 38))]
        for x, text in ((50, " ".join(BODY[:2])), (310, " ".join(LONGER)))
    )
    lines = [*left, *right]
    return [Print(HEADLINE, 50, 770, 20), *(sorted(lines, key=lambda line: -line.y) if interleaved else lines)]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("upright", [True, False])
@pytest.mark.parametrize("kind", ["one column", "two columns", "two columns line by line"])
def test_pdf_pages_that_lie_otherwise(tmp_path: Path, rotate: int, upright: bool, kind: str) -> None:
    one = [Print(HEADLINE, 50, 770, 20), *column(" ".join([*BODY[:2], *LONGER]), 700)]
    lines = one if kind == "one column" else columns(kind.endswith("line by line"))
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([lines], rotate, upright))
    (reading,) = readings(file)
    assert reading.article.title == HEADLINE
    assert reading.article.text.replace("\n\n", " ") == " ".join([HEADLINE, *BODY[:2], *LONGER])


def test_pdf_of_two_words_far_apart_has_no_columns(tmp_path: Path) -> None:
    lines = [Print(HEADLINE, 50, 770, 20), *column(BODY[0] + " " + BODY[1], 700)]
    lines += [Print("Strelsau", 50, 660), Print("Friday", 400, 660)]
    lines += column(LONGER[1], 640)
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([sorted(lines, key=lambda line: -line.y)]))
    (reading,) = readings(file)
    assert "Sylvanian Rail will run the trains between the two capitals, its chief executive" in reading.article.text


DIVIDED = (
    "The govern-\nment of Ruritania bought engines of Rolls-\nRoyce, and a Kern-\nbacked board leads Sylva-\nnian Rail."
    "\nIts long-\nterm debt and the short-\nand long-term loans, U.S.-\nmade, cost it 20-\nodd years of profit."
)


@pytest.mark.parametrize("rotate", [0, 90])
def test_pdf_hyphens_at_line_ends(tmp_path: Path, rotate: int) -> None:
    lines = [Print(line, 50, 600 - 12 * i) for i, line in enumerate(DIVIDED.split("\n"))]
    lines = [Print(HEADLINE, 50, 770, 20), *column(BODY[1], 700), *lines]
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([lines], rotate))
    (reading,) = readings(file)
    whole = "government, Rolls-Royce, Kern-backed, Sylvanian Rail., long-term debt, U.S.-made, 20-odd"
    for right in whole.split(", "):
        assert right in reading.article.text
    assert "short- and long-term" in reading.article.text


def test_pdf_running_heads_and_what_stands_along_the_side(tmp_path: Path) -> None:
    places = ("Strelsau", "Zenda", "Modena", "Hofbau", "Tarlenheim")
    sentences = [
        f"In {place} the two sides met again to talk about the price of the line, but {place} was too small a town for"
        f" them all, so that the ministers of {place} and the capital had to sleep in the train that stood in {place}."
        for place in places
    ]
    pages = []
    for i, sentence in enumerate(sentences):
        head = "The Coast Courier" if i % 2 else "Politics and trade"
        # the foot of the page is drawn first, as many programs do
        pages.append([Print(f"Page {i + 1} of 5", 290, 20, 8), Print(head, 50, 810, 8), *column(sentence, 700)])
    file = tmp_path / "a.pdf"
    raw = pdf(pages).replace(
        b"BT /F1 8 Tf 1 0 0 1 290 20 Tm",
        b"BT /F1 9 Tf 0 1 -1 0 30 300 Tm (For our readers) Tj ET BT /F1 8 Tf 1 0 0 1 290 20 Tm",
        1,
    )
    file.write_bytes(raw)
    (reading,) = readings(file)
    assert reading.article.text.replace("\n\n", " ") == " ".join(sentences)
    assert {"The Coast Courier", "Politics and trade", "Page 3 of 5", "For our readers"} <= set(reading.dropped)


@pytest.mark.parametrize("share", [0.05, 0.2, 0.4, 0.6, 0.8, 0.95])
def test_a_pdf_that_is_cut_off(tmp_path: Path, share: float) -> None:
    whole = pdf([columns(False), columns(True)])
    file = tmp_path / "a.pdf"
    file.write_bytes(whole[: int(share * len(whole))])
    (result,) = read(str(file))
    assert isinstance(result, Reading) or "\n" not in str(result.error)


def test_flipped_bytes_of_a_pdf_never_raise(tmp_path: Path) -> None:
    chance = random.Random(2)
    file = tmp_path / "a.pdf"
    for _ in range(40):
        content = bytearray(pdf([columns(False)]))
        for _ in range(6):
            content[chance.randrange(len(content))] = chance.randrange(256)
        file.write_bytes(content)
        for result in read(str(file)):
            assert isinstance(result, Reading) or "\n" not in str(result.error)


def printed(text: str) -> bytes:
    """A text as it is printed: its lines, blanks before them and blank lines."""
    pages: list[list[Print]] = [[]]
    y = 800
    for line in text.replace("\f", "").split("\n"):
        for part in textwrap.wrap(line, 95) or [""]:
            if y < 40:
                pages.append([])
                y = 800
            if part.strip():
                pages[-1].append(Print(part.strip(), 50 + 5 * (len(part) - len(part.lstrip())), y))
            y -= 12
    return pdf(pages)


@pytest.mark.parametrize("export", [NEXIS, NEXIS_UNI, FACTIVA_TEXT])
def test_exports_of_archives_are_cut_as_their_text_is(tmp_path: Path, export: str) -> None:
    (tmp_path / "a.txt").write_text(export, encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(printed(export))
    found, wanted = ([r.article for r in readings(tmp_path / name)] for name in ("a.pdf", "a.txt"))
    assert len(wanted) == 3
    stated = [
        [(a.title, " ".join(a.text.split()), a.publisher, a.published, a.authors) for a in s] for s in (found, wanted)
    ]
    assert stated[0] == stated[1]
    assert [article.path for article in found] == [f"{tmp_path / 'a.pdf'}:{n}" for n in (1, 2, 3)]
