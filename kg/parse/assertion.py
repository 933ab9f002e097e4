"""What governs a predicate in its assertion, whether it is negated there, and who is said to say so."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.parse.nouns import expand, prepositional
from kg.parse.subjects import agents, is_infinitive, is_passive, surface_subject
from kg.parse.tree import children

REFUSING = frozenset("refuse decline fail deny avoid stop cease cancel postpone rule reject prevent".split())
"""Verbs whose complement did not happen ("refused to meet", "cancelled the visit")."""

CALLED_OFF = frozenset({"cancel", "scrap", "abandon", "postpone"})
CALLING_OFF = frozenset({("call", "off"), ("put", "off"), ("rule", "out"), ("turn", "down")})

SAYING = frozenset(
    """say announce report tell state declare claim add write note confirm argue warn allege explain insist admit
    acknowledge reveal suggest believe think assert maintain predict estimate stress emphasize emphasise conclude tweet
    disclose deny observe remark contend testify accuse describe call reiterate read indicate comment respond reply post
    recall promise vow pledge express hint boast joke complain caution concede clarify lament""".split()
)

ANNOUNCING = frozenset(
    {"announce", "report", "confirm", "reveal", "disclose", "deny", "allege", "claim", "cite", "mention", "note"}
)
"""Verbs of saying that take an event as object ("Equinor announced the contract")."""

LONGEST_CHAIN = 9


def negated(predicate: Token) -> bool:
    """ "did not meet", "never met", "no talks", "refused to meet", "denied meeting", "without meeting", "neither"."""
    count = 0
    below: Token | None = None
    for token in governing_chain(predicate):
        if below is not None and below.dep_ == "conj" and any(c.lower_ == "but" for c in children(token)):
            break  # "did not meet X but phoned Y" denies the first only
        count += sum(_denies(child, token) for child in children(token) if child != below)
        count += below is not None and below.dep_ != "conj" and _undoes(token, below)
        below = token
    count += predicate.dep_ == "pcomp" and (predicate.head.lower_ == "without" or _kept_from(predicate.head))
    count += predicate.dep_ == "ccomp" and predicate.head.lemma_.lower() == "deny"
    count += any(child.dep_ == "dobj" and _has_no(child) for child in children(predicate))
    count += any(child.dep_ == "relcl" and child.lemma_ in CALLED_OFF for child in children(predicate))
    return count % 2 == 1


def _denies(child: Token, token: Token) -> bool:
    return (
        child.dep_ == "neg"
        or child.lower_ in {"never", "neither", "hardly"}
        or (token.pos_ in {"NOUN", "PROPN"} and child.dep_ == "det" and child.lower_ == "no")
        or (child.dep_ in {"nsubj", "nsubjpass"} and _has_no(child))
    )


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
            found.append(_sayers(head))
        elif token.dep_ == "pcomp" and head.head.lemma_.lower() in {"accuse", "suspect"}:
            found.append(_sayers(head.head))  # "accused Y of attacking Z"
        token = head
    return tuple(speaker for group in reversed(found) for speaker in group)


def _sayers(verb: Token) -> tuple[Token, ...]:
    return expand(agents(verb) if is_passive(verb) else surface_subject(verb))


def governing_chain(predicate: Token) -> Iterator[Token]:
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
        return is_infinitive(token)
    return token.dep_ in {"xcomp", "acomp", "oprd"} or (token.dep_ == "acl" and is_infinitive(token))


def _own_start(token: Token) -> bool:
    """A conjunct with its own auxiliary or subject makes its own assertion."""
    return any(child.dep_ in {"aux", "nsubj", "nsubjpass"} and child.lower_ != "to" for child in children(token))


def _undoes(token: Token, below: Token) -> bool:
    """ "refused to meet", "called off the talks", "has yet to meet"."""
    if any(c.dep_ == "prt" and (token.lemma_.lower(), c.lower_) in CALLING_OFF for c in children(token)):
        return True
    yet = below.dep_ == "xcomp" and any(c.dep_ == "advmod" and c.lower_ == "yet" for c in children(token))
    return token.lemma_.lower() in REFUSING or (yet and token.lemma_ in {"have", "be"})


def _kept_from(preposition: Token) -> bool:
    """ "stopped X from leaving", "refrained from leaving"."""
    return preposition.lower_ == "from" and preposition.head.lemma_.lower() in REFUSING | {"keep", "refrain", "abstain"}


def _has_no(token: Token) -> bool:
    return token.lower_ in {"nobody", "none"} or any(
        child.lower_ == "neither" or (child.dep_ == "det" and child.lower_ == "no") for child in children(token)
    )
