"""Frames on clauses: which relation a predicate states between which of its roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from spacy.tokens import Token

from kg.extract.arguments import Argument, Arguments
from kg.extract.collectives import has_members, is_alliance, is_employer, is_party
from kg.extract.conditions import applies, phrase_lemmas
from kg.extract.mutual import belongs, each_other, under_way
from kg.extract.story import Chain
from kg.model import EntityType, MentionForm
from kg.ontology import Frame, FrameKind, Ontology
from kg.ontology.frames import american
from kg.parse.clauses import Clause, PredicateKind, lemma_of
from kg.parse.tree import children

ARRANGING = frozenset(
    [
        *"plan propose cancel postpone delay arrange schedule consider explore reject refuse decline".split(),
        *("call off", "put off", "rule out"),
    ]
)
"""Verbs whose subject takes part in the event that is their object, whatever the event."""

WANTING = frozenset("demand want seek offer request call discuss prepare agree negotiate push hope".split())
"""Verbs whose subject means itself as one side of what two do together ("demanded talks with X")."""

TIES = frozenset({"tie", "relation", "link", "bond", "relationship"})
"""What two have, good or bad: to discuss it is not to do it together."""

ACCOMPANYING = frozenset({"after", "before", "during", "following", "in", "at", "of", "on"})
JOINT = frozenset({"with", "between"})
JOINTLY = "jointly"
TOGETHER = frozenset({JOINTLY, "together"})
SUITED: dict[str, Callable[[Chain], bool]] = {
    "members": has_members,
    "party": is_party,
    "employer": is_employer,
    "joinable": lambda chain: not is_employer(chain),
}
"""What a frame may need its object to be where the subject is a person."""

JOURNEYS = frozenset({"visit", "trip", "tour", "journey"})
SCHOOLS = frozenset("university college school institute academy conservatory polytechnic seminary".split())

COURTS = frozenset({"court", "courts", "tribunal"})
VICTORIES = frozenset({"win", "victory", "triumph"})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a clause, with the entities in its two ends."""

    frame: Frame
    clause: Clause
    subject: Argument
    object: Argument
    subject_slot: str
    object_slot: str

    @property
    def rule(self) -> str:
        return f"{self.frame.kind}:{self.clause.lemma}"


def match_frames(clause: Clause, ontology: Ontology, arguments: Arguments) -> Iterator[Match]:
    """Every frame of the ontology that fits the clause, with every pair of entities that fills it."""
    kind = FrameKind(clause.kind)
    frames = ontology.frames(kind, american(clause.lemma))
    if kind is FrameKind.VERB and any(child.lower_ in TOGETHER for child in children(clause.predicate)):
        frames += ontology.frames(kind, JOINTLY)  # whatever it is that they do
    for frame in frames:
        if _has_ends(frame, clause) and applies(frame, clause):
            yield from _fill(frame, clause, arguments)


def _has_ends(frame: Frame, clause: Clause) -> bool:
    """Whether anything stands in slots for both ends, whatever it is: the cheapest of all conditions."""
    roles = clause.roles
    return any(slot in roles for slot in frame.subject) and (
        frame.mutual or any(slot in roles for slot in frame.object)
    )


