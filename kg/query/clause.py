"""Reads a question that is a clause ("Who supplies gas to X?", "Did A meet B?") by the frames of its predicate.

The predicate splits the question; what stands before and behind it fills the slots that the frame names, turned round
in the passive. The end that is asked for is a gap. Of several possible predicates the one that explains most of the
question wins, so that "Did the head of X meet Y?" is about meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import EntityType
from kg.ontology import Frame, FrameKind
from kg.ontology.schema import UNASKED
from kg.query.asked import Kind, Party, Reading
from kg.query.lexicon import Lexicon, Predicate, words
from kg.query.parties import Segment, party, telling_words
from kg.query.tokens import Token

GAP: Segment = (Token("?", "?"),)
"""Fills the slot that a question with "who" asks for."""
ASKED_FOR = Party(groups=())


@dataclass(frozen=True, slots=True)
class Opening:
    """How the question begins: what it wants, the types of answer that fit, and the tokens that remain.

    `front` is a preposition moved to the front ("to whom"), `counted` the words of "how much gas".
    """

    kind: Kind
    tokens: Segment
    types: frozenset[str] = frozenset()
    front: str | None = None
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One way to read the question; a higher `score` explains more of it. The other fields are those of `Asked`."""

    score: float
    reading: Reading
    words: tuple[str, ...]
    about: tuple[str, ...]
    place: str | None
    planned: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    """The question around its predicate; `wish` is an infinitive behind it ("urge B to do …")."""

    subject: Segment
    direct: Segment
    prepositions: dict[str, Segment]
    wish: Segment


