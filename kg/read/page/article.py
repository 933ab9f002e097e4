"""From the text of a page to an article: lines, layout, facts, and the stored text with its way back to the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.errors import ReadError
from kg.model import Article
from kg.read.facts import Facts
from kg.read.language import require_english
from kg.read.mapped import Mapped, join
from kg.read.options import Reading, ReadOptions
from kg.read.page.biography import without_biographies
from kg.read.page.layout import HEAD_DEPTH, lay_out
from kg.read.page.likeness import key_of
from kg.read.page.lines import Line, split_lines
from kg.read.page.metadata import find_facts
from kg.read.page.titles import headline_span, host_names, nameplate_behind

LONGEST_SAMPLE = 20_000


def read_page(text: Mapped, source: str, options: ReadOptions, known: Facts, warnings: tuple[str, ...] = ()) -> Reading:
    """Make an article of the text of one page.

    `known` is what front matter, metadata or a record states; it goes before what the lines state, and `options` before
    both. Raises LanguageError for another language than English and ReadError when no article is left.
    """
    given = given_facts(options).over(known)
    lines = split_lines(text)
    if not lines:
        raise ReadError(f"{source}: no text in it; check what was saved")
    require_english(sample(lines), source)
    layout = lay_out(lines, title_in(lines, given, options))
    if not layout.kept:
        raise ReadError(f"{source}: no article text found (only short lines); check what was saved")
    found, doubts = find_facts(lines, layout, source)
    facts = given.over(found)
    title = Mapped.foreign(facts.title or "")
    if layout.title is not None:
        own = lines[layout.title].content
        title = own if facts.title in (None, own.text) or own.text.startswith(title.text) else title
    if options.title is None:
        nameplate = nameplate_behind(title.text)
        title = title.part(*headline_span(title.text, sites_of(facts, nameplate)))
        facts = facts if facts.publisher else replace(facts, publisher=nameplate)
    kept = [lines[i].content for i in layout.kept]
    own_text = without_biographies([line.text for line in kept], facts.authors, title.text)
    return replace(
        make_reading(
            title, [kept[i] for i in own_text], facts, source, (*warnings, *(() if given.published else doubts))
        ),
        dropped=tuple(line.text for i, line in enumerate(kept) if i not in own_text),
    )


def title_in(lines: Sequence[Line], given: Facts, options: ReadOptions) -> str | None:
    """The known title as a line of the page has it: whole, or without the name of its site."""
    if given.title is None or options.title is not None:
        return given.title
    start, end = headline_span(given.title, sites_of(given, nameplate_behind(given.title)))
    keys = {key_of(line.text) for line in lines[:HEAD_DEPTH]}
    return given.title if key_of(given.title) in keys else given.title[start:end]


def sites_of(facts: Facts, nameplate: str | None) -> list[str]:
    return [name for name in (facts.publisher, nameplate, *host_names(facts.url)) if name]


def given_facts(options: ReadOptions) -> Facts:
    """What the user states, which goes before everything."""
    return Facts(options.title, options.publisher, options.published, options.url)


def make_reading(
    title: Mapped, paragraphs: Sequence[Mapped], facts: Facts, source: str, warnings: tuple[str, ...] = ()
) -> Reading:
    """The article of a title and its paragraphs, as they are stored."""
    stored = join("\n\n", [part for part in (title, *paragraphs) if part.text])
    return Reading(
        Article.create(
            title=title.text,
            text=stored.text,
            url=facts.url,
            publisher=facts.publisher,
            published=facts.published,
            authors=facts.authors,
            path=source,
            segments=stored.segments(),
            source_id=facts.source_id,
            section=facts.section,
            published_at=moment(facts),
            excerpt=facts.excerpt,
        ),
        warnings,
    )


def moment(facts: Facts) -> str | None:
    """The moment of publication where it is of the day that goes first: a day that the user gives overrules it."""
    stated = facts.published_at
    return stated if stated and facts.published and stated.startswith(facts.published) else None


def sample(lines: list[Line]) -> str:
    """The longest lines, in which the language shows best."""
    longest = sorted((line.text for line in lines), key=len, reverse=True)
    return "\n".join(longest[: max(3, len(longest) // 4)])[:LONGEST_SAMPLE]
