"""Made-up exports of archives, several articles in one file, in every shape known; papers and names are invented."""

# ruff: noqa: E501 - exports have long lines

from __future__ import annotations

import bundle_wires as wires
from bundle_more import MORE_SHAPES
from bundle_texts import FERRY, PLAN, TITLES, UNION, Wanted, centred, plain, three, wrap

# --- archives -------------------------------------------------------------------------------------------------------

NEXIS = "\n".join(
    [
        "\n\n\nDownload Request: Selected Items: 1-3",
        "Time Of Request: Tuesday, March 12, 2019  10:11:12",
        "",
        "Send To:",
        "UNIVERSITY OF ZENDA LIBRARY",
        "HIGH STREET",
        "",
        "Terms: (HEADLINE(ferry) and DATE(>=2019-01-01))",
        "",
        "Source: The Harbour Times (Zenda);Coast Mail",
        "Project ID: None",
        "\n\n" + centred("1 of 3 DOCUMENTS") + "\n\n\n",
        centred("The Harbour Times (Zenda)") + "\n",
        centred("March 5, 2019 Tuesday"),
        centred("Edition 1;"),
        centred("National") + "\n",
        TITLES[0] + "\n\nBYLINE: Fiona Garrow\n\nSECTION: BUSINESS; Pg. 14\n\nLENGTH: 148 words\n",
        wrap(FERRY) + "\n\nLOAD-DATE: March 6, 2019\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n",
        centred("Copyright 2019 HARBOUR NEWS GROUP LTD") + "\n" + centred("All Rights Reserved"),
        "\f\n" + centred("2 of 3 DOCUMENTS") + "\n\n\n",
        centred("Coast Mail") + "\n",
        centred("February 11, 2019 Monday") + "\n",
        TITLES[1] + "\n\nBYLINE: PETER INNES\n\nLENGTH: 90 words\n",
        wrap(UNION)
        + "\n\nLOAD-DATE: February 12, 2019\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: Ruth Okello speaks to workers in Zenda,"
        "\nwhere the yard has stood for a hundred years\n\nPUBLICATION-TYPE: Newspaper\n\n",
        centred("Copyright 2019 Coast Mail Limited") + "\n" + centred("All Rights Reserved"),
        "\f\n" + centred("3 of 3 DOCUMENTS") + "\n\n\n",
        centred("Coast Mail") + "\n",
        centred("January 7, 2019 Monday") + "\n",
        TITLES[2] + "\n\nSECTION: NEWS; Pg. 9\n\nLENGTH: 66 words\n",
        wrap(PLAN) + "\n\nLOAD-DATE: January 8, 2019\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n",
        centred("Copyright 2019 Coast Mail Limited") + "\n" + centred("All Rights Reserved") + "\n",
    ]
)
NEXIS_WANTED = three(sections=("BUSINESS", None, "NEWS"))

NEXIS_LABELLED = "\n".join(
    [
        centred("1 of 2 DOCUMENTS"),
        "\n\n     Copyright 2019 Harbour Interactive Company, LLC d/b/a\n"
        + centred("Harbour Digital")
        + "\n"
        + centred("All Rights Reserved"),
        "\n" + centred("The Harbour Times"),
        "\n" + centred("March 5, 2019 Tuesday") + "\n" + centred("Met 2 Edition"),
        "\nSECTION: A-SECTION; Pg. A01\n\nLENGTH: 148 words\n",
        "HEADLINE: " + TITLES[0] + "\n\nBYLINE: Fiona Garrow;Peter Innes\n\nBODY:\n",
        wrap(FERRY) + "\n\nLOAD-DATE: March 6, 2019\n",
        centred("2 of 2 DOCUMENTS"),
        "\n\n" + centred("Copyright 2019 Coast Mail") + "\n" + centred("All Rights Reserved"),
        "\n" + centred("Coast Mail") + "\n\n" + centred("February 11, 2019 Monday"),
        "\nLENGTH: 90 words\n\nHEADLINE: " + TITLES[1] + "\n\nDATELINE: ZENDA\n\nBODY:\n",
        wrap(UNION) + "\n\nLOAD-DATE: February 12, 2019\n",
    ]
)
NEXIS_LABELLED_WANTED = [
    Wanted(TITLES[0], "The Harbour Times", "2019-03-05", ("Fiona Garrow", "Peter Innes"), "A-SECTION", None, FERRY),
    Wanted(TITLES[1], "Coast Mail", "2019-02-11", (), None, None, UNION),
]

