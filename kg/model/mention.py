"""Mention: one span of one article that names or stands for something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.article import Span
from kg.model.identity import digest


class EntityType(StrEnum):
    """The closed list of entity types; the values are the node labels of the graph."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    COUNTRY = "Country"
    PLACE = "Place"
    FACILITY = "Facility"
    EVENT = "Event"
    PRODUCT = "Product"
    WORK = "Work"
    GROUP = "Group"


class MentionForm(StrEnum):
    NAME = "NAME"
    NOMINAL = "NOMINAL"
    PRONOUN = "PRONOUN"


@dataclass(frozen=True, slots=True)
class Mention:
    """`text` is exactly `span.of(article.text)`.

    `antecedent_id` points at another mention of the same thing in the same article (None: the head of its chain, a NAME
    mention with the fullest name). `stands_for` is the knowledge-base id ("Q159") of what a metonym means here
    ("Moscow" for the Russian government); the mention keeps its own `type`.
    """

    id: str
    article_id: str
    span: Span
    text: str
    type: EntityType
    form: MentionForm
    antecedent_id: str | None = None
    stands_for: str | None = None

    @staticmethod
    def create(
        article_id: str,
        span: Span,
        text: str,
        type: EntityType,
        form: MentionForm = MentionForm.NAME,
        antecedent_id: str | None = None,
        stands_for: str | None = None,
    ) -> Mention:
        """Build a mention, deriving its id from all but its text.

        One span may be read more than once: "Moscow" as a place and for its government, "the two leaders" for each.
        """
        id = digest("mention", article_id, span.start, span.end, type.value, form.value, antecedent_id, stands_for)
        return Mention(id, article_id, span, text, type, form, antecedent_id, stands_for)
