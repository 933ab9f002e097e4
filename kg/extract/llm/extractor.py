"""The extractor: asks about each piece of an article, and gives what holds of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from kg.errors import ExtractionError
from kg.extract.llm.answers import Answers
from kg.extract.llm.client import Client, Message
from kg.extract.llm.prompt import VERSION, Piece, instructions, pieces, question
from kg.extract.llm.schema import answer_schema, read_rows
from kg.extract.llm.settings import NAME, Settings
from kg.extract.llm.usage import Usage
from kg.gazetteer import Gazetteer
from kg.model import Article, Extraction
from kg.ontology import Ontology

ATTEMPTS = 2
"""How often a piece is asked about when the answer is no JSON."""

LIMIT_A_CHARACTER = 4
SMALLEST_LIMIT = 1000
"""Tokens that an answer may take, per code point of the piece, and at least: twice what is expected, so that only a
model that has lost itself runs into it."""

AGAIN = "That was not the JSON object asked for ({fault}). Answer again, with the JSON object alone."


class LlmExtractor:
    """Extracts through an OpenAI-compatible endpoint. The same article may give another extraction tomorrow: the ledger
    keeps the one it has."""

    name = NAME

    def __init__(self, settings: Settings, ontology: Ontology, gazetteer: Gazetteer, *, pause: float = 1.0) -> None:
        """`pause` is the unit of the client's pauses, in seconds. Raises PipelineError when urllib3 is missing."""
        self._settings, self._ontology, self._gazetteer = settings, ontology, gazetteer
        self._client = Client(settings, pause=pause)
        self._usage = Usage()
        self.pipeline = f"{NAME}-{VERSION} {settings.model}".rstrip()

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction per article, in order. A dry run sends nothing and gives them empty.

        Raises ExtractionError when the server fails on an article or its answers cannot be read, PipelineError when it
        cannot be reached or refuses to work.
        """
        for article in articles:
            if self._settings.dry_run:
                self._expect(article)
                yield Extraction(article.id, self.pipeline)
            else:
                yield self._read(article)

    def report(self) -> tuple[str, ...]:
        """What it cost, or would cost, and why claims were dropped."""
        settings = self._settings
        return self._usage.lines(settings.model, settings.prices, dry_run=settings.dry_run)

    def _read(self, article: Article) -> Extraction:
        answers = Answers(article, self.pipeline, self._ontology, self._gazetteer, self._usage)
        for piece in pieces(article, self._settings.chunk):
            self._ask(piece, answers)
        return answers.extraction()

    def _ask(self, piece: Piece, answers: Answers) -> None:
        """Ask about a piece; in halves when the answer does not fit."""
        limit = max(SMALLEST_LIMIT, LIMIT_A_CHARACTER * (piece.span.end - piece.span.start))
        rows = self._rows(self._messages(piece), limit)
        if rows is not None:
            answers.take(rows, piece)
            return
        halves = piece.halves()
        if not halves:
            cause = f"the answer of {self._settings.model} for one paragraph is cut off at its length limit"
            raise ExtractionError(f"extractor {NAME}: {cause}; take a model that keeps to the task")
        for half in halves:
            self._ask(half, answers)

    def _rows(self, messages: list[Message], limit: int) -> list[Any] | None:
        """The claims as answered, unchecked; None when the answer was cut off."""
        fault = ""
        for _ in range(ATTEMPTS):
            reply = self._client.ask(messages, self._schema, limit)
            self._usage.add(
                sent=_length(messages),
                received=len(reply.text),
                tokens_in=reply.tokens_in,
                tokens_out=reply.tokens_out,
                repeats=reply.repeats,
            )
            if reply.cut:
                return None
            try:
                return read_rows(reply.text)
            except ValueError as error:
                fault = " ".join(str(error).split())
                messages = [*messages, _message("assistant", reply.text), _message("user", AGAIN.format(fault=fault))]
        raise ExtractionError(f"extractor {NAME}: the answer of {self._settings.model} is not as asked for: {fault}")

    def _expect(self, article: Article) -> None:
        for piece in pieces(article, self._settings.chunk):
            article_length = piece.span.end - piece.span.start
            self._usage.expect(sent=_length(self._messages(piece)), article=article_length)

    def _messages(self, piece: Piece) -> list[Message]:
        return [_message("system", self._instructions), _message("user", question(piece))]

    @cached_property
    def _instructions(self) -> str:
        return instructions(self._ontology)

    @cached_property
    def _schema(self) -> dict[str, Any]:
        return answer_schema(self._ontology)


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def _length(messages: Iterable[Message]) -> int:
    return sum(len(message["content"]) for message in messages)
