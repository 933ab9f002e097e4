"""Reading and extraction, the two steps that may fail on one file or article: a fault becomes a Notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import ExtractionError, KgError, PipelineError
from kg.extract.verify import verify
from kg.model import Article, Extraction
from kg.pipeline.report import Event, Notice, Progress, Step
from kg.pipeline.tools import Tools

if TYPE_CHECKING:
    from kg.read import Reading, ReadOptions


def read_source(source: str, options: ReadOptions | None) -> Iterator[Reading | Notice]:
    """The articles of one source; a Notice for a file or record that cannot be read."""
    from kg.read import Failure, ReadOptions, read

    try:
        for item in read(source, options or ReadOptions()):
            if isinstance(item, Failure):
                yield Notice(item.source, reason(item.error), item.records)
            else:
                yield item
    except Exception as error:  # a fault of a reader costs its file
        yield Notice(source, reason(error))


def tell(reading: Reading, progress: Progress) -> None:
    """Tell what the reader of an article is unsure of, and which lines it left out."""
    name = name_of(reading.article)
    for message in reading.warnings:
        progress(Event(Step.WARNING, name, message))
    for line in reading.dropped:
        progress(Event(Step.LEFT_OUT, name, line))


def extract_each(articles: Sequence[Article], tools: Tools) -> Iterator[tuple[Article, Extraction | Notice]]:
    """Every article, in order, with its extraction as soon as that is known, or with a Notice when the extractor fails
    on it or what it gives does not hold. What was extracted before a failure is not extracted again.

    Raises PipelineError when no article can be extracted: no language pipeline, or a service that is gone.
    """
    if not articles:
        return
    extractor, done = tools.extractor, 0
    try:
        for article, extraction in zip(articles, extractor.extract(articles), strict=True):
            verify(article, extraction, tools.ontology)
            done += 1
            yield article, sure_enough(extraction, tools.min_confidence)
    except PipelineError:
        raise
    except Exception as error:  # a fault of the extractor costs one article
        rest = articles[done:]
        if isinstance(error, ExtractionError) or len(rest) == 1:
            yield from ((article, Notice(name_of(article), reason(error))) for article in rest[:1])
            yield from extract_each(rest[1:], tools)
        else:  # it may have failed on any of a batch; one by one shows on which
            for article in rest:
                yield from extract_each([article], tools)


def sure_enough(extraction: Extraction, least: float) -> Extraction:
    """Without the claims whose confidence is below `least`."""
    if least <= 0:
        return extraction
    return replace(extraction, claims=tuple(claim for claim in extraction.claims if claim.confidence >= least))


def name_of(article: Article) -> str:
    """What people call the article by: its path, else its title."""
    return article.path or article.title or article.id


def reason(error: Exception) -> str:
    """One line: the message of our own errors, kind and first line of others."""
    if isinstance(error, KgError):
        return str(error)
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
