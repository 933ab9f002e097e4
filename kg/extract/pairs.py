"""Pairs of entities that one sentence speaks of: what a learned scorer may make claims between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract.arguments import Argument
from kg.extract.drafts import Draft
from kg.extract.pair_paths import Path, Paths
from kg.extract.story import Chain, Story
from kg.model import MentionForm

FARTHEST = 30
"""Tokens between the ends of a pair; what stands farther apart is hardly ever said to be related."""

LONGEST = 4
"""Steps between the ends through the parse, likewise. Nine in ten related pairs have no more; with six, as many claims
are found in more time."""

DETOUR = 5
"""Tokens by which a name may be farther away than a pronoun or noun for the same thing and still be preferred."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Two ends of a pair with the keys that tell one pair of a sentence from another."""

    subject: Argument
    object: Argument

    @property
    def key(self) -> tuple[Chain, str | None, Chain, str | None]:
        return self.subject.chain, self.subject.stands_for, self.object.chain, self.object.stands_for


@dataclass(frozen=True, slots=True)
class Pair:
    """An ordered pair of entities in a sentence (number `number` of the article, from 0).

    `drafts` are the claims that rules make between the two from this sentence, by relation; `inverse` the relations
    that they claim the other way round; `crowd` says how many entities the sentence speaks of; `path` is the way
    between their heads, None when they stand in different sentences.
    """

    subject: Argument
    object: Argument
    sentence: Span
    number: int
    crowd: int
    path: Path | None
    drafts: Mapping[str, tuple[Draft, ...]]
    inverse: frozenset[str]

    @property
    def forward(self) -> bool:
        """Whether the subject comes first in the text."""
        return self.subject.start < self.object.start


def read_pairs(story: Story, drafts: Sequence[Draft]) -> Iterator[Pair]:
    """Every ordered pair of different entities of each sentence that are near enough, once, by their nearest mentions;
    and every pair that `drafts` claim something of, by the words they claim it from."""
    paths = Paths()
    claimed: dict[int, dict[tuple[object, ...], list[Draft]]] = defaultdict(lambda: defaultdict(list))
    for draft in drafts:
        start = story.doc[draft.trigger[0]].sent.start
        claimed[start][Ends(draft.subject, draft.object).key].append(draft)
    for number, sentence in enumerate(story.doc.sents):
        mentions = list(_mentions(story, sentence))
        here = claimed.get(sentence.start, {})
        nearest: dict[tuple[object, ...], Ends] = {}
        for left in mentions:
            for right in mentions:
                if left.chain is not right.chain and abs(left.start - right.start) <= FARTHEST:
                    ends = Ends(left, right)
                    if ends.key not in nearest or _distance(ends) < _distance(nearest[ends.key]):
                        nearest[ends.key] = ends
        for key, found in here.items():
            best = max(found, key=lambda d: d.confidence)
            nearest[key] = Ends(best.subject, best.object)
        crowd = len({mention.chain for mention in mentions})
        spans = {(end.start, end.end) for ends in nearest.values() for end in (ends.subject, ends.object)}
        heads = {span: story.doc[span[0] : span[1]].root for span in spans}
        for key, ends in nearest.items():
            subject, obj = ends.subject, ends.object
            path = paths.find(heads[subject.start, subject.end], heads[obj.start, obj.end])
            if key not in here and (path is None or path.length > LONGEST):
                continue
            by_relation: dict[str, tuple[Draft, ...]] = {}
            for draft in here.get(key, ()):
                by_relation[draft.relation] = (*by_relation.get(draft.relation, ()), draft)
            inverse = frozenset(d.relation for d in here.get((*key[2:], *key[:2]), ()))
            yield Pair(subject, obj, sentence, number, crowd, path, by_relation, inverse)


def _mentions(story: Story, sentence: Span) -> Iterator[Argument]:
    """Names of a sentence, then what other words of it refer to."""
    for node in story.nodes_between(sentence.start, sentence.end):
        yield Argument(node.chain, node.start, node.end, MentionForm.NAME, 1.0)
    for index in range(sentence.start, sentence.end):
        reference = story.references.get(index)
        for chain in reference.chains if reference is not None else ():
            assert reference is not None
            yield Argument(
                chain, index, index + 1, reference.form, reference.confidence, None, None, rule=reference.rule
            )


def _distance(ends: Ends) -> int:
    detours = sum(DETOUR for end in (ends.subject, ends.object) if end.form is not MentionForm.NAME)
    return abs(ends.subject.start - ends.object.start) + detours
