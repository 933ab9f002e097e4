"""Claim: one article's assertion that a subject stands in a relation to an object, with the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.article import Precision, Span
from kg.model.identity import digest
from kg.model.mention import Mention


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REQUESTED = "requested"


class Status(StrEnum):
    """Of a state relation such as HEADS."""

    CURRENT = "current"
    FORMER = "former"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class When:
    """An event date: closed interval of ISO days [start, end], how exact it is, and the article's own words.

    `start` and `end` are None when the words could not be resolved (publication date unknown, say); an open side
    ("since 2013") is None on that side alone.
    """

    start: str | None
    end: str | None
    precision: Precision
    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity: `value` in `unit` ("m³/year", "USD", "%", or a counted noun such as "troops"), and the own words."""

    value: float | None
    unit: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What a claim carries besides its ends; each in the article's own words. `predicate` holds the predicate words of
    an open claim (RELATED_TO)."""

    topic: str | None = None
    product: str | None = None
    amount: Amount | None = None
    duration: str | None = None
    title: str | None = None
    predicate: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands. Spans are in `Article.text`; `quote` is the sentence, exactly `sentence.of(article.text)`.

    `extractor` names the extractor and its version, `rule` the frame or construction that fired.
    """

    article_id: str
    sentence: Span
    trigger: Span
    subject: Span
    object: Span
    quote: str
    extractor: str
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """`subject_id` and `object_id` are mention ids of the same article. `attributed_to` holds who says so in the text,
    outermost first; empty when it is the article's own voice. `confidence` is a probability in [0, 1]."""

    id: str
    subject_id: str
    relation: str
    object_id: str
    polarity: Polarity
    modality: Modality
    status: Status | None
    attributed_to: tuple[str, ...]
    when: When | None
    where: str | None
    qualifiers: Qualifiers
    confidence: float
    evidence: Evidence

    @staticmethod
    def create(
        *,
        subject_id: str,
        relation: str,
        object_id: str,
        evidence: Evidence,
        polarity: Polarity = Polarity.AFFIRMED,
        modality: Modality = Modality.ACTUAL,
        status: Status | None = None,
        attributed_to: tuple[str, ...] = (),
        when: When | None = None,
        where: str | None = None,
        qualifiers: Qualifiers | None = None,
        confidence: float = 0.5,
    ) -> Claim:
        """Build a claim, deriving its id from article, ends, relation, trigger and how it is asserted."""
        id = digest(
            "claim",
            evidence.article_id,
            subject_id,
            relation,
            object_id,
            evidence.trigger.start,
            evidence.trigger.end,
            polarity.value,
            modality.value,
            status.value if status else None,
        )
        return Claim(
            id=id,
            subject_id=subject_id,
            relation=relation,
            object_id=object_id,
            polarity=polarity,
            modality=modality,
            status=status,
            attributed_to=attributed_to,
            when=when,
            where=where,
            qualifiers=qualifiers or Qualifiers(),
            confidence=confidence,
            evidence=evidence,
        )


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article. `pipeline` names language pipeline and extractor with their versions."""

    article_id: str
    pipeline: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
