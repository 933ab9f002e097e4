"""Every error that `kg` raises on purpose, as one tree.

    KgError                       anything kg can explain in one line
    ├── InputError                what the user gave cannot be used: a missing file, a bad date, an unknown format
    │   ├── ReadError             one article file cannot be turned into an article (damaged, empty, not text)
    │   ├── LanguageError         the article is not in English
    │   ├── OntologyError         a relation or frame file breaks the schema
    │   ├── GazetteerError        a gazetteer file breaks the schema
    │   └── QuestionError         a question, query name or parameter is not understood
    ├── PipelineError             the language pipeline is missing or does not fit, an extractor cannot work at all
    ├── ExtractionError           an extractor fails on one article; the others go on
    ├── LedgerError               the ledger cannot be opened, is locked, or has another schema version
    ├── GraphError                a graph engine cannot be reached, or refuses a statement
    └── NotFoundError             an article, entity, claim or edge that was named does not exist

A message names the file or thing, the cause and the way out, in one line and without a traceback; the command
line prints `str(error)` and leaves with `error.exit_status`.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of the tree. `exit_status` is what the command line returns when this ends a command."""

    exit_status = 1


class InputError(KgError):
    """What the user gave cannot be used."""

    exit_status = 2


class ReadError(InputError):
    """One file cannot be turned into an article; the others go on."""


class LanguageError(InputError):
    """The article is not in a language the pipeline reads (English)."""


class OntologyError(InputError):
    """A relation or frame file breaks the schema."""


class GazetteerError(InputError):
    """A gazetteer file breaks the schema."""


class QuestionError(InputError):
    """A question, query name or query parameter is not understood."""


class PipelineError(KgError):
    """The language pipeline is missing or does not fit, or an extractor cannot work at all: no article can go on."""


class ExtractionError(KgError):
    """An extractor fails on one article, or what it gives for it does not hold; the others go on."""


class LedgerError(KgError):
    """The ledger cannot be opened, is locked, or has another schema version."""


class GraphError(KgError):
    """A graph engine cannot be reached or refuses a statement."""


class NotFoundError(KgError):
    """An article, entity, claim or edge that was named does not exist."""
