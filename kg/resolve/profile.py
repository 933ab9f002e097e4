"""Profile: what the names of an entity tell when it is compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Gazetteer, normalise
from kg.model import Entity, EntityType, Mention, MentionForm
from kg.resolve.names import is_acronym, is_part, without_legal_form, without_title

Words = tuple[str, ...]
HONORIFICS = frozenset("mr mrs ms miss dr prof sir dame lord lady".split())
LED_BY_A = re.compile(r"A\.\s")
"""An initial that would pass for the article."""


@dataclass(frozen=True, slots=True)
class Profile:
    """`names` are the words of each name, normalised, without title or legal form, mapped to the name as written; a
    name that is part of another is left out ("Lee" of "Ann Lee"). `acronyms` are those of an entity that has no other
    name. `articles` is the number of articles that mention it."""

    entity: Entity
    names: Mapping[Words, str]
    acronyms: Mapping[str, str]
    articles: int

    @property
    def id(self) -> str:
        return self.entity.id

    @property
    def type(self) -> EntityType:
        return self.entity.type


def profiles_of(
    entities: Iterable[Entity], mentions: Mapping[str, Mention], gazetteer: Gazetteer
) -> tuple[Profile, ...]:
    """Profiles of the entities that have names, in the order given; `mentions` by id."""
    made = (profile_of(entity, [mentions[id] for id in entity.mention_ids], gazetteer) for entity in entities)
    return tuple(profile for profile in made if profile.names or profile.acronyms)


def profile_of(entity: Entity, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Profile:
    """The profile of an entity with these mentions. What only stands for a country is no name of it."""
    own = [mention for mention in mentions if mention.form is MentionForm.NAME and mention.stands_for is None]
    written = sorted({mention.text for mention in own} | ({entity.name} if entity.wikidata and own else set()))
    names: dict[Words, str] = {}
    for text in written:
        if not is_acronym(text) and (words := telling_words(text, entity.type, gazetteer)):
            names.setdefault(words, text)
    names = {
        words: text
        for words, text in names.items()
        if not any(is_part(words, whole) for whole in names if whole != words)
    }
    acronyms = {} if names else {normalise(text): text for text in written if is_acronym(text)}
    return Profile(entity, names, acronyms, len({mention.article_id for mention in mentions}))


def telling_words(text: str, type: EntityType, gazetteer: Gazetteer) -> Words:
    """The words of a name without a person's title or a company's legal form."""
    key = normalise(text)
    if type is not EntityType.PERSON:
        return tuple(without_legal_form(key).split())
    words = ["a", *key.split()] if LED_BY_A.match(text) else key.split()
    words = words[1:] if len(words) > 1 and words[0] in HONORIFICS else words
    return tuple(without_title(words, gazetteer))
