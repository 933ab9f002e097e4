"""From what a model wrote to claims: each is checked against ontology and article, and dropped when it fails.

Nothing that a model says is taken on trust. A claim stands when its relation is of the list, its quote is in the
article within one paragraph, the names of both ends are in the article, at least one of them in the quote, and their
types fit the relation. So whatever an article talks a model into, it gets no further than words of the article itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from kg.extract.llm.attributes import Attributes
from kg.extract.llm.ends import End, fullest, read_end
from kg.extract.llm.locate import find
from kg.extract.llm.prompt import Piece
from kg.extract.llm.schema import ClaimRow, EndRow, closed_relations
from kg.extract.llm.usage import Dropped, Usage
from kg.gazetteer import Gazetteer
from kg.model import Article, Claim, EntityType, Evidence, Extraction, Mention, Relation, Span, Status
from kg.ontology import Ontology

RULE = "llm"
UNSURE = 0.5
"""Confidence of a claim that the model gives none."""
SUREST = 0.95
"""Models are too sure of themselves."""
OUTSIDE = 0.7
"""Factor on the confidence when one end is not named in the quote."""


class Answers:
    """Collects the believable claims of one article, with their mentions."""

    def __init__(self, article: Article, pipeline: str, ontology: Ontology, gazetteer: Gazetteer, usage: Usage) -> None:
        self._article, self._pipeline, self._usage = article, pipeline, usage
        self._relations = {name: ontology.relations[name] for name in closed_relations(ontology)}
        self._gazetteer = gazetteer
        self._attributes = Attributes(article, usage)
        self._everywhere = Span(0, len(article.text))
        self._persons: set[str] = set()
        self._mentions: dict[str, Mention] = {}
        self._claims: dict[str, Claim] = {}

    def take(self, answer: Iterable[Any], piece: Piece) -> None:
        """Keep what holds of the claims about a piece; count what does not."""
        rows = []
        for given in answer:
            try:
                rows.append(ClaimRow.model_validate(given))
            except ValidationError:
                self._usage.dropped[Dropped.FORMAT] += 1
        named = {end.name for row in rows for end in (row.subject, row.object) if end.type == EntityType.PERSON}
        self._persons |= {name for name in named if find(name, self._article.text, self._everywhere, whole=True)}
        for row in rows:
            if why := self._record(row, piece):
                self._usage.dropped[why] += 1

    def extraction(self) -> Extraction:
        """All mentions and claims, in order of the text."""
        mentions = sorted(self._mentions.values(), key=lambda m: (m.span, m.id))
        claims = sorted(self._claims.values(), key=lambda c: (c.evidence.sentence, c.evidence.trigger, c.id))
        self._usage.kept += len(claims)
        return Extraction(self._article.id, self._pipeline, tuple(mentions), tuple(claims))

    def _record(self, row: ClaimRow, piece: Piece) -> Dropped | None:
        """Add the claim with its mentions, or say why not."""
        relation = self._relations.get(row.relation)
        if relation is None:
            return Dropped.RELATION
        if row.subject.type not in relation.subject_types or row.object.type not in relation.object_types:
            return Dropped.TYPES
        quote = find(row.quote, self._article.text, piece.span)
        if quote is None:
            return Dropped.QUOTE
        subject, object = self._end(row.subject, quote), self._end(row.object, quote)
        if subject is None or object is None or not (subject.quoted or object.quoted):
            return Dropped.NAME
        if subject.same(object):
            return Dropped.SAME
        if relation.symmetric and object.mention.span < subject.mention.span:
            subject, object = object, subject  # either order is the same claim
        claim = self._claim(row, relation, quote, subject, object)
        self._claims.setdefault(claim.id, claim)
        for end in (subject, object):
            for mention in (end.head, end.mention):
                self._mentions[mention.id] = mention
        return None

    def _end(self, row: EndRow, quote: Span) -> End | None:
        row = fullest(row, self._persons)
        return read_end(row, EntityType(row.type), quote, self._article, self._gazetteer)

    def _claim(self, row: ClaimRow, relation: Relation, quote: Span, subject: End, object: End) -> Claim:
        text = self._article.text
        trigger = find(row.trigger, text, quote, whole=True) if row.trigger else None
        confidence = min(UNSURE if row.confidence is None else row.confidence, SUREST)
        return Claim.create(
            subject_id=subject.mention.id,
            relation=relation.name,
            object_id=object.mention.id,
            polarity=row.polarity,
            modality=row.modality,
            status=(row.status or Status.CURRENT) if relation.state else None,
            attributed_to=self._attributes.names(row.attributed_to, quote),
            when=self._attributes.when(row.when, quote, row.modality),
            where=self._attributes.words(row.where, quote),
            qualifiers=self._attributes.qualifiers(row, quote),
            confidence=round(confidence * (1 if subject.quoted and object.quoted else OUTSIDE), 3),
            evidence=Evidence(
                article_id=self._article.id,
                sentence=quote,
                trigger=trigger or quote,
                subject=subject.mention.span,
                object=object.mention.span,
                quote=quote.of(text),
                extractor=self._pipeline,
                rule=RULE,
            ),
        )
