"""Subject, sender, date and id of a message as facts of the article in it.

Who sent it is its author when the name is a person's and the address a paper's or a list's: a reader who passes an
article on from a private address wrote none of it. Any other name is the publisher.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.header import decode_header
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.gazetteer.names import normalise
from kg.read.dates import find_date
from kg.read.encoding import decode
from kg.read.facts import Facts
from kg.read.page.bylines import NAME, titled

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer

LONGEST = 4000
"""Characters of a header that are looked at."""
LONGEST_SENDER = 200
REPLY = re.compile(r"\s*(?:re|aw|antw|sv|vs|r)\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE)
FORWARD = re.compile(r"\s*(?:fwd?|fw|wg|tr|i|rv|enc)\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE)
LIST_TAG = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*(?=\S)")
FEWEST_WORDS = 3
"""Words of a subject that is a headline; "FYI", "Article" and "Fwd: today" are none."""
PERSON = re.compile(NAME)
ORGANISATION = re.compile(
    r"""\b(?:the|news\w*|alerts?|briefs?|briefing|digest|daily|weekly|monthly|morning|evening|today|update[sd]?|team|desk
    |editors?|editorial|press|media|agency|service|bureau|office|ministry|department|group|list|staff|times|post|herald
    |tribune|journal|gazette|guardian|observer|chronicle|telegraph|mail|courier|wire|express|mirror|globe|sentinel
    |bulletin|monitor|dispatch|inquirer|examiner|reporter|ledger|mercury|echo|advertiser|argus|citizen|standard
    |independent|review|magazine|radio|tv|foundation|union|party|council|committee|commission|cent(?:re|er)|association
    |society|bank|court|government|embassy|project|network|channel|club|watch|international|house|noreply|support|info
    |admin|subscriptions?|communications?|relations|university|institute|company|inc|ltd|plc)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words of senders that are no persons."""
ROLE_BEHIND = re.compile(
    r"(?:[\s,|–—-]+|\s*\()(?:e-?mail\s+|breaking\s+|daily\s+)?(?:news\s+alerts?|newsletters?|alerts?|e-?mails?|no-?reply|mailing\s+list)\)?\s*\Z",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s+(?:via|at|from|of|for)\s+|\s*[|,·–—/]\s*|\s+-\s+|\s*\((?=[^()]*\)\s*\Z)")
PRIVATE = re.compile(
    r"@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|mac|gmx|web|proton(?:mail)?|pm|mail|yandex"
    r"|zoho|fastmail|qq|163|126|comcast|verizon|att|btinternet|t-online|orange|free|laposte|libero|wanadoo|rediffmail)\.",
    re.IGNORECASE,
)
"""Domains of people's own mailboxes."""
BULK = ("List-Id", "List-Unsubscribe", "List-Post", "Mailing-List")


def header_of(message: EmailMessage, name: str) -> str:
    """A header in one line, decoded as far as it can be; empty when there is none. Never raises."""
    raw = next((str(value) for key, value in message.raw_items() if key.casefold() == name.casefold()), "")
    return decoded(raw)


def decoded(raw: str) -> str:
    """A header as it stands in the message, its encoded words and bytes turned to text."""
    raw = " ".join(raw[:LONGEST].split())
    parts = []
    try:
        for part, charset in decode_header(raw):
            content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape")
            parts.append(decode(content, "", charset)[0] if content.strip() else " ")
    except Exception:  # whatever is wrong with it, the words stand in it
        return raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join("".join(parts).split())


def facts_of(message: EmailMessage) -> Facts:
    """What the headers say; `authors` only of a message that is no forwarded one."""
    subject = header_of(message, "Subject")
    authors, publisher = sender_of(header_of(message, "From"), is_bulk(message), bool(FORWARD.match(subject)))
    published, moment = moment_of(header_of(message, "Date"))
    return Facts(
        title=title_of(subject),
        publisher=publisher or list_of(message),
        published=published,
        published_at=moment,
        url=address_in(header_of(message, "Archived-At")),
        authors=authors,
        source_id=header_of(message, "Message-ID").strip("<> ") or None,
    )


def title_of(subject: str) -> str | None:
    """The headline in a subject: without "Re:", "Fwd:" and the tags of lists; None when it is none."""
    rest = subject
    while (shorter := without_mark(rest)) != rest:
        rest = shorter
    return rest if len(rest.split()) >= FEWEST_WORDS else None


def without_mark(subject: str) -> str:
    for mark in (REPLY, FORWARD, LIST_TAG):
        match = mark.match(subject)
        if match:
            return subject[match.end() :].strip()
    return subject.strip()


def sender_of(sender: str, bulk: bool, forwarded: bool) -> tuple[tuple[str, ...], str | None]:
    """Authors and publisher by the sender: ("Ann Lee <ann@courier.example>" -> Ann Lee, no publisher), ("The Coast
    Courier <news@courier.example>" -> no author, The Coast Courier), ("Ann Lee, The Coast Courier" -> both)."""
    name, address = parseaddr(sender[:LONGEST_SENDER])
    name = name.strip(" \"'")
    if not name or "@" in name:
        return (), None
    authors: tuple[str, ...] = ()
    publisher = None
    for part in BETWEEN.split(name):
        part = ROLE_BEHIND.sub("", part.strip(" ()"))
        if is_person(part, address):
            authors = authors or (titled(part),)
        elif part and publisher is None:
            publisher = part
    private = PRIVATE.search(address) is not None and not bulk
    if publisher is not None and not authors and BETWEEN.search(name):
        publisher = ROLE_BEHIND.sub("", name)  # "Politics | The Courier" is one name
    return (() if forwarded or private else authors), (None if private else publisher)


def is_person(name: str, address: str) -> bool:
    """Whether a sender's name is a person's: it begins with a given name, or the mailbox (not the domain, as with a
    firm's) repeats a part of it."""
    if not PERSON.fullmatch(name) or ORGANISATION.search(name):
        return False
    mailbox, domain = (normalise(part).replace(" ", "") for part in address.partition("@")[::2])
    own = [word for word in normalise(name).split() if len(word) > 1]
    if is_given_name(name.split()[0]):
        return True
    return any(word in mailbox for word in own) and not any(word in domain for word in own)


@lru_cache(maxsize=4096)
def is_given_name(word: str) -> bool:
    return gazetteer().is_given_name(word)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    from kg.gazetteer import Gazetteer

    return Gazetteer.load()


def is_bulk(message: EmailMessage) -> bool:
    """Whether a list or a paper sent it to many."""
    bulk = header_of(message, "Precedence").casefold() in ("bulk", "list")
    return bulk or any(header_of(message, name) for name in BULK)


def list_of(message: EmailMessage) -> str | None:
    """The name of the list, where it has one ("The Morning Line <line.courier.example>")."""
    name = header_of(message, "List-Id").partition("<")[0].strip(" \"'")
    return name if " " in name and len(name) <= 60 else None


def address_in(value: str) -> str | None:
    match = re.search(r"https?://[^\s<>]+", value)
    return match[0] if match else None


def moment_of(value: str) -> tuple[str | None, str | None]:
    """Day and moment of a date header, both as written: its day is that of the sender."""
    if not value:
        return None, None
    try:
        moment: datetime = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        found = find_date(value)
        return (found[1], None) if found else (None, None)
    if not 1950 <= moment.year <= 2100:
        return None, None
    if moment.tzinfo is None:  # "-0000": UTC from a sender who does not say where
        moment = moment.replace(tzinfo=UTC)
    return moment.date().isoformat(), moment.isoformat(timespec="seconds")
