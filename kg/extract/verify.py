"""What must hold of every extraction, whoever made it, before anything is stored: each claim leads to its words.

Ledger and graph rely on it: offsets are right, quotes are quotes, relations are of the closed list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import ExtractionError
from kg.model import Article, Claim, Extraction, Mention

if TYPE_CHECKING:
    from kg.ontology import Ontology


def verify(article: Article, extraction: Extraction, ontology: Ontology) -> Extraction:
    """The extraction, when it holds; ExtractionError, naming the first fault, when it does not."""
    for fault in _faults(article, extraction, ontology):
        raise ExtractionError(f"extraction by {extraction.pipeline!r} refused: {fault}; its extractor must be mended")
    return extraction


def _faults(article: Article, extraction: Extraction, ontology: Ontology) -> Iterator[str]:
    if extraction.article_id != article.id:
        yield "it is of another article"
    if not extraction.pipeline:
        yield "it does not name its extractor"
    mentions = {mention.id: mention for mention in extraction.mentions}
    if len(mentions) < len(extraction.mentions):
        yield "two mentions share an id"
    for mention in extraction.mentions:
        yield from _mention_faults(article, mention)
    if len({claim.id for claim in extraction.claims}) < len(extraction.claims):
        yield "two claims share an id"
    for claim in extraction.claims:
        for fault in _claim_faults(article, claim, mentions, ontology):
            yield f"{claim.relation} claim {claim.id}: {fault}"
        if claim.evidence.extractor != extraction.pipeline:
            yield f"{claim.relation} claim {claim.id}: its evidence names another extractor"


def _mention_faults(article: Article, mention: Mention) -> Iterator[str]:
    if mention.article_id != article.id:
        yield f"mention {mention.text!r} is of another article"
    if not mention.text.strip() or mention.span.of(article.text) != mention.text:
        yield f"mention {mention.text!r} does not stand at {mention.span.start}"


def _claim_faults(article: Article, claim: Claim, mentions: dict[str, Mention], ontology: Ontology) -> Iterator[str]:
    evidence = claim.evidence
    if claim.relation not in ontology.relations:
        yield "the ontology has no such relation"
    if evidence.article_id != article.id:
        yield "its evidence is of another article"
    if not evidence.quote.strip() or evidence.sentence.of(article.text) != evidence.quote:
        yield "its quote does not stand where it says"
    if not evidence.sentence.covers(evidence.trigger):
        yield "its trigger lies outside its sentence"
    for id, span in ((claim.subject_id, evidence.subject), (claim.object_id, evidence.object)):
        if id not in mentions:
            yield "it names a mention that is not there"
        elif mentions[id].span != span:
            yield "its evidence places an end elsewhere than its mention"
    if claim.subject_id == claim.object_id:
        yield "both its ends are one mention"
    if not 0 <= claim.confidence <= 1:
        yield f"its confidence is {claim.confidence}"
