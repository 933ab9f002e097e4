"""Plain text as it comes: lines broken by width are joined, lines that were ended on purpose are not, and the frames of
wires and mails are no text. Offsets lead to the source however it was typed."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.model import Article
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.options import ReadOptions
from kg.read.page.article import read_page
from kg.read.page.lines import split_lines

HEADLINE = "Ferry company sold to Norwegian group"
FIRST = (
    "Havlund Lines has sold its ferries to the Norwegian group Storvik, the two companies said on Monday. The price "
    "was not disclosed, but two people close to the talks put it at 340 million crowns."
)
SECOND = (
    "Ingrid Moe, who has led the company since 2016, met Storvik's chairman, Per Aune, in Bergen on Sunday to settle "
    "the last details. She will stay in her post until the end of the year, and then a successor from Trondheim is to "
    "take over."
)
THIRD = (
    "The union of seamen welcomed the sale. Its head, Turid Vik, told reporters that the long-term contracts of all "
    "crews had been confirmed by Storvik, and that no strike would be called before the summer."
)
STORY = [FIRST, SECOND, THIRD]


def wrapped(text: str, width: int = 72, first: str = "", later: str = "") -> str:
    return "\n".join(textwrap.wrap(text, width, initial_indent=first, subsequent_indent=later, break_long_words=False))


def lines_of(source: str, title: str | None = None) -> list[str]:
    return [line.text for line in split_lines(Mapped.whole(source), title) if not line.furniture]


def page(source: str, title: str | None = None) -> Article:
    article = read_page(Mapped.whole(source), "a.txt", ReadOptions(), Facts(title=title)).article
    for segment in article.segments:
        stored = article.text[segment.start : segment.start + segment.length]
        assert stored == source[segment.source_start : segment.source_start + segment.length]
    return article


def tabled(text: str) -> str:
    """A table between the first and the last paragraph of a wrapped story."""
    return f"{wrapped(FIRST)}\n\n{text}\n\n{wrapped(SECOND)}\n\n{wrapped(THIRD)}"


JOINED = {
    "blank lines": "\n\n".join(map(wrapped, STORY)),
    "blank lines, 30 columns": "\n\n".join(wrapped(text, 30) for text in STORY),
    "blank lines, 120 columns": "\n\n".join(wrapped(text, 120) for text in STORY),
    "indent of four": "\n".join(wrapped(text, 60, "    ") for text in STORY),
    "indent of one": "\n".join(wrapped(text, 66, " ") for text in STORY),
    "indent of eight": "\n".join(wrapped(text, 66, " " * 8) for text in STORY),
    "tab": "\n".join(wrapped(text, 66, "\t") for text in STORY),
    "non-breaking indent": "\n".join(wrapped(text, 66).replace("", "\xa0\xa0\xa0", 1) for text in STORY),
    "indent and blank lines": "\n\n".join(wrapped(text, 66, "   ") for text in STORY),
    "hanging indent": "\n".join(wrapped(text, 66, "", "      ") for text in STORY),
    "short last lines only": "\n".join(wrapped(text, 70) for text in STORY),
    "all indented": "\n\n".join(wrapped(text, 66, " " * 12, " " * 12) for text in STORY),
    "several widths": "\n\n".join(wrapped(text, width) for text, width in zip(STORY, (45, 90, 60), strict=True)),
    "blanks at line ends": "\n\n".join(map(wrapped, STORY)).replace("\n", "  \n"),
    "CR LF": "\n\n".join(map(wrapped, STORY)).replace("\n", "\r\n"),
    "CR": "\n\n".join(map(wrapped, STORY)).replace("\n", "\r"),
    "CR CR LF": "\n\n".join(map(wrapped, STORY)).replace("\n", "\r\r\n"),
    "double-spaced, indent": "\n\n".join(wrapped(text, 64, "     ").replace("\n", "\n\n") for text in STORY),
    "double-spaced, wider between": "\n\n\n\n".join(wrapped(text, 64).replace("\n", "\n\n") for text in STORY),
    "quoted": textwrap.indent("\n\n".join(map(wrapped, STORY)), "> ", lambda line: True),
    "quoted twice": textwrap.indent("\n\n".join(map(wrapped, STORY)), ">> ", lambda line: True),
    "quoted with indents": textwrap.indent("\n".join(wrapped(text, 66, "   ") for text in STORY), "> > "),
    "form feed in a sentence": "\n\n".join(map(wrapped, STORY)).replace("chairman,", "chairman,\f", 1),
    "page number and head": "\n\n".join(map(wrapped, STORY)).replace(
        "\nin Bergen", "\n\n- 1 -\n\fFjord Post\n\nin Bergen"
    ),
    "blank line in a sentence": "\n".join(wrapped(text, 60, "    ") for text in STORY).replace(
        "\nin Bergen", "\n\nin Bergen"
    ),
    "capitals throughout": "\n\n".join(wrapped(text.upper(), 66) for text in STORY),
    "justified": "\n\n".join(
        re.sub(r"(?m)^(.{60,70})$", lambda line: line[1].replace(" ", "  ", 72 - len(line[1])), wrapped(text, 70))
        for text in STORY
    ),
    "control characters": "\n\n".join(map(wrapped, STORY)) + "\n\x03\x1a",
    "a mail's soft breaks": "\n\n".join(wrapped(text).replace("\n", " \n") for text in STORY),
    "one line": " ".join(STORY),
}


@pytest.mark.parametrize("shape", JOINED)
def test_wrapped_lines_become_paragraphs(shape: str) -> None:
    source = JOINED[shape]
    wanted = [" ".join(STORY)] if shape == "one line" else STORY
    if shape == "capitals throughout":
        wanted = [text.upper() for text in wanted]
    assert lines_of(source)[: len(wanted)] == wanted
    page(source)


KEPT = {
    "poem": "The harbour sleeps, its cranes are still,\nThe gulls have left the quay,\nAnd over roofs and up the hill\n"
    "Comes fog in from the sea.",
    "poem in even lines": "We sailed at dawn from Storvik bay, and all\nThe bells of Tromvik rang across the sound.\n"
    "My father stood upon the harbour wall,\nHis hat in hand, and never turned around.",
    "poem in lower case": "the harbour sleeps,\nits cranes are still,\nand over roofs\nand up the hill\ncomes fog",
    "poem with indents": "The harbour sleeps,\n    Its cranes are still,\nAnd over\n    And up the hill\nComes fog.",
    "columns": "Ship       Built   Berths   Crew\nAurora     1998      420     61\nNordlys    2004      510     70",
    "columns of two blanks": "Ship  Built  Berths\nAurora  1998  420\nNordlys  2004  510",
    "columns of tabs": "Ship\tBuilt\tBerths\nAurora\t1998\t420\nNordlys\t2004\t510",
    "leaders": "Fares in 2022.......31.4\nFares in 2023.......35.0\nFreight.............12.8",
    "rows of figures": "1998 420 61 12.5\n2004 510 70 13.1\n2011 560 74 13.9",
    "pipes": "| Ship | Built |\n| Aurora | 1998 |\n| Nordlys | 2004 |",
    "results": "Brann 2 Molde 1\nRosenborg 0 Viking 0\nTromso 3 Lillestrom 2\nStart 1 Odd 4",
    "earnings": "Share profit 13 ore vs loss 7 ore\nNet 1,109,000 vs 751,000\nSales 16.6 mln vs 13.2 mln\nYear",
    "bullets": "- the ferries to Bergen and Stavanger\n- the yard in Tromvik\n- two tugs",
    "bullets, long": "* Storvik will buy all nine ferries that sail from Bergen and Stavanger\n"
    "* Storvik will rent the old yard in Tromvik for a term of twenty years\n* Ingrid Moe will leave",
    "numbers": "1. Storvik pays 340 million crowns\n2. Moe stays until December\n3. Crews keep their contracts",
    "letters": "(a) the ferries\n(b) the yard\n(c) the tugs",
    "address": "Havlund Lines\n12 Quay Street\n9000 Tromvik\nNorway",
    "address with commas": "Ingrid Moe,\nHavlund Lines,\n12 Quay Street,\n9000 Tromvik",
    "headlines": "Storm closes airport in Bergen\nMinister resigns over budget\nSchool wins prize for choir\n"
    "Trains late after landslide\nFour hurt as bus leaves road",
    "headlines, each word capitalised": "Storm Closes Airport in Bergen for Second Day\n"
    "Minister Resigns Over Budget for Roads\nVillage School Wins Prize for Its Choir",
    "names": "Ingrid Moe\nPer Aune\nTurid Vik\nJens Lie",
    "questions and answers": "Q: Who pays?\nA: The group does.\nQ: When?\nA: In May, I think.",
    "speakers": "AUNE: We have agreed on every point.\nMOE: It took us a year.\nAUNE: It was worth it.",
    "one sentence a line": "Storvik owns nine yards.\nIt builds ferries and tugs.\nIts seat is in Bergen.",
    "timetable": "09:10 Bergen\n11:45 Stavanger\n14:20 Kristiansand",
    "menu": "Home\nNews\nSport\nWeather\nContact us",
    "signatures": "Yours faithfully,\nIngrid Moe\nHavlund Lines",
}


@pytest.mark.parametrize("shape", KEPT)
def test_lines_that_end_on_purpose_stay(shape: str) -> None:
    rows = [" ".join(re.sub(r"\A\s*[*-] ", "", row).split()) for row in KEPT[shape].split("\n")]
    assert lines_of(KEPT[shape]) == rows
    assert lines_of(tabled(KEPT[shape])) == [FIRST, *rows, SECOND, THIRD]


def test_a_table_between_indented_paragraphs() -> None:
    story = "\n".join(wrapped(text, 60, "    ") for text in STORY[:2])
    source = f"{story}\n Ship       Built    Berths\n Aurora      1998       420\n{wrapped(THIRD, 60, '    ')}"
    assert lines_of(source) == [*STORY[:2], "Ship Built Berths", "Aurora 1998 420", THIRD]


def test_items_that_are_wrapped() -> None:
    items = [f"- {FIRST}", f"- {SECOND}"]
    hanging = "\n".join(wrapped(text, 60, "", "  ") for text in items)
    flush = "\n".join(wrapped(text, 60) for text in items)
    for source in (hanging, flush, f"{wrapped(THIRD, 60)}\n\n{hanging}"):
        assert lines_of(source)[-2:] == STORY[:2]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("after long negotia-", "tions in Bergen, the group said.", "negotiations"),
        ("signed a long-", "term contract with the state, it said.", "long-term"),
        ("engines built by Rolls-", "Royce for the ships of the group, it said.", "Rolls-Royce"),
        ("it was a Franco-", "Norwegian plan of the ministers, he said.", "Franco-Norwegian"),
        ("for both short-", "and long-term contracts, the union said.", "short- and long-term"),
        ("in the years 1998-", "2004 the ships were built in Tromvik.", "1998-2004"),
        ("ferries -", "nine in all - will be sold, it said.", "ferries - nine"),
        ("ferries --", "nine in all -- will be sold, it said.", "ferries -- nine"),
        ("the group's chair-", "manship; the chairmanship was vacant.", "chairmanship; the"),
        ("the well-", "known captain; he is well-known at sea.", "well-known captain"),
        ("The Norwegian govern-", "ment agreed to the sale, it said on Monday.", "government"),
        ("on the line Bergen/", "Stavanger, which it has sailed since 1998.", "Bergen/Stavanger"),
        ("the com\u00ad", "pany said that it would sell the ferries.", "company"),
    ],
)
def test_hyphens_at_line_ends(above: str, below: str, joined: str) -> None:
    start = "The ferries of Havlund Lines were sold to Storvik "
    source = f"{wrapped(FIRST)}\n\n{start}{above}\n{below}\n\n{wrapped(SECOND)}"
    (line,) = [line for line in lines_of(source) if line.startswith(start.strip())]
    assert joined in line
    page(source)


FRAMES = {
    "AM-Ferry, 2nd Ld-Writethru, a0573,0345": None,
    "BC-Norway-Ferry": None,
    "bc-ferry   03-05 0123": None,
    "r i": None,
    "a0573": None,
    "Eds: UPDATES with quotes from union. With photos.": None,
    "(Adds quotes, paragraphs 4-6)": None,
    "KEYWORDS: FERRY, NORWAY": None,
    "URGENT": None,
    "^Ferry Company Sold to Norwegians^": "Ferry Company Sold to Norwegians",
    "<article>": None,
    "PM-designate Per Aune signed the contract.": "PM-designate Per Aune signed the contract.",
    "AM radio stations in Bergen are to close": "AM radio stations in Bergen are to close",
}


@pytest.mark.parametrize("head", FRAMES)
def test_heads_of_wires(head: str) -> None:
    shown = [FRAMES[head]] if FRAMES[head] else []
    source = f"{head}\n" + "\n".join(wrapped(text, 60, "    ") for text in STORY)
    assert lines_of(source) == [*shown, *STORY]


@pytest.mark.parametrize(
    "mark",
    ["-0-", " Reuter\n\x03", "REUTER", "ENDS", "(END)", "MORE", "--MORE--", "###", "- 30 -", "<END>", "</article>",
     "</TEXT>\n</DOC>", "\x1a", " REUTER^M", "Ends."],
)  # fmt: skip
def test_marks_of_the_end(mark: str) -> None:
    indented = "\n".join(wrapped(text, 60, "    ") for text in STORY)
    blank = "\n\n".join(map(wrapped, STORY))
    for source in (f"{indented}\n{mark}", f"{blank}\n\n{mark}", f"{blank}\n{mark}\n"):
        assert lines_of(source) == STORY


@pytest.mark.parametrize("mark", ["REUTER", "(END)", "-0-", "###", "</p></article>", "ENDS", "Reuter \x03"])
def test_marks_behind_the_last_sentence(mark: str) -> None:
    assert lines_of(f"{' '.join(STORY)} {mark}") == [" ".join(STORY)]


@pytest.mark.parametrize(
    "end", ["brought the talks to an end.", "and would ask for more.", "will end in 2030", "was told to Reuters."]
)
def test_words_that_only_look_like_marks(end: str) -> None:
    above, last = end.rsplit(" ", 1)
    source = f"{wrapped(FIRST)}\n\nThe two companies said that the signature of the two chairmen {above}\n{last}"
    assert lines_of(source)[-1].endswith(end)


def test_a_mail_that_passes_a_report_on() -> None:
    head = "From: Desk <desk@wire.example>\nTo: list@post.example,\n    other@post.example\n"
    head += "Date: Mon, 6 Mar 2023 10:11:12 +0100\n"
    body = "\n\n".join(map(wrapped, STORY))
    article = page(f"{head}Subject: Fwd: Ferry company sold to\n Norwegian group\n\n{body}\n-- \nThe desk\nTromvik")
    assert (article.title, article.published) == (HEADLINE, "2023-03-06")
    assert article.text == "\n\n".join([HEADLINE, *STORY])


def test_quoted_replies() -> None:
    body = textwrap.indent("\n\n".join(map(wrapped, STORY)), "> ", lambda line: True)
    for attribution in (
        "On Mon, 6 Mar 2023 at 10:11, Ann Lee <ann@post.example> wrote:",
        "On Monday, 6 March 2023, Ann Lee, editor of the Fjord Post,\n<ann@post.example> wrote:",
        "-----Original Message-----",
    ):
        assert lines_of(f"Read this report, it is about us and about our ships.\n\n{attribution}\n{body}")[1:] == STORY


@pytest.mark.parametrize(
    "source",
    [
        "Ferry company sold to\nNorwegian group\n\n{body}",
        "FERRY COMPANY SOLD TO\nNORWEGIAN GROUP\n\n{body}",
        "Ferry company sold\nto Norwegian group\nBy Ann Lee\n\n{body}",
        "Ferry company\nsold to Norwegian\ngroup\n{body}",
        "The Fjord Post\n\nFerry company sold to\nNorwegian group\n6 March 2023\n\n{body}",
    ],
)
def test_a_known_title_over_several_lines(source: str) -> None:
    article = page(source.format(body="\n\n".join(map(wrapped, STORY))), HEADLINE)
    assert article.text.casefold() == "\n\n".join([HEADLINE, *STORY]).casefold()


@pytest.mark.parametrize(
    "broken",
    [
        "Ferry company sold to\nNorwegian group",
        "Ferry company is sold\nto Norwegian group",
        "FERRY COMPANY SOLD TO OSLO GROUP, MINISTER\nWILL NOT OBJECT",
        "Ferry Company Sold to Norwegian Group;\n      Union Is Content",
    ],
)
def test_a_headline_over_two_lines(broken: str) -> None:
    article = page(broken + "\n\n" + "\n\n".join(map(wrapped, STORY)))
    assert article.title == " ".join(broken.split())
    assert article.text.endswith("\n\n".join(STORY))


def test_headlines_between_carets() -> None:
    head = (
        "a0573 --- r a\nAM-Norway-Ferry, 2nd Ld-Writethru, a0541,0345\nEds: UPDATES with quotes\n"
        "^Ferry Company Sold to Norwegian\n   Group^\n^With AM-Ferry-Box\n^By ANN LEE\n"
    )
    article = page(head + "\n".join(wrapped(text, 66, "\t") for text in STORY) + "\nAW-NY-03-06-23 0911EST\n-0-")
    assert (article.title, article.authors) == ("Ferry Company Sold to Norwegian Group", ("Ann Lee",))
    assert article.text == "\n\n".join([article.title, *STORY])


def test_an_address_longer_than_the_lines() -> None:
    address = "https://wire.example/" + "/".join(["ferries", "and", "harbours"] * 4)
    text = FIRST.replace("Norwegian group", f"Norwegian group {address}")
    assert lines_of("\n\n".join(map(wrapped, [SECOND, text, THIRD]))) == [SECOND, text, THIRD]


def test_a_report_that_goes_on_behind_its_dateline() -> None:
    """Archives take the dateline away, so that the first line is short; the title stands in a field of its own."""
    short = f"{FIRST[:38].rstrip()}\n" + "\n".join(textwrap.wrap(FIRST[38:], 60))
    source = "\n".join([short, *(wrapped(text, 60, "    ") for text in STORY[1:]), " Reuter", "\x03"])
    assert page(source, HEADLINE).text == "\n\n".join([HEADLINE, *STORY])


def test_an_initialism_at_the_end_of_a_short_first_line() -> None:
    first = "Storvik's Havlund Lines U.S.A. said that it would sell its nine ferries to a Norwegian group by June."
    short = first.replace("U.S.A. ", "U.S.A.\n")
    source = "\n".join([short, *(wrapped(text, 60, "    ") for text in STORY)])
    assert lines_of(source, HEADLINE) == [first, *STORY]


def test_a_dateline_on_a_line_of_its_own() -> None:
    source = "\n\n".join(["TROMVIK, Norway, March 6 (Nordic Wire) -\n" + wrapped(FIRST), *map(wrapped, STORY[1:])])
    assert lines_of(source)[0] == f"TROMVIK, Norway, March 6 (Nordic Wire) - {FIRST}"


@pytest.mark.parametrize(
    "brief",
    [
        "Storvik has bought Havlund Lines, the group said on Monday. Its chairman, Per\n"
        "Aune, met Ingrid Moe in Bergen.",
        "Storvik has bought the ferries, the group said. Per\nAune met Ingrid van der\nMeer-Lie in Bergen. The deal\n"
        "was signed by Turid Vik.",
        "The minister of trade, Jens Lie, criticised the sale of the ferries to\nStorvik on Tuesday.",
        "Turid Vik, who leads the union, welcomed the sale. Jens Lie, the Norwegian\n"
        "Trade minister, criticised Storvik.",
    ],
)
def test_briefs_of_two_or_three_lines(brief: str) -> None:
    assert page(f"{HEADLINE}\n\n6 March 2023\n\n{brief}").text == f"{HEADLINE}\n\n{' '.join(brief.split())}"


def test_a_headline_above_its_text_without_a_blank_line() -> None:
    assert lines_of(f"{HEADLINE}\n{wrapped(FIRST)}\n{wrapped(SECOND)}\n{wrapped(THIRD)}") == [HEADLINE, *STORY]
    assert lines_of("Ferries sold to group\nStorvik has bought them, the chairman said.")[0] == "Ferries sold to group"


NAMES = ["Havlund", "Storvik", "Ingrid Moe", "Per Aune", "Turid Vik", "Bergen", "the Norwegian Ferry Board", "Tromvik"]
VERBS = [
    "met",
    "sold nine ferries to",
    "criticised",
    "signed a 20-year contract with",
    "bought the old yard of",
    "sued",
]
ENDS = [
    "before the end of the year, two people close to the talks told reporters",
    "although the price of the ships had not been agreed by the boards", "for about 340 million crowns, it said",
    "while the union of seamen and of harbour workers called for a vote", "after long-awaited talks in Oslo in 2019",
]  # fmt: skip
SENTENCES = st.builds(
    "{} {} {} {}.".format, st.sampled_from(NAMES), st.sampled_from(VERBS), st.sampled_from(NAMES), st.sampled_from(ENDS)
).map(lambda text: text[0].upper() + text[1:])
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=4, max_size=6).map(" ".join), min_size=2, max_size=5)
SIGNS = st.sampled_from(["blank", "short", *(f"first{n}" for n in range(1, 9)), "tab", "both", "hanging2", "hanging6"])


@settings(
    derandomize=True
)  # a wrap that is ambiguous after all is one to think about, not one to fail a build by chance
@given(PARAGRAPHS, st.integers(30, 120), SIGNS)
def test_whatever_the_width_and_the_sign_the_paragraphs_are_the_same(
    paragraphs: list[str], width: int, sign: str
) -> None:
    first = {"t": "\t", "b": "   "}.get(sign[0], "") if sign != "blank" else ""
    first = " " * int(sign[5:]) if sign.startswith("first") else first
    later = " " * int(sign[7:]) if sign.startswith("hanging") else ""
    blocks = [wrapped(text, width, first, later) for text in paragraphs]
    assume(all(map(is_told, blocks)))
    assume(sign != "short" or all(is_short(block, width) for block in blocks[:-1]))
    source = ("\n\n" if sign in ("blank", "both") else "\n").join(blocks)
    assert lines_of(source) == paragraphs
    article, plain = page(source, HEADLINE), page("\n\n".join(paragraphs), HEADLINE)
    assert article.text == plain.text


def is_told(block: str) -> bool:
    """Whether sentences run over the line ends; where they fill lines, nothing tells them from paragraphs."""
    rows = block.split("\n")[:-1]
    return 6 * sum(row.endswith(".") for row in rows) <= len(rows)


def is_short(block: str, width: int) -> bool:
    """Whether the last line has room for whatever the next one begins with, and another shows the width."""
    rows = block.split("\n")
    widest = max(map(len, rows))
    return len(rows) > 3 and len(rows[-1]) + 12 < widest and widest > width - 3


TEXTS = st.lists(st.sampled_from([*JOINED.values(), *KEPT.values(), "> > ", "\f", "\x03", "    ", *FRAMES]), max_size=6)


@given(TEXTS, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f"]))
@example(["-0-", "MORE"], "\n")
def test_every_stored_run_stands_in_the_source(texts: list[str], between: str) -> None:
    try:
        page(between.join(texts))
    except KgError:
        return


@pytest.mark.parametrize(
    "sign",
    [*"abA1.,-_*>#|[(<^\"' \t\x0c\r", "a ", "> ", "- ", "1. ", "a\n", "A b\n", "![", "<http://", "a-\n"],
)
def test_a_hundred_thousand_of_one_sign(sign: str) -> None:
    """Patterns that run away would take minutes here."""
    assert lines_of(f"{FIRST}\n{sign * (100_000 // len(sign))}")
