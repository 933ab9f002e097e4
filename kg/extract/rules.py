"""The built-in extractor: from an article to its mentions and claims, by rules over the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language

from kg.extract.attendance import read_attendance
from kg.extract.attributes import Attributes
from kg.extract.cast import Cast, read_cast
from kg.extract.datelines import without_asides
from kg.extract.drafter import Drafter
from kg.extract.drafts import Draft, complete_dates, complete_headline, select
from kg.extract.frames import match_frames
from kg.extract.learned import Scorer, shipped_scorer
from kg.extract.occasions import Occasions
from kg.extract.origins import read_origins
from kg.extract.posts import read_seats
from kg.extract.record import Recorder
from kg.extract.status import Departures
from kg.gazetteer import Gazetteer
from kg.model import Article, Extraction
from kg.ontology import FrameKind, Ontology
from kg.parse import pipeline_version
from kg.parse.clauses import PredicateKind
from kg.parse.tree import forget

VERSION = "rules-1"
BATCH = 32
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
            cast = read_cast(doc, self._gazetteer)
            extraction = _Reading(article, cast, self._ontology).extraction(self.pipeline, self._scorer)
            forget(doc)
            yield extraction


class _Reading:
    """One article being read."""

    def __init__(self, article: Article, cast: Cast, ontology: Ontology) -> None:
        self._article = article
        self._ontology = ontology
        self._nouns = ontology.lemmas(FrameKind.NOUN)
        self._story, self._arguments, self._titles, self._posts = cast
        attributes = Attributes(article, self._story, self._arguments)
        self._occasions = Occasions(attributes.dates, article.published)
        self._drafter = Drafter(article, self._story, ontology, self._arguments, attributes, self._occasions)
        self._departures = Departures(attributes.dates)
        self._departures.read(self._story.doc, self._arguments)

    def extraction(self, pipeline: str, scorer: Scorer) -> Extraction:
        recorder = Recorder(self._article, self._story, pipeline)
        drafts = select(list(self._drafts()), self._ontology)
        scored = select(scorer.score(self._story, self._titles, drafts, self._drafter.match), self._ontology)
        doc = self._story.doc
        scored = without_asides(doc, scored)
        scored = [self._occasions.settle(self._departures.settle(d, doc), doc[d.trigger[0]]) for d in scored]
        title = doc.char_span(0, len(self._article.title), alignment_mode="expand")
        for draft in complete_dates(complete_headline(scored, title.end if title is not None else 0), self._ontology):
            recorder.record(draft)
        return recorder.extraction()

    def _drafts(self) -> Iterator[Draft]:
        for post in self._posts:
            yield self._drafter.post(post)
        for seat in read_seats(self._story, self._arguments, self._titles):
            yield self._drafter.post(seat, "MEMBER_OF")
        for origin in (
            *read_origins(self._story, self._arguments),
            *read_attendance(self._story, self._arguments),
        ):
            yield self._drafter.origin(origin)
        for sentence in self._story.sentences:
            for clause in self._story.clauses(sentence, self._nouns):
                if clause.kind is PredicateKind.NOUN and self._story.node_at(clause.predicate) is not None:
                    continue  # "Orange County" is a name, not a county of something
                matches = list(match_frames(clause, self._ontology, self._arguments))
                for match in matches:
                    yield self._drafter.match(match)
                if not matches and clause.kind is PredicateKind.VERB:
                    yield from self._drafter.open(clause)
