"""More made-up files of several articles: libraries, wires and collections of one's own, each row by row from one table."""

# ruff: noqa: E501 - exports have long lines

from __future__ import annotations

from bundle_texts import FERRY, PLAN, TITLES, UNION, Wanted, plain, three, wrap

PAPERS = ("The Harbour Times", "Coast Mail", "Coast Mail")
TEXTS = (FERRY, UNION, PLAN)
DAYS = ("5 March 2019", "February 11, 2019", "2019-01-07")
BY = ("By Fiona Garrow", "By Peter Innes", "")
NAMES = ("Fiona Garrow", "Peter Innes", "")
ROWS = list(zip(range(1, 4), TITLES, PAPERS, DAYS, BY, NAMES, TEXTS, strict=True))

WANTED = three(papers=PAPERS)
NO_BYLINE = three(papers=PAPERS, authors=((), (), ()))
NOTHING = three(papers=(None, None, None), days=(None, None, None), authors=((), (), ()))


def untold(wanted: list[Wanted]) -> list[Wanted]:
    """What is wanted of articles whose text is compared elsewhere: wires, whose dateline belongs to the first paragraph."""
    return [Wanted(w.title, w.publisher, w.published, w.authors, w.section, w.source_id) for w in wanted]


def gale(n: int, title: str, paper: str, day: str, name: str, text: tuple[str, ...]) -> str:
    author = f"Author: {name}\n" if name else ""
    return (
        f"{title}\n{author}Date: {day}\nFrom: {paper}\nPublisher: {paper} Group\nDocument Type: Article\nLength: 148 words\n\n"
        f"Full Text: \n{plain(text)}\n\nCopyright: COPYRIGHT 2019 {paper} Group\nSource Citation (MLA 9th Edition)\n"
        f'"{title}." {paper}, {day}, p. 14. Archive OneFile, link.archive.example/A{n}. Accessed 12 Mar. 2019.\n'
        f"Gale Document Number: GALE|A12345678{n}\n\n"
    )


def german(n: int, title: str, paper: str, day: str, name: str, text: tuple[str, ...]) -> str:
    author = f"AUTOR: {name}\n\n" if name else ""
    return (
        f"{f'Dokument {n} von 3':^78}\n\n\n{paper:^78}\n\n{day:^78}\n\n{title}\n\n{author}RUBRIK: NEWS; S. {n}\n\nLÄNGE: 148 Wörter\n\n"
        f"{wrap(text)}\n\nUPDATE: 6. März 2019\n\nSPRACHE: ENGLISH; ENGLISCH\n\nPUBLICATION-TYPE: Zeitung\n\n"
        f"{f'Copyright 2019 {paper}':^78}\n{'Alle Rechte Vorbehalten':^78}\n\n"
    )


def ris(n: int, title: str, paper: str, day: str, name: str, text: tuple[str, ...]) -> str:
    turned = ", ".join(reversed(name.split()))
    return (
        f"TY  - NEWS\nT1  - {title}\nAU  - {turned}\nJO  - {paper}\nDA  - {day}\nN2  - {plain(text, ' ')}\n"
        f"UR  - https://h.example/{n}\nER  - \n\n"
    )


GERMAN_DAYS = ("5. März 2019 Dienstag", "11. Februar 2019 Montag", "7. Januar 2019 Montag")
SENT = ("Tuesday, March 5, 2019 7:30 AM", "Monday, February 11, 2019 3:02 PM", "Monday, January 7, 2019 9:00 AM")
WIRE_DAYS = ("March 5", "Feb. 11", "Jan. 7")
STAMPS = ("03-05-19", "02-21-19", "01-07-19")
BYLINES = ("By FIONA GARROW\nHarbour Wire Writer\n", "By PETER INNES\n", "")


def library(n: int, title: str, paper: str, day: str, name: str, text: tuple[str, ...]) -> str:
    byline = f"Author/Byline: {name}\n" if name else ""
    return (
        f"{title}\n\n{paper} - {day}\n{byline}Edition: Final\nSection: Local\nPage: B{n}\nReadability: High School (1290)\n\n"
        f"{plain(text)}\n\nRecord: 15F2A0C1D7B3000{n}\nCopyright (c) 2019 {paper}\n\n\n"
    )


