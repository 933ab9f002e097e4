"""NITF, NewsML-G2 and NewsML 1: XML in which agencies send stories (standards of the IPTC).

Names are matched without their namespace, since versions differ by it. Of each story headline, text, byline, dates,
provider, section, language and id are taken; pictures, tables and captions are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from kg.errors import KgError, ReadError
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.moments import read_moment
from kg.read.news.usage import require_usable
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page

Element = Any
STORIES = frozenset({"newsItem", "nitf", "NewsItem", "newsitem"})
"""The last is that of collections for research, which keep Dublin Core beside the text."""
NO_STORIES = {"packageItem": "a package", "conceptItem": "a concept", "knowledgeItem": "a list of concepts"}
LEFT_OUT = frozenset({"media", "table", "fn", "hedline", "body.head", "body.end", "head", "title"})
PARAGRAPHS = frozenset({"p", "hl2", "li", "dt", "dd", "pre", "blockquote", "bq", "h1", "h2", "h3", "h4"})


def read_press(root: Element, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The stories below `root`; several are numbered. Raises ReadError when there is none."""
    stories = list(stories_in(root))
    if not stories:
        there = {local(element) for element in root.iter()}
        found = (told for name, told in NO_STORIES.items() if name in there)
        what = next(found, "no story")
        raise ReadError(f"{source}: {what}, without the text of a story; give the items that it lists")
    for number, story in enumerate(stories, start=1):
        place = f"{source}:{number}" if len(stories) > 1 else source
        try:
            yield one_story(story, place, options)
        except KgError as error:
            yield Failure(place, error)


def stories_in(node: Element) -> Iterator[Element]:
    """The outermost elements that are stories, in order."""
    if local(node) in STORIES and not (local(node) == "NewsItem" and len(list(named(node, "NewsItem"))) > 1):
        yield node
        return
    for child in node:
        yield from stories_in(child)


def one_story(story: Element, place: str, options: ReadOptions) -> Reading:
    require_usable(
        attribute(story, "pubStatus", "qcode")
        or attribute(story, "Status", "FormalName")
        or attribute(story, "docdata", "management-status"),
        text_at(story, "embargoed") or attribute(story, "pubdata", "embargo"),
        place,
    )
    body = next(iter(bodies(story)), None)
    paragraphs = [text for part in paragraphs_of(body) if (text := flat(part))] if body is not None else []
    if not paragraphs:
        kinds = sorted({name for each in named(story, "remoteContent") if (name := each.get("contenttype"))})
        raise ReadError(f"{place}: no text in it{f', but {kinds[0]}' if kinds else ''}; give the item with the story")
    return read_page(Mapped.whole("\n\n".join(paragraphs)), place, options, facts_of(story))


def facts_of(story: Element) -> Facts:
    stated = (
        core(story, "dc.date.published"),
        text_at(story, "contentCreated"),
        attribute(story, "date.issue", "norm"),
        attribute(story, "date.release", "norm"),
        attribute(story, "pubdata", "date.publication"),
        text_at(story, "firstCreated"),
        text_at(story, "versionCreated"),
        text_at(story, "FirstCreated"),
        text_at(story, "ThisRevisionCreated"),
        story.get("date"),
    )
    moment = next((found for value in stated if value and (found := read_moment(value))), None)
    return Facts(
        title=first(text_at(story, name) for name in ("hl1", "HeadLine", "headline", "title")),
        publisher=first(
            (
                attribute(story, "pubdata", "name"),
                named_in(story, "provider"),
                attribute(story, "doc.copyright", "holder"),
                text_at(story, "distributor"),
                named_in(story, "Provider"),
                named_in(story, "infoSource"),
                core(story, "dc.source"),
                core(story, "dc.publisher"),
            )
        ),
        published=moment.day if moment else None,
        published_at=moment.at if moment else None,
        authors=authors_of_story(story),
        source_id=first(
            (
                story.get("guid"),
                story.get("itemid"),
                attribute(story, "doc-id", "id-string"),
                text_at(story, "PublicIdentifier"),
            )
        ),
        section=first((attribute(story, "pubdata", "position.section"), attribute(story, "tobject.property", "x"))),
        language=attribute(story, "language", "tag") or story.get("{http://www.w3.org/XML/1998/namespace}lang"),
        url=text_at(story, "webUrl") or attribute(story, "pubdata", "ex-ref"),
    )


def authors_of_story(story: Element) -> tuple[str, ...]:
    """Persons named in a byline, else the byline without "By"; else those who wrote it."""
    from kg.read.facts import names

    for name in ("byline", "by", "ByLine"):
        for line in named(story, name):
            persons = tuple(flat(person) for person in named(line, "person"))
            if persons or flat(line):
                return persons or names(flat(line))
    creators = (flat(part) for each in named(story, "creator") for part in named(each, "name"))
    return tuple(dict.fromkeys(name for name in creators if name))


def bodies(story: Element) -> Iterator[Element]:
    """Where the running text stands, the likeliest place first."""
    for name in ("body.content", "body", "inlineData", "DataContent", "inlineXML", "text"):
        yield from named(story, name)


def paragraphs_of(body: Element) -> Iterator[Element]:
    """The elements that are paragraphs, without those in what is left out; the body itself when there are none."""
    found = list(blocks(body))
    yield from found or [body]


def blocks(node: Element) -> Iterator[Element]:
    for child in node:
        name = local(child)
        if name in LEFT_OUT:
            continue
        if name in PARAGRAPHS:
            yield child
        else:
            yield from blocks(child)


def flat(element: Element) -> str:
    """The words in an element, on one line; those of elements that are left out are not among them."""
    return " ".join("".join(pieces(element)).split())


def pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child) not in LEFT_OUT and local(child) not in ("del", "s", "strike", "note"):
            yield from pieces(child)
        yield child.tail or ""


def local(element: Element) -> str:
    """Name without namespace; of comments and instructions none."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def named(element: Element, name: str) -> Iterator[Element]:
    """Elements below `element` with this name, whatever their namespace."""
    yield from element.iterdescendants(f"{{*}}{name}")


def text_at(story: Element, name: str) -> str | None:
    return next((text for element in named(story, name) if (text := flat(element))), None)


def attribute(story: Element, name: str, key: str) -> str | None:
    return next((value for element in named(story, name) if (value := (element.get(key) or "").strip())), None)


def core(story: Element, name: str) -> str | None:
    """The value of an element of Dublin Core, as `<dc element="dc.date.published" value="…"/>`."""
    return next((each.get("value") for each in named(story, "dc") if each.get("element") == name), None)


def named_in(story: Element, name: str) -> str | None:
    """The name of the first party in an element, its literal or its code without the scheme."""
    for element in named(story, name):
        inner = text_at(element, "name") or flat(element) or attribute(element, "Party", "FormalName")
        code = element.get("literal") or (element.get("qcode") or "").rpartition(":")[2]
        if inner or code:
            return inner or code
    return None


def first(values: Any) -> str | None:
    return next((value for value in values if value), None)