def _fill(frame: Frame, clause: Clause, arguments: Arguments) -> Iterator[Match]:
    governed = clause.governor is not None and _governs(clause.governor, frame, clause.predicate)
    subject_slot, subjects = _first(
        frame, frame.subject, clause, arguments, frame.subject_types, frame.through_subject, governed, None
    )
    if not subjects:
        return
    object_slot, objects = _first(
        frame, frame.object, clause, arguments, frame.object_types, frame.through_object, governed, subjects
    )
    if not frame.needs.isdisjoint(SUITED):
        subjects, objects = _suited(frame, subjects, objects)
    if object_slot == "modifier" and "outsider" in frame.needs:
        before = clause.predicate.dep_ in {"compound", "nmod", "amod"}  # "its Italian partner X" is no partner of Italy
        objects = [a for a in objects if not is_alliance(a.chain) and not (before and a.rule == "demonym")]
    joint = (
        object_slot in JOINT
        or "joint" in frame.needs
        or not (frame.relation.symmetric and _accompanies(clause.predicate))
        or any(child.dep_ == "prep" and child.lower_ == object_slot for child in clause.predicate.rights)
        or under_way(clause.predicate)
    )
    if subject_slot == "governor" and not joint:
        return  # "said in a message posted to X", "were at the same dinner"
    if "school" in frame.needs:
        objects = [found for found in objects if not SCHOOLS.isdisjoint(found.chain.name.lower().split())]
    if "directive" in frame.needs:  # what somebody says that the own country must do is no call on it
        objects = [o for o in objects if not any(belongs(subject, o) for subject in subjects)]
    if "outside-court" in frame.needs:
        objects = [found for found in objects if COURTS.isdisjoint(found.chain.name.lower().split())]
    if "owned" in frame.needs:
        objects = [found for found in objects if found.through is not None]
    if (
        frame.kind is FrameKind.NOUN
        and frame.governors
        and not governed
        and not _stands_alone(frame, clause, subject_slot)
    ):
        return
    if frame.mutual and (not objects or object_slot == subject_slot):
        if len(subjects) > 2 and all(found.form is not MentionForm.NAME for found in subjects):
            return  # "they met": who of many met whom is not said
        for left, right in (combinations if frame.relation.symmetric else permutations)(subjects, 2):
            if left.chain is not right.chain:
                yield Match(frame, clause, left, right, subject_slot, subject_slot)
        return
    if not objects and any(each_other(token) for slot in frame.object for token in clause.slot(slot)):
        for left, right in permutations(subjects, 2):
            if left.chain is not right.chain:
                yield Match(frame, clause, left, right, subject_slot, subject_slot)
    for subject in subjects:
        for obj in objects:
            if subject.chain is not obj.chain:
                yield Match(frame, clause, subject, obj, subject_slot, object_slot)


def _suited(frame: Frame, subjects: list[Argument], objects: list[Argument]) -> tuple[list[Argument], list[Argument]]:
    """The ends of a membership that can be it: a person is a member of a party or band, of a firm an employee."""
    if not any(found.chain.type is EntityType.PERSON for found in subjects):
        return subjects, objects if "party" not in frame.needs else []
    return subjects, [
        found for found in objects if all(SUITED[need](found.chain) for need in frame.needs & SUITED.keys())
    ]


def _governs(verb: Token, frame: Frame, event: Token) -> bool:
    """Whether the subject of the verb takes part in the event that is its object, or beside it ("said after talks with
    X"), which holds of what two do together and of journeys."""
    lemmas = {american(lemma_of(verb)), american(verb.lemma_.lower())}
    shared = frame.relation.symmetric or event.lemma_.lower() in JOURNEYS
    wanted = frame.relation.symmetric and not lemmas.isdisjoint(WANTING) and event.lemma_ not in TIES
    beside = (shared and _accompanies(event)) or wanted
    beside = beside or (event.lemma_.lower() in VICTORIES and event.dep_ == "pobj")  # "advanced with a win over X"
    return bool(frame.governors) and (not lemmas.isdisjoint(frame.governors | ARRANGING) or beside)


def _accompanies(event: Token) -> bool:
    if event.dep_ == "pobj" and event.head.lower_ == "of" and event.head.head.pos_ == "NOUN":
        return _accompanies(event.head.head)  # "signed a series of agreements"
    return event.dep_ == "pobj" and event.head.lower_ in ACCOMPANYING


def _stands_alone(frame: Frame, clause: Clause, subject_slot: str) -> bool:
    """An event noun without its light verb still tells when its actor hangs on the noun itself ("X's visit to Y")."""
    return subject_slot in {"possessive", "between", "by", "from", "of", "modifier", "holder"}


def _first(
    frame: Frame,
    slots: tuple[str, ...],
    clause: Clause,
    arguments: Arguments,
    types: frozenset[EntityType],
    through: bool,
    governed: bool,
    taken: list[Argument] | None,
) -> tuple[str, list[Argument]]:
    """The first slot that holds entities of the types, other than those already taken for the other end."""
    used = {argument.chain for argument in taken or ()}
    for reach in (False, True) if through else (False,):
        for slot in slots:
            if slot == "governor" and not governed:
                continue
            words = dict(frame.among).get(slot) if frame.among else None
            tokens = [t for t in clause.slot(slot) if words is None or not phrase_lemmas(t).isdisjoint(words)]
            found = arguments.resolve_all(tokens, types, through=reach)
            if taken is not None and slot != "between":
                found = [argument for argument in found if argument.chain not in used]
            if clause.kind is PredicateKind.NOUN and slot == "holder":
                found = [a for a in found if a.through is None]
            if found:
                return slot, list({a.chain: a for a in reversed(found)}.values())[::-1]
    return "", []