def tagged(n: int, title: str, text: tuple[str, ...], day: str) -> str:
    paragraphs = "".join(f"<P>\n{wrap((paragraph,))}\n</P>\n" for paragraph in text)
    return (
        f'<DOC id="HWS_ENG_{day}.000{n}" type="story" >\n<HEADLINE>\n{title}\n</HEADLINE>\n<DATELINE>\nZENDA (HWS)\n'
        f"</DATELINE>\n<TEXT>\n{paragraphs}</TEXT>\n</DOC>\n"
    )


LIBRARY_IDS = tuple(f"15F2A0C1D7B3000{n}" for n in (1, 2, 3))
LONG_TITLES = (
    "Union at the docks votes to strike over pay",
    TITLES[1],
    "Minister says the plan was not for him to make",
)
COMPACT_DAYS = ("20190305", "20190211", "20190107")
TAGGED_IDS = tuple(f"HWS_ENG_{day}.000{n}" for n, day in enumerate(COMPACT_DAYS, 1))

MORE_SHAPES = {
    "library.txt": (
        "".join(library(*(row[i] for i in (0, 1, 2, 3, 5, 6))) for row in ROWS),
        three(papers=PAPERS, sections=("Local",) * 3, ids=LIBRARY_IDS),
    ),
    "tagged-with-ids.txt": (
        "".join(tagged(row[0], row[1], row[6], day) for row, day in zip(ROWS, COMPACT_DAYS, strict=True)),
        three(papers=(None, None, None), authors=((), (), ()), ids=TAGGED_IDS),
    ),
    "numbered-wires.txt": (
        "".join(
            f"n012{row[0]}\nr f\nBC-FERRY-DEAL\n{row[1]}\n   ZENDA, {day} (HW) - {row[6][0]}\n{wrap(row[6][1:], 65, chr(10), '   ')}\n   -0-\n\n"
            for row, day in zip(ROWS, WIRE_DAYS, strict=True)
        ),
        untold(NOTHING),
    ),
    "headline-with-function-words.txt": (
        "".join(
            f"{title}\n   ZENDA, {day} (HW) - {row[6][0]}\n{wrap(row[6][1:], 65, chr(10), '   ')}\n   -0-\n\n"
            for row, day, title in zip(ROWS, WIRE_DAYS, LONG_TITLES, strict=True)
        ),
        [Wanted(title, None, None) for title in LONG_TITLES],
    ),
    "gale.txt": (
        "".join(gale(n, title, paper, day, name, text) for n, title, paper, day, _, name, text in ROWS),
        three(papers=PAPERS, ids=tuple(f"GALE|A12345678{n}" for n in range(1, 4))),
    ),
    "german.txt": (
        "".join(
            german(row[0], row[1], row[2], day, row[5], row[6]) for row, day in zip(ROWS, GERMAN_DAYS, strict=True)
        ),
        three(papers=PAPERS, sections=("NEWS", "NEWS", "NEWS")),
    ),
    "references.txt": (
        "".join(
            ris(n, title, paper, day.replace("5 March 2019", "2019/03/05"), name, text)
            for n, title, paper, day, _, name, text in ROWS
        ),
        [Wanted(w.title, w.publisher, w.published, w.authors) for w in WANTED],
    ),
    "points.txt": (
        "\n\n".join(
            f"{title}\n{paper} · {day} · Page {n}{' · ' + by if by else ''}\n\n{plain(text)}"
            for n, title, paper, day, by, _, text in ROWS
        ),
        WANTED,
    ),
    "stars.txt": (
        "\n\n**********\n\n".join(
            f"{title}\n\n{paper}\n{day}\n{by}\n\n{plain(text)}" for _, title, paper, day, by, _, text in ROWS
        ),
        WANTED,
    ),
    "pages.txt": (
        "\f".join(f"{title}\n{paper}\n{day}\n{by}\n\n{plain(text)}\n" for _, title, paper, day, by, _, text in ROWS),
        WANTED,
    ),
    "mastheads.txt": (
        "\n\n\n".join(f"{title}\n{paper}\n{day}\n{by}\n\n{plain(text)}" for _, title, paper, day, by, _, text in ROWS),
        WANTED,
    ),
    "headings.md": (
        "\n\n".join(
            f"# {title}\n\n*{paper}, {day}*\n\n{by}\n\n{plain(text)}" for _, title, paper, day, by, _, text in ROWS
        ),
        WANTED,
    ),
    "copyrights.txt": (
        "\n\n".join(
            f"{title}\n\n{by}\n\n{day}\n\n{plain(text)}\n\nCopyright 2019 {paper}. All rights reserved."
            for _, title, paper, day, by, _, text in ROWS
        ),
        WANTED,
    ),
    "outlook.txt": (
        "\n\n".join(
            f"From: {row[5] or 'desk@x.example'}\nSent: {sent}\nTo: desk@mail.example\nSubject: {row[1]}\n\n{plain(row[6])}"
            for row, sent in zip(ROWS, SENT, strict=True)
        ),
        three(papers=(None, None, None), authors=((), (), ())),
    ),
    "capitals.txt": (
        "\n\n".join(
            f"HEADLINE: {title}\nBYLINE: {name}\nSOURCE: {paper}\nDATE: {day}\nWORD COUNT: 148\n\n{wrap(text)}"
            for _, title, paper, day, _, name, text in ROWS
        ),
        WANTED,
    ),
    "tabs.txt": (
        "\n".join(
            f"Headline:\t{title}\nDate:\t{day}\nPaper:\t{paper}\nText:\t{plain(text, chr(10))}\n"
            for _, title, paper, day, _, _, text in ROWS
        ),
        NO_BYLINE,
    ),
    "radio.txt": (
        "\n\n".join(
            f"{title}\n\nText of report by {paper} on {day}\n\n{plain(text)}\n\nSource: {paper}, {day}"
            for _, title, paper, day, _, _, text in ROWS
        ),
        NO_BYLINE,
    ),
    "addresses.txt": (
        "\n\n".join(f"https://harbour.example/a/{n}\n{title}\n\n{plain(text)}" for n, title, _, _, _, _, text in ROWS),
        NOTHING,
    ),
    "stamped-wires.txt": (
        "".join(
            f"{row[1]}\n{by}ZENDA (HW) _ {row[6][0]}\n{wrap(row[6][1:], 60, chr(10), '   ')}\nHW-ZD-{stamp} 0730EST\n\n"
            for row, by, stamp in zip(ROWS, BYLINES, STAMPS, strict=True)
        ),
        untold(three(papers=(None, None, None), days=("2019-03-05", "2019-02-21", "2019-01-07"))),
    ),
    "signed-wires.txt": (
        "\n\n".join(
            f"{row[1]}\n\nZENDA, {day} (Xinhua) -- {row[6][0]}\n\n{plain(row[6][1:])} Enditem"
            for row, day in zip(ROWS, WIRE_DAYS, strict=True)
        ),
        untold(NOTHING),
    ),
    "telex.txt": (
        "".join(
            f"ZCZC\nFP012{row[0]} 4 I 0148 ZND\n{row[1]}\nZENDA, {day} (HNA) - {row[6][0]}\n{wrap(row[6][1:], 68, chr(10), '  ')}\nNNNN\n"
            for row, day in zip(ROWS, WIRE_DAYS, strict=True)
        ),
        untold(NOTHING),
    ),
    "short.txt": (
        "Title: A strike\nDate: 5 March 2019\n\nOkello met Drever on Friday.\n\nTitle: A plan\nDate: 7 January 2019\n\nBaird rejected the plan.\n",
        [
            Wanted("A strike", None, "2019-03-05", (), None, None, ("Okello met Drever on Friday.",)),
            Wanted("A plan", None, "2019-01-07", (), None, None, ("Baird rejected the plan.",)),
        ],
    ),
}
