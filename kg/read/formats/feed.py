"""RSS and Atom: an article for each entry, whole where the feed carries the text, else marked as an excerpt."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

import feedparser  # type: ignore[import-untyped]

from kg.errors import KgError, ReadError
from kg.read.facts import Facts, line, names
from kg.read.mapped import Mapped
from kg.read.moments import read_moment
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page
from kg.read.page.fragment import read_fragment, text_of_fragment

FEWEST_WORDS = 150
"""A description of so many words, or of several paragraphs, is the text itself: many feeds keep it there."""
CUT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\b(?:read|continue|more)\b.{0,40})\s*\Z", re.IGNORECASE)
MORE = re.compile(
    r"(?:(?<=[.!?…\"”’])\s|\s\[?(?:…|\.\.\.)\]?|\n)\s{0,3}"
    r"(?:continue reading|read (?:more|on|the full (?:story|article))|more)\b[^.!?]{0,20}\Z",
    re.IGNORECASE,
)
"""The words of the link to the whole, with the dots in front of them."""
MAILED = re.compile(r"[^\s@()<>]+@[^\s@()<>]+\s{0,3}\((?P<behind>[^()]+)\)|(?P<before>[^<>@()]+)<[^<>\s@]+@[^<>\s@]+>")
LONGEST_AUTHOR = 200
FOOTER = re.compile(r"The post .{1,300} (?:appeared first on|first appeared on) .{1,120}\Z")
"""What a blog system puts below each entry."""
CAPTION = re.compile(
    rb"<media:description\b[^<>]*>[^<]*"
    rb"(?:<!\[CDATA\[[^\]]{0,1500}(?:\](?!\]>)[^\]]{0,500}){0,20}\]\]>[^<]*)*</media:description\s*>"
)
"""Media RSS's caption of a picture, which feedparser takes for words of the entry (findings/feedparser-caption.sh).
What it holds is bounded, so that a damaged feed costs no more than a sound one."""
PARTS = re.compile(r"\s+(?:[-–—|>»]|&gt;)\s+|:\s+")
SECTIONS = frozenset(
    "all africa america americas arts asia australia breaking business climate culture economy education entertainment"
    " environment europe feed headlines health home international latest local middle money national news opinion"
    " politics rss science section sport sports stories technology top uk us world".split()
)
"""Words that a feed's title has behind the name of its paper: "Coast Mail | World News - RSS"."""