def read_clause(opening: Opening, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The best readings, one for each relation; empty when no predicate is found or nothing fills its ends."""
    masked = [" " if t.names else t.word for t in opening.tokens]
    found = [clause for predicate in lexicon.find(masked) if (clause := _read(opening, predicate))]
    best = max((clause.score for clause in found), default=0.0)
    return tuple({c.reading.relation: c for c in reversed(found) if c.score == best}.values())


def _read(opening: Opening, predicate: Predicate) -> Clause | None:
    tokens, frame = opening.tokens, predicate.frame
    before = tokens[: predicate.start]
    helpers = [t.word for t in before if not t.names and t.word in words()["auxiliaries"]]
    passive = predicate.participle and bool(helpers) and helpers[-1] in words()["be"]
    parts = _parts(opening, before, tokens[predicate.end :], frame)
    if frame.among or not frame.needs.isdisjoint(UNASKED) or ("infinitive" in frame.needs and not parts.wish):
        return None
    if "force-object" in frame.needs and not (parts.direct or opening.counted):
        return None
    slots = _slots(parts, passive=passive)
    subject_slot, subject = _end(frame.subject, slots, frame.relation.subject_types)
    object_slot, object_ = _end([s for s in frame.object if s != subject_slot], slots, frame.relation.object_types)
    if subject and object_ is None and frame.mutual and len(subject.groups) > 1:
        subject, object_ = Party(subject.groups[:1]), Party(subject.groups[1:])
    ends = [end for end in (subject, object_) if end is not None]
    if opening.kind is Kind.WHO and ASKED_FOR not in ends:
        return None
    used = {subject_slot, object_slot}
    place, about = _narrowing(parts, used)
    told = [t.text for t in tokens[predicate.start + 1 : predicate.end - 1]]
    if not party(parts.direct, frozenset()):
        told += [t.text for t in parts.direct if parts.direct != GAP]
    if all(end == ASKED_FOR for end in ends) and not (
        place or about or telling_words(told) or opening.kind is Kind.WHO
    ):
        return None
    noun_alone = frame.kind is not FrameKind.VERB and predicate.end - predicate.start == 1
    unexplained = sum(3 if t.names else 1 for t in parts.subject if t.names != ("subject" in used or passive))
    return Clause(
        score=10
        + sum(3 if end.groups else 2 if end == ASKED_FOR else 1 for end in ends)
        - unexplained
        - 0.1 * predicate.start
        + 0.05 * (predicate.end - predicate.start)
        - noun_alone,
        reading=Reading(frame.relation.name, *(None if end == ASKED_FOR else end for end in (subject, object_))),
        words=telling_words([*opening.counted, *told]),
        about=telling_words(about),
        place=place,
        planned=any(t.word in words()["planned"] for t in before),
    )


def _parts(opening: Opening, before: Segment, after: Segment, frame: Frame) -> _Parts:
    table = words()
    passed_over = {*table["auxiliaries"], *table["fillers"], *table["planned"], *table["articles"]}
    subject = tuple(t for t in before if t.names or t.word not in passed_over)
    direct, prepositions, wish = _split(after, of_is_slot="of" in (*frame.subject, *frame.object))
    if opening.front:
        prepositions.setdefault(opening.front, ())
    if opening.kind is Kind.WHO:
        stranded = [preposition for preposition, segment in prepositions.items() if not segment]
        if not subject:
            subject = GAP
        elif stranded:
            prepositions[stranded[-1]] = GAP
        elif not direct:
            direct = GAP
        else:
            prepositions |= {s: GAP for s in frame.object[:1] if s in table["prepositions"] and s not in prepositions}
    return _Parts(subject, direct, prepositions, wish)


def _split(after: Segment, *, of_is_slot: bool) -> tuple[Segment, dict[str, Segment], Segment]:
    """What follows the predicate: the direct object, one segment for each preposition, and an infinitive.

    "of" continues what stands before it ("the state of Montana") unless the frame has a slot for it.
    """
    segments: dict[str, list[Token]] = {"": []}
    current = ""
    for at, token in enumerate(after):
        if not token.names and token.word in ("that", "because", "after", "before", "while", "when"):
            break
        if not token.names and token.word == "to" and at + 1 < len(after):
            following = after[at + 1]
            if not following.names and following.text.islower() and following.word not in words()["articles"]:
                return tuple(segments.pop("")), {p: tuple(s) for p, s in segments.items()}, after[at + 1 :]
        if not token.names and token.word == "of" and not of_is_slot:
            continue
        if not token.names and token.word in words()["prepositions"]:
            current = token.word
            segments.setdefault(current, [])
        elif token.names or token.word not in {*words()["articles"], *words()["fillers"]}:
            segments[current].append(token)
    return tuple(segments.pop("")), {p: tuple(s) for p, s in segments.items()}, ()


def _slots(parts: _Parts, *, passive: bool) -> dict[str, Segment]:
    """Slots of the active sentence (kg.ontology.schema) and what fills them."""
    slots = dict(parts.prepositions)
    acted_on = parts.subject if passive else parts.direct
    slots |= dict.fromkeys(("object", "dative", "infinitive", "content-subject"), acted_on)
    if not passive:
        slots |= {"subject": parts.subject, "governor": parts.subject}
        slots["possessive"] = parts.subject
    elif "by" in slots:
        slots |= {"subject": slots["by"], "governor": slots["by"]}
    if not parts.direct and passive is False and "for" in slots:
        slots["for-infinitive"] = slots["for"]
    return slots


def _end(
    wanted: Sequence[str], slots: dict[str, Segment], types: frozenset[EntityType]
) -> tuple[str | None, Party | None]:
    """The first of the frame's slots that is the gap or names something, and what it names."""
    for slot in wanted:
        segment = slots.get(slot, ())
        if segment == GAP:
            return slot, ASKED_FOR
        if found := party(segment, types):
            return slot, found
    return None, None


def _narrowing(parts: _Parts, used: set[str | None]) -> tuple[str | None, list[str]]:
    """Place and topic words of the segments that are no end of the relation."""
    place: str | None = None
    about = [t.text for t in parts.wish]
    for preposition, segment in parts.prepositions.items():
        if preposition in used or segment in (GAP, ()):
            continue
        if preposition in ("in", "at") and place is None and party(segment, frozenset()):
            place = " ".join(t.text for t in segment)
        elif not (preposition == "by" and "subject" in used):
            about += [t.text for t in segment]
    return place, about
