"""How far a predicate is said to be so: actual, planned, possible or requested.

Read link by link, from the predicate up to what governs it: each link may reserve what stands below it. What is only
possible or asked for stays so whatever else is planned about it.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.model import Modality
from kg.parse.assertion import SAYING, governing_chain
from kg.parse.modal_words import (
    AWAITING,
    CHARGING,
    CONSIDERING,
    DEMANDING,
    DOUBTING,
    HAPPENING,
    OPENINGS,
    PLANNING,
    POSSIBLE_AUXILIARIES,
    POSSIBLE_WORDS,
    PROMISING,
    REPUTED,
    REQUESTING,
    REQUESTS,
    SEEMING,
    SUSPICIONS,
    TOWARDS,
    UPCOMING,
)
from kg.parse.subjects import PLANS, is_infinitive
from kg.parse.tree import children


def modality(predicate: Token) -> Modality:
    """Actual unless something says otherwise; the strongest reservation on the way up wins."""
    found = Modality.ACTUAL
    below: Token | None = None
    for token in _links(predicate):
        outer = _alone(token) if below is None or below.dep_ == "conj" else _governed(token, below)
        steps = {outer, _own(token)}
        for strong in (Modality.POSSIBLE, Modality.REQUESTED):
            if strong in steps:
                return strong
        if Modality.PLANNED in steps:
            found = Modality.PLANNED
        below = token
    return found


def _links(predicate: Token) -> list[Token]:
    links = list(governing_chain(predicate))
    top = links[-1]
    if top.dep_ == "nsubj" and top.pos_ == "NOUN" and top.head.lemma_.lower() in HAPPENING:
        links.append(top.head)  # "a meeting between A and B will take place"
    return links


def _own(token: Token) -> Modality:
    """What a word says of itself: by its auxiliaries, adverbs and adjectives, and by the conjunction before it."""
    below = children(token)
    auxiliaries = {child.lower_ for child in below if child.dep_ in {"aux", "auxpass"}}
    if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in below) or _inverted(token):
        return Modality.POSSIBLE
    if _asked(token):
        return Modality.REQUESTED
    if _doubted(token):
        return Modality.POSSIBLE
    if auxiliaries & POSSIBLE_AUXILIARIES:
        return Modality.PLANNED if "would" in auxiliaries and not _conditional(token) else Modality.POSSIBLE
    if any(c.dep_ in {"amod", "advmod", "acomp"} and c.lower_ in POSSIBLE_WORDS for c in below):
        return Modality.POSSIBLE
    if any(c.dep_ == "acomp" and c.lower_ in {"due", "imminent"} for c in below):
        return Modality.PLANNED
    if auxiliaries & {"should", "must", "ought"}:
        presumed = "must" in auxiliaries and "have" in auxiliaries  # "must have met"
        return Modality.POSSIBLE if presumed else Modality.REQUESTED
    if token.tag_ == "MD":
        return Modality.REQUESTED
    if auxiliaries & {"will", "shall", "'ll", "’ll", "wo", "gonna"}:
        return Modality.PLANNED
    is_to = "to" in auxiliaries and any(c.dep_ == "aux" and c.lemma_ == "be" for c in below)
    if is_to or (token.dep_ == "xcomp" and token.head.lemma_ == "be" and is_infinitive(token)):  # "is to visit"
        return Modality.PLANNED
    return _foreseen(token) if token.pos_ in {"NOUN", "PROPN"} else Modality.ACTUAL


def _alone(token: Token) -> Modality:
    """What a word that governs nothing adds: a promise of aid, an infinitive of purpose, what somebody has the chance
    of."""
    if token.lemma_.lower() in PROMISING:
        return Modality.PLANNED
    head = token.head
    if token.dep_ == "acl" and is_infinitive(token):
        if head.lemma_.lower() in OPENINGS:
            return Modality.POSSIBLE
        if head.lemma_.lower() in REQUESTS:
            return Modality.REQUESTED
    if token.dep_ in {"acl", "advcl", "relcl"} and is_infinitive(token):
        return Modality.PLANNED
    if (
        token.dep_ == "pcomp" and head.lower_ == "of" and head.head.lemma_.lower() in TOWARDS
    ):  # "on the verge of leaving"
        return Modality.PLANNED
    return Modality.ACTUAL


def _governed(token: Token, below: Token) -> Modality:
    """What a verb or adjective does to what it governs."""
    lemma = token.lemma_.lower()
    if below.dep_ in {"xcomp", "ccomp"} and is_infinitive(below):
        own = any(child.dep_ == "nsubj" for child in children(below))
        needed = lemma == "have" and token.tag_ != "VBD" and not any(c.lower_ == "yet" for c in children(token))
        if lemma in REQUESTING or needed or (lemma in {"want", "like"} and own):  # "has to", "wants X to"
            return Modality.REQUESTED
        if (lemma in REPUTED and token.tag_ == "VBN") or lemma in SEEMING:
            return Modality.POSSIBLE
        if lemma == "go" and token.tag_ == "VBG":  # "is going to meet"
            return Modality.PLANNED
    if lemma in CONSIDERING and below.dep_ != "oprd":
        return Modality.POSSIBLE
    if below.pos_ in {"NOUN", "PROPN"}:
        return _sought(lemma, below)
    return Modality.PLANNED if lemma in PLANNING or _lemmatised_badly(token) else Modality.ACTUAL


def _sought(lemma: str, event: Token) -> Modality:
    """An event as the object of a verb: what was asked for or planned has not been ("demanded talks")."""
    if lemma in DEMANDING - {"propose", "suggest"}:
        return Modality.REQUESTED
    if lemma in {"discuss", "debate"} and not any(word.lower_ == "the" for word in event.lefts):
        return Modality.POSSIBLE
    if lemma in PROMISING or lemma in "plan expect schedule propose seek want offer arrange suggest".split():
        return Modality.PLANNED
    return Modality.ACTUAL


def _lemmatised_badly(token: Token) -> bool:
    """The pipeline takes "hoped" for "hop" and "slated" for "slat"."""
    return token.lower_.startswith(("hope", "hoping", "slate", "willing"))


def _inverted(token: Token) -> bool:
    """ "Should X attack, …", "Had X known, …"."""
    if token.dep_ != "advcl" or not token.n_lefts:
        return False
    first = next(token.lefts)
    return first.dep_ in {"aux", "auxpass"} and first.lower_ in {"should", "had", "were"}


def _doubted(token: Token) -> bool:
    """ "an allegation that X lied", "it is possible that X lied", "alleges X lied", "accused of lying"."""
    head = token.head
    lemma = head.lemma_.lower()
    if token.dep_ in {"acl", "relcl"}:
        return lemma in SUSPICIONS
    if token.dep_ == "ccomp":
        unsure = head.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in POSSIBLE_WORDS for c in children(head))
        return unsure or lemma in DOUBTING or lemma in SUSPICIONS
    if token.dep_ == "pcomp":
        return head.head.lemma_.lower() in CHARGING or head.head.lower_ in {"interested", "interest"}
    return False


def _foreseen(event: Token) -> Modality:
    """ "the upcoming visit", "ahead of a meeting", "plans for a merger", "talks on a merger"."""
    if any(word.lower_ in UPCOMING for word in event.lefts) or any(_to_come(child) for child in event.rights):
        return Modality.PLANNED
    if event.dep_ != "pobj":
        return Modality.ACTUAL
    outer = event.head.head
    if event.head.lower_ == "for" and outer.pos_ == "VERB" and outer.lemma_ in AWAITING:
        return AWAITING[outer.lemma_]
    if outer.lower_ == "ahead" or outer.lemma_.lower() in PLANS:
        return Modality.PLANNED
    definite = any(word.lower_ == "the" or word.dep_ == "poss" for word in event.lefts)
    return Modality.POSSIBLE if outer.lemma_.lower() in OPENINGS and not definite else Modality.ACTUAL


def _to_come(child: Token) -> bool:
    """ "a summit scheduled for May", "a summit to be held in May"."""
    if child.dep_ not in {"acl", "relcl"}:
        return False
    lemma = child.lemma_.lower()
    return lemma in {"schedule", "plan", "slate"} or (
        is_infinitive(child) and lemma in {"hold", "begin", "start", "take"}
    )


def _conditional(token: Token) -> bool:
    """ "would sell if …", "would have sold", "would like to sell"; else "would" is the future of what was announced or
    proposed ("said it would sell", "the deal would give X a third")."""
    below = children(token)
    reported = token.dep_ == "ccomp" and token.head.lemma_.lower() in SAYING | PLANNING
    if any(child.dep_ == "aux" and child.lower_ in {"have", "'ve", "’ve"} for child in below):
        return True
    if token.lemma_.lower() in {"like", "love", "prefer", "rather", "want"}:
        return True
    clauses = [child for child in (*below, *children(token.head)) if child.dep_ == "advcl" and child.i != token.i]
    return not reported and any(
        _inverted(clause) or any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in children(clause))
        for clause in clauses
    )


def _asked(token: Token) -> bool:
    """ "demanded that X leave", "called for X to leave"."""
    head = token.head
    marked = any(child.dep_ == "mark" and child.lower_ == "for" for child in children(token))
    if (token.dep_ == "advcl" and marked) or (token.dep_ == "pcomp" and head.lower_ == "for" and is_infinitive(token)):
        verb = head if marked else head.head
        return verb.lemma_.lower() in {"call", "appeal", "press", "ask", "plead"}
    bare = token.tag_ in {"VB", "VBP"} and not any(c.dep_ == "aux" for c in children(token))
    return token.dep_ == "ccomp" and bare and head.lemma_.lower() in DEMANDING
