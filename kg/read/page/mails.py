"""What mail puts around a report that was sent or passed on: header lines, "On Monday, X wrote:", a signature.

The subject is the headline, and the date line is left to be read as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.page.rows import Row
from kg.read.page.wire import cut, set_apart

FIELD = re.compile(
    r"(From|To|Cc|CC|Bcc|Subject|Date|Sent|Reply-To|Organi[sz]ation|Newsgroups|Message-I[Dd]|Lines|Path|Received"
    r"|MIME-Version|Content-[\w-]+|X-[\w-]+|References|In-Reply-To|Return-Path|Delivered-To|Importance|Attachments?"
    r"|List-[\w-]+|Sender|Followup-To|Distribution|Approved|Xref|NNTP-[\w-]+)\s?:(?:\s+|\Z)"
)
WHO = frozenset({"From", "Subject"})
WHEN = frozenset({"Date", "Sent"})
REPLY = re.compile(r"(?:(?:[Rr][Ee]|[Ff][Ww][Dd]?|FWD?|AW|WG)\s?:\s?|\[[\w -]{1,30}\]\s?){1,8}")
PASSED_ON = re.compile(
    r"[-_ ]{0,20}(?:Original|Forwarded) [Mm]essage(?: follows)?[-_ :]{0,20}|Begin forwarded message:"
)
LONGEST_SIGNATURE = 8


def mark_mail(rows: Sequence[Row]) -> None:
    """Set `furniture` on rows of a mail's frame and `heading` on its subject."""
    mail, i = any(row.depth for row in rows), 0
    while i < len(rows):
        end = end_of_header(rows, i)
        if end - i >= 2:
            mark_header(rows, i, end)
            mail, i = True, end
            continue
        row = rows[i]
        if PASSED_ON.fullmatch(row.text) or is_attribution(row.text):
            set_apart(rows, i)
        elif i + 1 < len(rows) and is_broken_attribution(row, rows[i + 1]):
            set_apart(rows, i)
            set_apart(rows, i + 1)
        elif mail and row.text == "--" and len(rows) - i <= LONGEST_SIGNATURE:
            for j in range(i, len(rows)):
                set_apart(rows, j)
        i += 1


def end_of_header(rows: Sequence[Row], begin: int) -> int:
    """Where the header that begins at a row ends; `begin` itself where there is none."""
    names: set[str] = set()
    end = begin
    while end < len(rows) and (end == begin or not rows[end].above):
        field = FIELD.match(rows[end].text) if ":" in rows[end].text[:28] else None
        if field:
            names.add(field[1])
        elif end == begin or rows[end].indent <= rows[begin].indent:
            break
        end += 1
    return end if names & WHO and len(names) >= 2 else begin


def mark_header(rows: Sequence[Row], begin: int, end: int) -> None:
    """The subject becomes a heading, the date a line of its own, the rest furniture; folded lines go with theirs."""
    name = ""
    for i in range(begin, end):
        row = rows[i]
        field = FIELD.match(row.text)
        name = field[1] if field else name
        if name == "Subject":
            row.heading = 1
            if field and len(row.text) > field.end():
                reply = REPLY.match(row.text, field.end())
                cut(row, reply.end() if reply else field.end(), len(row.text))
        elif name not in WHEN:
            row.furniture = True
        if field:
            row.above = max(1, row.above)
    if end < len(rows):
        rows[end].above = max(1, rows[end].above)


def is_attribution(text: str) -> bool:
    """ "On Mon, 6 Mar 2023 at 10:11, Ann Lee <ann@x.example> wrote:"."""
    if not text.endswith(("wrote:", "writes:")) or len(text) > 160:
        return False
    return "@" in text or (text.startswith("On ") and any(map(str.isdigit, text)))


def is_broken_attribution(above: Row, below: Row) -> bool:
    if not below.text.endswith("wrote:") or below.above or above.stopped:
        return False
    return is_attribution(f"{above.text} {below.text}")
