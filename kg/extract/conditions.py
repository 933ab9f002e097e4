"""What a frame asks of a clause besides the words of its predicate."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.compounds import HYPHENS
from kg.extract.speech_acts import ACTS
from kg.extract.verdicts import BAD, GOOD, verdicts
from kg.ontology import Frame
from kg.parse.clauses import Clause
from kg.parse.tree import children
from kg.parse.units import CURRENCY_SIGNS

FORCES = frozenset(
    """troop troops soldier force forces army ship warship aircraft jet bomber missile tank weapon battalion brigade
    unit carrier marine personnel vessel submarine drone guard peacekeeper destroyer helicopter artillery
    military""".split()
)
FAULTS = frozenset(
    """violate breach break infringe discriminate fail overstep exceed lack abuse unlawful illegal unconstitutional
    guilty liable unfit negligent unlawfully illegally invalid void""".split()
)
"""What a court finds of whoever it rules against."""

MONEY = frozenset(
    "dollar euro pound sterling yen yuan rouble ruble rupee franc krona crown peso shekel lira money cash fund".split()
)
ASSETS = frozenset(
    """unit business stake share subsidiary division arm company firm club brand factory plant mine newspaper bank
    airline holding interest asset""".split()
)
"""What is sold and bought without being supplied."""

BEHIND = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "PROPN", "SPACE"})
"""What may stand behind the object of a verb that says nothing of it."""

SUSPECTS = frozenset({"suspect", "victim", "defendant", "attacker", "gunman", "shooter", "killer", "culprit"})
"""As what somebody is named who gets no post by it."""


def applies(frame: Frame, clause: Clause) -> bool:
    """Whether the clause has all that the frame needs, and one of the words that it wants in a slot."""
    if "infinitive" in frame.needs and not clause.slot("infinitive"):
        return False
    if any(need in ACTS and not ACTS[need](clause) for need in frame.needs):
        return False
    if "force-object" in frame.needs:
        moved = [*clause.slot("object"), *clause.slot("of"), *clause.slot("second")]
        if not any(phrase_lemmas(token) & FORCES for token in moved):
            return False
    if any(all(phrase_lemmas(t).isdisjoint(words) for t in clause.slot(slot)) for slot, words in frame.among):
        return False
    if "passive" in frame.needs and not clause.passive:
        return False
    if "goods" in frame.needs and any(t.lemma_.lower() in ASSETS for t in clause.slot("object")):
        return False
    if "deed" in frame.needs and (clause.slot("over") or clause.slot("as") or _verbal(clause.predicate)):
        return False
    if "bare" in frame.needs and not _bare(clause.predicate):
        return False
    if "fault" in frame.needs and FAULTS.isdisjoint(_content_lemmas(clause)):
        return False
    if "money" in frame.needs and not any(_is_money(token) for token in clause.slot("object")):
        return False
    for need, words in (("blame", BAD), ("praise", GOOD)):
        if need in frame.needs and verdicts(clause.predicate).isdisjoint(words):
            return False
    if "joint" in frame.needs and not any(c.lower_ == "joint" for c in clause.predicate.lefts):
        return False
    if "hyphen" in frame.needs and clause.predicate.doc[max(0, clause.predicate.i - 2)].text not in HYPHENS:
        return False
    return not ("post" in frame.needs and not _names_post(clause))


def _content_lemmas(clause: Clause) -> set[str]:
    return {
        token.lemma_.lower()
        for child in children(clause.predicate)
        if child.dep_ in {"ccomp", "xcomp"} and not any(c.dep_ == "neg" for c in children(child))
        for token in [child, *children(child)]
    }


def phrase_lemmas(token: Token) -> set[str]:
    return {token.lemma_.lower(), token.lower_} | {
        c.lemma_.lower() for c in children(token) if c.dep_ in {"compound", "amod", "conj"}
    } | {
        o.lemma_.lower() for p in children(token) if p.dep_ == "prep" and p.lower_ == "of" for o in children(p)
    }  # fmt: skip


def _bare(verb: Token) -> bool:
    """ "called X on Friday": the object is all that the verb has."""
    objects = [c for c in children(verb) if c.dep_ == "dobj"]
    if len(objects) != 1 or any(c.dep_ in {"oprd", "xcomp", "ccomp", "prt", "dative", "acomp"} for c in children(verb)):
        return False
    behind = objects[0].right_edge.i + 1
    after = verb.doc[behind] if behind < len(verb.doc) else None
    return objects[0].i > verb.i and (after is None or (not after.is_quote and after.pos_ in BEHIND))


def _verbal(verb: Token) -> bool:
    """ "attacked X for lying", "attacked X, calling him a liar": with words."""
    return any(
        (c.dep_ == "prep" and c.lower_ == "for" and any(o.dep_ == "pcomp" for o in children(c)))
        or (c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in {"call", "say", "accuse", "describe", "claim"})
        for c in children(verb)
    )


def _is_money(amount: Token) -> bool:
    """ "6 billion euros", "$250 million"."""
    return amount.lemma_.lower() in MONEY or any(
        c.text in CURRENCY_SIGNS or c.lemma_.lower() in MONEY for c in amount.subtree if c.i <= amount.i
    )


def _names_post(clause: Clause) -> bool:
    """ "named X ambassador", "picked X as his deputy", "announced X as its candidate"."""
    verb = clause.predicate
    if any(token.lemma_.lower() in SUSPECTS for token in clause.slot("as")):
        return False
    if clause.slot("as") or clause.slot("to"):
        return True
    if any(token.lower_ in {"place", "stead"} for token in clause.slot("in")):  # "named X in his place"
        return True
    if len(clause.slot("second")) or any(c.dep_ == "oprd" for c in children(verb)):
        return True
    return any(c.dep_ in {"xcomp", "ccomp"} for c in children(verb)) and bool(clause.slot("infinitive"))
