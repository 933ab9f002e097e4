"""Claims as JSON Lines, the format in which `kg` and other programs exchange them: one claim a line.

    {"article", "source_id", "id", "subject": {"id", "name", "type", "aliases"}, "relation", "object": {…}, "polarity",
     "modality", "status", "attributed_to": [names], "when": {"start", "end", "precision", "text"}, "where", "topic",
     "product", "amount": {"value", "unit", "text"}, "duration", "title", "predicate", "confidence",
     "evidence": {"sentence", "start", "end", "trigger", "rule", "extractor"}}

`source_id` is the id that the article's record or document has in its source, by which claims are joined to it.
`start` and `end` are half-open offsets of the sentence in code points of the article's text. What is not known is null;
`predicate` is that of an open claim (RELATED_TO).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from kg.errors import LedgerError
from kg.export.ends import chain_end, entity_end
from kg.export.lines import line
from kg.gazetteer import Gazetteer
from kg.model import Article, Claim, Extraction

if TYPE_CHECKING:
    from kg.ledger import Ledger

PACKED = re.compile(r"\.(?:gz|zst)\Z", re.IGNORECASE)
NUMBERED = re.compile(r":\d+\Z")
"""What stands behind the path of a file that holds several articles: the line or number of the article."""

End = Callable[[str], dict[str, Any]]
"""Mention id -> subject or object as written."""


def extraction_claims(article: Article, extraction: Extraction, gazetteer: Gazetteer) -> Iterator[str]:
    """Lines, sorted by sentence and claim id, of the claims of one article as `kg extract` prints them.

    `article` is the id of the article's record, or the stem of its file, which is how gold claims name it, or the
    article's own id when its file holds several. A subject or object is the chain of the mention within the article.
    """
    end = chain_end(extraction.mentions, gazetteer)
    return claim_lines(label(article), article, extraction.claims, end)


def ledger_claims(ledger: Ledger) -> Iterator[str]:
    """Lines, sorted by article id, sentence and claim id, of all claims in a ledger.

    A subject or object is the resolved entity with its names in all articles. Raises LedgerError when an interrupted
    run left mentions without an entity.
    """
    end = entity_end(ledger)
    for article in ledger.articles():
        try:
            yield from claim_lines(article.id, article, ledger.claims(article.id), end)
        except KeyError:
            cause = "not resolved yet, since a run was cut off; `kg ingest` again finishes it"
            raise LedgerError(f"{ledger.name}: {cause}") from None


def claim_lines(name: str, article: Article, claims: Iterable[Claim], end: End) -> Iterator[str]:
    for claim in sorted(claims, key=lambda claim: (claim.evidence.sentence, claim.id)):
        yield line(claim_record(name, article, claim, end))


def claim_record(name: str, article: Article, claim: Claim, end: End) -> dict[str, Any]:
    evidence, qualifiers = claim.evidence, claim.qualifiers
    return {
        "article": name,
        "source_id": article.source_id,
        "id": claim.id,
        "subject": end(claim.subject_id),
        "relation": claim.relation,
        "object": end(claim.object_id),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "status": claim.status,
        "attributed_to": list(claim.attributed_to),
        "when": asdict(claim.when) if claim.when else None,
        "where": claim.where,
        "topic": qualifiers.topic,
        "product": qualifiers.product,
        "amount": asdict(qualifiers.amount) if qualifiers.amount else None,
        "duration": qualifiers.duration,
        "title": qualifiers.title,
        "predicate": qualifiers.predicate,
        "confidence": claim.confidence,
        "evidence": {
            "sentence": evidence.quote,
            "start": evidence.sentence.start,
            "end": evidence.sentence.end,
            "trigger": evidence.trigger.of(article.text),
            "rule": evidence.rule,
            "extractor": evidence.extractor,
        },
    }


def label(article: Article) -> str:
    """The id of its record; else the file's stem; else the article's id, when it came from standard input or from a
    file of several articles."""
    path = PurePath(PACKED.sub("", article.path or ""))
    one = path.suffix and not NUMBERED.search(path.suffix)
    return article.source_id or (path.stem if one else article.id)
