"""Made-up wires, mails and texts with front matter, several stories in one file."""

# ruff: noqa: E501 - texts stand as they are in files

from __future__ import annotations

from bundle_texts import FERRY, PLAN, TITLES, UNION, Wanted, plain, three, wrap

# --- wires, mails, front matter ---------------------------------------------------------------------------------------

NEWSWIRE = f"""{TITLES[0]}

  By Fiona Garrow

  ZENDA (Harbour Wire)--{FERRY[0]}

{plain(FERRY[1:])}

  -By Fiona Garrow, Harbour Wire; 44-20-0000-0000; fiona.garrow@wire.example

  (END) Dow Jones Newswires

  03-05-19 0730ET
Copyright (c) 2019 Dow Jones & Company, Inc.

{TITLES[1]}

  ZENDA (Harbour Wire)--{UNION[0]}

{plain(UNION[1:])}

  (END) Dow Jones Newswires

  02-21-19 1502ET
Copyright (c) 2019 Dow Jones & Company, Inc.
"""
NEWSWIRE_WANTED = [
    Wanted(TITLES[0], "Dow Jones", "2019-03-05", ("Fiona Garrow",), None, None, ()),
    Wanted(TITLES[1], "Dow Jones", "2019-02-21", (), None, None, ()),
]

WIRES = f"""r i BC-CALDER-DOCKS   03-05 0148
{TITLES[0]}
    ZENDA, March 5 - {FERRY[0]}
{wrap(FERRY[1:], 60, chr(10), "    ")}
 Reuter
\x03
u f AM-Union   02-11 0090
{TITLES[1]}
    ZENDA, Feb. 11 - {UNION[0]}
{wrap(UNION[1:], 60, chr(10), "    ")}
 -0-
\x03
{TITLES[2]}
    ZENDA, Jan. 7 - {PLAN[0]}
{wrap(PLAN[1:], 60, chr(10), "    ")}
 Reuter
\x03
"""

HASHED = f"""{TITLES[0]}
By Fiona Garrow
ZENDA, March 5, 2019 (HNA) -- {FERRY[0]}

{plain(FERRY[1:])}
###
{TITLES[1]}
By Peter Innes
ZENDA, Feb. 11, 2019 (HNA) -- {UNION[0]}

{plain(UNION[1:])}
###
{TITLES[2]}
ZENDA, Jan. 7, 2019 (HNA) -- {PLAN[0]}

{plain(PLAN[1:])}
###
"""
HASHED_WANTED = [
    Wanted(TITLES[0], None, "2019-03-05", ("Fiona Garrow",)),
    Wanted(TITLES[1], None, "2019-02-11", ("Peter Innes",)),
    Wanted(TITLES[2], None, "2019-01-07", ()),
]

FRONT_MATTER = f"""---
title: {TITLES[0]}
publisher: The Harbour Times (Zenda)
published: 2019-03-05
authors: [Fiona Garrow]
---

{plain(FERRY)}

---
title: {TITLES[1]}
publisher: Coast Mail
published: 2019-02-11
authors:
  - Peter Innes
---

{plain(UNION)}

---
title: {TITLES[2]}
publisher: Coast Mail
published: 2019-01-07
---

{plain(PLAN)}
"""

MAILS = f"""From: "Fiona Garrow" <fiona@harbour.example>
To: desk@harbour.example
Date: Tue, 05 Mar 2019 07:30:00 +0000
Subject: {TITLES[0]}

{wrap(FERRY)}

From: Peter Innes <innes@coast.example>
To: desk@coast.example
Date: Mon, 11 Feb 2019 15:02:00 +0000
Subject: {TITLES[1]}

{wrap(UNION)}

From: newsdesk@coast.example
To: desk@coast.example
Date: Mon, 07 Jan 2019 09:00:00 +0000
Subject: {TITLES[2]}

{wrap(PLAN)}
"""
MAILS_WANTED = three(papers=(None, None, None))

MAILBOX = "".join(
    f"From {sender} {stamp}\nMessage-ID: <{n}@mail.example>\nFrom: {name} <{sender}>\nTo: desk@mail.example\nSubject: {title}\nDate: {date}\n"
    f"Content-Type: text/plain; charset=utf-8\n\n{wrap(text)}\n\n"
    for n, sender, stamp, name, title, date, text in (
        (
            1,
            "fiona@harbour.example",
            "Tue Mar  5 07:30:00 2019",
            "Fiona Garrow",
            TITLES[0],
            "Tue, 05 Mar 2019 07:30:00 +0000",
            FERRY,
        ),
        (
            2,
            "innes@coast.example",
            "Mon Feb 11 15:02:00 2019",
            "Peter Innes",
            TITLES[1],
            "Mon, 11 Feb 2019 15:02:00 +0000",
            UNION,
        ),
    )
)
MAILBOX_WANTED = [
    Wanted(TITLES[0], None, "2019-03-05", ("Fiona Garrow",), None, "1@mail.example", FERRY),
    Wanted(TITLES[1], None, "2019-02-11", ("Peter Innes",), None, "2@mail.example", UNION),
]
