"""From the text of a page to an article: lines, layout, facts, and the stored text with its way back to the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.errors import ReadError
from kg.model import Article
from kg.read.facts import Facts
from kg.read.language import judge_language
from kg.read.mapped import Mapped, join
from kg.read.options import Reading, ReadOptions
from kg.read.page.biography import without_biographies
from kg.read.page.characters import storable, storable_facts, storable_line
from kg.read.page.layout import HEAD_DEPTH, lay_out
from kg.read.page.likeness import key_of
from kg.read.page.lines import Line, split_lines
from kg.read.page.losses import losses_of
from kg.read.page.metadata import find_facts
from kg.read.page.titles import headline_span, host_names, nameplate_behind, without_site


def read_page(text: Mapped, source: str, options: ReadOptions, known: Facts, warnings: tuple[str, ...] = ()) -> Reading:
    """Make an article of the text of one page.

    `known` is what front matter, metadata or a record states; it goes before what the lines state, and `options` before
    both. Lines that are left out of the text are in `Reading.dropped`. Raises LanguageError for another language than
    English and ReadError when no article is left.
    """
    text, broken = storable(text)
    given = given_facts(options).over(known)
    given, broken_facts = storable_facts(given)
    warnings = (*warnings, *broken_warning(broken + broken_facts, source))
    lines = split_lines(text, given.title)
    if not lines:
        raise ReadError(f"{source}: no text in it; check what was saved")
    doubt = judge_language("\n".join(line.text for line in lines), source, given.language)
    layout = lay_out(lines, title_in(lines, given, options))
    if not layout.kept:
        raise ReadError(f"{source}: no article text found (only short lines); check what was saved")
    found, doubts = find_facts(lines, layout, source)
    facts = given.over(found)
    title = Mapped.foreign(facts.title or "")
    if layout.title is not None:
        line = lines[layout.title].content
        title = line if facts.title in (None, line.text) or line.text.startswith(title.text) else title
    if options.title is None:
        nameplate = nameplate_behind(title.text)
        title = title.part(*headline_span(title.text, sites_of(facts, nameplate)))
        facts = facts if facts.publisher else replace(facts, publisher=nameplate)
    paragraphs = [lines[i].content for i in layout.kept]
    own = without_biographies([line.text for line in paragraphs], facts.authors, title.text)
    dropped, warned = losses_of(lines, layout, [layout.kept[i] for i in own], source)
    said = (*warnings, *((doubt,) if doubt else ()), *(() if given.published else doubts), *warned)
    return replace(make_reading(title, [paragraphs[i] for i in own], facts, source, said), dropped=dropped)


def broken_warning(count: int, source: str) -> tuple[str, ...]:
    """A warning about `count` broken characters, if there are any."""
    told = f"{count} broken characters are shown as \N{REPLACEMENT CHARACTER}; save it anew from where it came from"
    return (f"{source}: {told}",) if count else ()


def title_in(lines: Sequence[Line], given: Facts, options: ReadOptions) -> str | None:
    """The known title as a line of the page has it, with or without the name of its site; without it where no line
    has it."""
    if given.title is None or options.title is not None:
        return given.title
    sites = sites_of(given, nameplate_behind(given.title))
    title = without_site(given.title, sites)
    wanted = {key_of(given.title), key_of(title)}
    found = (line.text for line in lines[:HEAD_DEPTH] if not wanted.isdisjoint(map(key_of, forms(line.text, sites))))
    return next(found, title)


def forms(text: str, sites: Sequence[str]) -> tuple[str, ...]:
    """A line as it stands, and without the name of its site."""
    cut = without_site(text, sites)
    return (text,) if cut == text else (text, cut)


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
            path=storable_line(source)[0],  # names of files may hold bytes that are no text
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
