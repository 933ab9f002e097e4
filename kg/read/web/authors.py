"""Who wrote the article of a page: persons only, by the first source that names any."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kg.read.facts import names
from kg.read.page.bylines import NAME_AT as NAME
from kg.read.page.bylines import authors_of, titled
from kg.read.page.titles import is_site
from kg.read.web.blocks import Block, text_of
from kg.read.web.jsonld import Item, types_of

AUTHORS = ("author", "article:author", "parsely-author", "byl", "sailthru.author", "dc.creator", "dcterms.creator")
ADDRESS = re.compile(r"\S@\S|https?:|www\.")
NOBODY = re.compile(
    r"\b(?:staff|newsroom|desk|team|editors?|editorial|reporters?|correspondents?|writers?|agenc(?:y|ies)|news|wires?"
    r"|services?|bureau|contributors?|admin(?:istrator)?|web|online|guest|unknown|anonymous|associated press"
    r"|press association)\b",
    re.IGNORECASE,
)
"""Words that show that a name is no person's: "Staff Reporter", "News Desk"."""
DEEPEST = 5
ROLES = re.compile(r"\b(?:reporter|correspondent|editor|writer|journalist|columnist|by)s?\b", re.IGNORECASE)
OWN_PAGE = re.compile(r"\b(?:authors?|by-?line|profiles?|reporters?|people|staff|contributors?|journalists?)\b")
SEPARATED = re.compile(r"[|;]")
EMAIL_AUTHOR = re.compile(r"[\s,|]*\b(?:e-?mail(?:\s+the\s+author)?|follow|contact)\b.*\Z", re.IGNORECASE | re.DOTALL)


def authors_in(beside: Sequence[Block], metas: Mapping[str, list[str]], main: Item, sites: Sequence[str]) -> list[str]:
    """Names of the persons who wrote the article, by the first source that states any: the main item, meta elements,
    the blocks `beside` the headline."""
    return (
        people_in("; ".join(persons(main.get("author"))), sites)
        or people_in("; ".join(text for name in AUTHORS for text in metas.get(name, [])), sites)
        or people_in("; ".join(name for block in beside for name in byline_names(block)), sites)
    )


def byline_names(block: Block) -> list[str]:
    """The names of a byline; where they are links, these say where a name ends and a post begins."""
    linked = linked_names(block)
    read = authors_of(block.text)
    return [next((link for link in linked if name.startswith(link)), name) for name in read] or linked


def linked_names(block: Block) -> list[str]:
    """The names in a line below the headline that are links, where the line or the links say whose they are."""
    links = [link for link in block.element.iter("a") if NAME.fullmatch(text_of(link))]
    said = [" ".join(filter(None, map(link.get, ("rel", "class", "href")))) for link in links]
    shown = ROLES.search(block.text) or any(True for _ in block.element.iter("time"))
    return [text_of(link) for link, told in zip(links, said, strict=True) if shown or OWN_PAGE.search(told)]


def people_in(text: str, sites: Sequence[str]) -> list[str]:
    """The persons that a text names between commas, semicolons and bars, without how to reach them."""
    parts = [part for whole in SEPARATED.split(text) for part in names(EMAIL_AUTHOR.sub("", whole))]
    return list(dict.fromkeys(name for part in parts if (name := person(part, sites))))


def persons(value: Any, depth: int = 0) -> list[str]:
    """The names in a JSON-LD author: a text, an item or a list of them; organisations are no authors."""
    if depth > DEEPEST:
        return []
    if isinstance(value, list):
        return [name for item in value for name in persons(item, depth + 1)]
    if isinstance(value, dict):
        return (
            [] if types_of(value) & {"Organization", "NewsMediaOrganization"} else persons(value.get("name"), depth + 1)
        )
    return [value] if isinstance(value, str) else []


def person(name: str, sites: Sequence[str]) -> str | None:
    """`name` when it can be a person's: no address, no role, no site."""
    tokens = name.split()
    if not 2 <= len(tokens) <= 5 or ADDRESS.search(name) or NOBODY.search(name) or any(map(str.isdigit, name)):
        return None
    if not any(token[0].isupper() for token in tokens) or any(is_site(name, site) for site in sites):
        return None
    return titled(name)
