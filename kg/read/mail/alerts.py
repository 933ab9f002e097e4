"""Alerts: one message with the headlines, papers and first words of several articles, each with its address.

Read as services send them: items marked up as articles (schema.org) in HTML, or, in plain text, headline, paper,
snippet and address below "=== News - 3 new results for [term] ===".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qs, urlsplit

from kg.read.mail.parts import text_part

ITEM = "//*[@itemscope and contains(@itemtype, 'schema.org/') and contains(@itemtype, 'Article')]"
HEADING = re.compile(r"=== .{1,60}\b\d{1,4} new results? for .{1,200} ===")
ADDRESS = re.compile(r"<(?P<url>https?://[^<>\s]{1,2000})>")
LONGEST_SNIPPET = 20
"""Lines."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What an alert says of one article; `text` are its first words, or those with the term in them."""

    title: str
    text: str
    publisher: str | None
    url: str | None


def alerts_in(message: EmailMessage, source: str) -> list[Alert]:
    """The articles that a message tells of; none when it is no alert."""
    markup = text_part(message, "html", source)
    if "schema.org" in markup and (found := list(marked_up(markup))):
        return found
    plain = text_part(message, "plain", source, addresses=True)
    return list(listed(plain.split("\n"))) if "new result" in plain else []


def marked_up(markup: str) -> Iterator[Alert]:
    from lxml import html  # type: ignore[import-untyped]

    root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    for item in root.xpath(ITEM):
        names = [words_of(each) for each in item.xpath(".//*[@itemprop='name']")]
        texts = [words_of(each) for each in item.xpath(".//*[@itemprop='description' or @itemprop='articleBody']")]
        paper = [words_of(each) for each in item.xpath(".//*[@itemprop='publisher']")]
        links = [str(link) for link in item.xpath(".//a/@href")]
        if names and texts:
            publisher = (paper or names[1:] or [""])[0] or None
            yield Alert(names[0], texts[0], publisher, direct(links[0]) if links else None)


def listed(lines: list[str]) -> Iterator[Alert]:
    """Items of plain text: from a heading or the address of an item on to the next address."""
    block: list[str] = []
    inside = False
    for line in map(str.strip, lines):
        if HEADING.fullmatch(line):
            inside, block = True, []
        elif line and set(line) <= {"-", " "}:
            inside = False  # what follows is about the alert itself
        elif address := ADDRESS.fullmatch(line):
            if inside and 3 <= len(block) <= LONGEST_SNIPPET:
                yield Alert(block[0], " ".join(block[2:]), block[1], direct(address["url"]))
            block = []
        elif inside:
            block = [*block, line] if line else []


def words_of(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def direct(url: str) -> str:
    """The address that a service's own leads on to (".../url?q=https://…&ct=ga")."""
    try:
        asked = parse_qs(urlsplit(url).query)
    except ValueError:
        return url
    return next((asked[name][0] for name in ("url", "q") if asked.get(name, [""])[0].startswith("http")), url)
