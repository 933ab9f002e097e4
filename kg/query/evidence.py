"""Facts: claims as the graph holds them, joined with their article, ready to be sifted, grouped and quoted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement
from kg.model import Quote

BACKGROUND = ("BASED_IN", "CITIZEN_OF", "LOCATED_IN")
"""Relations that say where something belongs: no events, and the least that can tie two things together."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim with its article; the columns of cypher/ask/evidence.cypher.

    [sentence_start, sentence_end) are code points of the article's text. Dates are ISO. [first_day, last_day] is when
    it was or, when the sentence does not say, when it was published.
    `attributed_to` has the outermost speaker first; `copy_of` is the id of the article of which this one is a copy;
    `source` the publisher that the article counts for (of a copy the original's), empty when unknown; `source_id` the
    id of its record in its source; `edge` the id of the typed edge on the same question.
    """

    id: str
    relation: str
    subject_id: str
    subject: str
    subject_type: str
    object_id: str
    object: str
    object_type: str
    polarity: str
    modality: str
    status: str | None
    attributed_to: tuple[str, ...]
    date_start: str | None
    date_end: str | None
    date_precision: str | None
    date_text: str | None
    first_day: str | None
    last_day: str | None
    place: str | None
    topic: str | None
    product: str | None
    amount: str | None
    amount_value: float | None
    amount_unit: str | None
    duration: str | None
    post: str | None
    predicate: str | None
    sentence: str
    sentence_start: int
    sentence_end: int
    trigger: str
    extractor: str
    confidence: float
    rule: str
    edge: str
    article_id: str
    title: str
    publisher: str | None
    published: str | None
    copy_of: str | None
    source: str
    source_id: str | None

    @property
    def denied(self) -> bool:
        return self.polarity == "negated"

    @property
    def standing(self) -> str:
        """How the sentence means it: "denied", else its modality ("actual", "planned", "possible", "requested")."""
        return "denied" if self.denied else self.modality

    @property
    def printed_by(self) -> str:
        """Whom the article counts for, for people. All that is of unknown origin counts as one."""
        return self.source or self.publisher or "unknown publisher"


def fetch_facts(store: GraphStore, claim_ids: Iterable[str]) -> tuple[Fact, ...]:
    """The claims with these ids that the graph has, by date of publication, article and id. Raises GraphError."""
    statement = load_statement("ask/evidence")
    rows = store.read(statement.text, statement.bind({"claims": sorted(set(claim_ids))}))
    names = [field.name for field in fields(Fact)]
    return tuple(
        Fact(**{name: row[name] for name in names} | {"attributed_to": tuple(row["attributed_to"] or ())})
        for row in sorted(rows, key=lambda row: (row["published"] or "", row["article_id"], row["id"]))
    )


def turned(fact: Fact) -> Fact:
    """A fact of a symmetric relation, told from the other end."""
    return replace(
        fact,
        subject_id=fact.object_id,
        subject=fact.object,
        subject_type=fact.object_type,
        object_id=fact.subject_id,
        object=fact.subject,
        object_type=fact.subject_type,
    )


def quote(fact: Fact) -> Quote:
    """The fact as an answer shows it."""
    return Quote(
        claim_id=fact.id,
        relation=fact.relation,
        subject=fact.subject,
        object=fact.object,
        sentence=fact.sentence,
        article_id=fact.article_id,
        title=fact.title,
        publisher=fact.publisher,
        published=fact.published,
        polarity=fact.polarity,
        modality=fact.modality,
        attributed_to=fact.attributed_to,
        copy_of=fact.copy_of,
        source_id=fact.source_id,
    )


def sources(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Independent publishers behind `facts`, in order; a copy counts for the publisher of its original."""
    return tuple(dict.fromkeys(fact.printed_by for fact in facts))
