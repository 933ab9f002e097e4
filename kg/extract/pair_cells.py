"""What points from a pair of entities at single relations: predicates of their frames, roles in clauses, rules.

A cell is a pair with a relation. Features of cells share their weights over all relations: that the subject of a verb
does to its object what the verb's frame says need not be learned forty times, and holds for frames that a user adds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Span, Token

from kg.extract.drafts import Draft
from kg.extract.pairs import Pair
from kg.extract.story import Chain, Story
from kg.ontology import FrameKind, Ontology
from kg.ontology.frames import american
from kg.parse.clauses import Clause, lemma_of
from kg.parse.tree import children

SUPPORT = frozenset({"dobj", "attr", "appos", "acomp", "compound", "xcomp", "amod", "prep", "pobj"})
"""Labels of words beside the way between two that share in its meaning ("paid a visit to", "is critical of")."""

ON_THE_WAY = frozenset({"top", "path"})
WITHIN = frozenset({"poss", "amod", "compound", "appos", "nmod"})
SINGULAR_RULES = frozenset({"post", "origin", "place"})
"""Kinds of rules that are few, so that each has a weight of its own; the others have one by relation."""


class CellReader:
    """Reads the features of the cells of pairs of one article, sentence by sentence."""

    def __init__(self, story: Story, ontology: Ontology, drafts: Sequence[Draft]) -> None:
        self._story = story
        self._ontology = ontology
        self._nouns = ontology.lemmas(FrameKind.NOUN)
        self._claimed: dict[tuple[Chain, Chain], list[str]] = defaultdict(list)
        for draft in drafts:
            self._claimed[draft.subject.chain, draft.object.chain].append(draft.relation)
        self._sentence = -1
        self._hits: dict[int, tuple[str, tuple[str, ...]]] = {}
        self._supported: dict[int, int] = {}
        self._clauses: list[tuple[Clause, dict[Chain, list[str]]]] = []

    def read(self, pair: Pair, possible: Iterable[str], of_pair: set[str]) -> dict[str, set[str]]:
        """Features by relation, of those that are possible. What clauses and rules tell of the pair as a whole is added
        to `of_pair`."""
        if pair.sentence.start != self._sentence:
            self._enter(pair.sentence)
        cells: dict[str, set[str]] = defaultdict(set)
        allowed = frozenset(possible)
        for relation, names in self._told(pair, of_pair):
            if relation in allowed:
                cells[relation].update(names)
        return cells

    def _told(self, pair: Pair, of_pair: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Relations with features of their cells; what is told of the pair as a whole is added to `of_pair`."""
        if self._hits:
            yield from self._frames(pair)
        if self._clauses:
            yield from self._roles(pair, of_pair)
        if pair.drafts or pair.inverse or self._claimed:
            yield from self._rules(pair, of_pair)

    def _enter(self, sentence: Span) -> None:
        """Find predicates that frames know, and the roles of entities in clauses, once for all pairs of a sentence."""
        self._sentence = sentence.start
        self._hits, self._supported = {}, {}
        for token in sentence:
            hit = self._hit(token) if self._story.node_at(token) is None else None
            if hit is not None:
                self._hits[token.i] = hit
                if token.dep_ in SUPPORT:
                    self._supported[token.i] = token.head.i
        self._clauses = []
        for clause in self._story.clauses(sentence, self._nouns):
            if self._story.node_at(clause.predicate) is None:
                roles: dict[Chain, list[str]] = defaultdict(list)
                for slot, tokens in clause.roles.items():
                    for token in tokens:
                        for chain, how in self._spoken_of(token):
                            roles[chain].append(slot + how)
                if len(roles) > 1:
                    self._clauses.append((clause, roles))

    def _hit(self, token: Token) -> tuple[str, tuple[str, ...]] | None:
        """Kind of predicate and relations of the frames that have it."""
        if token.pos_ in {"VERB", "AUX"}:
            kind, lemma = FrameKind.VERB, american(lemma_of(token))
        elif token.pos_ in {"NOUN", "PROPN"}:
            kind, lemma = FrameKind.NOUN, american(token.lemma_)
        elif token.pos_ == "ADJ":
            kind, lemma = FrameKind.ADJECTIVE, token.lemma_.lower()
        else:
            return None
        frames = (frame for frame in self._ontology.frames(kind, lemma) if not frame.among)
        relations = tuple(dict.fromkeys(frame.relation.name for frame in frames))
        return (kind.value[0], relations) if relations else None

    def _spoken_of(self, token: Token) -> Iterator[tuple[Chain, str]]:
        """Entities that a role's token means, or that hang on it ("the government of X": "+of")."""
        chains = self._chains(token)
        for chain in chains:
            yield chain, ""
        if chains or token.pos_ != "NOUN":
            return
        for child in children(token):
            if child.dep_ in WITHIN:
                yield from ((chain, "+") for chain in self._chains(child))
            elif child.dep_ == "prep":
                for inner in children(child):
                    yield from ((chain, f"+{child.lower_}") for chain in self._chains(inner))

    def _chains(self, token: Token) -> tuple[Chain, ...]:
        node = self._story.node_at(token)
        if node is not None:
            return (node.chain,)
        reference = self._story.references.get(token.i)
        return reference.chains if reference is not None else ()

    def _frames(self, pair: Pair) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Predicates that frames know: on the way between the two, beside it, between them, or elsewhere."""
        order = "forward" if pair.forward else "back"
        left, right = (pair.subject, pair.object) if pair.forward else (pair.object, pair.subject)
        inner, roles, top = frozenset[int](), "none", None
        if pair.path is not None:
            inner = frozenset(token.i for token in pair.path.inner)
            roles, top = ">".join(pair.path.roles), pair.path.top.i
        for index, (kind, relations) in self._hits.items():
            if index == top:
                place = "top"
            elif index in inner:
                place = "path"
            elif self._supported.get(index) in inner:
                place = "beside"
            else:
                place = "between" if left.end <= index < right.start else "sentence"
            names = _placed(place, kind, order, roles if place in ON_THE_WAY else "")
            for relation in relations:
                yield relation, names

    def _roles(self, pair: Pair, of_pair: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Clauses that have a role for both, and whether a frame knows their predicate."""
        for clause, roles in self._clauses:
            for subject in roles.get(pair.subject.chain, ()):
                for obj in roles.get(pair.object.chain, ()):
                    of_pair.update((f"clause={subject}>{obj}", f"clause={clause.lemma},{subject}>{obj}"))
                    kind, relations = self._hits.get(clause.predicate.i, ("", ()))
                    for relation in relations:
                        yield relation, (f"clause={kind}", f"clause={kind},{subject}>{obj}")

    def _rules(self, pair: Pair, of_pair: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Rules that fired for the two, here, the other way round, or elsewhere in the article."""
        for relation, drafts in pair.drafts.items():
            best = max(drafts, key=lambda d: d.confidence)
            kind = best.rule.split(":")[0]
            of_pair.add(f"rule={relation}")
            yield relation, (
                "rule", f"rule,{relation}", f"rule={kind}", f"rule={kind},{relation}",
                f"rule={best.rule}" if kind in SINGULAR_RULES else f"rule={best.rule},{relation}",
                f"rule-s={best.subject.rule}", f"rule-o={best.object.rule}", f"rule-sure={round(best.confidence * 5)}",
            )  # fmt: skip
            if len(drafts) > 1:
                yield relation, ("rule-often",)
        of_pair.update(f"rule-back={relation}" for relation in pair.inverse)
        claimed = self._claimed.get((pair.subject.chain, pair.object.chain), [])
        for relation in dict.fromkeys(claimed):
            if claimed.count(relation) > len(pair.drafts.get(relation, ())):
                of_pair.add(f"rule-elsewhere={relation}")
                yield relation, ("rule-elsewhere",)
        back = self._claimed.get((pair.object.chain, pair.subject.chain), ())
        of_pair.update(f"rule-elsewhere-back={relation}" for relation in back)


@lru_cache(maxsize=4096)
def _placed(place: str, kind: str, order: str, roles: str) -> tuple[str, ...]:
    """Features of a predicate in a place, of the kind verb, noun or adjective; `roles` where it is on the way."""
    names = (f"frame={place},{kind}", f"frame={place},{kind},{order}")
    return (*names, f"frame={place},{kind},{roles}") if roles else names
