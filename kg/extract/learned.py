"""The learned scorer: how sure the claims of the rules are, and claims that no rule makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Protocol

from spacy.tokens import Token

from kg.extract.arguments import Argument
from kg.extract.drafts import Draft
from kg.extract.frames import Match
from kg.extract.pair_features import FeatureReader
from kg.extract.pair_model import Case, PairModel
from kg.extract.pair_paths import Path
from kg.extract.pairs import Pair, read_pairs
from kg.extract.status import LASTING
from kg.extract.story import Story
from kg.extract.titles import Title, status_of
from kg.model import OPEN_RELATION, EntityType, MentionForm, Modality, Polarity, Status
from kg.ontology import Frame, FrameKind, Ontology
from kg.parse.clauses import Clause, PredicateKind, adjective_clause, noun_clause, verb_clause
from kg.parse.subjects import is_infinitive

TITLED = frozenset({"HEADS", "WORKS_FOR", "MEMBER_OF"})
"""Relations that a title beside the person may state."""

BONDS = frozenset({"HEADS", "WORKS_FOR", "SPOUSE_OF", "OWNS"})
BESIDE = 3
"""Tokens between a person and the title that is taken to be theirs."""

OF_OTHERS = frozenset(
    """CALLS_ON SPOKE_WITH INVITED THREATENS ACCUSES CRITICIZES PRAISES SUPPORTS OPPOSES PARTICIPATED_IN""".split()
)
"""Relations told by the verb above an infinitive rather than by the infinitive ("pressed X not to leave Y")."""

PREDICATES = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


class Scorer(Protocol):
    """What is asked about the claims of an article before they are recorded."""

    def score(
        self, story: Story, titles: Sequence[Title], drafts: Sequence[Draft], draft_of: Callable[[Match], Draft]
    ) -> list[Draft]:
        """The claims to record, given those of the rules; `draft_of` reads the attributes of a new one."""


class LearnedScorer:
    """Scores with a model of pairs."""

    def __init__(self, model: PairModel, ontology: Ontology) -> None:
        self._model = model
        self._ontology = ontology

    def score(
        self, story: Story, titles: Sequence[Title], drafts: Sequence[Draft], draft_of: Callable[[Match], Draft]
    ) -> list[Draft]:
        """Claims of rules with their observed confidence, then new claims; a new claim takes the place of the open one
        between the same two."""
        reader = FeatureReader(story, self._ontology, titles, drafts)
        scored: dict[int, Draft] = {id(draft): draft for draft in drafts}
        new: list[Draft] = []
        asked = [
            (p, possible) for p in read_pairs(story, drafts) if (possible := possible_relations(p, self._ontology))
        ]
        cases = [Case(*reader.read(pair, possible), possible) for pair, possible in asked]
        for (pair, _), shares in zip(asked, self._model.probabilities(cases), strict=True):
            if not pair.drafts and max(shares.values(), default=0.0) < self._model.threshold:
                continue  # as nearly all of them are
            for relation, share in shares.items():
                if relation in pair.drafts:
                    confidence = self._model.confidence(share, ruled=True)
                    scored.update({id(d): _as_sure(d, confidence) for d in pair.drafts[relation]})
                elif share >= self._model.threshold:
                    draft = self._new(pair, relation, titles, draft_of)
                    new.append(_as_sure(draft, self._model.confidence(share, ruled=False)))
                    for opened in pair.drafts.get(OPEN_RELATION, ()):
                        scored.pop(id(opened), None)
        return [*scored.values(), *new]

    def _new(self, pair: Pair, relation: str, titles: Sequence[Title], draft_of: Callable[[Match], Draft]) -> Draft:
        clause = _clause(_predicate(pair, relation))
        frame = _wordless(self._ontology, relation, FrameKind(clause.kind))
        draft = draft_of(Match(frame, clause, pair.subject, pair.object, "", ""))
        draft = replace(draft, rule=f"learned:{relation}")
        if frame.relation.state or relation == "PARTICIPATED_IN":
            draft = _presupposed(draft, clause)
        title = _title_of(pair.subject, titles) if relation in TITLED else None
        if title is None:
            return draft
        doc = pair.sentence.doc
        return replace(
            draft,
            trigger=(title.start, title.end),
            status=status_of(doc, title),
            qualifiers=replace(draft.qualifiers, title=title.text(doc)),
        )


class Unscored:
    """Leaves the claims of the rules as they are."""

    def score(
        self, story: Story, titles: Sequence[Title], drafts: Sequence[Draft], draft_of: Callable[[Match], Draft]
    ) -> list[Draft]:
        return list(drafts)


def shipped_scorer(ontology: Ontology) -> Scorer:
    """Scores with the model that came with the package; without one the rules stand alone."""
    model = _shipped_model()
    return Unscored() if model is None else LearnedScorer(model, ontology)


@cache
def _shipped_model() -> PairModel | None:
    return PairModel.load()


def _as_sure(draft: Draft, confidence: float) -> Draft:
    """With this confidence, or that of the coreference by which an end was found where it is less: what is said of
    "she" is no surer than who she is."""
    ends = (draft.subject, draft.object)
    by_reference = (end.confidence for end in ends if end.form is not MentionForm.NAME)
    return replace(draft, confidence=min((confidence, *by_reference)))


def possible_relations(pair: Pair, ontology: Ontology) -> tuple[str, ...]:
    """Relations that may hold between the two: by their types, or because a rule says so; symmetric ones only one way
    round, in the order of the text unless a rule has it the other way."""
    fitting = _fitting(ontology, pair.subject.chain.type, pair.object.chain.type, pair.forward)
    if not pair.drafts and not pair.inverse:
        return fitting
    ruled = [relation for relation in pair.drafts if relation != OPEN_RELATION]
    turned = {relation for relation in pair.inverse if ontology.relations[relation].symmetric}
    return tuple(dict.fromkeys([*ruled, *(relation for relation in fitting if relation not in turned)]))


@cache
def _fitting(ontology: Ontology, subject: EntityType, obj: EntityType, forward: bool) -> tuple[str, ...]:
    return tuple(
        r.name
        for r in ontology.relations.values()
        if subject in r.subject_types
        and obj in r.object_types
        and r.name != OPEN_RELATION
        and (forward or not r.symmetric)
    )


def _presupposed(draft: Draft, clause: Clause) -> Draft:
    """A state said in passing is taken to be so, whatever is said around it ("was urged to fire X, a Liberal"). That it
    is over tells a lasting verb, or "former" before what is a post or bond."""
    over = clause.lemma in LASTING if clause.kind is PredicateKind.VERB else draft.relation in BONDS
    known = draft.status is None or (over and draft.status is Status.FORMER)
    status = draft.status if known else Status.CURRENT
    return replace(draft, polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL, status=status)


def _predicate(pair: Pair, relation: str) -> Token:
    """The word that says it: that of the open claim, else the top of the way between the two, or the infinitive under
    it that one of them completes, else the nearest word above it, or on it, that can."""
    for draft in pair.drafts.get(OPEN_RELATION, ()):
        return pair.sentence.doc[draft.trigger[0]]
    if pair.path is None:
        return pair.sentence.root
    names = {i for end in (pair.subject, pair.object) for i in range(end.start, end.end)}
    complements = [] if relation in OF_OTHERS else list(_complements(pair.path))
    for token in [*complements, pair.path.top, *pair.path.inner, *pair.path.top.ancestors]:
        if token.pos_ in PREDICATES and token.i not in names:
            return token
    return pair.sentence.root


def _complements(path: Path) -> Iterator[Token]:
    """ "X was asked to help Y": helping is what is between the two, and it is that which is asked for."""
    for way in (path.fall, path.rise):
        for below, token in pairwise(way):
            if token.dep_ in {"xcomp", "ccomp"} and is_infinitive(token) and below.dep_ not in {"nsubj", "nsubjpass"}:
                yield token
                return


def _clause(predicate: Token) -> Clause:
    if predicate.pos_ in {"VERB", "AUX"}:
        return verb_clause(predicate)
    return adjective_clause(predicate) if predicate.pos_ == "ADJ" else noun_clause(predicate)


def _wordless(ontology: Ontology, relation: str, kind: FrameKind) -> Frame:
    """A frame without words or slots: whoever found the claim has filled its ends already."""
    nothing = frozenset[str]()
    known = ontology.relations[relation]
    return Frame(
        relation=known,
        kind=kind,
        lemmas=nothing,
        subject=(),
        object=(),
        governors=nothing,
        mutual=False,
        needs=nothing,
        subject_types=known.subject_types,
        object_types=known.object_types,
        through_subject=False,
        through_object=False,
        product=("object", "of", "with") if relation == "SUPPLIES" else (),
        polarity=Polarity.AFFIRMED,
    )


def _title_of(person: Argument, titles: Sequence[Title]) -> Title | None:
    """The nearest title that ends just before the person or begins just after."""
    near = [
        (min(abs(person.start - t.end), abs(t.start - person.end)), t.start, t)
        for t in titles
        if 0 <= person.start - t.end <= BESIDE or 0 <= t.start - person.end <= BESIDE
    ]
    return min(near, key=lambda found: found[:2])[2] if near else None
