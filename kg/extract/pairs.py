"""Pairs of entities that one sentence speaks of: what a learned scorer may make claims between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Span, Token

from kg.extract.arguments import Argument
from kg.extract.drafts import Draft
from kg.extract.pair_paths import Path, Paths
from kg.extract.story import Chain, Story
from kg.model import MentionForm

FARTHEST = 30
"""Tokens between the ends of a pair; what stands farther apart is hardly ever said to be related."""

LONGEST = 3
"""Steps between the ends through the parse, likewise. Nine in ten related pairs have no more; of those with four, what
is learned costs more wrong claims than it finds right ones."""

DETOUR = 5
"""Tokens by which a name may be farther away than a pronoun or noun for the same thing and still be preferred."""


Key = tuple[Chain, str | None, Chain, str | None]
"""Tells one pair of a sentence from another: the entities, and what each stands for."""


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
    """Every ordered pair of different entities of each sentence that are near enough, once, by their nearest mentions,
    but not of two in one list, of whom the same is said and next to never something of one to the other;
    and every pair that `drafts` claim something of, by the words they claim it from."""
    paths, heads = Paths(), Heads(story)
    claimed: dict[int, dict[Key, list[Draft]]] = defaultdict(lambda: defaultdict(list))
    for draft in drafts:
        start = story.sentence_of(draft.trigger[0]).start
        claimed[start][_key(draft.subject, draft.object)].append(draft)
    for number, sentence in enumerate(story.sentences):
        mentions = list(_mentions(story, sentence))
        here = claimed.get(sentence.start, {})
        if len(mentions) < 2 and not here:
            continue
        ends = _nearest(mentions)
        for key, found in here.items():
            best = max(found, key=lambda d: d.confidence)
            ends[key] = best.subject, best.object
        crowd = len({mention.chain for mention in mentions})
        for key, (subject, obj) in ends.items():
            path = paths.find(heads.of(subject), heads.of(obj), None if key in here else LONGEST)
            if key not in here and (path is None or path.listed):
                continue
            by_relation: dict[str, tuple[Draft, ...]] = {}
            for draft in here.get(key, ()):
                by_relation[draft.relation] = (*by_relation.get(draft.relation, ()), draft)
            inverse = frozenset(d.relation for d in here.get((*key[2:], *key[:2]), ()))
            yield Pair(subject, obj, sentence, number, crowd, path, by_relation, inverse)


def _key(subject: Argument, obj: Argument) -> Key:
    return subject.chain, subject.stands_for, obj.chain, obj.stands_for


class Heads:
    """The words that ends of pairs hang on the parse by, each looked up once."""

    def __init__(self, story: Story) -> None:
        self._doc = story.doc
        self._found = {(node.start, node.end): node.head for node in story.nodes}

    def of(self, end: Argument) -> Token:
        key = (end.start, end.end)
        if key not in self._found:
            self._found[key] = self._doc[end.start : end.end].root
        return self._found[key]


def _nearest(mentions: Sequence[Argument]) -> dict[Key, tuple[Argument, Argument]]:
    """Every two different entities, both ways round, by the mentions of them that are nearest to each other."""
    least: dict[Key, int] = {}
    found: dict[Key, tuple[Argument, Argument]] = {}
    for left, right in combinations(mentions, 2):
        apart = abs(left.start - right.start)
        if left.chain is right.chain or apart > FARTHEST:
            continue
        named = (left.form is MentionForm.NAME) + (right.form is MentionForm.NAME)
        distance = apart + DETOUR * (2 - named)
        key = _key(left, right)
        if distance < least.get(key, distance + 1):
            back = (*key[2:], *key[:2])
            least[key] = least[back] = distance
            found[key], found[back] = (left, right), (right, left)
    return found


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
