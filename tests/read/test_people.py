"""Bylines, biographies of reporters, interviews and headlines with their paper's name, in texts and records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading_pages import BODY, HEADLINE

from kg.read import Reading, ReadOptions, read
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.page.article import read_page
from kg.read.page.biography import without_biographies
from kg.read.page.bylines import authors_of
from kg.read.page.furniture import is_furniture
from kg.read.page.interview import speech_in
from kg.read.page.lines import split_lines
from kg.read.page.titles import headline_span, nameplate_behind


def page(*lines: str, known: Facts = Facts()) -> Reading:  # noqa: B008 - frozen
    return read_page(Mapped.whole("\n\n".join(lines)), "page.txt", ReadOptions(), known)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee Email the author", ("Ann Lee",)),
        ("BY ANN LEE EMAIL THE AUTHOR", ("Ann Lee",)),
        ("By Ann Lee Email Twitter Bio", ("Ann Lee",)),
        ("By Ann Lee ann@coast.example", ("Ann Lee",)),
        ("By Ann Lee @annlee", ("Ann Lee",)),
        ("By Ann Lee and Bo Xu Follow", ("Ann Lee", "Bo Xu")),
        ("By Ann Lee Senior Reporter", ("Ann Lee",)),
        ("By Ann Lee | Senior Reporter", ("Ann Lee",)),
        ("Ann Lee, Senior Reporter", ("Ann Lee",)),
        ("By Ann Lee, Business Correspondent and Bo Xu", ("Ann Lee", "Bo Xu")),
        ("By Staff Reporter", ()),
        ("By Our Correspondent", ()),
        ("By Ann Staff", ("Ann Staff",)),
        ("Email the author", ()),
        ("Follow Ann Lee on Twitter", ()),
    ],
)
def test_bylines_hold_names_alone(line: str, authors: tuple[str, ...]) -> None:
    assert authors_of(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "Senior Reporter",
        "Chief political correspondent",
        "Political editor for the Coast Mail",
        "Email the author",
        "E-mail the reporter",
        "Follow Ann Lee @annlee",
        "@annlee",
        "Twitter: @annlee",
        "Contact Ann Lee at +47 55 55 55 55",
        "Contact Ann Lee at ann@coast.example",
        "Reading time: 5 minutes",
        "0:00 / 4:32",
        "Listen · 5 min",
        "This live blog is now closed.",
        "To continue reading, subscribe today.",
        "The full story is available to subscribers only",
        "All the news of the day, straight to your inbox.",
        "Share: Facebook Twitter Email",
    ],
)
def test_lines_around_an_article(line: str) -> None:
    assert is_furniture(line)
    assert page(HEADLINE, BODY[0], line, *BODY[1:]).article.text == "\n\n".join([HEADLINE, *BODY])


@pytest.mark.parametrize(
    "line",
    [
        "Court frees editor",
        "Contact with the ship was lost at noon, the coast guard said.",
        "Read 5 minutes of his speech",
        "X: a day of votes",
        "The author was not invited.",
        "The live blog that she wrote in 2018 is closed to readers, the court said.",
        "Unlock reforms, bank tells Sylvania",
        "Shareholders have sold their part to the state.",
    ],
)
def test_lines_of_articles(line: str) -> None:
    assert not is_furniture(line)


BIOGRAPHIES = [
    ["Ann Lee covers business for the Coast Mail. She was born in Zenda and lives with the painter Eva Holt."],
    ["Ann Lee is a reporter for the Coast Mail."],
    ["Ann is the Coast Mail's political editor."],
    ["Ann Lee joined the Coast Mail in 2016.", "She was born in Zenda.", "Follow her on Twitter: @annlee"],
    ["Ann Lee is a professor of law at the University of Modena."],
    ["Ann Lee was Sylvania's ambassador in Strelsau from 2010 to 2014."],
    ["Ann Lee writes about ships.", "Before joining the Coast Mail she worked for the Harbour Post."],
    ["About the author", "Ann Lee has covered railways since 2010."],
]


@pytest.mark.parametrize("biography", BIOGRAPHIES, ids=[lines[0][:30] for lines in BIOGRAPHIES])
def test_biographies_of_authors_go(biography: list[str]) -> None:
    reading = page(HEADLINE, "By Ann Lee", *BODY, *biography)
    assert reading.article.text == "\n\n".join([HEADLINE, *BODY])
    assert reading.article.authors == ("Ann Lee",)
    record = page(*BODY, *biography, known=Facts(title=HEADLINE, authors=("Ann Lee",)))
    assert record.article.text == "\n\n".join([HEADLINE, *BODY])


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Bo Xu covers ports for the Coast Mail.", "Ann Lee is a reporter in Zenda."),
        ("Ann Lee is a reporter in Zenda. She is 40.", "Bo is the paper's economics correspondent."),
    ],
)
def test_biographies_of_two_authors(first: str, last: str) -> None:
    text = page(HEADLINE, "By Ann Lee and Bo Xu", *BODY, first, last).article.text
    assert text == "\n\n".join([HEADLINE, *BODY])


def test_a_biography_below_the_byline() -> None:
    reading = page(HEADLINE, "By Ann Lee", "Ann Lee is a senior reporter for the Coast Mail in Zenda.", *BODY)
    assert reading.article.text == "\n\n".join([HEADLINE, *BODY])


def test_a_reporter_whom_nobody_named() -> None:
    assert page(HEADLINE, *BODY, "Ann Lee is a reporter for the Coast Mail.").article.text.endswith(BODY[-1])


@pytest.mark.parametrize(
    ("body", "last"),
    [
        (
            ["Ann Lee, the sculptor who made the lions of Zenda, has died at the age of 80.", *BODY],
            "Ann Lee is survived by her husband, the painter Tom Adler.",
        ),
        (
            ["Ann Lee, the sculptor who made the lions of Zenda, has died at the age of 80.", *BODY],
            "Ann Lee was born in Zenda.",
        ),
        (["Ann Lee, the minister, met Kern.", *BODY], "Ann Lee is expected to meet reporters on Monday."),
        (list(BODY), "She was born in Zenda."),
        (list(BODY), "Tom Adler is a member of the board of the railway."),
        (["The reporter Bo Xu was freed.", *BODY], "Bo Xu is a reporter for the Coast Mail."),
        (["Ann Holm asked for more.", *BODY], "Ann is the mayor of Zenda."),
    ],
)
def test_what_is_told_of_others_stays(body: list[str], last: str) -> None:
    assert page(HEADLINE, "By Ann Lee", *body, last).article.text.endswith("\n\n" + last)


def test_a_biography_in_the_middle_stays() -> None:
    middle = "Ann Lee is a reporter for the Coast Mail."
    assert middle in page(HEADLINE, "By Ann Lee", BODY[0], middle, *BODY[1:]).article.text


def test_one_paragraph_is_left() -> None:
    assert without_biographies(["Ann Lee is a reporter."], ["Ann Lee"]) == [0]


@pytest.mark.parametrize(
    ("title", "sites", "cut"),
    [
        ("Ferry sinks off Zenda - Coast Mail", ["Coast Mail"], "Ferry sinks off Zenda"),
        ("Ferry sinks off Zenda | Northern Post", ["The Northern Post"], "Ferry sinks off Zenda"),
        ("Ferry sinks off Zenda | World | Northern Post", ["Northern Post"], "Ferry sinks off Zenda"),
        ("Ferry sinks off Zenda – live | Northern Post", ["Northern Post"], "Ferry sinks off Zenda – live"),
        ("Northern Post | Ferry sinks off Zenda", ["Northern Post"], "Ferry sinks off Zenda"),
        ("Ferry sinks off Zenda – live", ["Northern Post"], "Ferry sinks off Zenda – live"),
        ("Ferry sinks - captain held", ["Northern Post"], "Ferry sinks - captain held"),
        ("Ferry sinks | World", ["Northern Post"], "Ferry sinks | World"),
        ("Northern Post sold", ["Northern Post"], "Northern Post sold"),
        ("Business | Northern Post", ["Northern Post"], "Business | Northern Post"),
    ],
)
def test_headlines_without_their_paper(title: str, sites: list[str], cut: str) -> None:
    start, end = headline_span(title, sites)
    assert title[start:end] == cut


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        ("Ferry sinks off the coast - Coast Mail", "Coast Mail"),
        ("Ferry sinks off the coast | The Times of Zenda", "The Times of Zenda"),
        ("Ferry sinks off the coast - Kern Tells Press Of Grief", None),
        ("Ferry sinks off the coast - captain held", None),
        ("Ferry sinks off the coast | World News", None),
        ("Analysis - Coast Mail", None),
    ],
)
def test_a_paper_s_name_behind_a_headline(title: str, paper: str | None) -> None:
    assert nameplate_behind(title) == paper


def test_titles_of_texts_and_records_are_cut(tmp_path: Path) -> None:
    text = page(f"{HEADLINE} - Coast Mail", "By Ann Lee", *BODY).article
    assert (text.title, text.publisher) == (HEADLINE, "Coast Mail")
    assert text.text == "\n\n".join([HEADLINE, *BODY])
    row = {"title": f"{HEADLINE} | Wire", "source": "Wire", "text": "\n\n".join(BODY)}
    rows = [row, {**row, "text": "\n\n".join([row["title"], *BODY])}, {**row, "source": "Other"}]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = [reading.article for reading in read(str(file)) if isinstance(reading, Reading)]
    assert [article.title for article in found] == [HEADLINE, HEADLINE, f"{HEADLINE} | Wire"]
    assert [article.text for article in found[:2]] == ["\n\n".join([HEADLINE, *BODY])] * 2


def test_the_user_s_title_stays_as_it_is() -> None:
    options = ReadOptions(title="Signed - Coast Mail", publisher="Coast Mail")
    article = read_page(Mapped.whole("\n\n".join(BODY)), "page.txt", options, Facts()).article
    assert article.title == "Signed - Coast Mail"


@pytest.mark.parametrize(
    ("marked", "clean"),
    [
        ("Kern met ~~Adler~~ Holm", "Kern met Holm"),
        ("Kern met Holm~~, Adler and Fox~~", "Kern met Holm~~, Adler and Fox~~"),
        ("It lasted ~~two~~ three hours and cost ~~5~~ 6 crowns", "It lasted three hours and cost 6 crowns"),
        ("It costs ~5 crowns, or ~~ 6", "It costs ~5 crowns, or ~~ 6"),
    ],
)
def test_words_struck_out_in_markdown(marked: str, clean: str) -> None:
    tail = " in the talks about the railway, a minister told reporters on Friday."
    assert page(HEADLINE, BODY[0], marked + tail).article.text.split("\n\n")[2] == clean + tail


TURNS = [
    "Coast Mail: Did you meet Marta Weiss in April?",
    "Ivo Kern: No, I did not.",
    "CM: Will you sign?",
    "IK: Yes.",
    "Q: When?",
    "A: On 3 May 2021.",
    "A: Never before.",
]
INTRO = "Ivo Kern has led Ruritania since 2018. He spoke to Ann Lee of the Coast Mail in his office in Strelsau."


def test_interviews_keep_every_turn() -> None:
    text = page("Kern speaks of the railway", INTRO, *TURNS, BODY[2], "3 comments", BODY[0]).article.text
    assert text.split("\n\n") == ["Kern speaks of the railway", INTRO, *TURNS, BODY[2]]


def test_questions_on_lines_of_their_own() -> None:
    lines = [
        "**Will you sign?**",
        "Yes.",
        "**When?**",
        "On 3 May 2021.",
        "**Who pays?**",
        "Nobody. Not one crown.",
        "More.",
    ]
    text = page("Kern speaks of the railway", INTRO, *lines).article.text
    assert text.split("\n\n")[2:] == [line.replace("**", "") for line in lines[:-1]]


@pytest.mark.parametrize(
    "lines",
    [
        [*BODY, "Name: Ivo Kern", "Born: 1961", "Party: Farmers"],
        [
            *BODY,
            "Will the Deal Change Sylvania?",
            "Storm Kills Three",
            "Why Does the River Freeze?",
            "Captain Held",
            "Who Pays?",
        ],
        [BODY[0], "Who pays for the line?", *BODY[1:]],
        ["Photo: Jan Novak", "Source: Reuters", "Note: Who pays?", *BODY],
    ],
)
def test_what_is_no_interview(lines: list[str]) -> None:
    assert speech_in(split_lines(Mapped.whole("\n\n".join(lines)))) == []


@pytest.mark.parametrize(
    "sign", ["a", "A", " ", "-", "|", ":", "?", "A ", "a.", "@", "5", "A: ", "e-mail ", "By A ", "1:", "A'"]
)
def test_patterns_are_linear(sign: str) -> None:
    """100,000 characters of one sign: a pattern that goes back and forth over them would not come to an end."""
    text = sign * (100_000 // len(sign))
    assert authors_of(text) == ()
    is_furniture(text)
    assert nameplate_behind(text) is None
    assert headline_span(text, ["Coast Mail"])[0] == 0
    assert without_biographies([BODY[0], f"Ann Lee is {text}"], ["Ann Lee"])[0] == 0
    assert speech_in(split_lines(Mapped.whole(f"A: {text}\n\nQ: {text}?\n\nB: {text}"))) is not None
