"""Where organisations, persons and places belong, as noun phrases say it: "Norway's Equinor", "the Dutch state
corporation X", "French inventor X", "Bergen, a city in the west of Norway", "Lagos, Nigeria"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.arguments import Argument, Arguments
from kg.extract.story import Node, Story
from kg.model import EntityType, MentionForm
from kg.parse.nouns import modifiers, possessors, prepositional

GOVERNMENTAL = frozenset(
    """ministry ministries department parliament senate congress army navy police court government cabinet assembly
    council agency force forces guard commission bureau office secretariat service administration duma knesset bundestag
    house legislature embassy authority intelligence military treasury""".split()
)
"""Last words of organisations that are part of their state rather than based in it."""

BONDS = {"based": "BASED_IN", "backed": "SUPPORTS", "supported": "SUPPORTS", "owned": "OWNS"}
"""What the participle of "Berlin-based", "US-backed" states."""

STATE_OWNED = frozenset({"state", "state-owned", "state-run", "state-controlled", "state-backed", "owned", "run"})
PARTISANS = frozenset({"candidate", "nominee", "politician", "member", "lawmaker", "activist", "senator"})
POLITIES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
COUNTRIES = frozenset({EntityType.COUNTRY})
WORKS = frozenset({EntityType.WORK, EntityType.PRODUCT})
BODIES = frozenset({EntityType.ORGANIZATION})
SITES = frozenset({EntityType.PLACE, EntityType.FACILITY, EntityType.EVENT})


@dataclass(frozen=True, slots=True)
class OriginFound:
    relation: str
    subject: Argument
    object: Argument
    trigger: Token
    confidence: float
    rule: str


def read_origins(story: Story, arguments: Arguments) -> Iterator[OriginFound]:
    """Origins of every name, in order of the text."""
    for node in story.nodes:
        if node.demonym:
            continue
        if node.type is EntityType.ORGANIZATION:
            yield from _organisation(story, arguments, node)
        elif node.type is EntityType.PERSON:
            yield from _person(story, arguments, node)
        elif node.type in WORKS:
            yield from _work(story, arguments, node)
        if node.type in SITES or node.type is EntityType.ORGANIZATION:
            yield from _site(story, arguments, node)


def _name(node: Node, confidence: float = 1.0) -> Argument:
    return Argument(node.chain, node.start, node.end, MentionForm.NAME, confidence)


def _surroundings(story: Story, node: Node) -> Iterator[tuple[Token, str]]:
    """Words that modify the name, or the noun it is an apposition of, with how."""
    heads = [node.head]
    if node.head.dep_ == "appos" and node.head.head.pos_ == "NOUN" and node.head.head.i < node.start:
        heads.append(node.head.head)
    heads.extend(c for c in node.head.children if c.dep_ == "appos" and c.pos_ == "NOUN")  # "X, the Chadian agency"
    if node.head.dep_ in {"compound", "nmod"} and node.head.head.pos_ == "NOUN" and node.head.head.i >= node.end:
        heads.append(node.head.head)  # "Chad's state-run X news agency"
    for head in heads:
        aside = head.i >= node.end and head.dep_ == "appos"
        for token in possessors(head):
            if token.i < node.start or aside:
                yield token, "possessor"
        for token in modifiers(head):
            if token.i < node.start or aside:
                yield token, "modifier"


def _organisation(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    words = list(_surroundings(story, node))
    apposed = {c.lemma_.lower() for c in node.head.children if c.dep_ == "appos"}
    part = node.text.split()[-1].lower() in GOVERNMENTAL or bool(apposed & GOVERNMENTAL)
    owned = any(token.lower_ in STATE_OWNED for token, _ in words)
    for token, how in words:
        for place in arguments.resolve(token, POLITIES):
            if place.chain is node.chain or place.form is not MentionForm.NAME:
                continue
            relation = "PART_OF" if part else "BASED_IN"
            yield OriginFound(relation, _name(node), place, token, 0.8, f"origin:{how}")
            if owned and place.chain.type is EntityType.COUNTRY:
                yield OriginFound("OWNS", place, _name(node), token, 0.75, "origin:state-owned")
        for whole in arguments.resolve(token, BODIES) if how == "possessor" else ():
            if whole.chain is not node.chain and whole.form is MentionForm.NAME:
                yield OriginFound("PART_OF", _name(node), whole, token, 0.75, "origin:part")
    yield from _based(story, arguments, node)


def _work(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "X's film Y", "Voice of America's programme Z"."""
    for token, how in _surroundings(story, node):
        if how == "possessor":
            for maker in arguments.resolve(token, frozenset({EntityType.PERSON, EntityType.ORGANIZATION})):
                yield OriginFound("PRODUCES", maker, _name(node), token, 0.7, "origin:maker")