NEXIS_UNI = f"""User Name: = Ida Holm
Date and Time: = Tuesday, 12 March 2019 10:11:00 AM CET
Job Number: = 84123456

Documents (3)

1. {TITLES[0]}
Client/Matter: -None-
Search Terms: ferry
Search Type: Terms and Connectors
Narrowed by:
Content Type    Narrowed by
News            Timeline: Jan 01, 2019 to Mar 12, 2019

2. {TITLES[1]}
Client/Matter: -None-
Search Terms: ferry

3. {TITLES[2]}
Client/Matter: -None-
Search Terms: ferry
\f
Page 1 of 1

{TITLES[0]}

The Harbour Times (Zenda)

March 5, 2019 Tuesday

Edition 1

Copyright 2019 Harbour News Group Ltd All Rights Reserved

Section: BUSINESS; Pg. 14

Length: 148 words

Byline: Fiona Garrow

Body

{plain(FERRY)}

Graphic

Astrid Solheim at the gates of the yard, where the name of the company will stay for at least ten years

Load-Date: March 6, 2019

Classification

Language: ENGLISH

Publication-Type: Newspaper

Subject: MERGERS & ACQUISITIONS (90%); SHIPBUILDING (78%); BANKING & FINANCE (71%)

Industry: SHIPBUILDING (78%)

End of Document
\f
{TITLES[1]}

Coast Mail

February 11, 2019 Monday

Copyright 2019 Coast Mail Limited All Rights Reserved

Length: 90 words

Byline: Peter Innes

Body

{plain(UNION)}

Load-Date: February 12, 2019

End of Document
\f
{TITLES[2]}

Coast Mail

January 7, 2019 Monday

Copyright 2019 Coast Mail Limited All Rights Reserved

Section: NEWS; Pg. 9

Length: 66 words

Body

{plain(PLAN)}

Load-Date: January 8, 2019

End of Document
"""
NEXIS_UNI_WANTED = three(sections=("BUSINESS", None, "NEWS"))

NEXIS_UNI_DENSE = "\n".join(
    [
        f"{TITLES[0]}\nThe Harbour Times (Zenda)\nMarch 5, 2019 Tuesday\nCopyright 2019 Harbour News Group Ltd All Rights Reserved",
        "Section: BUSINESS; Pg. 14\nLength: 148 words\nByline: Fiona Garrow\nBody",
        plain(FERRY, "\n"),
        "Load-Date: March 6, 2019\nEnd of Document",
        f"{TITLES[1]}\nCoast Mail\nFebruary 11, 2019 Monday\nCopyright 2019 Coast Mail Limited All Rights Reserved",
        "Length: 90 words\nByline: Peter Innes\nBody",
        plain(UNION, "\n"),
        "Load-Date: February 12, 2019\nEnd of Document",
        f"{TITLES[2]}\nCoast Mail\nJanuary 7, 2019 Monday\nCopyright 2019 Coast Mail Limited All Rights Reserved",
        "Section: NEWS; Pg. 9\nLength: 66 words\nBody",
        plain(PLAN, "\n"),
        "Load-Date: January 8, 2019\nEnd of Document",
    ]
)

