"""Whether a state holds still: by the tense of what says it, and by what the article tells of who it is said of."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.arguments import Arguments
from kg.extract.drafts import Draft
from kg.extract.event_dates import EventDates, finer
from kg.extract.story import Chain
from kg.extract.titles import FORMER
from kg.model import EntityType, Modality, Status, When
from kg.parse.assertion import negated
from kg.parse.clauses import Clause, adjective_clause, verb_clause
from kg.parse.modality import modality
from kg.parse.tree import children
from kg.parse.words import words_of

PERSONS = frozenset({EntityType.PERSON})
POSTS = frozenset({"HEADS", "WORKS_FOR"})

LASTING = frozenset(
    """work lead head chair run govern rule serve live reside own belong represent manage direct command play cooperate
    collaborate partner record perform divorce""".split()
)
"""Verbs that say a state lasts, or ends; their past tense says it is over."""

DYING = frozenset({"die", "perish", "drown", "succumb"})
KILLING = frozenset({"shoot dead", "kill", "murder", "assassinate", "execute", "behead", "slay", "bury"})
LEAVING = frozenset({"resign", "quit", "retire", "step down", "stand down", "abdicate"})
REMOVING = frozenset("dismiss fire sack oust depose remove overthrow topple".split())
TELLING = {word.split()[0] for word in DYING | KILLING | LEAVING | REMOVING} | {"survive", "dead"}
"""Lemmas of the words that may tell of a departure."""

DEATHS = frozenset({"DIED_IN", "KILLED"})
UNDYING = frozenset({"CITIZEN_OF", "PARENT_OF", "SIBLING_OF", "SPOUSE_OF"})
"""States that are told as lasting after a death ("is survived by his wife")."""

PREDICATES = frozenset({"VERB", "ADJ"})
SPOUSES = frozenset({"husband", "wife"})


class Departures:
    """Who the article says is dead, and since when; and who it says leaves a post, with the sentence that says so."""

    def __init__(self, dates: EventDates) -> None:
        self._dates = dates
        self._dead: dict[Chain, When | None] = {}
        self._left: set[tuple[int, Chain]] = set()

    def read(self, doc: Doc, arguments: Arguments) -> None:
        """Find every death and resignation that the text tells."""
        for index in words_of(doc, PREDICATES):
            token = doc[index]
            if token.lemma_ in TELLING:
                self._note(verb_clause(token) if token.pos_ == "VERB" else adjective_clause(token), arguments)

    def _note(self, clause: Clause, arguments: Arguments) -> None:
        if clause.lemma == "survive" and clause.passive:
            slot = "object"  # "is survived by two sons"
        elif clause.lemma in DYING or clause.lemma in LEAVING or clause.lemma == "dead":
            slot = "subject"
        elif clause.lemma in KILLING or clause.lemma in REMOVING:
            slot = "object"
        else:
            return
        if clause.predicate.dep_ == "pcomp":
            return  # "a goal of ousting X"
        persons = arguments.resolve_all(clause.slot(slot), PERSONS)
        if not persons or modality(clause.predicate) is not Modality.ACTUAL or negated(clause.predicate):
            return
        chains = {person.chain for person in persons}
        if clause.lemma in LEAVING or clause.lemma in REMOVING:
            self._left |= {(clause.predicate.sent.start, chain) for chain in chains}
        else:
            when = self._dates.when(clause.predicate, None, Modality.ACTUAL, beside=clause.predicate.i, lasting=False)
            for chain in chains:
                self._dead[chain] = finer(self._dead.get(chain), when)

    def settle(self, draft: Draft, doc: Doc) -> Draft:
        """The draft as former, if it tells a current state of somebody dead, or a post in the sentence that says it was
        left ("X, the minister, resigned"); a death with the date that any sentence gives: one dies once."""
        if draft.relation in DEATHS:
            victim = draft.subject.chain if draft.relation == "DIED_IN" else draft.object.chain
            return replace(draft, when=finer(draft.when, self._dead.get(victim)))
        if draft.status is not Status.CURRENT or draft.relation in UNDYING:
            return draft
        gone = draft.subject.chain in self._dead or draft.object.chain in self._dead
        leaves = draft.relation in POSTS and (doc[draft.trigger[0]].sent.start, draft.subject.chain) in self._left
        return replace(draft, status=Status.FORMER) if gone or leaves else draft


def clause_status(predicate: Token, mode: Modality) -> Status:
    """Status of a state that a clause tells, by its words and its tense."""
    words = {child.lower_ for child in children(predicate)}
    lemma = predicate.lemma_.lower()
    if words & FORMER or words & {"once", "previously"} or lemma.startswith("ex-"):
        return Status.FORMER
    if lemma in LASTING and ended(predicate):
        return Status.FORMER  # "worked for": no longer does
    if predicate.dep_ == "xcomp" and predicate.head.lower_ == "used":
        return Status.FORMER
    if lemma in SPOUSES and "first" in words:
        return Status.FORMER  # there was another
    if predicate.pos_ == "NOUN" and past_bearer(predicate):
        return Status.FORMER
    if mode is Modality.PLANNED:
        return Status.FUTURE
    return Status.CURRENT


def ended(verb: Token) -> bool:
    """ "worked", "was working", "had worked"; not "has worked since 1990"."""
    auxiliaries = {child.lower_ for child in children(verb) if child.dep_ == "aux"}
    return verb.tag_ == "VBD" or bool(auxiliaries & {"had", "was", "were"})


def post_status(told: Status, verb: Token | None, mode: Modality, when: When | None, published: str | None) -> Status:
    """Status of a post by its title, by the verb that says who holds it, and by a term that has ended ("mayor from 1990
    to 1998")."""
    if told is not Status.CURRENT:
        return told
    if mode is Modality.PLANNED:
        return Status.FUTURE
    if verb is not None and verb.lemma_ in {"serve", "work", "act"} and (ended(verb) or _has_been(verb)):
        return Status.FORMER
    term = when is not None and when.text.lower().startswith(("from ", "between ", "until ", "till "))
    past = term and when is not None and published is not None and (when.end or published) < published
    return Status.FORMER if past else told


def _has_been(verb: Token) -> bool:
    """ "has served as mayor"; not "has served as mayor since 1990"."""
    perfect = any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in children(verb))
    return perfect and not any(c.dep_ == "prep" and c.lower_ in {"since", "for"} for c in children(verb))


def past_bearer(noun: Token) -> bool:
    """ "was a member of X", "served as a member of X"."""
    head = noun.head
    if noun.dep_ == "attr":
        return head.lemma_ == "be" and head.tag_ == "VBD"
    verb = head.head
    return noun.dep_ == "pobj" and head.lower_ == "as" and verb.tag_ == "VBD" and verb.lemma_ in {"serve", "work"}
