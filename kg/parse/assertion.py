"""How a predicate is asserted: negated, planned, possible, requested; and who is said to say so."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.model import Modality
from kg.parse.nouns import antecedent, expand, prepositional

PLANNING = frozenset(
    """plan expect intend schedule set aim agree vow pledge promise prepare hope due decide commit consider seek want
    slate propose undertake look ready likely poised""".split()
)
"""Verbs and adjectives whose infinitive is still to come ("is expected to visit", "plan to travel")."""

REQUESTING = frozenset(
    "urge ask demand call request order require want press encourage beg implore recommend advise must should".split()
)
POSSIBLE_AUXILIARIES = frozenset({"may", "might", "could", "can", "would"})
POSSIBLE_WORDS = frozenset(
    "possible potential possibly perhaps alleged allegedly reportedly likely threatened feared maybe".split()
)
SUSPICIONS = frozenset("allegation suspicion possibility fear speculation rumor rumour prospect risk threat".split())
"""Nouns whose clause may not be so ("an allegation that he bribed X")."""

PROMISING = frozenset({"pledge", "promise", "vow"})
"""Verbs that give nothing yet ("pledged aid to X")."""

REFUSING = frozenset("refuse decline fail deny avoid stop cease cancel postpone rule reject prevent".split())
"""Verbs whose complement did not happen ("refused to meet", "cancelled the visit")."""

SAYING = frozenset(
    """say announce report tell state declare claim add write note confirm argue warn allege explain insist admit
    acknowledge reveal suggest believe think assert maintain predict estimate stress emphasize emphasise conclude tweet
    disclose deny observe remark contend testify accuse describe call reiterate read indicate comment respond reply post
    recall promise vow pledge""".split()
)

ANNOUNCING = frozenset({"announce", "report", "confirm", "reveal", "disclose", "deny", "allege", "claim"})
"""Verbs of saying that take an event as object ("Equinor announced the contract")."""

LONGEST_CHAIN = 9


def negated(predicate: Token) -> bool:
    """ "did not meet", "never met", "no talks", "refused to meet", "denied meeting", "without meeting", "neither"."""
    count = 0
    below: Token | None = None
    for token in _chain(predicate):
        if below is not None and below.dep_ == "conj" and any(c.lower_ == "but" for c in token.children):
            break  # "did not meet X but phoned Y" denies the first only
        count += sum(_denies(child, token) for child in token.children if child != below)
        count += below is not None and below.dep_ != "conj" and token.lemma_.lower() in REFUSING
        below = token
    count += predicate.dep_ == "pcomp" and (predicate.head.lower_ == "without" or _kept_from(predicate.head))
    count += predicate.dep_ == "ccomp" and predicate.head.lemma_.lower() == "deny"
    count += any(child.dep_ == "dobj" and _has_no(child) for child in predicate.children)
    return count % 2 == 1


def _denies(child: Token, token: Token) -> bool:
    return (
        child.dep_ == "neg"
        or child.lower_ in {"never", "neither", "hardly"}
        or (token.pos_ in {"NOUN", "PROPN"} and child.dep_ == "det" and child.lower_ == "no")
        or (child.dep_ in {"nsubj", "nsubjpass"} and _has_no(child))
    )


def modality(predicate: Token) -> Modality:
    """Actual unless something says otherwise; the strongest reservation on the way up wins."""
    found = Modality.ACTUAL
    below: Token | None = None
    for token in _chain(predicate):
        step = _own_modality(token, governs=below is not None and below.dep_ != "conj")
        below = token
        if step is not Modality.ACTUAL:
            found = step
            if found in {Modality.POSSIBLE, Modality.REQUESTED}:
                break
    return found


def speakers(predicate: Token) -> tuple[Token, ...]:
    """Head tokens of those who say it, outermost first; empty in the article's own voice.

    Follows clausal complements upwards through verbs of saying, and "according to X" beside any verb on the way.
    """
    found: list[tuple[Token, ...]] = []
    token = predicate
    for _ in range(12):
        source = tuple(obj for preposition, obj in prepositional(token) if preposition in {"according to", "per"})
        if source:
            found.append(source)
        head = token.head
        if head.i == token.i or (token.dep_ in {"acl", "relcl"} and token.i != predicate.i):
            break  # what only describes a thing that was spoken of is not what was said
        announced = token.dep_ == "dobj" and head.lemma_.lower() in ANNOUNCING
        if announced or (token.dep_ in {"ccomp", "parataxis", "dep"} and head.lemma_.lower() in SAYING):
            who = [child for child in head.children if child.dep_ == "nsubj"]
            if not who and head.dep_ == "conj":
                who = [child for child in head.head.children if child.dep_ == "nsubj"]
            resolved = [antecedent(w) or w for w in who]
            if resolved:
                found.append(expand(resolved))
        token = head
    return tuple(speaker for group in reversed(found) for speaker in group)


def _chain(predicate: Token) -> Iterator[Token]:
    """The predicate and what governs it without leaving the assertion: raising, control, light verbs, coordination."""
    token = predicate
    for _ in range(LONGEST_CHAIN):
        yield token
        if token.head.i == token.i or not _shares_assertion(token):
            return
        token = token.head


def _shares_assertion(token: Token) -> bool:
    head = token.head
    if token.dep_ == "conj":
        return not _own_start(token)
    if token.dep_ in {"dobj", "nsubjpass", "attr"}:
        return token.pos_ == "NOUN" and head.pos_ in {"VERB", "AUX"}
    if token.dep_ == "ccomp":
        return _infinitive(token) and head.lemma_.lower() in PLANNING | REQUESTING | REFUSING
    return token.dep_ in {"xcomp", "acomp", "oprd"} or _prospective(token)


def _own_start(token: Token) -> bool:
    """A conjunct with its own auxiliary or subject makes its own assertion."""
    return any(child.dep_ in {"aux", "nsubj", "nsubjpass"} and child.lower_ != "to" for child in token.children)


def _infinitive(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _prospective(token: Token) -> bool:
    """An infinitive on a noun ("plans to travel", "leaders set to enjoy") or a participle that governs one."""
    return token.dep_ == "acl" and (_infinitive(token) or token.lemma_.lower() in PLANNING)


def _own_modality(token: Token, *, governs: bool) -> Modality:
    """What this link of the chain adds; its verb counts only for what it governs, not for what is beside it."""
    lemma = token.lemma_.lower()
    auxiliaries = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
    words = {child.lower_ for child in token.children if child.dep_ in {"amod", "advmod", "acomp"}}
    if any(child.dep_ == "mark" and child.lower_ in {"if", "whether", "unless"} for child in token.children):
        return Modality.POSSIBLE
    if _requested(token):
        return Modality.REQUESTED
    if auxiliaries & POSSIBLE_AUXILIARIES:
        return Modality.PLANNED if auxiliaries & {"would"} and _reported(token) else Modality.POSSIBLE
    if words & POSSIBLE_WORDS or (token.dep_ in {"acl", "ccomp"} and token.head.lemma_.lower() in SUSPICIONS):
        return Modality.POSSIBLE
    if not governs and lemma in PROMISING:
        return Modality.PLANNED
    if auxiliaries & {"should", "must", "ought"} or token.tag_ == "MD":
        return Modality.REQUESTED
    if auxiliaries & {"will", "shall", "'ll", "’ll", "wo"}:
        return Modality.PLANNED
    if governs:
        if lemma in {"urge", "ask", "demand", "call", "request", "order", "press", "encourage", "require"}:
            return Modality.REQUESTED
        if lemma == "threaten":
            return Modality.POSSIBLE
        if lemma in PLANNING:
            return Modality.PLANNED
    if token.dep_ in {"acl", "advcl", "relcl"} and not governs and _infinitive(token):
        return Modality.PLANNED
    is_to = any(child.dep_ == "aux" and child.lemma_ == "be" for child in token.children) and "to" in auxiliaries
    if is_to or (token.dep_ == "xcomp" and token.head.lemma_ == "be" and _infinitive(token)):  # "is to visit"
        return Modality.PLANNED
    if any(t.lower_ in {"upcoming", "planned", "forthcoming", "proposed", "next"} for t in token.lefts):
        return Modality.PLANNED
    return Modality.ACTUAL


def _reported(token: Token) -> bool:
    """ "said it would supply": the future seen from the past."""
    return token.dep_ == "ccomp" and token.head.lemma_.lower() in SAYING | PLANNING


def _requested(token: Token) -> bool:
    """ "demanded that X leave", "called for X to leave"."""
    head = token.head
    marked = any(child.dep_ == "mark" and child.lower_ == "for" for child in token.children)
    if (token.dep_ == "advcl" and marked) or (token.dep_ == "pcomp" and head.lower_ == "for" and _infinitive(token)):
        verb = head if marked else head.head
        return verb.lemma_.lower() in {"call", "appeal", "press", "ask"}
    return token.dep_ == "ccomp" and head.lemma_.lower() in {"demand", "urge", "request", "recommend", "order"}


def _kept_from(preposition: Token) -> bool:
    """ "stopped X from leaving", "refrained from leaving"."""
    return preposition.lower_ == "from" and preposition.head.lemma_.lower() in REFUSING | {"keep", "refrain", "abstain"}


def _has_no(token: Token) -> bool:
    return token.lower_ in {"nobody", "none"} or any(
        child.lower_ == "neither" or (child.dep_ == "det" and child.lower_ == "no") for child in token.children
    )
