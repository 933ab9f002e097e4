"""The built-in extractor: from an article to its mentions and claims, by rules over the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Token

from kg.extract.arguments import Arguments
from kg.extract.attributes import Attributes
from kg.extract.chains import link_names
from kg.extract.coreference import resolve_references
from kg.extract.drafter import Drafter
from kg.extract.drafts import Draft, complete_dates, complete_headline, select
from kg.extract.frames import match_frames
from kg.extract.genders import mark_genders
from kg.extract.learned import Scorer, shipped_scorer
from kg.extract.names import read_names
from kg.extract.occasions import Occasions
from kg.extract.origins import read_origins
from kg.extract.posts import read_posts, read_seats
from kg.extract.record import Recorder
from kg.extract.status import Departures
from kg.extract.story import Chain, Post, Reference, Story
from kg.extract.titles import find_titles
from kg.gazetteer import Gazetteer
from kg.model import Article, EntityType, Extraction, MentionForm
from kg.ontology import FrameKind, Ontology
from kg.parse import pipeline_version
from kg.parse.clauses import PredicateKind

VERSION = "rules-1"
BATCH = 16
"""Articles a batch of the language pipeline holds."""


class RuleExtractor:
    """Extracts mentions and claims. Holds no state between articles; the same article gives the same extraction."""

    def __init__(self, nlp: Language, ontology: Ontology, gazetteer: Gazetteer, scorer: Scorer | None = None) -> None:
        """`scorer` has the last word on the claims; by default the learned one that came with the package."""
        self._nlp = nlp
        self._scorer = scorer or shipped_scorer(ontology)
        self._ontology = ontology
        self._gazetteer = gazetteer
        self.pipeline = f"{pipeline_version(nlp)} {VERSION}"

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction per article, in order."""
        pairs = ((article.text, article) for article in articles)
        for doc, article in self._nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            nodes = read_names(doc, self._gazetteer)
            story = Story(doc, nodes, link_names(nodes))
            yield _Reading(article, story, self._ontology, self._gazetteer).extraction(self.pipeline, self._scorer)


class _Reading:
    """One article being read."""

    def __init__(self, article: Article, story: Story, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self._article = article
        self._story = story
        self._ontology = ontology
        self._nouns = ontology.lemmas(FrameKind.NOUN)
        self._arguments = Arguments(story, gazetteer)
        self._titles = list(find_titles(story.doc, gazetteer))
        self._learn_posts()
        mark_genders(story, gazetteer)
        resolve_references(story)
        attributes = Attributes(article, story, self._arguments)
        self._occasions = Occasions(attributes.dates, article.published)
        self._drafter = Drafter(article, story, ontology, self._arguments, attributes, self._occasions)
        self._departures = Departures(attributes.dates)
        self._departures.read(story.doc, self._arguments)

    def extraction(self, pipeline: str, scorer: Scorer) -> Extraction:
        recorder = Recorder(self._article, self._story, pipeline)
        drafts = select(list(self._drafts()), self._ontology)
        scored = select(scorer.score(self._story, self._titles, drafts, self._drafter.match), self._ontology)
        doc = self._story.doc
        scored = [self._occasions.settle(self._departures.settle(d, doc), doc[d.trigger[0]]) for d in scored]
        title = doc.char_span(0, len(self._article.title), alignment_mode="expand")
        for draft in complete_dates(complete_headline(scored, title.end if title is not None else 0), self._ontology):
            recorder.record(draft)
        return recorder.extraction()

    def _learn_posts(self) -> None:
        """Posts and homes of persons, from names alone: coreference of "the Chinese leader" needs them."""
        for found in read_posts(self._story, self._arguments, self._titles):
            person, organisation = found.holder.chain, found.organisation.chain
            self._refer(found.title.head, person)
            if organisation.type is EntityType.PERSON:
                continue
            person.posts.append(Post(found.title.relation, found.title.text(self._story.doc), organisation))
            _add_country(person, organisation)
        for origin in read_origins(self._story, self._arguments):
            if origin.relation == "CITIZEN_OF":
                _add_country(origin.subject.chain, origin.object.chain)

    def _refer(self, title: Token, person: Chain) -> None:
        """The word of the title means its holder: "the envoy, X, met" is about X."""
        known = self._story.references.get(title.i)
        chains = tuple(dict.fromkeys((*(known.chains if known else ()), person)))
        self._story.references[title.i] = Reference(chains, 0.9, MentionForm.NOMINAL, "coref:post")

    def _drafts(self) -> Iterator[Draft]:
        for post in read_posts(self._story, self._arguments, self._titles):
            yield self._drafter.post(post)
        for seat in read_seats(self._story, self._arguments, self._titles):
            yield self._drafter.post(seat, "MEMBER_OF")
        for origin in read_origins(self._story, self._arguments):
            yield self._drafter.origin(origin)
        for sentence in self._story.doc.sents:
            for clause in self._story.clauses(sentence, self._nouns):
                if clause.kind is PredicateKind.NOUN and self._story.node_at(clause.predicate) is not None:
                    continue  # "Orange County" is a name, not a county of something
                matches = list(match_frames(clause, self._ontology, self._arguments))
                for match in matches:
                    yield self._drafter.match(match)
                if not matches and clause.kind is PredicateKind.VERB:
                    yield from self._drafter.open(clause)


def _add_country(person: Chain, body: Chain) -> None:
    if body.type is EntityType.COUNTRY and body not in person.countries:
        person.countries.append(body)
