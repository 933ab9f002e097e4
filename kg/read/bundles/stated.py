"""From the values of header fields to facts: names turned round, papers without their place and number, days."""

from __future__ import annotations

import re

from kg.read.bundles.days import compact_day, day_in, short_day
from kg.read.bundles.found import Header
from kg.read.facts import Facts, names
from kg.read.moments import read_moment
from kg.read.page.bylines import authors_of, titled

ADDRESS = re.compile(r"https?://[^\s<>]+")
SENDER = re.compile(r"\s*\"?(?P<name>[^\"<>@]{2,80}?)\"?\s*<[^<>]*>\s*\Z")
MAILED = frozenset("subject betreff objet asunto".split())
SENDERS = frozenset("from de von".split())
SENT = frozenset("sent gesendet envoyé".split())
ISSUE = re.compile(r",? \(?(?:no\.|nr\.|n°|issue|vol\.).{0,30}\Z", re.IGNORECASE)
PLACE = re.compile(r"\s*(?:;| \[|\[).*\Z", re.DOTALL)
PAGE_OF_SECTION = re.compile(
    r"[;,]? *\b(?:pg|p|s|page|pp|seite|part)\b\.? ?.{0,20}\Z|; ?[A-Z]?\d{1,3}\Z", re.IGNORECASE
)
TURNED = re.compile(r"[^\s,;][^,;]{0,40}, ?[^\s,;][^,;]{0,40}")
NOBODY = frozenset(
    "our own staff special news reporter reporters correspondent writer editor desk bureau agency agencies".split()
)
ENGLISH = frozenset("english englisch anglais inglés inglese engels engelsk inglês".split())
AGENCY_ID = re.compile(r"[A-Z]{2,8}_[A-Z]{3}_\d{8}\.\d{1,6}")
"""As in collections of wires: agency, language, day, number."""
FIGURES = re.compile(r"[\d\W]*")


def facts_of(header: Header, first_is_month: bool | None = None) -> Facts:
    """What the header and the trailers state; `first_is_month` is the order of the short stamps of the file."""
    published = day_of(header, first_is_month)
    section = header.first("section")
    language = (header.first("language") or "").split(";")[0].strip()
    return Facts(
        title=header.first("headline") or mailed(header, MAILED),
        publisher=paper_of(header),
        published=published,
        url=address_of(header),
        authors=authors(header),
        source_id=next((value for text in header.values.get("id", ()) if (value := id_of(text))), None),
        section=(PAGE_OF_SECTION.sub("", section).strip(" ;,") or None) if section else None,
        language="English" if language.casefold() in ENGLISH else language or None,
        published_at=moment_of(header, published),
    )


def id_of(value: str) -> str | None:
    """ "Document HT0020190305ef35" -> "HT0020190305ef35"; an id holds a figure and no blank."""
    last = value.split()[-1].strip("<>[]()") if value.split() else ""
    return last if any(map(str.isdigit, last)) else None


def is_mail(header: Header) -> bool:
    return bool(MAILED & set(header.labels) and (SENDERS | {"to", "an", "à"}) & set(header.labels))


def mailed(header: Header, labels: frozenset[str]) -> str | None:
    """The value of a field of a mail, when the article is one."""
    return (
        next((header.labels[label] for label in sorted(labels) if label in header.labels), None)
        if is_mail(header)
        else None
    )


def day_of(header: Header, first_is_month: bool | None) -> str | None:
    """The day of publication: the most exact of those that the header states, else that of the stamp or the id."""
    values = [*header.values.get("date", ()), *header.values.get("citation", ()), *header.values.get("publication", ())]
    values += [value for value in (mailed(header, SENT),) if value]
    days = [found[2] for value in values if (found := day_in(value))]
    days += [moment.day for value in header.values.get("date", ()) if not days and (moment := read_moment(value))]
    days += [day for value in header.values.get("stamp", ()) if (day := short_day(value, first_is_month))]
    if not days:
        ids = (value for value in header.values.get("id", ()) if "·" in value or AGENCY_ID.fullmatch(value))
        days = [day for value in ids if (day := compact_day(value))]
    return max(days, key=len, default=None)


def moment_of(header: Header, day: str | None) -> str | None:
    """The moment of publication, where a field states one that is of `day`."""
    values = [*header.values.get("date", ()), mailed(header, SENT) or ""]
    moments = (read_moment(value) for value in values)
    return next((moment.at for moment in moments if moment and moment.at and moment.day == day), None)


def paper_of(header: Header) -> str | None:
    """The name of the paper without place, number and date: "The Harbour Times ; Leith [Leith]05 Mar"."""
    value = (
        header.first("publication")
        or header.first("citation")
        or header.first("paper")
        or (None if is_mail(header) else header.labels.get("from"))
    )
    if value is None:
        return header.first("publisher")
    day = day_in(value)
    name = value[: day[0]] if day else value
    return ISSUE.sub("", PLACE.sub("", name)).strip(" ,.;:–-|") or None


def address_of(header: Header) -> str | None:
    found = (ADDRESS.search(value) for value in header.values.get("url", ()))
    return next((match[0].rstrip(".,;)") for match in found if match), None)


def authors(header: Header) -> tuple[str, ...]:
    """The names of the first byline that holds any; "Garrow, Fiona" is turned round."""
    sender = SENDER.match(mailed(header, SENDERS) or "")
    for value in [*header.values.get("byline", ()), *([sender["name"]] if sender else [])]:
        found = turned(value) or authors_of(value) or authors_of(f"By {value}") or plain_names(value)
        if found:
            return found
    return ()


def turned(value: str) -> tuple[str, ...]:
    """The names in "Garrow, Fiona; Innes, Peter M"."""
    parts = [part.strip() for part in value.split(";") if part.strip()]
    pairs = [part.split(",") for part in parts if TURNED.fullmatch(part)]
    several = len(parts) > 1
    single = [pair for pair in pairs if several or min(len(pair[0].split()), len(pair[1].split())) == 1]
    if not parts or len(single) != len(parts) or any(len(half.split()) > 3 for pair in single for half in pair):
        return ()
    return tuple(dict.fromkeys(titled(f"{first.strip()} {last.strip()}") for last, first in single))


def plain_names(value: str) -> tuple[str, ...]:
    """Names as a list has them, when each has two to five words with capitals."""
    found = tuple(titled(name) for name in names(value) if not FIGURES.fullmatch(name))
    fit = [
        name
        for name in found
        if not set(name.casefold().split()) <= NOBODY
        and 2 <= len(name.split()) <= 5
        and name[0].isupper()
        and name.split()[-1][0].isupper()
    ]
    return tuple(fit)
