"""Noun phrases over the label scheme of spaCy's English pipelines (CLEAR style: poss, appos, amod, compound, prep …).

Everything here takes and gives head tokens, so that it works for any pipeline of that scheme and can be tested on
hand-built Docs without a model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.parse.tree import children

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
COORDINATED = NOMINAL | {"ADJ"}
IMPERSONAL = frozenset({"GPE", "LOC", "FAC"})
"""Labels of names that "who" never takes up."""

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def conjuncts(head: Token) -> tuple[Token, ...]:
    """`head` and what is coordinated with it, left to right ("A, B and C" from A)."""
    if not head.n_rights:
        return (head,)
    found = [head]
    for child in head.rights:
        if (child.dep_ == "conj" and child.pos_ in COORDINATED) or (child.dep_ == "appos" and _in_list(head, child)):
            found.extend(conjuncts(child))
    return tuple(found)


def _in_list(head: Token, second: Token) -> bool:
    """ "the X Orchestra, the Y Orchestra and the Z", where the parse says the second of the first: names of one kind
    are listed; of places the second may be where the first lies."""
    kind = head.ent_type_
    if not kind or kind in {"GPE", "LOC"} or second.ent_type_ != kind or second.pos_ != "PROPN":
        return False
    if any(child.dep_ == "conj" for child in second.rights):
        return True
    end = second.right_edge.i + 1
    return end < len(head.doc) and head.doc[end].lower_ in {"and", "or"}


def expand(heads: Iterable[Token]) -> tuple[Token, ...]:
    """Every head with its conjuncts, without repetition."""
    found: dict[int, Token] = {}
    for head in heads:
        for token in conjuncts(head):
            found.setdefault(token.i, token)
    return tuple(found.values())


def prepositional(head: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, object) of the prepositional phrases of `head`, with conjuncts of the objects.

    "by" of a passive (agent) and "to" of an indirect object (dative) count; a preposition on a preposition ("from
    outside Moscow", "on to Kyiv") gives its object under the inner one.
    """
    for child in children(head):
        if child.dep_ in {"prep", "agent"} or (child.dep_ in {"dative", "prt"} and child.pos_ == "ADP"):
            yield from _objects(child, child.lower_)


def _objects(preposition: Token, name: str) -> Iterator[tuple[str, Token]]:
    for child in children(preposition):
        if child.dep_ == "pobj":
            for token in conjuncts(child):
                yield name, token
        elif child.dep_ == "prep":  # "according to" is one preposition
            yield from _objects(child, "according to" if name == "according" else child.lower_)
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _objects(child, child.lower_)


def possessors(head: Token) -> tuple[Token, ...]:
    """ "A and B's talks": A and B. Of a conjunct without its own, those of the first conjunct are not taken."""
    return expand(child for child in head.lefts if child.dep_ == "poss")


def modifiers(head: Token) -> tuple[Token, ...]:
    """Adjectives and names before the head: "the Chinese state corporation" has Chinese and state."""
    found: list[Token] = []
    for child in head.lefts:
        if child.dep_ in {"amod", "compound", "nmod", "npadvmod"}:
            found.extend(token for token in conjuncts(child) if token.i < head.i)
            if child.pos_ == "PROPN" and child.i > 1 and child.nbor(-1).tag_ == "HYPH":  # "the A-B alliance"
                found.extend(c for c in child.lefts if c.dep_ == "compound" and c.i == child.i - 2)
            if child.pos_ == "NOUN":  # "Italian sculptor X", but not "Vietnam war veteran X"
                found.extend(c for c in modifiers(child) if c.pos_ != "PROPN" or c.dep_ == "amod")
            if child.dep_ == "amod" and child.pos_ in {"VERB", "ADJ"}:  # "US-led", "state-run"
                found.extend(c for c in children(child) if c.dep_ in {"npadvmod", "compound", "nmod"})
    return tuple(sorted(found, key=lambda token: token.i))


def appositions(head: Token) -> tuple[Token, ...]:
    """Appositions of `head`, nested ones too ("X, president of Y, leader of Z")."""
    found: list[Token] = []
    for child in children(head):
        if child.dep_ == "appos":
            found.append(child)
            found.extend(appositions(child))
    return tuple(found)


def antecedent(relative: Token) -> Token | None:
    """The noun a relative pronoun stands for, or None when `relative` is not one."""
    if relative.lower_ not in _RELATIVE:
        return None
    verb: Token = relative
    while verb.dep_ != "relcl" and verb.head.i != verb.i:
        verb = verb.head
        if verb.dep_ in {"ccomp", "advcl", "ROOT"}:
            return None
    if verb.dep_ != "relcl":
        return None
    return _person_before(verb.head) if relative.lower_ in {"who", "whom"} else verb.head


def _person_before(noun: Token) -> Token:
    """Of whom "who" speaks where the parse has it speak of a place or body: "X, a nurse from Y who", "X, leader of Y,
    whom"."""
    base = noun
    while base.dep_ == "pobj" and base.head.head.pos_ in {"NOUN", "PROPN"}:
        outer = base.head.head
        if base.ent_type_ not in IMPERSONAL and not (base.ent_type_ == "ORG" and outer.dep_ == "appos"):
            break
        base = outer
    if base.dep_ == "appos" and (base is not noun or base.ent_type_ == "NORP"):
        return base.head
    return base


def is_definite(head: Token) -> bool:
    """ "the X", "both X", "these X", or a possessive."""
    return any(
        (child.dep_ in {"det", "predet"} and child.lower_ in {"the", "both", "these", "those", "this", "that"})
        or child.dep_ == "poss"
        for child in head.lefts
    )
