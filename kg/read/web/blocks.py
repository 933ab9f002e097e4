"""The blocks of a page in the order of reading: headings, paragraphs, list items, with what they link to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag, urlsplit

from lxml import etree  # type: ignore[import-untyped]

from kg.read.page.bylines import stamp_of

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
WORDLESS = frozenset(
    "script style noscript template svg button select option textarea iframe object head audio".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
OUTSIDE = frozenset("nav footer form".split())
"""Elements that hold no words of an article on any page."""
OUTSIDE_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|breadcrumbs?|footer|cookies?|consent|gdpr|newsletter|comments?|disqus"
    r"|respond|share|sharing|social|advert(?:isement)?|ads?|promo|paywall|modal|popup|masthead|topbar|skip-link)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names in `class`, `id` or `role` that say the same of a `div`."""
LARGEST_SHARE = 0.8
"""Share of a block's letters in one link from which on the block is that link."""
DATED_LINK = 4
"""Words of a link from which on it is a headline beside its date."""
LONGEST_NAMED = 300
"""Words up to which a part with such a name is believed: some pages call the whole of themselves "menu-open"."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block's own text, blanks single. `heading` is 1 to 6 or 0; `href` the address when the block is one link;
    `element` what holds it."""

    text: str
    heading: int
    href: str | None
    element: Any


def blocks_of(root: Any) -> list[Block]:
    """The blocks below `root`, without menus, forms, comments, banners and what holds no words."""
    found: list[Block] = []
    words: list[str] = []
    linked: dict[str, list[str]] = {}
    links: list[str] = []
    holders = [root]

    def add(text: str | None) -> None:
        if text:
            words.append(text)
            if links and links[-1]:
                linked.setdefault(links[-1], []).append(text)

    def part() -> None:
        """Two elements side by side without a blank are two words: a name and a post, which only style keeps apart."""
        if words and words[-1] and not words[-1][-1:].isspace():
            words.append(" ")

    def close() -> None:
        text = " ".join("".join(words).split())
        if text:
            href = max(linked, key=lambda name: letters("".join(linked[name])), default=None)
            whole = href is not None and is_one_link(text, "".join(linked[href]))
            level = next((HEADINGS[e.tag] for e in reversed(holders) if e.tag in HEADINGS), 0)
            found.append(Block(text, level, href if whole else None, holders[-1]))
        words.clear()
        linked.clear()

    ended = False
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag
        if not isinstance(name, str):
            if event == "start":
                walk.skip_subtree()
            else:
                add(element.tail)
            continue
        if event == "start":
            if element is not root and (name in WORDLESS or name in OUTSIDE or is_outside(element)):
                walk.skip_subtree()
                if name in BLOCKS:
                    close()
                continue
            if name in BLOCKS:
                close()
                holders.append(element)
            elif name == "br" or ended:
                part()
            if name == "a":
                links.append(element.get("href") or "")
            add(element.text)
            ended = False
            continue
        if name == "a" and links and element.get("href", "") == links[-1]:
            links.pop()
        if name in BLOCKS and holders[-1] is element:
            close()
            holders.pop()
        if element is not root:
            add(element.tail)
        ended = not element.tail
    close()
    return found


def is_one_link(text: str, link: str) -> bool:
    """Whether a block holds a link and nothing else of weight, but for a date beside a headline."""
    if letters(link) >= LARGEST_SHARE * letters(text):
        return letters(link) > 0
    rest = text.replace(" ".join(link.split()), " ", 1)
    return len(link.split()) >= DATED_LINK and bool(stamp_of(rest))


def is_outside(element: Any) -> bool:
    """Whether the names of an element say that it is no part of an article, and it is small enough to believe that."""
    if element.tag not in ("div", "section", "aside", "ul", "header") or not element.attrib:
        return False
    named = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))
    return bool(named and OUTSIDE_NAMED.search(named)) and sum(map(len, element.itertext())) < 6 * LONGEST_NAMED


def letters(text: str) -> int:
    return sum(map(len, text.split()))


def text_of(element: Any) -> str:
    """All text below an element, blanks single."""
    return " ".join("".join(element.itertext()).split())


def ancestors(element: Any) -> Iterator[Any]:
    """The element and what it lies in, innermost first."""
    yield element
    yield from element.iterancestors()


def address_key(address: str | None) -> str:
    """What two addresses of one page have in common: host without "www." and path; "" for none."""
    if not address:
        return ""
    try:
        parts = urlsplit(urldefrag(address.strip())[0])
    except ValueError:
        return ""
    return parts.netloc.casefold().removeprefix("www.").removeprefix("m.") + parts.path.rstrip("/")


def leads_elsewhere(href: str | None, address: str | None) -> bool:
    """Whether a link leads to another page than `address`, the page's own."""
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
        return False
    own, other = address_key(address), address_key(href)
    return bool(other) and other != own and not (own and href.startswith("/") and own.endswith(other))