def _based(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "the Berlin-based group X", "X, an Iranian-backed militia", and "X, of Dearborn"."""
    for token, _ in _surroundings(story, node):
        bond = BONDS.get(token.lower_.rpartition("-")[2])
        if bond is not None:
            for child in [token, *token.children]:
                for body in arguments.resolve(child, POLITIES if bond == "BASED_IN" else POLITIES | BODIES):
                    ends = (_name(node), body) if bond == "BASED_IN" else (body, _name(node))
                    yield OriginFound(bond, *ends, token, 0.9, f"origin:{token.lower_}")
    for preposition, token in prepositional(node.head):
        if preposition == "of" and token.i > node.end:
            for place in arguments.resolve(token, frozenset({EntityType.PLACE})):
                yield OriginFound("BASED_IN", _name(node), place, token, 0.6, "origin:of")


def _person(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """Nationality, party and employer of a person, from the words around the name."""
    for token, how in _surroundings(story, node):
        for body in arguments.resolve(token, COUNTRIES | BODIES):
            if body.chain.type is EntityType.COUNTRY:
                yield OriginFound("CITIZEN_OF", _name(node), body, token, 0.7, f"origin:{how}")
            elif body.rule == "demonym":
                yield OriginFound("MEMBER_OF", _name(node), body, token, 0.85, "origin:party")
            elif how == "modifier" and _occupation(story, body.end, node.start):
                party = body.chain.name.split()[-1] == "Party" and story.doc[node.start - 1].lower_ in PARTISANS
                relation = "MEMBER_OF" if party else "WORKS_FOR"
                yield OriginFound(relation, _name(node), body, token, 0.75, "origin:occupation")
    preposition = story.doc[node.end] if node.end < len(story.doc) else None
    if preposition is None or preposition.lower_ not in {"of", "from", "at"}:
        return
    for name, token in prepositional(node.head):
        if name != preposition.lower_ or token.i - node.end > 8:
            continue
        for body in arguments.resolve(token, POLITIES | BODIES):
            if body.chain.type is EntityType.ORGANIZATION:
                yield OriginFound("WORKS_FOR", _name(node), body, preposition, 0.75, f"origin:{name}")
            elif body.chain.type is EntityType.COUNTRY and name != "at":
                yield OriginFound("CITIZEN_OF", _name(node), body, preposition, 0.7, f"origin:{name}")
            elif body.stands_for is None and name != "at":
                yield OriginFound("LIVES_IN", _name(node), body, preposition, 0.55, f"origin:{name}")


def _occupation(story: Story, start: int, end: int) -> bool:
    """Between organisation and name stands what the person does there ("Wikinews reporter X"): a common noun."""
    words = story.doc[start:end]
    return 0 < len(words) <= 4 and words[-1].pos_ == "NOUN" and all(w.pos_ in {"NOUN", "ADJ", "PUNCT"} for w in words)


def _site(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "X, Y" and "X in Y"; of a run of places each lies in all that follow."""
    if node.type in {EntityType.PLACE, EntityType.FACILITY}:
        for outer in _enclosing(story, node):
            yield OriginFound("LOCATED_IN", _name(node), _name(outer), story.doc[node.end], 0.85, "place:comma")
    for preposition, token in prepositional(node.head):
        near = token.i - node.end <= 4 and token.i >= node.end
        if preposition in {"in", "at"} and near:
            site = node.type is not EntityType.ORGANIZATION
            for place in arguments.resolve(token, POLITIES):
                if place.chain is not node.chain and (site or token.i - node.end <= 2):
                    relation = "LOCATED_IN" if site else "BASED_IN"
                    yield OriginFound(relation, _name(node), place, token, 0.8 if site else 0.6, "place:in")


def _enclosing(story: Story, node: Node) -> list[Node]:
    """Places after the name, each behind a comma: "X, Y, Z", "X, in northern Y"."""
    doc = story.doc
    found: list[Node] = []
    last = node
    while last.end + 1 < len(doc) and doc[last.end].text == ",":
        start = last.end + 1
        if doc[start].lower_ == "in":
            start += 1
            while start < len(doc) and doc[start].pos_ in {"ADJ", "DET"} and story.node_at(doc[start]) is None:
                start += 1
        after = story.node_at(doc[start]) if start < len(doc) else None
        if after is None or after.start != start or after.type not in POLITIES or after.demonym:
            break
        if after.chain is node.chain or after.head.sent.start != node.head.sent.start or _listed(story, last, after):
            break
        found.append(after)
        last = after
    return found


def _listed(story: Story, node: Node, after: Node) -> bool:
    """ "in Paris, London and Rome" is a list of places, not a place in another: the run of names ends with "and", or it
    opens a headline ("Ohio, Utah vote")."""
    doc = story.doc
    end = after.end
    while end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].pos_ == "PROPN":
        end += 2
        while end < len(doc) and doc[end].pos_ == "PROPN":
            end += 1
    if end < len(doc) and doc[end].text == ",":
        end += 1
    if end + 1 < len(doc) and doc[end].lower_ in {"and", "or"}:
        last = story.node_at(doc[end + 1])
        return last is not None and last.type is after.type
    headline = node.start == node.head.sent.start and end < len(doc) and doc[end].pos_ in {"VERB", "AUX"}
    return headline and after.type is node.type
