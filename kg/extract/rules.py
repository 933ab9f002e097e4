"""The built-in extractor: from an article to its mentions and claims, by rules over the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Token

from kg.extract.arguments import Argument, Arguments
from kg.extract.attributes import Attributes
from kg.extract.chains import link_names
from kg.extract.coreference import resolve_references
from kg.extract.drafts import Draft, complete_headline, select
from kg.extract.frames import Match, match_frames
from kg.extract.genders import mark_genders
from kg.extract.learned import Scorer, shipped_scorer
from kg.extract.names import read_names
from kg.extract.occasions import AT_EVENTS, Occasions
from kg.extract.origin import OriginFound
from kg.extract.origins import read_origins
from kg.extract.posts import PostFound, read_posts, read_seats
from kg.extract.record import Recorder
from kg.extract.status import Departures, clause_status, post_status
from kg.extract.story import Chain, Post, Reference, Story
from kg.extract.titles import STATE_POSTS, find_titles
from kg.gazetteer import Gazetteer
from kg.model import OPEN_RELATION, Article, EntityType, Extraction, MentionForm, Modality, Polarity, Qualifiers, Status
from kg.ontology import FrameKind, Ontology
from kg.parse import pipeline_version
from kg.parse.assertion import negated
from kg.parse.clauses import Clause, PredicateKind
from kg.parse.modality import modality

VERSION = "rules-1"
BATCH = 16
"""Articles a batch of the language pipeline holds."""

EVENTS = frozenset({EntityType.EVENT})
ANYONE = frozenset(EntityType)
CONFIDENCE = {PredicateKind.VERB: 0.8, PredicateKind.NOUN: 0.65, PredicateKind.ADJECTIVE: 0.6}
POST_CONFIDENCE = 0.9
OPEN_CONFIDENCE = 0.3
NO_OPEN_SLOTS = frozenset(
    {"subject", "object", "governor", "second", "infinitive", "for-infinitive", "content-subject", "partner"}
)


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
        self._attributes = Attributes(article, story, self._arguments)
        self._occasions = Occasions(self._attributes.dates, article.published)
        self._departures = Departures(self._attributes.dates)
        self._departures.read(story.doc, self._arguments)

    def extraction(self, pipeline: str, scorer: Scorer) -> Extraction:
        recorder = Recorder(self._article, self._story, pipeline)
        drafts = select(list(self._drafts()), self._ontology)
        scored = select(scorer.score(self._story, self._titles, drafts, self._match), self._ontology)
        doc = self._story.doc
        scored = [self._occasions.settle(self._departures.settle(d, doc), doc[d.trigger[0]]) for d in scored]
        title = doc.char_span(0, len(self._article.title), alignment_mode="expand")
        for draft in complete_headline(scored, title.end if title is not None else 0):
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
            yield self._post(post)
        for seat in read_seats(self._story, self._arguments, self._titles):
            yield self._post(seat, "MEMBER_OF")
        for origin in read_origins(self._story, self._arguments):
            yield self._origin(origin)
        for sentence in self._story.doc.sents:
            for clause in self._story.clauses(sentence, self._nouns):
                if clause.kind is PredicateKind.NOUN and self._story.node_at(clause.predicate) is not None:
                    continue  # "Orange County" is a name, not a county of something
                matches = list(match_frames(clause, self._ontology, self._arguments))
                for match in matches:
                    yield self._match(match)
                if not matches and clause.kind is PredicateKind.VERB:
                    yield from self._open(clause)

    def _match(self, match: Match) -> Draft:
        clause = match.clause
        relation = match.frame.relation
        asserted = clause.predicate
        mode = self._modality(clause, match.object.start, lasting=relation.state and relation.name not in AT_EVENTS)
        polarity = Polarity.NEGATED if negated(asserted) else Polarity.AFFIRMED
        if clause.governor is not None and clause.predicate.dep_ == "pobj" and negated(clause.governor):
            polarity = Polarity.NEGATED
        if match.frame.polarity is Polarity.NEGATED:
            polarity = Polarity.AFFIRMED if polarity is Polarity.NEGATED else Polarity.NEGATED
        confidence = CONFIDENCE[clause.kind] * match.subject.confidence * match.object.confidence
        when = self._attributes.dates.when(
            asserted, clause.governor, mode, beside=match.object.start, lasting=relation.state
        )
        ends = (match.subject.chain, match.object.chain)
        draft = Draft(
            relation=relation.name,
            subject=match.subject,
            object=match.object,
            trigger=_trigger(clause),
            polarity=polarity,
            modality=mode,
            status=clause_status(clause.predicate, mode) if relation.state else None,
            attributed_to=self._speakers(clause),
            when=when,
            where=self._attributes.where(clause, ends),
            qualifiers=self._attributes.qualifiers(match),
            confidence=confidence,
            rule=match.rule,
        )
        if when is None and (slots := (*clause.slot("in"), *clause.slot("at"))):  # "lost to X in the 1998 election"
            beside = self._occasions.of(event.chain for event in self._arguments.resolve_all(slots, EVENTS))
            return replace(draft, when=beside.when) if beside is not None else draft
        return draft

    def _speakers(self, clause: Clause) -> tuple[str, ...]:
        own = self._attributes.speakers(clause.predicate)
        return own if own or clause.governor is None else self._attributes.speakers(clause.governor)

    def _modality(self, clause: Clause, beside: int, *, lasting: bool) -> Modality:
        own = modality(clause.predicate)
        if own is Modality.ACTUAL and clause.governor is not None:
            own = modality(clause.governor)
        if own is Modality.ACTUAL and not lasting:
            ahead = self._attributes.dates.scheduled(clause.predicate, clause.governor, beside=beside)
            return Modality.PLANNED if ahead else own
        return own

    def _post(self, found: PostFound, relation: str | None = None) -> Draft:
        title = found.title
        relation = relation or title.relation
        body = found.organisation.chain
        if body.type not in self._ontology.relations[relation].object_types:
            relation = "WORKS_FOR"
        occupation = STATE_POSTS.isdisjoint(title.text(self._story.doc).lower().split())
        if relation == "WORKS_FOR" and occupation and body.type not in {EntityType.ORGANIZATION, EntityType.PERSON}:
            relation = "CITIZEN_OF" if body.type is EntityType.COUNTRY else "LIVES_IN"
        said = _copula(title.head)
        mode = modality(title.head) if said is not None else Modality.ACTUAL
        when = self._attributes.dates.when(title.head, said, mode, beside=found.organisation.start, lasting=True)
        return Draft(
            relation=relation,
            subject=found.holder,
            object=found.organisation,
            trigger=(title.start, title.end),
            polarity=Polarity.NEGATED if said is not None and negated(title.head) else Polarity.AFFIRMED,
            modality=mode,
            status=post_status(found.status, said, mode, when, self._article.published),
            attributed_to=self._attributes.speakers(title.head) if said is not None else (),
            when=when,
            qualifiers=Qualifiers(title=title.text(self._story.doc)),
            confidence=POST_CONFIDENCE * found.holder.confidence * found.organisation.confidence,
            rule=f"post:{found.rule}",
        )

    def _origin(self, found: OriginFound) -> Draft:
        return Draft(
            relation=found.relation,
            subject=found.subject,
            object=found.object,
            trigger=(found.trigger.i, found.trigger.i + 1),
            status=Status.CURRENT,
            confidence=found.confidence * found.subject.confidence * found.object.confidence,
            rule=found.rule,
        )

    def _open(self, clause: Clause) -> Iterator[Draft]:
        """An open claim from a verb that no frame knows, between its subject and its nearest other entity."""
        subjects = self._arguments.resolve_all(clause.slot("subject"), ANYONE)
        slots = ["object", *(slot for slot in clause.roles if slot not in NO_OPEN_SLOTS)]
        for slot in slots:
            objects = self._arguments.resolve_all(clause.slot(slot), ANYONE)
            if not objects:
                continue
            for subject in subjects:
                for obj in objects:
                    if subject.chain is not obj.chain:
                        yield self._open_draft(clause, slot, subject, obj)
            return

    def _open_draft(self, clause: Clause, slot: str, subject: Argument, obj: Argument) -> Draft:
        words = clause.lemma if slot in {"object", "dative"} else f"{clause.lemma} {slot}"
        mode = modality(clause.predicate)
        return Draft(
            relation=OPEN_RELATION,
            subject=subject,
            object=obj,
            trigger=_trigger(clause),
            polarity=Polarity.NEGATED if negated(clause.predicate) else Polarity.AFFIRMED,
            modality=mode,
            attributed_to=self._attributes.speakers(clause.predicate),
            when=self._attributes.dates.when(clause.predicate, None, mode, beside=obj.start, lasting=True),
            qualifiers=Qualifiers(predicate=words),
            confidence=OPEN_CONFIDENCE * subject.confidence * obj.confidence,
            rule=f"open:{clause.lemma}",
        )


def _add_country(person: Chain, body: Chain) -> None:
    if body.type is EntityType.COUNTRY and body not in person.countries:
        person.countries.append(body)


def _trigger(clause: Clause) -> tuple[int, int]:
    end = clause.predicate.i + 1
    for child in clause.predicate.children:
        if child.dep_ == "prt" and child.i == end:
            end += 1
    return clause.predicate.i, end


def _copula(title: Token) -> Token | None:
    """The verb that says that somebody holds, takes or leaves the post ("is president", "sworn in as president")."""
    if title.dep_ in {"attr", "oprd"}:
        return title.head
    if title.dep_ == "pobj" and title.head.lower_ == "as" and title.head.head.pos_ == "VERB":
        return title.head.head
    return None
