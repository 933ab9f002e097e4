"""Posts: who holds which title where ("X, president of Y", "Y's foreign minister X", "Presidents A of B and C of D").

Titles come from the gazetteer; here is how a title finds its holder and its organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.arguments import Argument, Arguments
from kg.extract.post_organisations import (
    ORGANISATIONS,
    PERSONS,
    holder_organisations,
    patrons,
    title_organisations,
)
from kg.extract.story import Node, Story
from kg.extract.titles import COUNTERPARTS, LEGISLATURES, Title, status_of
from kg.extract.understood_posts import UNDERSTOOD, understood
from kg.model import EntityType, MentionForm, Status
from kg.parse.nouns import conjuncts
from kg.parse.subjects import holders
from kg.parse.tree import children

PORTFOLIO = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ", "DET"})
LONGEST_PORTFOLIO = 8
"""Words between "Minister of" and the minister."""

REACH = 12
"""Tokens between a title and the name in apposition to it."""


@dataclass(frozen=True, slots=True)
class PostFound:
    title: Title
    holder: Argument
    organisation: Argument
    status: Status
    rule: str


def read_posts(story: Story, arguments: Arguments, titles: list[Title]) -> Iterator[PostFound]:
    """Every holder of a title with every organisation the title is of."""
    for title in titles:
        name = story.node_at(title.head)
        if name is not None and name.start < title.start and name.type is EntityType.ORGANIZATION:
            continue  # "the House of Representatives"
        holders_found = list(_holders(story, arguments, title))
        if title.head.lower_ in COUNTERPARTS:
            holders_found = holders_found[:1]  # others of the list are not counterparts of the one named before
        if not holders_found:
            continue
        shared = title_organisations(story, arguments, title)
        for holder, rule in holders_found:
            of = holder_organisations(story, arguments, holder, title) or shared
            of = of or patrons(story, arguments, title)
            of = of or understood(story, arguments, title, rule)
            for organisation in of:
                if organisation.chain is not holder.chain:
                    how = organisation.rule if organisation.rule in UNDERSTOOD else rule
                    yield PostFound(title, holder, organisation, status_of(story.doc, title), how)


def read_seats(story: Story, arguments: Arguments, titles: list[Title]) -> Iterator[PostFound]:
    """Membership of the one legislature of the title's kind that the article names ("Senator X": the Senate)."""
    for title in titles:
        kind = LEGISLATURES.get(title.text(story.doc).split()[-1].lower())
        if kind is None:
            continue
        bodies = [c for c in story.chains if c.type is EntityType.ORGANIZATION and kind & set(c.name.lower().split())]
        if len(bodies) != 1:
            continue
        node = bodies[0].head
        body = Argument(bodies[0], node.start, node.end, MentionForm.NAME, 0.75, rule="legislature")
        for holder, rule in _holders(story, arguments, title):
            yield PostFound(title, holder, body, status_of(story.doc, title), rule)


def _holders(story: Story, arguments: Arguments, title: Title) -> Iterator[tuple[Argument, str]]:
    seen = set()
    for token, rule in _holder_tokens(story, title):
        for argument in arguments.resolve(token, PERSONS):
            if argument.chain not in seen and argument.through is None:
                seen.add(argument.chain)
                yield argument, rule


def _holder_tokens(story: Story, title: Title) -> Iterator[tuple[Token, str]]:
    doc = story.doc
    after = _skip_affiliation(story, title.end)
    node = next(iter(story.nodes_between(after, min(after + 1, len(doc)))), None) or _past_portfolio(story, title.end)
    if node is not None and node.type is EntityType.PERSON:
        yield node.head, "before-name"
        for token in conjuncts(node.head)[1:]:
            if _plural(doc, title):
                yield token, "before-names"
        return
    for token in holders(title.head):
        yield token, "said-of"
    # "X, president of Y" where the parse goes astray: name, comma, at most a few modifiers, title
    index = title.start - 1
    while (
        index > 0
        and title.start - index < 7
        and (doc[index].pos_ in {"ADJ", "DET", "PROPN", "NOUN", "NUM", "PART"} or doc[index].tag_ in {"POS", "HYPH"})
    ):
        index -= 1
    if index > 0 and doc[index].text == ",":
        before = story.node_at(doc[index - 1])
        if (
            before is not None
            and before.type is EntityType.PERSON
            and doc[index - 1].sent.start == doc[index].sent.start
        ):
            between = list(story.nodes_between(index, title.start))
            if not any(n.type is EntityType.PERSON for n in between):
                yield before.head, "after-name"
    node = _apposed_after(story, title)
    if node is not None:
        yield node.head, "before-name"
        for token in conjuncts(node.head)[1:] if _plural(doc, title) else ():
            yield token, "before-names"


def _plural(doc: Doc, title: Title) -> bool:
    return doc[title.end - 1].tag_ in {"NNS", "NNPS"}


def _apposed_after(story: Story, title: Title) -> Node | None:
    """ "the mayor of Paris, X, said": the person between commas after a title and what it is a title of."""
    doc = story.doc
    for index in range(title.end, min(title.end + REACH, len(doc) - 1)):
        token = doc[index]
        if token.text == "," and token.sent.start == title.head.sent.start:
            node = next(iter(story.nodes_between(index + 1, index + 2)), None)
            if node is not None and node.type is EntityType.PERSON:
                closing = doc[node.end].text if node.end < len(doc) else "."
                if _plural(doc, title) and closing in {",", "and"}:
                    return node
                definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in children(title.head))
                return node if closing == "," or (definite and closing in {".", ";", ")", "–", "—"}) else None
        node_here = story.node_at(token)
        if token.pos_ in {"VERB", "AUX", "PRON"} or (node_here is not None and node_here.type is EntityType.PERSON):
            return None
    return None


def _past_portfolio(story: Story, index: int) -> Node | None:
    """The person named right behind what a title is for: "Minister of Road Transport and Bridges X"."""
    doc = story.doc
    if index >= len(doc) or doc[index].lower_ not in {"of", "for"}:
        return None
    for word in doc[index + 1 : index + 1 + LONGEST_PORTFOLIO]:
        node = story.node_at(word)
        if node is not None:
            return node if node.type is EntityType.PERSON and word.i > index + 1 else None
        if word.pos_ not in PORTFOLIO or word.is_sent_start:
            return None
    return None


def _skip_affiliation(story: Story, index: int) -> int:
    """Past "of the United States" between a title and its holder's name, or past its other form in brackets."""
    doc = story.doc
    if index < len(doc) and doc[index].text == "(":  # "MP (Member of Parliament) X"
        closing = next((i for i in range(index, min(index + REACH, len(doc))) if doc[i].text == ")"), index)
        named = next(story.nodes_between(closing + 1, closing + 2), None)
        return closing + 1 if named is not None and named.type is EntityType.PERSON else index
    if index < len(doc) and doc[index].lower_ in {"of", "for", "from"}:
        start = index + 1
        while start < len(doc) and doc[start].pos_ == "DET":
            start += 1
        node = next(iter(story.nodes_between(start, min(start + 1, len(doc)))), None)
        if node is not None and node.type in ORGANISATIONS and node.end < len(doc):
            follows = story.node_at(doc[node.end])
            if follows is not None and follows.type is EntityType.PERSON:
                return node.end
    return index
