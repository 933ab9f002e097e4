"""Reading and extraction, the two steps that may fail on one file or article: a fault becomes a Notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.model import Article, Extraction
from kg.pipeline.report import Notice
from kg.pipeline.tools import Tools

if TYPE_CHECKING:
    from kg.read import Reading, ReadOptions


def read_source(source: str, options: ReadOptions | None) -> Iterator[Reading | Notice]:
    """The articles of one source; a Notice for a file or record that cannot be read."""
    from kg.read import Failure, ReadOptions, read

    try:
        for item in read(source, options or ReadOptions()):
            yield Notice(item.source, reason(item.error)) if isinstance(item, Failure) else item
    except Exception as error:  # a fault of a reader costs its file
        yield Notice(source, reason(error))


def extract_each(articles: Sequence[Article], tools: Tools) -> Iterator[tuple[Article, Extraction | Notice]]:
    """Every article, in order, with its extraction, or with a Notice when the extractor fails on it.

    Raises PipelineError when there is no language pipeline: then no article can be extracted.
    """
    if not articles:
        return
    extractor = tools.extractor
    try:
        yield from list(zip(articles, extractor.extract(articles), strict=True))
    except Exception as error:  # a fault of the extractor costs one article; one by one shows which
        if len(articles) == 1:
            yield articles[0], Notice(name_of(articles[0]), reason(error))
        else:
            for article in articles:
                yield from extract_each([article], tools)


def name_of(article: Article) -> str:
    """What people call the article by: its path, else its title."""
    return article.path or article.title or article.id


def reason(error: Exception) -> str:
    """One line: the message of our own errors, kind and first line of others."""
    if isinstance(error, KgError):
        return str(error)
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
