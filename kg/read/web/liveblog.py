"""Live blogs: one page, many posts, each with a time of its own; one article a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from lxml.html import fragment_fromstring  # type: ignore[import-untyped]

from kg.read.facts import Facts
from kg.read.moments import read_moment
from kg.read.page.likeness import key_of
from kg.read.page.prose import CLOSED, words
from kg.read.web.blocks import Block, address_key, blocks_of, leads_elsewhere
from kg.read.web.cards import is_paragraph
from kg.read.web.clock import days_of, local, stamped
from kg.read.web.jsonld import Item, text_in, types_of
from kg.read.web.metadata import Page
from kg.read.web.posts import Post, posts_of

LIVE_TITLE = re.compile(
    r"\blive\b(?:\W*\Z|\W+(?:updates?|blog|coverage|reaction|news|report)\b)|(?:\A|[:|–—-]\s*)live\b"
    r"|\bas it happened\b|\bas they happened\b|\bminute[- ]by[- ]minute\b|\bupdates\W*\Z",
    re.IGNORECASE,
)
LIVE_NAME = re.compile(r"(?:^|[\s_-])live-?_?(?:blog|updates?|feed|stream|story|post|entry|page)", re.IGNORECASE)
MARKUP = re.compile(r"</?(?:p|br|div|b|i|em|strong|a|ul|li|h[1-6]|blockquote)\b[^<>]*>", re.IGNORECASE)
SHARE_OF_LIVE, SHARE_OF_ANY = 0.4, 0.8
"""Share of a page's running text that its posts hold: where the page calls itself live, and where it does not."""
FEWEST_LIVE, FEWEST_OF_ANY = 2, 3


