"""JSON-LD of a page (schema.org), and which of its items the page is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from kg.read.page.likeness import key_of
from kg.read.web.blocks import address_key

WRAPPED = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)")
WRAPPED_END = re.compile(r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*(?:;\s*)?\Z|;\s*\Z")
ABOUT = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where the item that a page is about may lie; lists, related stories and parts lie elsewhere."""
COLLECTIONS = frozenset(
    {"CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage", "MediaGallery", "DataFeed", "Blog"}
)

Item = dict[str, Any]


def items_of(tree: Any) -> list[Item]:
    """The outermost JSON-LD items of a page and those in their graphs, in order. What is no JSON is passed over."""
    found: list[Item] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().casefold() == "application/ld+json":
            found.extend(outer_items(parsed(script.text or "")))
    return found


def parsed(text: str) -> Any:
    text = WRAPPED_END.sub("", WRAPPED.sub("", text))
    try:
        return json.loads(text, strict=False)  # raw line ends in texts are common
    except (ValueError, RecursionError):
        return None


def outer_items(node: Any, depth: int = 0) -> Iterator[Item]:
    if depth > 4:
        return
    if isinstance(node, list):
        for item in node:
            yield from outer_items(item, depth + 1)
    elif isinstance(node, dict):
        yield node
        for key in ABOUT:
            yield from outer_items(node.get(key), depth + 1)


def types_of(item: Item) -> frozenset[str]:
    """The types of an item without the address of their vocabulary."""
    stated = item.get("@type")
    named = stated if isinstance(stated, list) else [stated]
    return frozenset(str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in named if name)


def is_article(item: Item) -> bool:
    return any(name.endswith(("Article", "Posting")) or name == "Report" for name in types_of(item))


def is_collection(item: Item) -> bool:
    return bool(types_of(item) & COLLECTIONS)


def main_item(items: Sequence[Item], address: str | None, titles: Sequence[str]) -> Item | None:
    """The article that the page is about: its address or headline is the page's. One that states another address and
    another headline is another story; one alone that states neither is taken at its word."""
    own = address_key(address)
    keys = [key for title in titles if (key := key_of(title))]
    scored = [(likeness(item, own, keys), -i, item) for i, item in enumerate(items) if is_article(item)]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] >= 0 else None


def likeness(item: Item, own: str, titles: Sequence[str]) -> int:
    """How well an item agrees with the page's address and titles; below zero for another story's."""
    score = 0
    addresses = {key for name in ("url", "@id", "mainEntityOfPage") if (key := address_key(address_in(item.get(name))))}
    if own and addresses:
        score += 4 if own in addresses else -2
    headline = key_of(text_in(item.get("headline")) or text_in(item.get("name")) or "")
    if headline and titles:
        score += 4 if any(headline in title or title in headline for title in titles) else -2
    return score + ("LiveBlogPosting" in types_of(item)) if score >= 0 else score


def address_in(value: Any) -> str | None:
    """The address in a text, or in an item that stands for a page."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None


def text_in(value: Any) -> str | None:
    """A text value, the first of several, or the name of an item, on one line."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else None
