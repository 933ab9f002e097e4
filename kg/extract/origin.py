"""What the readers of origins find, and what they share: the words that stand before a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.arguments import Argument
from kg.extract.story import Node, Story
from kg.model import EntityType, MentionForm
from kg.parse.nouns import modifiers, possessors
from kg.parse.tree import children

POLITIES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
BODIES = frozenset({EntityType.ORGANIZATION})
LONGEST_PHRASE = 6
"""Words between a name and what stands first in its noun phrase."""


@dataclass(frozen=True, slots=True)
class OriginFound:
    """A claim that a noun phrase makes; `trigger` is the word that says it."""

    relation: str
    subject: Argument
    object: Argument
    trigger: Token
    confidence: float
    rule: str


def name_of(node: Node, confidence: float = 1.0) -> Argument:
    return Argument(node.chain, node.start, node.end, MentionForm.NAME, confidence)


def surroundings(story: Story, node: Node) -> Iterator[tuple[Token, str]]:
    """Words that modify the name, or the noun it is an apposition of, with how."""
    heads = [node.head]
    if node.head.dep_ == "appos" and node.head.head.pos_ == "NOUN" and node.head.head.i < node.start:
        heads.append(node.head.head)
    heads += [  # "X, the Chadian agency", "X, the Liberal Speaker"
        c
        for c in children(node.head)
        if c.dep_ == "appos"
        and not _of_last(node.head, c)
        and (c.pos_ == "NOUN" or (node.type is EntityType.PERSON and story.node_at(c) is None))
    ]
    if node.head.dep_ in {"compound", "nmod"} and node.head.head.pos_ == "NOUN" and node.head.head.i >= node.end:
        heads.append(node.head.head)  # "Chad's state-run X news agency"
    last = story.doc[node.end - 1]
    if last.i != node.head.i and last.dep_ == "dobj":  # "the Committee to Protect Y, an Oslo-based watchdog"
        heads += [c for c in children(last) if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i >= node.end]
    if node.head.dep_ == "conj" and node.head.head.pos_ == "PROPN":
        heads += [c for c in children(node.head.head) if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i >= node.end]
    doc = story.doc
    if node.start > 1 and doc[node.start - 1].tag_ == "POS" and doc[node.start - 2].head.i != node.head.i:
        yield doc[node.start - 2], "possessor"  # "to Oslo's X and Bergen's Y", where the parse gives Oslo to Y
    for head in heads:
        aside = head.i >= node.end and head.dep_ == "appos"
        for token in possessors(head):
            if token.i < node.start or aside:
                yield token, "possessor"
        for token in modifiers(head):
            if token.i < node.start or aside:
                yield token, "modifier"


def bound(token: Token) -> bool:
    """ "X-backed", "X-led": what stands before the hyphen tells what the participle says and no origin."""
    participle = token.head
    return (
        participle.i == token.i + 2
        and participle.dep_ == "amod"
        and participle.pos_ in {"VERB", "ADJ"}
        and participle.lower_ not in {"based", "headquartered", "run", "listed", "registered"}
        and token.nbor(1).text in {"-", "–"}
    )


def opening(story: Story, node: Node) -> tuple[Node, list[Token]] | None:
    """The name that opens the noun phrase of another, and the words between the two ("US rock band X": US, rock band),
    which parsers of names in a row seldom get right. None when nothing but an occupation or title may stand there."""
    doc = story.doc
    for index in range(node.start - 1, max(-1, node.start - LONGEST_PHRASE - 1), -1):
        if doc[index + 1].is_sent_start:
            return None
        token = doc[index]
        found = story.node_at(token)
        if found is not None:
            return (found, list(doc[index + 1 : node.start])) if found.end == index + 1 < node.start else None
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} and token.tag_ != "HYPH":
            return None
    return None


def _of_last(head: Token, said: Token) -> bool:
    """Of "X and Y, the regional bloc" what follows is said of Y."""
    return said.tag_ == "NN" and any(c.dep_ == "conj" and head.i < c.i < said.i for c in head.rights)