NEXIS_UNI_MARKDOWN = "\n\n".join(
    [
        f"# {TITLES[0]}\n\nThe Harbour Times (Zenda)\n\nMarch 5, 2019 Tuesday\n\nCopyright 2019 Harbour News Group Ltd All Rights Reserved",
        "**Section:** BUSINESS; Pg. 14\n\n**Length:** 148 words\n\n**Byline:** Fiona Garrow\n\n## Body",
        plain(FERRY),
        "**Load-Date:** March 6, 2019\n\n**End of Document**",
        f"# {TITLES[1]}\n\nCoast Mail\n\nFebruary 11, 2019 Monday\n\nCopyright 2019 Coast Mail Limited All Rights Reserved",
        "**Length:** 90 words\n\n**Byline:** Peter Innes\n\n## Body",
        plain(UNION),
        "**Load-Date:** February 12, 2019\n\n**End of Document**",
    ]
)

FACTIVA_CODES = f"""HD  {TITLES[0]}
BY  By Fiona Garrow
WC  148 words
PD  5 March 2019
ET  07:30
SN  The Harbour Times
SC  HARTIM
ED  First
PG  14
LA  English
CY  Copyright 2019. Harbour News Group Ltd.

LP
{FERRY[0]}

TD
{FERRY[1]}

{FERRY[2]}

CO  calmar : Calder Marine PLC | orldoc : Orlane Docks AS

IN  i364 : Shipbuilding

NS  c181 : Acquisitions/Mergers | ncat : Content Types

RE  zenda : Zenda

PUB Harbour News Group Ltd

AN  Document HARTIM0020190305ef3500012

HD  {TITLES[1]}
BY  Peter Innes
WC  90 words
PD  11 February 2019
SN  Coast Mail
SC  COMAIL
LA  English
CY  (c) 2019 Coast Mail Limited

LP
{UNION[0]}

TD
{UNION[1]}

RE  zenda : Zenda

AN  Document COMAIL0020190211ef2b0001x

SE  News
HD  {TITLES[2]}
WC  66 words
PD  7 January 2019
SN  Coast Mail
SC  COMAIL
LA  English
CY  (c) 2019 Coast Mail Limited

LP
{PLAN[0]}

TD
{PLAN[1]}

AN  Document COMAIL0020190107ef170001y

Search Summary
Text    ferry
Date    01/01/2019 to 12/03/2019
Source  All Sources
Timestamp   12 March 2019 10:11
© 2019 Factual Archive, Inc. All rights reserved.
"""
FACTIVA_IDS = ("HARTIM0020190305ef3500012", "COMAIL0020190211ef2b0001x", "COMAIL0020190107ef170001y")
FACTIVA_WANTED = three(papers=("The Harbour Times", "Coast Mail", "Coast Mail"), ids=FACTIVA_IDS)
FACTIVA_CODES_WANTED = three(
    papers=("The Harbour Times", "Coast Mail", "Coast Mail"), ids=FACTIVA_IDS, sections=(None, None, "News")
)

FACTIVA_TEXT = f"""{TITLES[0]}

Fiona Garrow
148 words
5 March 2019
07:30
The Harbour Times
HARTIM
14
English
Copyright 2019. Harbour News Group Ltd.

{plain(FERRY)}

Document HARTIM0020190305ef3500012

{TITLES[1]}

By Peter Innes
90 words
11 February 2019
Coast Mail
COMAIL
English
(c) 2019 Coast Mail Limited

{plain(UNION)}

Document COMAIL0020190211ef2b0001x

{TITLES[2]}

66 words
7 January 2019
Coast Mail
COMAIL
English
(c) 2019 Coast Mail Limited

{plain(PLAN)}

Document COMAIL0020190107ef170001y
"""

FACTIVA_GERMAN = (
    FACTIVA_TEXT.replace(" words", " Wörter").replace("English", "Englisch").replace("Document ", "Dokument ")
)
FACTIVA_GERMAN = FACTIVA_GERMAN.replace("5 March 2019", "5. März 2019").replace("11 February 2019", "11. Februar 2019")
FACTIVA_GERMAN = FACTIVA_GERMAN.replace("7 January 2019", "7. Januar 2019")


