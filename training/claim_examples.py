"""Pairs of annotated articles with what the annotation says of them: what the scorer of claims learns from.

A pair's relation is stated in its sentence when a gold claim joins the two and quotes that sentence as its evidence.
Gold claims that are optional, or quoted from another sentence, say neither yes nor no. A claim that a rule makes is
right wherever its evidence stands, as in evaluation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz

from kg.evaluate import GoldClaim, read_gold
from kg.evaluate.claims import Argument as GoldArgument
from kg.extract import RuleExtractor
from kg.extract.arguments import Argument
from kg.extract.drafts import Draft
from kg.extract.frames import Match
from kg.extract.learned import possible_relations
from kg.extract.pair_features import FeatureReader
from kg.extract.pairs import Pair, read_pairs
from kg.extract.story import Story
from kg.extract.titles import Title
from kg.gazetteer import Gazetteer
from kg.model import Article, EntityType
from kg.ontology import Ontology
from kg.parse import load
from kg.read import Reading, read

ALIKE = 85
"""Per cent of likeness from which a sentence counts as quoted; annotators shorten and mend."""

SHORTEST_QUOTE = 20
"""Characters; likeness of shorter quotes says nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with its features, the relations that may hold, those that rules claim, and those that gold says are
    stated (`right`) or leaves open (`open`)."""

    article: str
    subject: GoldArgument
    object: GoldArgument
    pair: frozenset[str]
    cells: dict[str, frozenset[str]]
    possible: tuple[str, ...]
    ruled: frozenset[str]
    right: frozenset[str]
    open: frozenset[str]


@dataclass(slots=True)
class Collector:
    """Stands where the learned scorer stands in extraction, and keeps what that would be asked."""

    ontology: Ontology
    gazetteer: Gazetteer
    seen: list[tuple[Pair, set[str], dict[str, set[str]], GoldArgument, GoldArgument]] = field(default_factory=list)

    def score(
        self, story: Story, titles: Sequence[Title], drafts: Sequence[Draft], draft_of: Callable[[Match], Draft]
    ) -> list[Draft]:
        """Keep every pair; the claims stay as they are."""
        reader = FeatureReader(story, self.ontology, titles, drafts)
        for pair in read_pairs(story, drafts):
            features = reader.read(pair, possible_relations(pair, self.ontology))
            self.seen.append((pair, *features, self._named(story, pair.subject), self._named(story, pair.object)))
        return list(drafts)

    def _named(self, story: Story, end: Argument) -> GoldArgument:
        """The names under which evaluation would see this end."""
        names = [node.text for node in end.chain.nodes]
        for kb in {end.stands_for, *(node.kb for node in end.chain.nodes if node.demonym)} - {None}:
            entry = self.gazetteer.entry(str(kb))
            if entry.type is EntityType.COUNTRY:
                names.append(entry.name)
        if end.stands_for is not None:
            names.append(story.doc[end.start : end.end].text)
        return GoldArgument(name=end.chain.name, aliases=tuple(sorted(set(names))))


def read_examples(articles: Path, gold_folder: Path, ontology: Ontology) -> list[Example]:
    """Examples of every article of the folder that has gold, in order of their files and of the text."""
    gold = read_gold(gold_folder)
    gazetteer = Gazetteer.load()
    collector = Collector(ontology, gazetteer)
    extractor = RuleExtractor(load(gazetteer=gazetteer), ontology, gazetteer, collector)
    named = [(path.stem, article) for path in sorted(articles.glob("*.txt")) for article in _read(path)]
    named = [(stem, article) for stem, article in named if stem in gold]
    examples: list[Example] = []
    for (stem, _), _ in zip(named, extractor.extract(article for _, article in named), strict=True):
        claims = [(claim, _plain(claim.sentence)) for claim in gold[stem]]
        for pair, of_pair, cells, subject, obj in collector.seen:
            right, undecided = _judge(pair, subject, obj, claims, ontology)
            possible = possible_relations(pair, ontology)
            examples.append(
                Example(
                    article=stem,
                    subject=subject,
                    object=obj,
                    pair=frozenset(of_pair),
                    cells={relation: frozenset(names) for relation, names in cells.items() if names},
                    possible=possible,
                    ruled=frozenset(pair.drafts),
                    right=right & frozenset(possible),
                    open=undecided & frozenset(possible) - right,
                )
            )
        collector.seen.clear()
    return examples


def _read(path: Path) -> Iterable[Article]:
    return (found.article for found in read(str(path)) if isinstance(found, Reading))


def _judge(
    pair: Pair, subject: GoldArgument, obj: GoldArgument, claims: list[tuple[GoldClaim, str]], ontology: Ontology
) -> tuple[frozenset[str], frozenset[str]]:
    right, undecided = set(), set()
    sentence = _plain(pair.sentence.text)
    for claim, quote in claims:
        straight = claim.subject.keys & subject.keys and claim.object.keys & obj.keys
        turned = claim.subject.keys & obj.keys and claim.object.keys & subject.keys
        for relation in (claim.relation, *claim.also):
            symmetric = {
                r for r in (relation, claim.relation) if r in ontology.relations and ontology.relations[r].symmetric
            }
            if straight or (turned and symmetric):
                told = relation in pair.drafts or _quoted(sentence, quote)
                (right if told and not claim.optional else undecided).add(relation)
    return frozenset(right), frozenset(undecided)


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()


def _quoted(sentence: str, quote: str) -> bool:
    if not sentence or not quote:
        return False
    if sentence in quote or quote in sentence:
        return True
    return len(quote) >= SHORTEST_QUOTE and fuzz.partial_ratio(sentence, quote) >= ALIKE
