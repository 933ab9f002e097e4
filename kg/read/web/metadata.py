"""What a page's metadata state of its article: of the article that the page is about, never of another on it.

JSON-LD of the main entity goes first, then meta elements, then what stands beside the headline, then what trafilatura
finds in bylines of many kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from trafilatura.metadata import extract_author, extract_sitename, extract_title, extract_url

from kg.read.facts import Facts
from kg.read.moments import Moment, read_moment
from kg.read.page.bylines import stamp_of
from kg.read.page.likeness import key_of
from kg.read.page.metadata import is_update
from kg.read.page.titles import host_names, is_site, without_site
from kg.read.web.authors import ADDRESS, authors_in, people_in
from kg.read.web.blocks import Block, text_of
from kg.read.web.jsonld import Item, address_in, is_collection, items_of, main_item, text_in, types_of

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publication_date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
)
"""Names of meta elements that state when an article was published, the most exact first."""
SITES = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name", "twitter:site")
SECTIONS = ("article:section", "og:article:section", "parsely-section", "section")
IDS = ("parsely-post-id", "article:id", "article_id", "articleid", "article-id", "cxenseparse:articleid", "content_id")
UPDATE = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)
LAST_UPDATE = re.compile(r"(?:updated|modified|edited|revised)\W*(?:on|at)?\W*\Z", re.IGNORECASE)
LONGEST_LINE, LINKED = 25, 4
HEADER_BLOCKS = 12
"""Blocks behind the headline within which a byline and a date stand."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself. `main` is the JSON-LD item that it is about; `article` and `collection` whether the
    metadata call it an article, or a list of articles; `sites` the names of its site."""

    facts: Facts
    main: Item | None = None
    article: bool = False
    collection: bool = False
    sites: tuple[str, ...] = ()
    metas: Mapping[str, list[str]] = field(default_factory=dict)


def metadata_of(tree: Any, blocks: Sequence[Block]) -> Page:
    """The facts of the page whose element tree is `tree` and whose blocks are `blocks`."""
    metas = metas_of(tree)
    items = items_of(tree)
    (heading, alone), printed = headline_of(blocks), text_of_title(tree)
    address = extract_url(tree) or next(iter(metas.get("og:url", [])), None)
    stated = [title for title in (heading, *metas.get("og:title", []), printed) if title]
    main = main_item(items, address, stated) or {}
    address = address or address_in(main.get("url")) or address_in(main.get("mainEntityOfPage"))
    site = publisher_of(metas, main) or extract_sitename(tree) or host_of(address)
    sites = tuple(filter(None, (site, *metas.get("og:site_name", []), *host_names(address))))
    section = next((metas[name][0] for name in SECTIONS if name in metas), None) or text_in(main.get("articleSection"))
    moment = published_of(tree, blocks, metas, main, items)
    authors = tuple(authors_in(beside_headline(blocks), metas, main, sites))
    facts = Facts(
        title=title_of(heading, alone, printed, metas, main, sites, section) or extract_title(tree),
        publisher=site,
        published=moment.day if moment else None,
        published_at=moment.at if moment else None,
        url=address,
        authors=authors or tuple(people_in(extract_author(tree) or "", sites)),
        section=section,
        language=next(iter(tree.xpath("/html/@lang")), None) or text_in(main.get("inLanguage")),
        source_id=next((metas[name][0] for name in IDS if name in metas and not ADDRESS.search(metas[name][0])), None),
    )
    kinds = {kind.casefold() for kind in metas.get("og:type", [])}
    article = bool(main) or "article" in kinds or "article:published_time" in metas
    collection = not main and (any(is_collection(item) for item in items) or "profile" in kinds)
    return Page(facts, main or None, article, collection, sites, metas)


def metas_of(tree: Any) -> dict[str, list[str]]:
    """The contents of meta elements by their names in lower case, in order, without empty ones."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        named = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content and (element.get("itemprop") is None or not in_aside(element)):
            found.setdefault(named.strip().casefold(), []).append(content)
    return found


def in_aside(element: Any) -> bool:
    return any(above.tag in ("aside", "nav", "footer", "li") for above in element.iterancestors())


