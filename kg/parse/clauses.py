"""Clauses: each predicate of a sentence with its roles resolved, once, for whatever reads them afterwards.

The label scheme is that of spaCy's English pipelines, so that any `en_core_web_*` can be put in place. Roles are those
of the active sentence: in "Kyiv was visited by Macron" the subject is Macron. Conjuncts are distributed, relative
pronouns replaced by their nouns, and subjects followed through control, raising, participles and infinitives of purpose
("Gazprom signed a deal with CNPC to supply gas": Gazprom supplies).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span, Token

from kg.parse.nouns import antecedent, appositions, conjuncts, expand, modifiers, possessors, prepositional

OBJECT_CONTROL = frozenset(
    """ask urge tell order allow help force persuade encourage invite want require enable permit instruct push press
    convince advise warn call expect compel lead cause get prompt authorize authorise direct beg implore""".split()
)
"""Verbs whose object is the subject of their infinitive; all others pass their own subject on."""

DOCUMENTS = frozenset(
    "statement letter declaration communique resolution article report petition motion document".split()
)
"""Writings that speak for their makers ("a joint statement calling on the west to …")."""

EVENT_PREPOSITIONS = frozenset({"in", "during", "for", "at", "after", "following", "before", "into", "to", "through"})


class PredicateKind(StrEnum):
    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Clause:
    """`roles` maps a slot (see `kg.ontology.schema`) to head tokens; `governor` is the verb that an event noun is an
    object of, None otherwise; `trigger` the tokens that carry the predicate."""

    predicate: Token
    kind: PredicateKind
    lemma: str
    passive: bool
    roles: dict[str, tuple[Token, ...]]
    governor: Token | None = None

    def slot(self, name: str) -> tuple[Token, ...]:
        return self.roles.get(name, ())


def read_clauses(sentence: Span, nouns: Container[str] | None = None) -> Iterator[Clause]:
    """Every clause of a sentence: verbs, nouns and predicative adjectives, in order of their predicates.

    `nouns` limits the nouns to those with these lemmas, which saves most of the work.
    """
    for token in sentence:
        if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ in {"ROOT", "conj", "relcl", "ccomp", "advcl"}):
            yield verb_clause(token)
        elif token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound":
            if nouns is None or token.lemma_.lower() in nouns:
                yield noun_clause(token)
        elif token.pos_ == "ADJ" and token.dep_ in {"acomp", "oprd", "conj", "ROOT", "xcomp"}:
            yield adjective_clause(token)


def lemma_of(verb: Token) -> str:
    """Lemma with particle: "roll back", "hit out", "take over"."""
    particles = [c.lower_ for c in verb.children if c.dep_ == "prt"]
    return " ".join([verb.lemma_.lower(), *particles[:1]])


def verb_clause(verb: Token) -> Clause:
    roles: dict[str, list[Token]] = defaultdict(list)
    passive = is_passive(verb)
    surface = surface_subject(verb)
    roles["subject"] += agents(verb) if passive else surface
    roles["object"] += surface if passive else []
    objects = [c for c in verb.children if c.dep_ == "dobj" or (c.dep_ == "oprd" and c.pos_ in {"NOUN", "PROPN"})]
    for obj in objects:
        noun = antecedent(obj)
        (roles["object"] if not passive else roles["second"]).extend([noun] if noun else conjuncts(obj))
    roles["dative"] += expand(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")
    if verb.dep_ == "relcl" and not passive and not objects and _gap(verb):
        roles["object"].append(verb.head)
    for preposition, obj in prepositional(verb):
        if not (passive and preposition == "by"):
            roles[preposition].append(antecedent(obj) or obj)
    for obj in objects:  # "sell tanks to Taiwan": the phrase may hang on the object
        for preposition, inner in prepositional(obj):
            if preposition not in {"of", "by"}:
                roles[preposition].append(inner)
    if _infinitive(verb):
        roles["partner"] += _partners(verb)
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"}:
            inner_subjects = [c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"}]
            if _infinitive(child):
                roles["infinitive"] += expand(inner_subjects) if inner_subjects else list(roles["object"])
                if any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):
                    roles["for-infinitive"] += expand(inner_subjects)
            elif child.dep_ == "ccomp":
                roles["content-subject"] += expand(inner_subjects)
        elif child.dep_ == "prep" and child.lower_ == "for":
            for inner in child.children:
                if inner.dep_ == "pcomp" and _infinitive(inner):
                    roles["for-infinitive"] += expand(c for c in inner.children if c.dep_ == "nsubj")
    return Clause(verb, PredicateKind.VERB, lemma_of(verb), passive, _frozen(roles))


def noun_clause(noun: Token) -> Clause:
    roles: dict[str, list[Token]] = defaultdict(list)
    roles["possessive"] += possessors(noun)
    roles["modifier"] += modifiers(noun)
    for preposition, obj in prepositional(noun):
        roles[preposition].append(obj)
    governor = governing_verb(noun)
    if governor is not None:
        roles["governor"] += _governor_subject(governor, noun)
        for preposition, obj in prepositional(governor):
            if preposition not in {"by", "of"}:
                roles[preposition].append(antecedent(obj) or obj)
    roles["holder"] += holders(noun)
    if noun.tag_ in {"NN", "NNS"}:
        roles["named"] += [
            obj for preposition, obj in prepositional(noun) if preposition == "of" and obj.pos_ == "PROPN"
        ]
    for child in noun.children:
        if child.dep_ == "acl":
            if _infinitive(child):
                inner = verb_clause(child)
                roles["recipient"] += [*inner.slot("to"), *inner.slot("dative"), *inner.slot("object")]
            elif child.tag_ == "VBN":
                roles["by"] += agents(child)
                for preposition, obj in prepositional(child):
                    if preposition != "by":
                        roles[preposition].append(obj)
    if governor is not None:
        for child in governor.children:
            if child.dep_ in {"advcl", "xcomp"} and _infinitive(child):
                inner = verb_clause(child)
                roles["recipient"] += [*inner.slot("to"), *inner.slot("dative")]
    return Clause(noun, PredicateKind.NOUN, noun.lemma_.lower(), False, _frozen(roles), governor)


def adjective_clause(adjective: Token) -> Clause:
    roles: dict[str, list[Token]] = defaultdict(list)
    verb = adjective.head
    roles["subject"] += surface_subject(verb) if verb.pos_ in {"VERB", "AUX"} else []
    for preposition, obj in [*prepositional(adjective), *prepositional(verb)]:
        roles[preposition].append(obj)
    return Clause(adjective, PredicateKind.ADJECTIVE, adjective.lemma_.lower(), False, _frozen(roles))


def is_passive(verb: Token) -> bool:
    """Has a passive auxiliary or subject, is a reduced passive ("released by the Kremlin"), or shares one."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children):
        return False
    if verb.dep_ in {"acl", "advcl"}:
        return not any(c.dep_ == "dobj" for c in verb.children)
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _subjects(verb) and is_passive(verb.head)


