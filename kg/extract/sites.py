"""Where places, facilities and events lie, as noun phrases say it: "Lagos, Nigeria", "the stadium in Bergen", "London's
Hyde Park"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import Arguments
from kg.extract.collectives import is_team
from kg.extract.origin import POLITIES, OriginFound, name_of
from kg.extract.story import Node, Story
from kg.model import EntityType
from kg.parse.nouns import possessors, prepositional


def read_site(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "X, Y" and "X in Y"; of a run of places each lies in all that follow."""
    if node.type in {EntityType.PLACE, EntityType.FACILITY}:
        for outer in _enclosing(story, node):
            yield OriginFound("LOCATED_IN", name_of(node), name_of(outer), story.doc[node.end], 0.85, "place:comma")
    for token in possessors(node.head) if node.type in {EntityType.PLACE, EntityType.FACILITY} else ():
        for place in arguments.resolve(token, POLITIES):
            if place.chain is not node.chain and place.chain.type in POLITIES and token.i < node.start:
                yield OriginFound("LOCATED_IN", name_of(node), place, token, 0.75, "place:possessor")
    for preposition, token in prepositional(node.head):
        near = token.i - node.end <= 4 and token.i >= node.end
        if preposition in {"in", "at"} and near:
            site = node.type is not EntityType.ORGANIZATION
            for place in arguments.resolve(token, POLITIES):
                if place.chain is not node.chain and (site or (token.i - node.end <= 2 and not is_team(node.chain))):
                    relation = "LOCATED_IN" if site else "BASED_IN"
                    yield OriginFound(relation, name_of(node), place, token, 0.8 if site else 0.6, "place:in")


def _enclosing(story: Story, node: Node) -> list[Node]:
    """Places after the name, each behind a comma: "X, Y, Z", "X, in northern Y"."""
    doc = story.doc
    found: list[Node] = []
    last = node
    while last.end + 1 < len(doc) and doc[last.end].text == ",":
        start = last.end + 1
        within = doc[start].lower_ == "in"
        if within:
            start += 1
            while start < len(doc) and doc[start].pos_ in {"ADJ", "DET"} and story.node_at(doc[start]) is None:
                start += 1
        after = story.node_at(doc[start]) if start < len(doc) else None
        if after is None or after.start != start or after.type not in POLITIES or after.demonym:
            break
        if after.chain is node.chain or after.head.sent.start != node.head.sent.start:
            break
        opens = node.head.dep_ == "pobj" and node.head.head.is_sent_start
        if opens and after.head.dep_ in {"nsubj", "nsubjpass"}:
            break  # "In Cardiff, Wales beat England"
        if not within and _listed(story, last, after):
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
