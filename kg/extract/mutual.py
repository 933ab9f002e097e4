"""What the ends of a frame have to do with each other: who did it to one another, at what, and who belongs to whom."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.arguments import Argument
from kg.model import EntityType

TALKS = frozenset({"talk", "negotiation", "discussion", "contact"})
PORTIONS = frozenset("round series day hour week set session bout".split())
"""What talks come in."""
RECIPROCAL = frozenset({("each", "other"), ("one", "another")})


def belongs(member: Argument, body: Argument) -> bool:
    """Speaks of the own country, or may do so."""
    person = member.chain.type is EntityType.PERSON and body.chain.type is EntityType.COUNTRY
    if person and not (member.chain.countries or member.chain.posts):
        return True
    return body.chain in member.chain.countries or any(p.organisation is body.chain for p in member.chain.posts)


def under_way(event: Token) -> bool:
    """ "are in talks", "a round of talks", other than being at the same dinner."""
    if event.dep_ != "pobj":
        return False
    return event.head.head.lemma_ in PORTIONS or (event.head.lower_ == "in" and event.lemma_ in TALKS)


def each_other(token: Token) -> bool:
    """ "accused each other", "condemned one another's raids"."""
    owner = next((child for child in token.lefts if child.dep_ == "poss"), token)
    return owner.i > 0 and (owner.nbor(-1).lower_, owner.lower_) in RECIPROCAL