def factiva_div(
    title: str, byline: str, words: int, day: str, paper: str, code: str, text: tuple[str, ...], id: str
) -> str:
    head = f'<div id="hd"><span class="enHeadline">{title}  </span></div>' + (
        f'<div class="author">{byline}</div>' if byline else ""
    )
    fields = "".join(
        f"<div>{field}</div>"
        for field in (
            f"{words} words",
            day,
            paper,
            code,
            "14",
            "English",
            f"Copyright 2019 {paper}.  All Rights Reserved.  ",
        )
    )
    body = "".join(f'<p class="articleParagraph enarticleParagraph">{p}  </p>\n' for p in text)
    return f'<div id="article-{id}" class="article"><div class="article enArticle"><p>\n</p>{head}{fields}<p></p>{body}<p>Document {id}</p></div></div><br>'


FACTIVA_HTML = (
    "<html><head><title>Archive</title></head><body><div><table><tr><td><h1>Example Archive</h1></td></tr></table></div>"
    + factiva_div(TITLES[0], "Fiona Garrow", 148, "5 March 2019", "The Harbour Times", "HARTIM", FERRY, FACTIVA_IDS[0])
    + factiva_div(TITLES[1], "By Peter Innes", 90, "11 February 2019", "Coast Mail", "COMAIL", UNION, FACTIVA_IDS[1])
    + factiva_div(TITLES[2], "", 66, "7 January 2019", "Coast Mail", "COMAIL", PLAN, FACTIVA_IDS[2])
    + "</body></html>"
)