def agents(verb: Token) -> list[Token]:
    """Who did it in a passive clause: the object of "by"."""
    found = [
        obj for c in verb.children if c.dep_ == "agent" for obj in expand(o for o in c.children if o.dep_ == "pobj")
    ]
    if not found and verb.dep_ != "conj":
        for child in verb.children:  # "was invited and welcomed by X"
            if child.dep_ == "conj" and child.tag_ == "VBN":
                found = agents(child)
    return found


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject of `verb`, as head tokens, or what it is understood to be; empty when nothing tells."""
    own = _subjects(verb)
    if own:
        resolved: list[Token] = []
        for token in own:
            noun = antecedent(token)
            resolved.extend(conjuncts(noun) if noun else conjuncts(token))
        return resolved
    head = verb.head
    for child in verb.lefts:  # "A opposes X, calls on Y …", where the parse makes the first a complement of the second
        if child.dep_ == "ccomp" and _subjects(child):
            return surface_subject(child, depth + 1)
    if depth > 8 or head.i == verb.i:
        return []
    if verb.dep_ in {"acl", "relcl"}:
        if _infinitive(verb):
            return _makers(head, depth)
        if head.lemma_.lower() in DOCUMENTS and verb.tag_ == "VBG":
            return _makers(head, depth) or [head]
        return list(conjuncts(head))
    if verb.dep_ in {"xcomp", "ccomp", "oprd"} and _infinitive(verb) and head.pos_ == "VERB":
        objects = [c for c in head.children if c.dep_ == "dobj"]
        if objects and head.lemma_.lower() in OBJECT_CONTROL:
            return list(expand(objects))
        return surface_subject(head, depth + 1)
    if verb.dep_ in {"pcomp", "prep"}:
        return _through_preposition(head, depth)
    if verb.dep_ in {"conj", "xcomp", "advcl", "acomp", "ccomp", "dep", "parataxis"}:
        if head.pos_ in {"VERB", "AUX"}:
            return surface_subject(head, depth + 1)
        if head.pos_ in {"ADJ", "NOUN"} and head.dep_ in {"acomp", "attr", "xcomp", "oprd", "amod"}:
            return surface_subject(head.head, depth + 1)
    return []


def governing_verb(noun: Token) -> Token | None:
    """The verb that an event noun is an object of, or an adjunct of ("arrived for talks")."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    head = noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "dative", "attr", "oprd"} and head.pos_ in {"VERB", "AUX"}:
        return head
    if noun.dep_ == "pobj":
        outer = head.head
        if outer.pos_ == "NOUN" and head.lower_ == "of":  # "a series of deals", "a round of talks"
            return governing_verb(outer)
        if outer.pos_ in {"VERB", "AUX"} and head.lower_ in EVENT_PREPOSITIONS:
            return outer
    return None


