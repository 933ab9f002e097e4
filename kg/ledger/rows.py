"""From the shared types to rows of the ledger and back, one pair of functions a type.

Reading back gives an object equal to the one written: the ledger neither loses nor adds anything.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from kg.model import (
    Amount,
    Article,
    Claim,
    EntityType,
    Evidence,
    Mention,
    MentionForm,
    Modality,
    Polarity,
    Precision,
    Qualifiers,
    Segment,
    Span,
    Status,
    When,
)

Values = dict[str, Any]


def article_values(article: Article) -> Values:
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "url": article.url,
        "publisher": article.publisher,
        "published": article.published,
        "published_precision": article.published_precision.value,
        "sha256": article.sha256,
        "source_id": article.source_id,
    } | source_values(article)


def source_values(article: Article) -> Values:
    """What comes from the file that carries the article and takes no part in its id."""
    return {
        "authors": list(article.authors),
        "language": article.language,
        "path": article.path,
        "segments": [[s.start, s.source_start, s.length] for s in article.segments],
        "section": article.section,
        "published_at": article.published_at,
        "excerpt": article.excerpt,
    }


def to_article(row: Row[Any]) -> Article:
    return Article(
        id=row.id,
        title=row.title,
        text=row.text,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        published_precision=Precision(row.published_precision),
        authors=tuple(row.authors),
        language=row.language,
        path=row.path,
        sha256=row.sha256,
        segments=tuple(Segment(*numbers) for numbers in row.segments),
        source_id=row.source_id,
        section=row.section,
        published_at=row.published_at,
        excerpt=row.excerpt,
    )


def mention_values(mention: Mention) -> Values:
    return {
        "id": mention.id,
        "article_id": mention.article_id,
        "span_start": mention.span.start,
        "span_end": mention.span.end,
        "text": mention.text,
        "type": mention.type.value,
        "form": mention.form.value,
        "antecedent_id": mention.antecedent_id,
        "stands_for": mention.stands_for,
    }


def to_mention(row: Row[Any]) -> Mention:
    return Mention(
        id=row.id,
        article_id=row.article_id,
        span=Span(row.span_start, row.span_end),
        text=row.text,
        type=EntityType(row.type),
        form=MentionForm(row.form),
        antecedent_id=row.antecedent_id,
        stands_for=row.stands_for,
    )


def claim_values(claim: Claim) -> Values:
    evidence, qualifiers = claim.evidence, claim.qualifiers
    when, amount = claim.when, qualifiers.amount
    return {
        "id": claim.id,
        "article_id": evidence.article_id,
        "subject_id": claim.subject_id,
        "relation": claim.relation,
        "object_id": claim.object_id,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "status": claim.status.value if claim.status else None,
        "attributed_to": list(claim.attributed_to),
        "date_start": when.start if when else None,
        "date_end": when.end if when else None,
        "date_precision": when.precision.value if when else None,
        "date_text": when.text if when else None,
        "place": claim.where,
        "topic": qualifiers.topic,
        "product": qualifiers.product,
        "amount_value": amount.value if amount else None,
        "amount_unit": amount.unit if amount else None,
        "amount_text": amount.text if amount else None,
        "duration": qualifiers.duration,
        "title_text": qualifiers.title,
        "predicate": qualifiers.predicate,
        "confidence": claim.confidence,
        "sentence_start": evidence.sentence.start,
        "sentence_end": evidence.sentence.end,
        "trigger_start": evidence.trigger.start,
        "trigger_end": evidence.trigger.end,
        "subject_start": evidence.subject.start,
        "subject_end": evidence.subject.end,
        "object_start": evidence.object.start,
        "object_end": evidence.object.end,
        "quote": evidence.quote,
        "extractor": evidence.extractor,
        "rule": evidence.rule,
    }


def to_claim(row: Row[Any]) -> Claim:
    when = amount = None
    if row.date_text is not None:  # the article's own words are there whenever a date or an amount is
        when = When(row.date_start, row.date_end, Precision(row.date_precision), row.date_text)
    if row.amount_text is not None:
        amount = Amount(row.amount_value, row.amount_unit, row.amount_text)
    return Claim(
        id=row.id,
        subject_id=row.subject_id,
        relation=row.relation,
        object_id=row.object_id,
        polarity=Polarity(row.polarity),
        modality=Modality(row.modality),
        status=Status(row.status) if row.status else None,
        attributed_to=tuple(row.attributed_to),
        when=when,
        where=row.place,
        qualifiers=Qualifiers(row.topic, row.product, amount, row.duration, row.title_text, row.predicate),
        confidence=row.confidence,
        evidence=Evidence(
            article_id=row.article_id,
            sentence=Span(row.sentence_start, row.sentence_end),
            trigger=Span(row.trigger_start, row.trigger_end),
            subject=Span(row.subject_start, row.subject_end),
            object=Span(row.object_start, row.object_end),
            quote=row.quote,
            extractor=row.extractor,
            rule=row.rule,
        ),
    )
