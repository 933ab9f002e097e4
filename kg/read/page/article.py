"""From the text of a page to an article: lines, layout, facts, and the stored text with its way back to the source."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import ReadError
from kg.model import Article
from kg.read.facts import Facts
from kg.read.language import require_english
from kg.read.mapped import Mapped, join
from kg.read.options import Reading, ReadOptions
from kg.read.page.layout import lay_out
from kg.read.page.lines import Line, split_lines
from kg.read.page.metadata import find_facts

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
    layout = lay_out(lines, given.title)
    if not layout.kept:
        raise ReadError(f"{source}: no article text found (only short lines); check what was saved")
    found, doubts = find_facts(lines, layout, source)
    facts = given.over(found)
    title = Mapped.foreign(facts.title or "")
    if layout.title is not None:
        title = lines[layout.title].content if facts.title in (None, lines[layout.title].text) else title
    kept = without_biographies([lines[i].content for i in layout.kept], facts.authors)
    return make_reading(title, kept, facts, source, (*warnings, *(() if given.published else doubts)))


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


def without_biographies(paragraphs: list[Mapped], authors: tuple[str, ...]) -> list[Mapped]:
    """Without what is said of the authors behind the article ("Ann Lee is our political editor.")."""
    while len(paragraphs) > 1 and any(paragraphs[-1].text.startswith(f"{author} is ") for author in authors):
        paragraphs = paragraphs[:-1]
    return paragraphs


def sample(lines: list[Line]) -> str:
    """The longest lines, in which the language shows best."""
    longest = sorted((line.text for line in lines), key=len, reverse=True)
    return "\n".join(longest[: max(3, len(longest) // 4)])[:LONGEST_SAMPLE]