def factiva_table(rows: list[tuple[str, str]], text: tuple[str, ...]) -> str:
    cells = "".join(f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>\n' for code, value in rows)
    lead = f"<tr><td><b>LP</b></td><td><p class='articleParagraph'>{text[0]}</p></td></tr>"
    rest = "<tr><td><b>TD</b></td><td>" + "".join(f"<p>{p}</p>" for p in text[1:]) + "</td></tr>"
    last = f"<tr><td><b>NS</b></td><td>c181 : Acquisitions</td></tr><tr><td><b>AN</b></td><td>Document {rows[-1][1]}</td></tr>"
    return f"<div class='article enArticle'><table>{cells[: cells.rindex('<tr>')]}{lead}{rest}{last}</table></div>"


FACTIVA_TABLES = (
    "<html><body>"
    + factiva_table(
        [
            ("HD", f"<span>{TITLES[0]}</span>"),
            ("BY", "By Fiona Garrow"),
            ("WC", "148 words"),
            ("PD", "5 March 2019"),
            ("SN", "The Harbour Times"),
            ("SC", "HARTIM"),
            ("LA", "English"),
            ("CY", "Copyright 2019"),
            ("AN", FACTIVA_IDS[0]),
        ],
        FERRY,
    )
    + factiva_table(
        [
            ("HD", TITLES[1]),
            ("BY", "Peter Innes"),
            ("WC", "90 words"),
            ("PD", "11 February 2019"),
            ("SN", "Coast Mail"),
            ("SC", "COMAIL"),
            ("LA", "English"),
            ("CY", "Copyright 2019"),
            ("AN", FACTIVA_IDS[1]),
        ],
        UNION,
    )
    + factiva_table(
        [
            ("HD", TITLES[2]),
            ("WC", "66 words"),
            ("PD", "7 January 2019"),
            ("SN", "Coast Mail"),
            ("SC", "COMAIL"),
            ("LA", "English"),
            ("CY", "Copyright 2019"),
            ("AN", FACTIVA_IDS[2]),
        ],
        PLAN,
    )
    + "</body></html>"
)

RULE = "_" * 60
PROQUEST = f"""{RULE}

Report Information from ProQuest
March 12 2019 10:11

{RULE}

Table of contents
1. {TITLES[0]}
2. {TITLES[1]}
3. {TITLES[2]}

{RULE}

Document 1 of 3

{TITLES[0]}

Author: Garrow, Fiona

Publication info: The Harbour Times ; Zenda [Zenda]05 Mar 2019: A.14.

ProQuest document link

Abstract: Calder Marine has bought Orlane Docks for 40 million crowns, the companies said on Monday.

Links: http://links.zenda.example/sfx?id=1

Full text: {plain(FERRY)}

Subject: Acquisitions & mergers; Shipbuilding

Location: Zenda

Company / organization: Name: Calder Marine; NAICS: 336611

Title: {TITLES[0]}

Publication title: The Harbour Times; Zenda

Pages: A.14

Publication year: 2019

Publication date: Mar 5, 2019

Section: Business

Publisher: Harbour News Group

Place of publication: Zenda

Country of publication: Ruritania, Zenda

Source type: Newspapers

Language of publication: English

Document type: News

ProQuest document ID: 2188000001

Document URL: https://search.archive.example/docview/2188000001?accountid=1

Copyright: Copyright Harbour News Group Mar 5, 2019

Last updated: 2019-03-06

Database: Global News

{RULE}

Document 2 of 3

{TITLES[1]}

Author: Innes, Peter

Publication info: Coast Mail ; Modena [Modena]11 Feb 2019: 3.

Full text: {plain(UNION)}

Title: {TITLES[1]}

Publication title: Coast Mail; Modena

Publication date: Feb 11, 2019

ProQuest document ID: 2188000002

Database: Global News

{RULE}

Document 3 of 3

{TITLES[2]}

Publication info: Coast Mail ; Modena [Modena]07 Jan 2019: 9.

Full text: {plain(PLAN)}

Title: {TITLES[2]}

Publication title: Coast Mail; Modena

Publication date: Jan 7, 2019

Section: News

ProQuest document ID: 2188000003

Database: Global News

{RULE}

Bibliography

Citation style: APA 6th - American Psychological Association, 6th Edition

Garrow, F. (2019, Mar 05). Ferry maker buys orlane docks and the yard will keep the name that it has had. The Harbour Times
Retrieved from https://search.archive.example/docview/2188000001?accountid=1

{RULE}

Contact us at: http://contact.archive.example/contact

Database copyright © 2019 ProQuest LLC. All rights reserved.
"""
PROQUEST_WANTED = three(
    papers=("The Harbour Times", "Coast Mail", "Coast Mail"),
    sections=("Business", None, "News"),
    ids=("2188000001", "2188000002", "2188000003"),
)
PROQUEST_BARE = "\n".join(
    line for line in PROQUEST.split("\n") if not line.startswith("Document ") or " of " not in line
)
PROQUEST_BARE = PROQUEST_BARE[PROQUEST_BARE.index(TITLES[0] + "\n\nAuthor") :].split("Bibliography")[0]

EUROPRESSE = f"""The Harbour Times, no. 4301
Business, mardi 5 mars 2019 148 mots, p. 14

{TITLES[0]}

Fiona Garrow

{plain(FERRY)}

© 2019 Harbour News Group. Tous droits réservés.

news·20190305·HT·0_1234567

Coast Mail
lundi 11 février 2019 90 mots, p. 3

{TITLES[1]}

Peter Innes

{plain(UNION)}

© 2019 Coast Mail Limited. Tous droits réservés.

news·20190211·CM·0_1234568

Coast Mail
lundi 7 janvier 2019 66 mots

{TITLES[2]}

{plain(PLAN)}

© 2019 Coast Mail Limited. Tous droits réservés.

news·20190107·CM·0_1234569
"""
EUROPRESSE_WANTED = three(
    papers=("The Harbour Times", "Coast Mail", "Coast Mail"),
    sections=("Business", None, None),
    ids=("news·20190305·HT·0_1234567", "news·20190211·CM·0_1234568", "news·20190107·CM·0_1234569"),
)

EUROPRESSE_LABELS = f"""Nom de la source / Source name
The Harbour Times
Type de source / Source Type
Presse • Journaux
Périodicité / Periodicity
Quotidien
Couverture géographique / Geographic coverage
Nationale
Provenance / Origin
Zenda, Ruritania

Mardi 5 mars 2019
The Harbour Times • p. 14 • 148 mots

{TITLES[0]}

Fiona Garrow

{plain(FERRY)}

© 2019 Harbour News Group. Tous droits réservés.
news·20190305·HT·0_1234567

Nom de la source / Source name
Coast Mail
Type de source / Source Type
Presse • Journaux
Périodicité / Periodicity
Quotidien
Provenance / Origin
Modena, Sylvania

Lundi 11 février 2019
Coast Mail • p. 3 • 90 mots

{TITLES[1]}

Peter Innes

{plain(UNION)}

© 2019 Coast Mail Limited. Tous droits réservés.
news·20190211·CM·0_1234568
"""


def europresse_article(paper: str, header: str, title: str, byline: str, text: tuple[str, ...], id: str) -> str:
    body = "".join(f"<p>{p}</p>" for p in text)
    author = f'<p class="sm-margin-bottomNews">{byline}</p>' if byline else ""
    return (
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{paper}</span></div>'
        f'<div><span class="DocHeader">{header}</span></div><div class="titreArticle"><p class="titreArticleVisu">{title}</p></div>{author}</header>'
        f'<section><div class="DocText clearfix">{body}</div></section><footer><div>© 2019 {paper}. Tous droits réservés.</div>'
        f'<div class="publiC-lblNodoc">{id}</div></footer></article>'
    )


EUROPRESSE_HTML = (
    "<html><head><title>Press</title></head><body>"
    + europresse_article(
        "The Harbour Times, no. 4301",
        "Business, Tuesday, March 5, 2019 148 words, p. 14",
        TITLES[0],
        "Fiona Garrow",
        FERRY,
        "news·20190305·HT·0_1234567",
    )
    + europresse_article(
        "Coast Mail",
        "Monday, February 11, 2019 90 words, p. 3",
        TITLES[1],
        "Peter Innes",
        UNION,
        "news·20190211·CM·0_1234568",
    )
    + europresse_article(
        "Coast Mail", "Monday, January 7, 2019 66 words", TITLES[2], "", PLAN, "news·20190107·CM·0_1234569"
    )
    + "</body></html>"
)


def nexis_html(n: int, paper: str, day: str, title: str, byline: str, section: str, text: tuple[str, ...]) -> str:
    def field(label: str, value: str) -> str:
        return (
            f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">{label}: </SPAN><SPAN CLASS="c2">{value}</SPAN></P></DIV>'
            if value
            else ""
        )

    body = "".join(f'<P CLASS="c8"><SPAN CLASS="c2">{p}</SPAN></P>\n' for p in text)
    month, rest = day.split(" ", 1)
    return (
        f'<A NAME="DOC_ID_0_{n - 1}"></A><BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{n} of 3 DOCUMENTS</SPAN></P></DIV>'
        f'<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN CLASS="c2">Copyright 2019 {paper} Group<BR>All Rights Reserved</SPAN><BR><SPAN CLASS="c2">{paper}</SPAN></P></DIV>'
        f'<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">{month}</SPAN><SPAN CLASS="c2"> {rest}</SPAN><SPAN CLASS="c2">&nbsp;<BR>Met 2 Edition</SPAN></P></DIV>'
        + field("SECTION", section) + field("LENGTH", "148 words") + field("HEADLINE", title) + field("BYLINE", byline)
        + f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7"> BODY:<BR></SPAN></P>{body}</DIV>' + field("LOAD-DATE", "March 6, 2019")
    )  # fmt: skip


NEXIS_HTML = (
    "<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY>"
    + nexis_html(1, "The Harbour Times", "March 5, 2019 Tuesday", TITLES[0], "Fiona Garrow", "BUSINESS; Pg. 14", FERRY)
    + nexis_html(2, "Coast Mail", "February 11, 2019 Monday", TITLES[1], "Peter Innes", "", UNION)
    + nexis_html(3, "Coast Mail", "January 7, 2019 Monday", TITLES[2], "", "NEWS; Pg. 9", PLAN)
    + "</BODY></HTML>"
)

# --- archives that nobody named ---------------------------------------------------------------------------------------

CLIPPINGS = f"""{TITLES[0]}
The Harbour Times (Zenda)
March 5, 2019 | Section: Business | Page 14A
Author: Fiona Garrow | Staff writer

{plain(FERRY)}

Record Number: 0FAB1C2D3E4F
Copyright 2019 Harbour News Group

{TITLES[1]}
Coast Mail
February 11, 2019 | Page 3
Author: Peter Innes

{plain(UNION)}

Record Number: 0FAB1C2D3E50
Copyright 2019 Coast Mail Limited

{TITLES[2]}
Coast Mail
January 7, 2019 | Section: News | Page 9

{plain(PLAN)}

Record Number: 0FAB1C2D3E51
Copyright 2019 Coast Mail Limited
"""
CLIPPINGS_WANTED = three(sections=("Business", None, "News"), ids=("0FAB1C2D3E4F", "0FAB1C2D3E50", "0FAB1C2D3E51"))

LIBRARY = f"""Record: 1
Title:
   {TITLES[0]}
Authors:
   Garrow, Fiona
Source:
   Harbour Times, The. 03/25/2019, p14. 1p.
Document Type:
   Article
Subject Terms:
   SHIPBUILDING
   FERRIES
Full Text Word Count:
   148
Accession Number:
   7EH1234567
Database:
   News Source

{plain(FERRY)}

Record: 2
Title:
   {TITLES[1]}
Source:
   Coast Mail. 02/21/2019, p3. 1p.
Document Type:
   Article
Full Text Word Count:
   90
Accession Number:
   7EH1234568
Database:
   News Source

{plain(UNION)}
"""
LIBRARY_WANTED = [
    Wanted(TITLES[0], "Harbour Times, The", "2019-03-25", ("Fiona Garrow",), None, "7EH1234567", FERRY),
    Wanted(TITLES[1], "Coast Mail", "2019-02-21", (), None, "7EH1234568", UNION),
]

OWN_FIELDS = f"""Title: {TITLES[0]}
Source: The Harbour Times (Zenda)
Date: 2019-03-05
Author: Fiona Garrow
URL: https://harbour.example/a/1

{plain(FERRY)}

Title: {TITLES[1]}
Source: Coast Mail
Date: 2019-02-11
Author: Peter Innes
URL: https://coast.example/a/2

{plain(UNION)}

Title: {TITLES[2]}
Source: Coast Mail
Date: 2019-01-07
URL: https://coast.example/a/3

{plain(PLAN)}
"""

RULED = f"""{TITLES[0]}
The Harbour Times (Zenda), 5 March 2019
By Fiona Garrow

{plain(FERRY)}

{"=" * 70}

{TITLES[1]}
Coast Mail, 11 February 2019
By Peter Innes

{plain(UNION)}

{"=" * 70}

{TITLES[2]}
Coast Mail, 7 January 2019

{plain(PLAN)}
"""

NUMBERED = f"""Article 1

{TITLES[0]}
The Harbour Times (Zenda)
5 March 2019
Fiona Garrow

{plain(FERRY)}

Article 2

{TITLES[1]}
Coast Mail
11 February 2019
Peter Innes

{plain(UNION)}

Article 3

{TITLES[2]}
Coast Mail
7 January 2019

{plain(PLAN)}
"""

TAGGED = f"""<DOC>
<DOCNO> HT-20190305-0001 </DOCNO>
<HEADLINE>
{TITLES[0]}
</HEADLINE>
<DATE> 2019-03-05 </DATE>
<SOURCE> The Harbour Times (Zenda) </SOURCE>
<BYLINE> Fiona Garrow </BYLINE>
<TEXT>
{wrap(FERRY)}
</TEXT>
</DOC>
<DOC>
<DOCNO> CM-20190211-0002 </DOCNO>
<HEADLINE>
{TITLES[1]}
</HEADLINE>
<DATE> 2019-02-11 </DATE>
<SOURCE> Coast Mail </SOURCE>
<TEXT>
{wrap(UNION)}
</TEXT>
</DOC>
"""
TAGGED_WANTED = [
    Wanted(TITLES[0], "The Harbour Times (Zenda)", "2019-03-05", ("Fiona Garrow",), None, "HT-20190305-0001", FERRY),
    Wanted(TITLES[1], "Coast Mail", "2019-02-11", (), None, "CM-20190211-0002", UNION),
]

SHAPES = {
    "nexis.txt": (NEXIS, NEXIS_WANTED),
    "nexis-labelled.txt": (NEXIS_LABELLED, NEXIS_LABELLED_WANTED),
    "nexis-uni.txt": (NEXIS_UNI, NEXIS_UNI_WANTED),
    "nexis-uni-dense.txt": (NEXIS_UNI_DENSE, NEXIS_UNI_WANTED),
    "nexis-uni.md": (NEXIS_UNI_MARKDOWN, NEXIS_UNI_WANTED[:2]),
    "factiva-codes.txt": (FACTIVA_CODES, FACTIVA_CODES_WANTED),
    "factiva.txt": (FACTIVA_TEXT, FACTIVA_WANTED),
    "factiva-german.txt": (FACTIVA_GERMAN, FACTIVA_WANTED),
    "factiva.html": (FACTIVA_HTML, FACTIVA_WANTED),
    "factiva-tables.html": (FACTIVA_TABLES, FACTIVA_WANTED),
    "proquest.txt": (PROQUEST, PROQUEST_WANTED),
    "proquest-bare.txt": (PROQUEST_BARE, PROQUEST_WANTED),
    "europresse.txt": (EUROPRESSE, EUROPRESSE_WANTED),
    "europresse-labels.txt": (
        EUROPRESSE_LABELS,
        [
            *three(papers=("The Harbour Times", "Coast Mail", None), ids=tuple(w.source_id for w in EUROPRESSE_WANTED))[
                :2
            ]
        ],
    ),
    "europresse.html": (EUROPRESSE_HTML, EUROPRESSE_WANTED),
    "nexis.html": (
        NEXIS_HTML,
        three(papers=("The Harbour Times", "Coast Mail", "Coast Mail"), sections=("BUSINESS", None, "NEWS")),
    ),
    "clippings.txt": (CLIPPINGS, CLIPPINGS_WANTED),
    "library.txt": (LIBRARY, LIBRARY_WANTED),
    "own-fields.txt": (OWN_FIELDS, three()),
    "ruled.txt": (RULED, three()),
    "numbered.txt": (NUMBERED, three()),
    "tagged.txt": (TAGGED, TAGGED_WANTED),
    "newswire.txt": (wires.NEWSWIRE, wires.NEWSWIRE_WANTED),
    "wires.txt": (wires.WIRES, [Wanted(title, None, None) for title in TITLES]),
    "hashed.txt": (wires.HASHED, wires.HASHED_WANTED),
    "front-matter.md": (wires.FRONT_MATTER, three()),
    "mails.txt": (wires.MAILS, wires.MAILS_WANTED),
    "mailbox.txt": (wires.MAILBOX, wires.MAILBOX_WANTED),
    **MORE_SHAPES,
}
