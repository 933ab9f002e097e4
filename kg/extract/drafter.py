"""From what was found to a draft of a claim: how it is asserted, by whom, when and where, and with what else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.arguments import Argument, Arguments
from kg.extract.attributes import Attributes
from kg.extract.collectives import has_members, is_employer, is_team
from kg.extract.drafts import Draft
from kg.extract.frames import Match
from kg.extract.occasions import AT_EVENTS, Occasions
from kg.extract.origin import OriginFound
from kg.extract.posts import PostFound
from kg.extract.status import clause_status, post_status
from kg.extract.story import Story
from kg.extract.titles import LEGISLATURES, STATE_POSTS
from kg.model import OPEN_RELATION, Article, EntityType, Modality, Polarity, Qualifiers, Relation, Status
from kg.ontology import Ontology
from kg.parse.assertion import negated
from kg.parse.clauses import Clause, PredicateKind
from kg.parse.modality import modality
from kg.parse.tree import children

EVENTS = frozenset({EntityType.EVENT})
ANYONE = frozenset(EntityType)
CONFIDENCE = {PredicateKind.VERB: 0.8, PredicateKind.NOUN: 0.65, PredicateKind.ADJECTIVE: 0.6}
POST_CONFIDENCE = 0.9
OPEN_CONFIDENCE = 0.3
NO_OPEN_SLOTS = frozenset(
    {"subject", "object", "governor", "second", "infinitive", "for-infinitive", "content-subject", "partner"}
)


SEATED = LEGISLATURES.keys() | {"fellow", "fellows", "delegate", "deputy"}
"""Titles of those who sit in the body that the title is of."""

OCCUPATIONS = frozenset(
    """director captain manager coach chairman chairwoman chair ceo executive boss editor principal dean rector bishop
    archbishop abbot""".split()
)
"""Of titles of those at the head of something, what is no post of a nation: whoever has one is of it."""

ATTITUDES = frozenset({"CRITICIZES", "ACCUSES", "PRAISES", "SUPPORTS", "OPPOSES", "THREATENS", "CALLS_ON", "KILLED"})
UTTERED = (ATTITUDES - {"KILLED", "SUPPORTS"}) | {"INVITED"}
"""Relations that are made by saying so: "rejected X's demand" says that X demanded."""


class Drafter:
    """Drafts the claims of one article."""

    def __init__(
        self,
        article: Article,
        story: Story,
        ontology: Ontology,
        arguments: Arguments,
        attributes: Attributes,
        occasions: Occasions,
    ) -> None:
        self._published = article.published
        self._story = story
        self._ontology = ontology
        self._arguments = arguments
        self._attributes = attributes
        self._occasions = occasions

    def match(self, match: Match) -> Draft:
        """The claim that a frame makes of a clause."""
        clause = match.clause
        relation = match.frame.relation
        asserted = clause.predicate
        mode = self._modality(clause, match.object.start, fixed=_appointed(relation))
        polarity = Polarity.NEGATED if negated(asserted) else Polarity.AFFIRMED
        if clause.governor is not None and clause.predicate.dep_ == "pobj" and negated(clause.governor):
            polarity = Polarity.NEGATED
        if (
            relation.name in UTTERED
            and clause.kind is PredicateKind.NOUN
            and match.subject_slot not in {"governor", ""}
        ):
            polarity = Polarity.AFFIRMED  # what is rejected or ignored has been said all the same
        if match.frame.polarity is Polarity.NEGATED:
            polarity = Polarity.AFFIRMED if polarity is Polarity.NEGATED else Polarity.NEGATED
        confidence = CONFIDENCE[clause.kind] * match.subject.confidence * match.object.confidence
        when = self._attributes.dates.when(
            asserted, clause.governor, mode, beside=match.object.start, lasting=relation.state
        )
        if (
            mode is Modality.ACTUAL
            and not relation.state
            and when
            and (when.start or "") > (self._published or "")[:10] > ""
        ):
            mode = Modality.PLANNED  # "the 2028 mission", in an article of 2020
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

    def _modality(self, clause: Clause, beside: int, *, fixed: bool) -> Modality:
        own = modality(clause.predicate)
        if own is Modality.ACTUAL and clause.governor is not None:
            own = modality(clause.governor)
        if own is Modality.ACTUAL and fixed:
            ahead = self._attributes.dates.scheduled(clause.predicate, clause.governor, beside=beside)
            return Modality.PLANNED if ahead else own
        return own

    def post(self, found: PostFound, relation: str | None = None) -> Draft:
        """The claim that a title makes, with another relation than the title's where one is given."""
        title = found.title
        relation = relation or title.relation
        body = found.organisation.chain
        if body.type not in self._ontology.relations[relation].object_types:
            relation = "WORKS_FOR"
        if relation == "WORKS_FOR" and title.head.lower_ in SEATED and has_members(body):
            relation = "MEMBER_OF"  # "a fellow of the Royal Society", "the delegate to Congress"
        if relation == "HEADS" and title.head.lower_ in OCCUPATIONS:
            if found.organisation.rule == "demonym" and body.type is EntityType.COUNTRY:
                relation = "CITIZEN_OF"  # "the Danish director X"
            elif title.head.lower_ == "captain" and body.type is EntityType.ORGANIZATION:
                relation = "WORKS_FOR" if is_employer(body) else "MEMBER_OF"
        elif relation == "WORKS_FOR" and title.head.lower_ == "manager" and title.end - title.start == 1:
            relation = "HEADS" if is_team(body) else relation
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
            status=post_status(found.status, said, mode, when, self._published),
            attributed_to=self._attributes.speakers(title.head) if said is not None else (),
            when=when,
            qualifiers=Qualifiers(title=title.text(self._story.doc)),
            confidence=POST_CONFIDENCE * found.holder.confidence * found.organisation.confidence,
            rule=f"post:{found.rule}",
        )

    def origin(self, found: OriginFound) -> Draft:
        """The claim that a noun phrase makes."""
        return Draft(
            relation=found.relation,
            subject=found.subject,
            object=found.object,
            trigger=(found.trigger.i, found.trigger.i + 1),
            status=Status.CURRENT,
            confidence=found.confidence * found.subject.confidence * found.object.confidence,
            rule=found.rule,
        )

    def open(self, clause: Clause) -> Iterator[Draft]:
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


def _appointed(relation: Relation) -> bool:
    """Whether it happens at an appointed time, so that "on Friday" beside the present tense is the next one."""
    return relation.name in AT_EVENTS or not (relation.state or relation.name in ATTITUDES)


def _trigger(clause: Clause) -> tuple[int, int]:
    end = clause.predicate.i + 1
    for child in children(clause.predicate):
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
