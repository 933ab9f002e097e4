"""What stands in reach of a word that refers back: who was mentioned before it, sentence by sentence, and as what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.extract.collectives import may_be_firm
from kg.extract.story import Chain, Node, Story
from kg.model import EntityType
from kg.parse.nouns import possessors
from kg.parse.subjects import surface_subject
from kg.parse.tree import children


class Reach:
    """Chains before a token, by name or by what was resolved already."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self.sentences = story.sentences

    def mentioned(
        self, number: int, token: Token, types: frozenset[EntityType], *, demonyms: bool = False
    ) -> Iterator[Chain]:
        """Chains of a type in a sentence, before `token`, in order; by name or by what was resolved."""
        sentence: Span = self.sentences[number]
        seen = None
        for word in sentence:
            if word.i >= token.i:
                break
            node = self._story.node_at(word)
            if node is not None and node is not seen and node.chain.type in types and (demonyms or not node.demonym):
                yield node.chain
            seen = node
            reference = self._story.references.get(word.i)
            if reference is not None:
                yield from (chain for chain in reference.chains if chain.type in types)

    def recent(
        self, number: int, token: Token, types: frozenset[EntityType], reach: int, *, firms: bool = False
    ) -> tuple[int, list[Chain]]:
        """Distinct chains of the nearest sentence, at most `reach` back, that mentions any before `token`, and that
        sentence's number; `firms`: those that may be firms alone."""
        doer: tuple[Chain, ...] = ()
        if token.dep_ == "dobj":  # who sues "the company" is another, and not its head
            subjects = surface_subject(token.head)
            doer = self.chains_of([*subjects, *(owner for word in subjects for owner in possessors(word))])
        for back in range(min(reach + 1, number + 1)):
            found = list(dict.fromkeys(self.mentioned(number - back, token, types)))
            found = [chain for chain in found if chain not in doer]
            if firms:
                found = [chain for chain in found if may_be_firm(chain)]
            if found:
                return number - back, found
        return number, []

    def named(self, words: frozenset[str], token: Token) -> list[Chain]:
        """Organisations named before `token` with one of the words in their names."""
        bodies = (c for c in self._story.chains if c.type is EntityType.ORGANIZATION and c.nodes[0].start < token.i)
        return [chain for chain in bodies if not words.isdisjoint(chain.name.lower().split())]

    def chains_of(self, tokens: Iterable[Token]) -> tuple[Chain, ...]:
        found: list[Chain] = []
        for token in tokens:
            node = self._story.node_at(token) or self._beside(token)
            if node is not None:
                found.append(node.chain)
            elif token.i in self._story.references:
                found.extend(self._story.references[token.i].chains)
        return tuple(dict.fromkeys(found))

    def _beside(self, token: Token) -> Node | None:
        """ "the minister, X", "the X news agency": the name that a noun is said of."""
        if token.pos_ != "NOUN":
            return None
        for child in children(token):
            if child.dep_ == "appos" or (child.dep_ == "compound" and child.pos_ == "PROPN"):
                node = self._story.node_at(child)
                if node is not None and (child.dep_ == "appos" or node.type is EntityType.ORGANIZATION):
                    return node
        return None

    def subject_chain(self, number: int, token: Token, types: frozenset[EntityType]) -> Chain | None:
        """Subject of the nearest clause above or before the pronoun that names one chain of a type."""
        for ancestor in token.ancestors:
            if ancestor.pos_ in {"VERB", "AUX"}:
                chains = [
                    c for c in self.chains_of(t for t in surface_subject(ancestor) if t.i < token.i) if c.type in types
                ]
                if len(chains) == 1 and not (token.dep_ in {"dobj", "pobj"} and ancestor == token.head):
                    return chains[0]
        return self.main_subject(number, types, before=token.i)

    def has_subject(self, number: int, token: Token, types: frozenset[EntityType]) -> bool:
        back = [number] if any(True for _ in self.mentioned(number, token, types)) else [number - 1]
        return any(n >= 0 and self.main_subject(n, types) is not None for n in back)

    def main_subject(self, number: int, types: frozenset[EntityType], before: int | None = None) -> Chain | None:
        for word in self.sentences[number]:
            if before is not None and word.i >= before:
                return None
            if word.dep_ in {"nsubj", "nsubjpass"}:
                chains = [c for c in self.chains_of([word]) if c.type in types]
                if chains:
                    return chains[0]
        return None