def headline_of(blocks: Sequence[Block]) -> tuple[str | None, bool]:
    """The only heading of the first level, or the first that stands in no link; and whether it is the only one."""
    first = [block for block in blocks if block.heading == 1]
    return next((block.text for block in first if not block.href or len(first) == 1), None), len(first) == 1


def text_of_title(tree: Any) -> str | None:
    element = tree.find(".//head/title")
    return text_of(element) or None if element is not None else None


def title_of(
    heading: str | None,
    alone: bool,
    printed: str | None,
    metas: Mapping[str, list[str]],
    main: Item,
    sites: Sequence[str],
    section: str | None,
) -> str | None:
    """The headline as printed on the page, where the title element or metadata hold it too or a part of it; else as
    metadata state it. A title element of its own wording counts less than the only heading of the page."""
    sections = (section,) if section else ()
    stated = [text_in(main.get("headline")), *metas.get("og:title", []), *metas.get("twitter:title", [])]
    texts = [without_site(text, sites, sections) for text in (*stated, printed) if text]
    cut = [text for text in texts if text and not any(is_site(text, site) for site in sites)]
    if heading and not any(is_site(heading, site) for site in sites):
        key = key_of(heading)
        held = any(key in key_of(text) for text in (*stated, printed) if text)
        begun = any(key.startswith(key_of(text)) for text in cut)
        if key and (held or begun or not cut or (alone and not any(stated))):
            return without_site(heading, sites, sections)
    return next(iter(cut), None)


def publisher_of(metas: Mapping[str, list[str]], main: Item) -> str | None:
    """The name of the site or of its publisher."""
    stated = [metas[name][0] for name in SITES if name in metas]
    found = next(iter([*stated[:1], *filter(None, [text_in(main.get("publisher"))]), *stated[1:]]), "").lstrip("@")
    return (found if "." in found or found[0].isupper() else found.title()) if found else None


def host_of(address: str | None) -> str | None:
    """The host of an address, which names a site where nothing else does."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def published_of(
    tree: Any, blocks: Sequence[Block], metas: Mapping[str, list[str]], main: Item, items: Sequence[Item]
) -> Moment | None:
    """Day and moment of publication: of the main entity, of meta elements, of the date beside the headline."""
    values = [text_in(main.get("datePublished")), *(metas[name][0] for name in PUBLISHED if name in metas)]
    values += [element.get("datetime") for element in tree.iter("time") if marks_publication(element)]
    if not main:
        values += [text_in(item.get("datePublished")) for item in items if types_of(item) == {"WebPage"}]
    values += list(times_beside_headline(blocks))
    return next((moment for value in values if value and (moment := read_moment(value))), None)


def marks_publication(element: Any) -> bool:
    named = (element.get("itemprop") or "").casefold()
    return (element.get("pubdate") is not None or named == "datepublished") and not in_aside(element)


def times_beside_headline(blocks: Sequence[Block]) -> Iterator[str]:
    """What `<time>` elements and date lines between the headline and the text say, but for those of an update."""
    for block in beside_headline(blocks):
        for element in block.element.iter("time"):
            label = f"{text_of(element)} {element.get('class') or ''} {element.get('itemprop') or ''}"
            before = block.text[: max(0, block.text.find(text_of(element)))]
            if not UPDATE.search(label) and not LAST_UPDATE.search(before):
                yield element.get("datetime") or text_of(element)
        stamp = stamp_of(block.text)
        if stamp and not is_update(stamp[1]):
            yield stamp[0]


def beside_headline(blocks: Sequence[Block]) -> list[Block]:
    """The blocks between the headline and the second longer paragraph, or the headline of another story."""
    start = next((i for i, block in enumerate(blocks) if block.heading == 1), None)
    found: list[Block] = []
    long = 0
    for block in blocks[start + 1 : start + 1 + HEADER_BLOCKS] if start is not None else ():
        size = len(block.text.split())
        long += size > LONGEST_LINE
        if long > 1 or (block.heading and block.href and size >= LINKED):
            break
        found.append(block)
    return found
