"""How an answer looks: first the answer, then the sentences it rests on with publisher, date, title and article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from textwrap import fill
from typing import Any

from kg.cli.output import clean, out
from kg.model import Answer, Quote

_QUOTES = 12
"""Sentences shown at most; --json has all."""
_ID = 8
"""Digits of an article's id shown; every command takes an id that is cut short."""


def show_answer(answer: Answer, *, statement: bool = False, sentences: int = _QUOTES) -> None:
    """Print an answer for people, with at most so many `sentences`."""
    for line in answer.lead:
        paragraph(line, style="bold")
    grouped = _by_sentence(answer.claims)
    for sentence, quotes in grouped[:sentences]:
        paragraph("")
        paragraph(f"“{sentence}”", indent=2)
        for quote in quotes:
            paragraph(f"— {_origin(quote)}", indent=2, style="dim")
    if (more := len(grouped) - sentences) > 0:
        paragraph("")
        paragraph(f"… and {more} more sentence{'s' if more > 1 else ''}", indent=2, style="dim")
    if statement:
        show_statement(answer.statement, answer.parameters)


def paragraph(text: str, *, indent: int = 0, style: str = "") -> None:
    """Print `text` in lines of the terminal's width, each behind `indent` blanks and without blanks at its end."""
    from rich.text import Text

    own = len(text) - len(text.lstrip())
    margin = " " * (indent + own)
    filled = fill(clean(text.strip()), out().width, initial_indent=margin, subsequent_indent=margin + "  " * bool(own))
    out().print(Text(filled, style=style), soft_wrap=True)


def show_statement(statement: str, parameters: Any) -> None:
    """Print a Cypher statement and what it was run with."""
    import json

    from rich.text import Text

    out().print(Text(f"\n{statement}\n{json.dumps(parameters, ensure_ascii=False)}", style="cyan"), soft_wrap=True)


def short(id: str) -> str:
    """An id as shown to people."""
    return id if id.startswith("kb:") else id[:_ID]


def _by_sentence(quotes: Sequence[Quote]) -> list[tuple[str, list[Quote]]]:
    """Sentences in order, each with the articles that print it, copies behind their original; a headline only where
    the article's text does not say it too."""
    in_text = {_fact(quote) for quote in quotes if quote.sentence != quote.title}
    grouped: dict[str, dict[str, Quote]] = defaultdict(dict)
    for quote in quotes:
        if quote.sentence == quote.title and _fact(quote) in in_text:
            continue
        grouped[_folded(quote.sentence)].setdefault(quote.article_id, quote)
    return [
        (next(iter(articles.values())).sentence, sorted(articles.values(), key=lambda q: q.copy_of is not None))
        for articles in grouped.values()
    ]


def _fact(quote: Quote) -> tuple[str, str, frozenset[str]]:
    return quote.article_id, quote.relation, frozenset((quote.subject, quote.object))


def _folded(sentence: str) -> str:
    return "".join(sentence.split()).casefold()


def _origin(quote: Quote) -> str:
    published = quote.published or "undated"
    copy = ", copy of " + short(quote.copy_of) if quote.copy_of else ""
    return clean(
        f"{quote.publisher or 'unknown publisher'}, {published}, {quote.title} ({short(quote.article_id)}{copy})"
    )
