"""Who or what a part of a question names, and which of its words tell anything."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import EntityType
from kg.query.asked import Party
from kg.query.lexicon import words
from kg.query.tokens import Token

Segment = tuple[Token, ...]

_PARTY = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})


def party(tokens: Sequence[Token], types: frozenset[EntityType]) -> Party | None:
    """Who or what a slot names, or None when it names nothing.

    Entities joined by "and" or a comma are a group each; of "Norway's Equinor" and "French president Charles de Gaulle"
    the last counts. "Moscow" also means Russia where the relation takes parties (`types`). Capitals that the graph does
    not know make a party without entities.
    """
    groups: list[tuple[str, ...]] = []
    for place, token in enumerate(tokens):
        if not token.names:
            continue
        stands_for = {token.stands_for} - {None} if types & _PARTY or not token.ids else set()
        if groups and tokens[place - 1].word not in ("and", "or", ","):
            groups.pop()
        groups.append(tuple(sorted({*token.ids, *(id for id in stands_for if id)})))
    rest = tuple(t.text for t in tokens if not t.names and t.word not in {*words()["articles"], "and", "or", ","})
    return Party(tuple(groups), rest) if groups or any(text[:1].isupper() for text in rest) else None


def telling_words(texts: Sequence[str]) -> tuple[str, ...]:
    """Those of `texts` that narrow an answer down, each once."""
    skipped = {
        *words()["articles"],
        *words()["fillers"],
        *words()["prepositions"],
        *words()["light"],
        "and",
        "who",
        "whom",
        "what",
        ",",
    }
    return tuple(dict.fromkeys(text for text in texts if text.casefold() not in skipped))