def read_feed(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The entries of a feed, numbered from 1. Nothing is fetched: an entry is what stands in the file."""
    feed = feedparser.parse(
        io.BytesIO(CAPTION.sub(b"", stream.read())), sanitize_html=False, resolve_relative_uris=False
    )
    if not feed.entries:
        cause = " ".join(str(feed.get("bozo_exception", "")).split())
        told = f"not a readable feed ({cause})" if feed.bozo and not feed.version else "a feed without entries"
        raise ReadError(f"{source}: {told}; save it again")
    paper = paper_of(line(text_of_fragment(feed.feed.get("title") or "")))
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{source}:{number}"
        try:
            yield read_entry(entry, place, options, paper, feed.feed.get("language"), dated=feed.version[:3] == "rss")
        except KgError as error:
            yield Failure(place, error)
    if broken(feed):
        cause = " ".join(str(feed.bozo_exception).split())
        told = f"not well-formed from the end of entry {len(feed.entries)} on ({cause}); what follows is lost"
        yield Failure(source, ReadError(f"{source}: {told}, save it again"))


def paper_of(title: str | None) -> str | None:
    """The paper of a feed: its title up to the name of a section, so that all feeds of a paper are of one."""
    if not title:
        return None
    for part in PARTS.finditer(title):
        first, *_ = title[part.end() :].casefold().split() or [""]
        if first in SECTIONS and len(title[part.end() :].split()) <= 5:
            return title[: part.start()]
    return title


def broken(feed: Any) -> bool:
    """Whether the file breaks off or is damaged, rather than mislabelled in its encoding."""
    exception = feed.get("bozo_exception")
    return bool(feed.bozo) and not isinstance(
        exception, feedparser.exceptions.CharacterEncodingOverride | feedparser.exceptions.NonXMLContentType
    )


def read_entry(
    entry: Mapping[str, Any],
    place: str,
    options: ReadOptions,
    paper: str | None,
    language: str | None,
    *,
    dated: bool = False,
) -> Reading:
    """`dated` says that the only date of an entry is that of its publication, as in RSS with Dublin Core, whatever
    feedparser calls it."""
    text, excerpt, dropped = text_of_entry(entry)
    if not text.strip():
        raise ReadError(f"{place}: the entry holds no text; save the page it links to and give that")
    warnings = [f"{place}: the feed holds only the beginning or a summary; it is read as an excerpt"] if excerpt else []
    stated = entry.get("published") or entry.get("updated") or entry.get("created")
    moment = read_moment(stated) if stated else None
    if moment and not entry.get("published") and entry.get("updated") and not dated:
        warnings.append(f"{place}: only the date of an update is stated, taken as publication date: {moment.day}")
    known = Facts(
        title=line(text_of_fragment(entry.get("title") or "")),
        publisher=line(text_of_fragment((entry.get("source") or {}).get("title") or "")) or paper,
        published=moment.day if moment else None,
        published_at=moment.at if moment else None,
        url=address_of(entry),
        authors=names(authors_of(entry)),
        source_id=line(entry.get("id")),
        section=next((term for tag in entry.get("tags", ()) if (term := line(tag.get("term")))), None),
        language=(entry.get("title_detail") or {}).get("language") or language,
        excerpt=excerpt,
    )
    reading = read_page(Mapped.whole(text), place, options, known, tuple(warnings))
    return replace(reading, dropped=(*dropped, *reading.dropped)) if dropped else reading


def authors_of(entry: Mapping[str, Any]) -> list[str] | str | None:
    """The names of authors. feedparser (6.0.14) cuts addresses after four letters of their last part and takes the
    rest for a name, so that a single "ann@post.online (Ann Lee)" is read here."""
    raw = entry.get("author") or ""
    found = [name for each in entry.get("authors", ()) if (name := each.get("name"))]
    mailed = MAILED.fullmatch(raw[:LONGEST_AUTHOR]) if len(found) < 2 else None
    return (mailed["behind"] or mailed["before"]).strip() if mailed else found or raw


def text_of_entry(entry: Mapping[str, Any]) -> tuple[str, bool, tuple[str, ...]]:
    """The text of an entry, whether it is only a summary of what it stands for, and what was left out of it."""
    contents = [part.get("value") or "" for part in entry.get("content", ()) if is_text(part.get("type"))]
    summary = entry.get("summary") or ""
    whole = max(contents, key=len, default="")
    carried = bool(whole.strip()) and len(whole) >= len(summary)
    text, dropped = read_fragment(whole if carried else summary)
    text = FOOTER.sub("", text.rstrip())
    cut = CUT.search(text, max(0, len(text) - 60)) is not None
    if more := MORE.search(text, max(0, len(text) - 60)):
        text, dropped = text[: more.start()].rstrip(), (*dropped, more[0].strip())
    carried = carried and not is_recorded(entry)
    brief = len(text.split()) < FEWEST_WORDS and text.count("\n\n") < 2
    return text, cut or (brief and not carried), dropped


def is_text(kind: str | None) -> bool:
    """Whether a content of this type is words ("text/plain", "html", "application/xhtml+xml"), and no picture."""
    return kind is None or "text" in kind or "html" in kind


def is_recorded(entry: Mapping[str, Any]) -> bool:
    """Whether an entry stands for sound or film, of which its words are only the announcement."""
    return any(str(each.get("type", "")).startswith(("audio/", "video/")) for each in entry.get("enclosures", ()))


def address_of(entry: Mapping[str, Any]) -> str | None:
    """The page of the entry, not its comments or its sound."""
    links = [link for link in entry.get("links", ()) if link.get("rel") == "alternate" and link.get("href")]
    return links[0]["href"] if links else entry.get("link")