def holders(noun: Token) -> list[Token]:
    """Who or what a noun is said of: apposition, copula ("X is a member of Y"), "as"."""
    found: list[Token] = []
    if noun.dep_ == "appos":
        found.extend(conjuncts(noun.head) if noun.head.dep_ != "appos" else [noun.head])
    found.extend(child for child in noun.children if child.dep_ == "appos")
    base = noun
    while base.dep_ == "conj" and base.head.pos_ in {"NOUN", "PROPN"}:
        base = base.head
    if base.dep_ == "appos" and base is not noun:
        found.extend(conjuncts(base.head))
    if base.dep_ in {"attr", "oprd"} and base.head.pos_ in {"AUX", "VERB"}:
        named = [c for c in base.head.children if c.dep_ == "dobj"]  # "named her envoy": said of her
        found.extend(expand(named) if named else surface_subject(base.head))
    if base.dep_ == "pobj" and base.head.lower_ == "as" and base.head.head.pos_ == "VERB":
        verb = base.head.head
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        found.extend(expand(objects) if objects else surface_subject(verb))
    if noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:
        found.append(noun.head)
    return [token for token in dict.fromkeys(found) if token.i != noun.i]


def _governor_subject(governor: Token, noun: Token) -> list[Token]:
    if is_passive(governor):
        return agents(governor) if noun.dep_ == "nsubjpass" else surface_subject(governor)
    if noun.head.i == governor.i and noun.dep_ == "attr":
        return []
    return surface_subject(governor)


def _partners(verb: Token) -> list[Token]:
    """With whom it was agreed: "signed a deal with X to supply", "a contract with X to supply"."""
    head = verb.head
    outer = governing_verb(head) if head.pos_ == "NOUN" else head
    found = [obj for prep, obj in prepositional(head) if prep == "with"]
    if outer is not None and outer.pos_ == "VERB":
        inner = [c for c in outer.children if c.dep_ == "dobj"]
        found += [obj for base in (outer, *inner) for prep, obj in prepositional(base) if prep == "with"]
    return found


def _makers(noun: Token, depth: int) -> list[Token]:
    """Whoever stands behind a noun: its possessor, its "by", else the subject of the clause it is an object in."""
    own = [*possessors(noun), *(obj for prep, obj in prepositional(noun) if prep == "by")]
    if own:
        return own
    governor = governing_verb(noun)
    if governor is not None and depth < 8:
        return _governor_subject(governor, noun)
    return list(conjuncts(noun)) if noun.dep_ in {"nsubj", "appos"} else []


def _through_preposition(preposition: Token, depth: int) -> list[Token]:
    """Subject of a gerund: "in a show of support by signing", "has become vocal in backing"."""
    outer = preposition.head
    if outer.pos_ in {"VERB", "AUX"}:
        return surface_subject(outer, depth + 1)
    if outer.pos_ == "ADJ":
        return surface_subject(outer.head, depth + 1) if outer.head.pos_ in {"VERB", "AUX"} else []
    if outer.pos_ == "NOUN":
        return _makers(outer, depth + 1)
    return []


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in {"there", "it's"}]


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _gap(verb: Token) -> bool:
    """A relative clause with its own full subject has its gap in the object ("the deal they signed")."""
    own = _subjects(verb)
    return bool(own) and all(antecedent(token) is None for token in own)


def _frozen(roles: dict[str, list[Token]]) -> dict[str, tuple[Token, ...]]:
    return {name: tuple(dict.fromkeys(tokens)) for name, tokens in roles.items() if tokens}


__all__ = ["Clause", "PredicateKind", "appositions", "read_clauses"]
