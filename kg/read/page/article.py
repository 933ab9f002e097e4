"""From the text of a page to an article: lines, layout, facts, and the stored text with its way back to the source."""

from __future__ import annotations

from kg.errors import ReadError
from kg.model import Article
from kg.read.facts import Facts
from kg.read.language import judge_language
from kg.read.mapped import Mapped, join
from kg.read.options import Reading, ReadOptions
from kg.read.page.characters import storable, storable_facts, storable_line
from kg.read.page.layout import lay_out
from kg.read.page.lines import split_lines
from kg.read.page.losses import losses_of
from kg.read.page.metadata import find_facts


def read_page(text: Mapped, source: str, options: ReadOptions, known: Facts, warnings: tuple[str, ...] = ()) -> Reading:
    """Make an article of the text of one page.

    `known` is what front matter, metadata or a record states; it goes before what the lines state, and `options` before
    both. Lines that are left out of the text are in `Reading.dropped`. Raises LanguageError for another language than
    English and ReadError when no article is left.
    """
    text, broken = storable(text)
    given = Facts(options.title, options.publisher, options.published, options.url).over(known)
    given, broken_facts = storable_facts(given)
    if broken + broken_facts:
        replaced = f"{broken + broken_facts} broken characters are shown as \N{REPLACEMENT CHARACTER}"
        warnings = (*warnings, f"{source}: {replaced}; save it anew from where it came from")
    lines = split_lines(text, given.title)
    if not lines:
        raise ReadError(f"{source}: no text in it; check what was saved")
    doubt = judge_language("\n".join(line.text for line in lines), source, given.language)
    layout = lay_out(lines, given.title)
    if not layout.kept:
        raise ReadError(f"{source}: no article text found (only short lines); check what was saved")
    found, doubts = find_facts(lines, layout, source)
    facts = given.over(found)
    title = Mapped.foreign(facts.title or "")
    if layout.title is not None:
        title = lines[layout.title].content if facts.title in (None, lines[layout.title].text) else title
    kept = without_biographies([lines[i].content for i in layout.kept], facts.authors)
    dropped, warned = losses_of(lines, layout, len(kept), source)
    stored = join("\n\n", [part for part in (title, *kept) if part.text])
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
        (*warnings, *((doubt,) if doubt else ()), *(() if given.published else doubts), *warned),
        dropped,
    )


def moment(facts: Facts) -> str | None:
    """The moment of publication where it is of the day that goes first: a day that the user gives overrules it."""
    stated = facts.published_at
    return stated if stated and facts.published and stated.startswith(facts.published) else None


def without_biographies(paragraphs: list[Mapped], authors: tuple[str, ...]) -> list[Mapped]:
    """Without what is said of the authors behind the article ("Ann Lee is our political editor.")."""
    while len(paragraphs) > 1 and any(paragraphs[-1].text.startswith(f"{author} is ") for author in authors):
        paragraphs = paragraphs[:-1]
    return paragraphs
