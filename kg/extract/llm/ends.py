"""The two ends of a claim: the names that a model gives, found in the article and made into mentions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kg.extract.llm.locate import find, find_last
from kg.extract.llm.schema import EndRow
from kg.gazetteer import Gazetteer
from kg.model import Article, EntityType, Mention, MentionForm, Span

PRONOUNS = frozenset(
    """he him his himself she her hers herself it its itself they them their theirs themselves we us our ours i me my
    who whom whose which this that these those both""".split()
)


@dataclass(frozen=True, slots=True)
class End:
    """`mention` is the claim's, `head` that of the full name it points at (the same when it points nowhere); `quoted`
    says that it stands in the quote."""

    mention: Mention
    head: Mention
    quoted: bool

    def same(self, other: End) -> bool:
        """Whether both are one thing, as far as their names tell."""
        mine, its = self.mention, other.mention
        standing = mine.stands_for is not None and mine.stands_for == its.stands_for
        return standing or self.head.id == other.head.id or mine.span == its.span


def fullest(row: EndRow, persons: Collection[str]) -> EndRow:
    """The end under the full name of a person, where the model gives a part of it that only one of `persons` has."""
    parts = row.name.split()
    if row.type != EntityType.PERSON or row.name in PRONOUNS:
        return row
    fuller = [name for name in persons if len(name) > len(row.name) and set(parts) <= set(name.split())]
    if len(fuller) != 1:
        return row
    return EndRow(name=fuller[0], words=row.words or row.name, type=row.type)


def read_end(row: EndRow, type: EntityType, quote: Span, article: Article, gazetteer: Gazetteer) -> End | None:
    """The end as it stands in the article; None when its name does not.

    Its words in the quote go before its name in the quote, that before its name elsewhere. A capital that stands for
    its government, and the adjective of a people, need no other name: the gazetteer knows whom they mean.
    """
    text, everywhere = article.text, Span(0, len(article.text))
    words = (find(row.words, text, quote, whole=True) if row.words else None) or find(row.name, text, quote, whole=True)
    if words is not None and (standing := _standing(words, type, article, gazetteer)) is not None:
        return End(standing, standing, True)
    head = find(row.name, text, everywhere, whole=True)
    if head is None or not _is_name(head.of(text)):
        return None
    named = Mention.create(article.id, head, head.of(text), type)
    place = words or find_last(row.name, text, Span(0, quote.end)) or head
    if place == head:
        return End(named, named, words is not None)
    said = place.of(text)
    form = _form(said, named.text)
    return End(Mention.create(article.id, place, said, type, form, named.id), named, words is not None)


def _standing(words: Span, type: EntityType, article: Article, gazetteer: Gazetteer) -> Mention | None:
    """The mention of a word that stands for a country or union without being its name ("Moscow", "Russian")."""
    said = words.of(article.text)
    if any(entry.type is type for entry in gazetteer.lookup(said)):
        return None
    people, seat = gazetteer.demonym(said), gazetteer.metonym(said)
    if people is not None and people.type is type:
        return Mention.create(article.id, words, said, type, stands_for=people.id)
    if seat is not None and seat.type is type:
        return Mention.create(article.id, words, said, EntityType.PLACE, stands_for=seat.id)
    return None


def _form(said: str, name: str) -> MentionForm:
    """NAME only for what is part of the full name or its initials: other words are no alias of it."""
    parts = {part.casefold() for part in name.split()}
    initials = "".join(part[0] for part in name.split() if part[0].isupper())
    if said.casefold() in PRONOUNS and (len(said) == 1 or not said.isupper()):  # "US" is none
        return MentionForm.PRONOUN
    if _is_name(said) and (parts & {part.casefold() for part in said.split()} or said.replace(".", "") == initials):
        return MentionForm.NAME
    return MentionForm.NOMINAL


def _is_name(words: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in words)
