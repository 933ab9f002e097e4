"""From a question in English to what it asks for.

Dates and names are cut out first, whatever words they hold; what remains is one of the fixed forms of words.toml or a
clause around a verb or noun of the ontology. Nothing is guessed: a question that fits neither is refused, and the
refusal lists what is understood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.errors import QuestionError
from kg.model import OPEN_RELATION, EntityType
from kg.query.asked import Asked, Kind, Party, Reading
from kg.query.clause import Opening, read_clause
from kg.query.date_filter import cut_dates
from kg.query.forms import match_forms
from kg.query.lexicon import Lexicon, singular, words
from kg.query.names import Names
from kg.query.parties import party
from kg.query.tokens import Token, closed_words, read_tokens, unknown_names

UNDERSTOOD = (
    "Who met X in PLACE in 2014?",
    "Who supplies gas to X?",
    "What does X supply to Y?",
    "Who criticised X?",
    "Did A meet B?",
    "Where did A and B meet?",
    "When will A visit B?",
    "How much gas does A supply to B?",
    "Who is the president of X?",
    "Who does X work for?",
    "How are A and B connected?",
    "What happened to X?",
    "Where do sources disagree?",
)
"""Examples of every kind of question, for messages."""

POSTS = ("HEADS", "WORKS_FOR", "MEMBER_OF")
"""Relations whose claims carry a title."""

_ANYTHING = frozenset(EntityType)
Slots = Mapping[str, tuple[Token, ...]]


def understand(question: str, names: Names, lexicon: Lexicon) -> Asked:
    """What `question` asks for, names resolved to entities of the graph.

    Raises QuestionError, listing the kinds of question that are understood, when it fits none of them.
    """
    text = " ".join(question.split()).rstrip("?!. ")
    if not text:
        raise QuestionError(f"no question given; ask for example: {UNDERSTOOD[0]}")
    without_dates, dates = cut_dates(text)
    tokens = read_tokens(without_dates, names)
    asked = _by_form(tokens, lexicon, names) or _by_clause(tokens, lexicon)
    if asked is None:
        raise QuestionError(f"{question!r}: not a question I understand; ask for example: {' '.join(UNDERSTOOD)}")
    return replace(asked, question=question, dates=dates, unknown=unknown_names(tokens))


def _by_form(tokens: Sequence[Token], lexicon: Lexicon, names: Names) -> Asked | None:
    for kind, slots in match_forms(tokens):
        builder = _FORMS[kind]
        if asked := builder(kind, slots, lexicon, names):
            return asked
    return None


def _topic(kind: str, slots: Slots, lexicon: Lexicon, names: Names) -> Asked | None:
    """Paths, timelines and conflicts: parties without a relation."""
    found = [_only_name(slot, frozenset()) for _, slot in sorted(slots.items())]
    return None if None in found else Asked("", Kind(kind), parties=tuple(p for p in found if p))


def _job(kind: str, slots: Slots, lexicon: Lexicon, names: Names) -> Asked | None:
    who = _only_name(slots["A"], frozenset())
    if who is None:
        return None
    states = [r.name for r in lexicon.ontology.relations.values() if r.state]
    return Asked("", Kind.JOB, readings=tuple(Reading(name, who, None) for name in states))


def _post(form: str, slots: Slots, lexicon: Lexicon, names: Names) -> Asked | None:
    """ "Who is the P of A?" and "Is B the P of A?": P is a post, or a noun of the ontology ("owner", "member")."""
    title = tuple(t.word for t in slots["P"])
    of = _only_name(slots["A"], _ANYTHING) if "A" in slots else None
    holder = _only_name(slots["B"], frozenset()) if "B" in slots else None
    if ("A" in slots and of is None) or ("B" in slots and holder is None):
        return None
    if not closed_words().isdisjoint({*title} - {"of", "for"}) or not (of or names.is_post(" ".join(title))):
        return None
    frames = lexicon.holders(title[-1]) or lexicon.holders(singular(title[-1]))
    turned = [(f.relation.name, "holder" in f.subject) for f in frames]
    readings = [Reading(name, holder, of) if forward else Reading(name, of, holder) for name, forward in turned]
    if names.is_post(" ".join(title)) or not frames:
        readings += [Reading(name, holder, of) for name in POSTS]
    kind = Kind.WHETHER if holder else Kind.WHO
    return Asked("", kind, readings=tuple(dict.fromkeys(readings)), title=title)


_FORMS = {
    "path": _topic,
    "timeline": _topic,
    "conflicts": _topic,
    "job": _job,
    "post": _post,
    "holds": _post,
}


def _only_name(tokens: Sequence[Token], types: frozenset[EntityType]) -> Party | None:
    """The party, when the slot holds nothing but a name; for `types` see `party`."""
    plain = [t for t in tokens if not t.names and t.word not in words()["articles"]]
    return None if any(t.text[:1].islower() for t in plain) else party(tokens, types)


def _by_clause(tokens: Sequence[Token], lexicon: Lexicon) -> Asked | None:
    opening = _opening(tokens)
    clauses = read_clause(opening, lexicon) if opening else ()
    if opening is None:
        return None
    if not clauses:
        return _by_words(opening)
    first = clauses[0]
    return Asked(
        "",
        opening.kind,
        readings=tuple(reading for clause in clauses for reading in (clause.reading, *_implied(clause.reading))),
        types=opening.types,
        words=first.words,
        about=first.about,
        place=first.place,
        planned=first.planned,
    )


def _by_words(opening: Opening) -> Asked | None:
    """A question whose verb no frame has may still be answered by open claims, which keep their predicate words."""
    table = words()
    passed_over = {*table["auxiliaries"], *table["fillers"], *table["articles"], *table["prepositions"]}
    told = [t.word for t in opening.tokens if not t.names and t.word not in passed_over and t.text.islower()]
    groups = [group for t in opening.tokens if t.names and (found := party([t], frozenset())) for group in found.groups]
    if opening.kind not in (Kind.WHO, Kind.WHETHER) or not (told and groups):
        return None
    one = Party((groups[0],))
    other = Party((groups[1],)) if len(groups) > 1 else None
    pairs = ((one, other), (other, one))
    readings = tuple(Reading(OPEN_RELATION, subject, object) for subject, object in pairs)
    return Asked("", opening.kind, readings=readings, types=opening.types, words=tuple(told))


def _implied(reading: Reading) -> list[Reading]:
    return [replace(reading, relation=name) for name in words()["implied"].get(reading.relation, ())]


def _opening(tokens: Sequence[Token]) -> Opening | None:
    """How the question starts; None when it starts like no question."""
    start = tuple("" if t.names else t.word for t in tokens[:4]) + ("",) * 4
    rest = tuple(tokens)
    if start[0] in words()["prepositions"] and start[1] in ("whom", "who", "which", "what", "how"):
        if start[1:3] == ("how", "long"):
            return Opening(Kind.HOW_LONG, rest[3:])
        asked = _opening(rest[1:])
        return replace(asked, front=start[0]) if asked and asked.kind in (Kind.WHO, Kind.WHAT) else None
    if start[:3] in (("according", "to", "whom"), ("according", "to", "who")):
        return Opening(Kind.SOURCE, rest[3:])
    if start[0] == "who" and start[1] in ("says", "said", "say", "reported", "reports", "claims", "claimed"):
        return Opening(Kind.SOURCE, rest[3:] if start[2] == "that" else rest[2:])
    if start[:2] in (("how", "much"), ("how", "many")):
        return _counted(rest[2:])
    if start[:2] == ("how", "long"):
        return Opening(Kind.HOW_LONG, rest[2:])
    if start[:2] == ("how", "often"):
        return Opening(Kind.WHEN, rest[2:])
    if start[0] in ("who", "whom"):
        return Opening(Kind.WHO, rest[1:])
    if start[0] in ("which", "what") and (types := _types(start[1])):
        return Opening(Kind.WHO, rest[2:], types=types)
    if start[0] in ("what", "when", "where"):
        return Opening(Kind(start[0]), rest[1:])
    return Opening(Kind.WHETHER, rest) if start[0] in words()["auxiliaries"] else None


def _counted(tokens: Sequence[Token]) -> Opening:
    """ "How much gas does …", "How many countries has …": up to the auxiliary stands what is counted."""
    at = next((i for i, t in enumerate(tokens) if not t.names and t.word in words()["auxiliaries"]), 0)
    counted = tuple(t.word for t in tokens[:at])
    if counted and (types := _types(counted[-1])):
        return Opening(Kind.WHO, tuple(tokens[at:]), types=types)
    return Opening(Kind.HOW_MUCH, tuple(tokens[at:]), counted=counted)


def _types(word: str) -> frozenset[str]:
    return frozenset(name for name, nouns in words()["types"].items() if word in nouns)