@dataclass(frozen=True, slots=True)
class LivePost:
    """What is known of one post, and its lines: heading and paragraphs in order."""

    lines: tuple[str, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class LiveBlog:
    """Posts in the order of the page, those that only its metadata hold at the end; and the lines beside the posts."""

    posts: tuple[LivePost, ...]
    dropped: tuple[str, ...]


def live_blog_of(root: Any, blocks: Sequence[Block], page: Page) -> LiveBlog | None:
    """The live blog whose body is `root`; None when the page is something else."""
    updates = [item for item in listed((page.main or {}).get("liveBlogUpdate")) if isinstance(item, dict)]
    stated = bool(updates) or (page.main is not None and "LiveBlogPosting" in types_of(page.main))
    posts = unrepeated(posts_of(root, blocks))
    if not is_live(root, blocks, page, posts, stated):
        posts = []
    if not posts and not updates:
        return None
    moments = moments_of(posts, page)
    found: list[LivePost] = []
    keys: list[str] = []
    used: set[int] = set()
    for post, (day, moment) in zip(posts, moments, strict=True):
        key = key_of(" ".join(post.lines))
        twin = next((n for n, item in enumerate(updates) if n not in used and same(item, key, moment)), None)
        used |= set() if twin is None else {twin}
        item = {} if twin is None else updates[twin]
        keys.append(key)
        found.append(LivePost(post.lines, facts_of(item, page, day, moment, post.anchor)))
    for n, item in enumerate(updates):
        lines = lines_in(item)
        if n not in used and lines and key_of(lines[-1]) not in " ".join(keys):
            found.append(LivePost(lines, facts_of(item, page, None, None, None)))
    inside = {i for post in posts for i in post.blocks}
    beside = [block.text for i, block in enumerate(blocks) if i not in inside and not block.heading and not block.href]
    left = [line for post in posts for line in post.dropped]
    return LiveBlog(tuple(found), tuple(line for line in (*beside, *left) if len(words(line)) >= 4)) if found else None


def is_live(root: Any, blocks: Sequence[Block], page: Page, posts: Sequence[Post], stated: bool) -> bool:
    """Whether `posts` are those of a live blog: nearly all of the text, or most of it on a page that calls itself live;
    and no list of other stories with their times."""
    if not posts:
        return False
    elsewhere = {
        address_key(post.linked[0]) for post in posts if post.linked and leads_elsewhere(post.linked[0], page.facts.url)
    }
    if len(elsewhere) > 1 and 2 * sum(bool(post.linked) for post in posts) > len(posts) and not stated:
        return False
    live = stated or bool(LIVE_TITLE.search(page.facts.title or "")) or bool(LIVE_NAME.search(names_in(root)))
    inside = {i for post in posts for i in post.blocks}
    text = {i: len(words(block.text)) for i, block in enumerate(blocks) if is_text(block)}
    share = sum(count for i, count in text.items() if i in inside) / max(1, sum(text.values()))
    if live:
        return len(posts) >= FEWEST_LIVE and share >= SHARE_OF_LIVE
    return len(posts) >= FEWEST_OF_ANY and share >= SHARE_OF_ANY and all(post.machine for post in posts)


def is_text(block: Block) -> bool:
    """Running text, in posts of a word or two as well."""
    return is_paragraph(block) or bool(not block.heading and not block.href and CLOSED.search(block.text))


def names_in(root: Any) -> str:
    """All names of classes and ids on a page."""
    return " ".join(
        value
        for element in root.iter()
        if isinstance(element.tag, str) and (value := element.get("class") or element.get("id"))
    )


def unrepeated(posts: Sequence[Post]) -> list[Post]:
    """Without posts that a page shows twice, as key events."""
    return list({key_of(" ".join(post.lines)): post for post in reversed(posts)}.values())[::-1]


def moments_of(posts: Sequence[Post], page: Page) -> list[tuple[str | None, str | None]]:
    """Local day and moment of each post."""
    first = page.facts.published
    if page.main and (begin := read_moment(text_in(page.main.get("coverageStartTime")) or "")):
        first = begin[0]
    labels = [post.label for post in posts if post.label is not None]
    days = iter(days_of(labels, first))
    found: list[tuple[str | None, str | None]] = []
    for post in posts:
        day = next(days) if post.label is not None else None
        stated = read_moment(post.datetime) if post.datetime else None
        if stated and stated.at:
            moment = local(stated.at, post.label)
            found.append((moment[:10], moment))
        elif stated:
            found.append((stated.day, None))
        elif post.label is not None and post.label.minutes is not None:
            found.append((day, stamped(day, post.label)))
        else:
            found.append((None, None))
    return found


def same(item: Item, key: str, moment: str | None) -> bool:
    """Whether a post in the metadata is the one with these words or this moment."""
    body = key_of(" ".join(lines_in(item)[-1:]))
    if body and (body in key or key in body):
        return True
    stated = read_moment(text_in(item.get("datePublished")) or "")
    return bool(stated and moment and stated.at and instant(stated.at) == instant(moment))


def instant(moment: str) -> datetime:
    """A moment in UTC, where it names its zone."""
    stated = datetime.fromisoformat(moment)
    return stated.astimezone(UTC) if stated.tzinfo else stated


def facts_of(item: Item, page: Page, day: str | None, moment: str | None, anchor: str | None) -> Facts:
    """What is known of one post: its own time and id, the page's title, publisher and authors."""
    if day is None and (stated := read_moment(text_in(item.get("datePublished")) or "")):
        day, moment = stated
    address = next((value for name in ("url", "@id") if isinstance(value := item.get(name), str) and value), "")
    if anchor is None:
        anchor = address.rpartition("#")[2] if "#" in address else text_in(item.get("identifier"))
    url = page.facts.url
    if url and anchor:
        url = f"{url.partition('#')[0]}#{anchor}"
    elif address.startswith("http"):
        url = address
    return replace(page.facts, published=day, published_at=moment, url=url, source_id=anchor or address or None)


def lines_in(item: Item) -> tuple[str, ...]:
    """Heading and paragraphs of a post in the metadata, where its text may be HTML."""
    body = item.get("articleBody")
    body = body if isinstance(body, str) else text_in(item.get("description")) or ""
    if MARKUP.search(body):
        lines = [block.text for block in blocks_of(fragment_fromstring(body, create_parent="div"))]
    else:
        lines = [line for part in body.splitlines() if (line := " ".join(part.split()))]
    heading = text_in(item.get("headline")) or text_in(item.get("name"))
    return (heading, *lines) if heading and key_of(heading) not in map(key_of, lines) else tuple(lines)


def listed(value: Any) -> Iterator[Any]:
    yield from value if isinstance(value, list) else [] if value is None else [value]
