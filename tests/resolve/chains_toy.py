"""Chains of mentions written down in one line, and a small gazetteer, for the tests of resolution."""

from __future__ import annotations

from kg.gazetteer import Entry, Gazetteer
from kg.model import EntityType, Mention, MentionForm, Span, digest

PERSON, ORG, COUNTRY, PLACE, GROUP = (
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.COUNTRY,
    EntityType.PLACE,
    EntityType.GROUP,
)
GAZETTEER = Gazetteer(
    [
        Entry(
            "Q1", "Freedonia", COUNTRY, ("Republic of Freedonia",), ("RF",), ("Freedonian",), "Fredville", ("Palace",)
        ),
        Entry("Q2", "Sylvania", COUNTRY, demonyms=("Sylvanian",), capital="Sylburg"),
        Entry("Q3", "World Salt Board", ORG, acronyms=("WSB",)),
        Entry("Q4", "Brine", ORG),
        Entry("Q5", "Georgia", COUNTRY),
        Entry("Q6", "Georgia", PLACE),
        Entry("Q7", "Union Bank", ORG, acronyms=("UB",)),
        Entry("Q8", "Union Bakery", ORG, acronyms=("UB",)),
        Entry("Q9", "Kim", PERSON),
        Entry("kg:own", "House Gazette", ORG),
    ],
    {"president": "HEADS", "foreign minister": "WORKS_FOR"},
)


def chain(article: str, type: EntityType, *texts: str, stands_for: str | None = None) -> list[Mention]:
    """Mentions of one thing in an article, the first one the head. "(he)" is a pronoun, "[the firm]" a nominal."""
    made: list[Mention] = []
    for number, text in enumerate(texts):
        form = {"(": MentionForm.PRONOUN, "[": MentionForm.NOMINAL}.get(text[0], MentionForm.NAME)
        start = int(digest("place", article, type.value, *texts)[:6], 16) + 100 * number
        text = text.strip("()[]")
        head = made[0].id if made else None
        span = Span(start, start + len(text))
        made.append(Mention.create(article, span, text, type, form, head, stands_for if number == 0 else None))
    return made
