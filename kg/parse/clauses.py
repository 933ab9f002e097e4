"""Clauses: each predicate of a sentence with its roles resolved, once, for whatever reads them afterwards.

The label scheme is that of spaCy's English pipelines, so that any `en_core_web_*` can be put in place. Roles are those
of the active sentence: in "Oslo was visited by Merkel" the subject is Merkel. Conjuncts are distributed, relative
pronouns replaced by their nouns, and subjects followed through control, raising, participles and infinitives of purpose
("Equinor signed a deal with Engie to supply gas": Equinor supplies).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from kg.parse.nouns import antecedent, conjuncts, expand, modifiers, possessors, prepositional
from kg.parse.subjects import (
    agents,
    governing_verb,
    governor_subject,
    holders,
    is_infinitive,
    is_passive,
    own_subjects,
    surface_subject,
)
from kg.parse.tree import children

PREDICATING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
"""Parts of speech of words that may be predicates."""

MONTHS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
LIGHT = frozenset("take put place hold bring find shoot beat stab remand".split())
TOGETHER = frozenset({"work", "join", "band", "bring"})
"""Verbs that say with "together" what two do with each other."""

RESULTS = frozenset({"dead", "guilty"})
BARE = frozenset("custody court trial justice arrest contempt death task".split())
"""Words that make one predicate with a light verb before them."""


THREATENING = frozenset({"threaten", "vow", "promise", "swear", "pledge", "warn"})
"""Verbs whose infinitive may tell what is to be done to somebody."""

TELLING = frozenset("say announce confirm report state declare".split())
"""Verbs by which an authority tells what it did, without saying that it did it ("X was held, police said")."""

DYING = frozenset("die kill murder assassinate perish drown execute".split())
"""Verbs of death, which news tells with the scene and the place behind it."""


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


def read_clauses(words: Iterable[Token], nouns: Container[str] | None = None) -> Iterator[Clause]:
    """Every clause that has its predicate among these words of a sentence (those that are not PREDICATING have none):
    verbs, nouns and predicative adjectives, in their order.

    `nouns` limits the nouns to those with these lemmas, which saves most of the work.
    """
    for token in words:
        label, part = token.dep_, token.pos_
        if label == "prep":
            continue  # "according to", "including": participles that became prepositions
        if part == "VERB" or (part == "AUX" and label in {"ROOT", "conj", "relcl", "ccomp", "advcl"}):
            yield verb_clause(token)
        elif part in {"NOUN", "PROPN"} and (label != "compound" or _before_name(token)):
            if nouns is None or token.lemma_.lower() in nouns:
                yield noun_clause(token)
        elif part == "ADJ" and label == "amod" and nouns is not None and token.lower_ in nouns and _before_name(token):
            yield noun_clause(token)  # "rival X", tagged as an adjective
        elif part == "ADJ" and label in {"acomp", "oprd", "conj", "ROOT", "xcomp"}:
            yield adjective_clause(token)


def _before_name(noun: Token) -> bool:
    """ "Toronto resident X": a noun that is said of the name it stands before."""
    named = noun.head.pos_ == "PROPN" or (noun.head.pos_ == "NOUN" and noun.head.text[0].isupper())
    return noun.pos_ in {"NOUN", "ADJ"} and named and noun.head.i > noun.i


def lemma_of(verb: Token) -> str:
    """Lemma with particle: "roll back", "hit out", "take over"; without one of direction ("travel on to")."""
    particles = [c for c in children(verb) if c.dep_ == "prt"]
    lemma = verb.lemma_.lower()
    if lemma in TOGETHER and any(c.lower_ == "together" for c in verb.rights):
        return f"{lemma} together"
    if lemma in LIGHT:
        return _idiom(verb, lemma)
    if not particles or (particles[0].lower_ in {"on", "back"} and _follows_to(particles[0])):
        return lemma
    return f"{lemma} {particles[0].lower_}"


def _idiom(verb: Token, lemma: str) -> str:
    """ "take into custody", "shoot dead": with a bare noun behind a preposition, or what becomes of the object."""
    for child in children(verb):
        if child.lower_ in RESULTS:
            return f"{lemma} {child.lower_}"
        if child.lower_ in BARE and child.dep_ == "xcomp" and is_infinitive(child):  # "took X to court", as a verb
            return f"{lemma} to {child.lower_}"
        if child.dep_ == "dobj" and verb.i + 1 < child.i and verb.nbor(1).lower_ in RESULTS:  # "shot dead X"
            return f"{lemma} {verb.nbor(1).lower_}"
        for noun in children(child) if child.dep_ == "prep" else ():
            if noun.dep_ == "pobj" and noun.lower_ in BARE and not noun.n_lefts:
                return f"{lemma} {child.lower_} {noun.lower_}"
    particle = next((c.lower_ for c in children(verb) if c.dep_ == "prt"), None)
    return lemma if particle is None else f"{lemma} {particle}"


def _follows_to(particle: Token) -> bool:
    return particle.i + 1 < len(particle.doc) and particle.nbor(1).lower_ == "to"


def verb_clause(verb: Token) -> Clause:
    roles: dict[str, list[Token]] = defaultdict(list)
    passive = is_passive(verb)
    surface = surface_subject(verb)
    roles["subject"] += (agents(verb) or _attached_agents(verb)) if passive else surface
    roles["object"] += surface if passive else []
    if passive and verb.dep_ == "ccomp" and verb.head.lemma_ in TELLING and not roles["subject"]:
        roles["speaker"] += surface_subject(verb.head)
    objects = [c for c in children(verb) if c.dep_ == "dobj" or (c.dep_ == "oprd" and c.pos_ in {"NOUN", "PROPN"})]
    for obj in objects:
        noun = antecedent(obj)
        (roles["object"] if not passive else roles["second"]).extend([noun] if noun else conjuncts(obj))
    roles["dative"] += expand(c for c in children(verb) if c.dep_ == "dative" and c.pos_ != "ADP")
    roles["dative"] += [name for obj in objects for name in _paying(obj)]
    if verb.dep_ == "relcl" and not passive and not objects and _gap(verb):
        roles["object"].append(verb.head)
    if verb.dep_ == "amod" and not passive and surface and verb.head.i > verb.i:
        roles["object"].append(verb.head)  # "Malaysia jailed X", where the parse takes the verb for an attribute of X
    for preposition, obj in prepositional(verb):
        if not (passive and preposition == "by"):
            roles[preposition].append(antecedent(obj) or obj)
        if preposition in {"on", "in"} and (obj.like_num or obj.lower_ in MONTHS):  # "born on 3 May in X"
            for own, place in prepositional(obj):
                roles[own].append(place)
    for obj in objects:  # "sell tanks to Taiwan": the phrase may hang on the object
        for preposition, inner in prepositional(obj):
            if preposition not in {"of", "by"}:
                roles[preposition].append(inner)
    if verb.lemma_ in DYING:
        roles["in"] += _scenes(verb)
    if is_infinitive(verb):
        roles["partner"] += _partners(verb)
    for child in children(verb):
        if child.dep_ in {"xcomp", "ccomp"}:
            inner_subjects = _doers(child)
            if is_infinitive(child) or (child.dep_ == "ccomp" and child.tag_ == "VB" and not inner_subjects):
                roles["infinitive"] += expand(inner_subjects) if own_subjects(child) else list(roles["object"])
                if any(c.dep_ == "mark" and c.lower_ == "for" for c in children(child)):
                    roles["for-infinitive"] += expand(inner_subjects)
            elif child.dep_ == "ccomp":
                roles["content-subject"] += expand(inner_subjects)
        elif child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in children(child)):
            roles["for-infinitive"] += expand(c for c in children(child) if c.dep_ == "nsubj")
        elif child.dep_ == "prep" and child.lower_ == "for":
            for inner in children(child):
                if inner.dep_ == "pcomp" and is_infinitive(inner):
                    roles["for-infinitive"] += expand(c for c in children(inner) if c.dep_ == "nsubj")
    if verb.lemma_.lower() in THREATENING:
        roles["recipient"] += _suffering(verb)
    return Clause(verb, PredicateKind.VERB, lemma_of(verb), passive, _frozen(roles))


def noun_clause(noun: Token) -> Clause:
    roles: dict[str, list[Token]] = defaultdict(list)
    roles["possessive"] += possessors(noun)
    roles["modifier"] += modifiers(noun)
    if noun.dep_ in {"compound", "amod", "nmod"}:  # "X's supplier Y": what stands before both hangs on the name
        roles["possessive"] += [token for token in possessors(noun.head) if token.i < noun.i]
        roles["modifier"] += [token for token in modifiers(noun.head) if token.i < noun.i]
        if not any(c.dep_ in {"det", "poss"} for c in noun.head.lefts):
            roles["clause-subject"] += _subject_around(noun.head)
    for preposition, obj in prepositional(noun):
        roles[preposition].append(obj)
        if preposition == "of" and obj.pos_ == "NOUN":  # "charges of fraud against X"
            roles["against"] += [inner for own, inner in prepositional(obj) if own == "against"]
    governor = _relative(noun) or governing_verb(noun)
    if governor is not None and governor.dep_ == "relcl":  # "the deal that X signed with Y"
        roles["governor"] += surface_subject(governor)
        roles["dative"] += expand(c for c in children(governor) if c.dep_ == "dative" and c.pos_ != "ADP")
        for preposition, obj in prepositional(governor):
            roles[preposition].append(antecedent(obj) or obj)
    elif governor is not None:
        roles["governor"] += governor_subject(governor, noun)
        roles["dative"] += expand(c for c in children(governor) if c.dep_ == "dative" and c.pos_ != "ADP")
        for preposition, obj in prepositional(governor):
            if preposition not in {"by", "of"}:
                roles[preposition].append(antecedent(obj) or obj)
    roles["holder"] += holders(noun)
    if noun.tag_ in {"NN", "NNS"}:
        roles["named"] += [
            obj for preposition, obj in prepositional(noun) if preposition == "of" and obj.pos_ == "PROPN"
        ]
    for child in children(noun):
        if child.dep_ == "acl":
            if own_subjects(child) and any(c.lower_ == "that" for c in child.lefts):
                roles["content-subject"] += expand(_doers(child))  # "accusations that X lied"
            elif is_infinitive(child):
                inner = verb_clause(child)
                roles["recipient"] += [*inner.slot("to"), *inner.slot("dative"), *inner.slot("object")]
            elif child.tag_ in {"VBN", "VBD"}:
                roles["by"] += agents(child)
                for preposition, obj in prepositional(child):
                    if preposition != "by":
                        roles[preposition].append(obj)
    if governor is not None:
        for child in children(governor):
            if child.dep_ in {"advcl", "xcomp"} and is_infinitive(child):
                inner = verb_clause(child)
                roles["recipient"] += [*inner.slot("to"), *inner.slot("dative")]
    return Clause(noun, PredicateKind.NOUN, noun.lemma_.lower(), False, _frozen(roles), governor)


def _relative(noun: Token) -> Token | None:
    """The verb of a relative clause whose object the noun is ("the deal that X signed")."""
    for child in noun.rights:
        if child.dep_ == "relcl" and not is_passive(child) and _gap(child):
            objects = [c for c in children(child) if c.dep_ == "dobj"]
            elsewhere = any(antecedent(obj) is not None for _, obj in prepositional(child))  # "under which they …"
            if not elsewhere and all(antecedent(c) is not None for c in objects):
                return child
    return None


def _subject_around(name: Token) -> list[Token]:
    """The subject of the clause that a name stands in, unless it is that itself."""
    verb = name
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        if verb.dep_ in {"nsubj", "nsubjpass"}:
            return []
        verb = verb.head
    return surface_subject(verb) if verb.pos_ in {"VERB", "AUX"} else []


def adjective_clause(adjective: Token) -> Clause:
    roles: dict[str, list[Token]] = defaultdict(list)
    verb = adjective.head
    roles["subject"] += surface_subject(verb) if verb.pos_ in {"VERB", "AUX"} else []
    for preposition, obj in [*prepositional(adjective), *prepositional(verb)]:
        roles[preposition].append(obj)
    return Clause(adjective, PredicateKind.ADJECTIVE, adjective.lemma_.lower(), False, _frozen(roles))


def _doers(verb: Token) -> list[Token]:
    """Who does what a subordinate clause tells: its subject, or in the passive what stands behind "by"."""
    own = [c for c in children(verb) if c.dep_ in {"nsubj", "nsubjpass"}]
    return agents(verb) if any(c.dep_ == "nsubjpass" for c in own) else own


def _suffering(verb: Token) -> list[Token]:
    """ "threatened to sue X", "vowed to retaliate against X": whom the infinitive is done to."""
    found: list[Token] = []
    for child in children(verb):
        if child.dep_ == "xcomp" and is_infinitive(child):
            inner = verb_clause(child)
            for slot in ("object", "dative", "against", "on", "to", "with", "from"):
                found += inner.slot(slot)
    return found


def _attached_agents(verb: Token) -> list[Token]:
    """ "charged with fraud by X", "placed under sanctions by X", where the parse has "by X" behind the last noun."""
    for child in children(verb):
        if child.dep_ == "prep" and child.lower_ in {"with", "to", "under", "of", "from", "on"}:
            for noun in children(child):
                while noun.dep_ == "pobj":
                    found = [o for c in children(noun) if c.lower_ == "by" for o in children(c) if o.dep_ == "pobj"]
                    if found:
                        return list(expand(found))
                    inner = [o for c in children(noun) if c.dep_ == "prep" for o in children(c) if o.dep_ == "pobj"]
                    if not inner:
                        break
                    noun = inner[-1]
    return []


def _scenes(verb: Token) -> list[Token]:
    """Places named behind the scene of a death: "died at the clinic in X", "killed in a crash near X", "died aged 91 in
    X"."""
    found: list[Token] = []
    for base in [verb, *(c for c in children(verb) if c.lower_ == "aged")]:
        for preposition, obj in prepositional(base):
            if base.i != verb.i and preposition in {"in", "at"}:
                found.append(obj)
            if preposition in {"of", "from"}:  # "died of a stroke at a clinic in X"
                found.extend(place for inner, place in prepositional(obj) if inner in {"in", "at"})
            if preposition in {"in", "at", "on"}:
                found.extend(place for inner, place in prepositional(obj) if inner in {"in", "at", "near", "outside"})
    return found


def _paying(amount: Token) -> list[Token]:
    """ "fined X 2m euros", where the parse takes X for a part of the amount."""
    if not any(child.dep_ in {"nummod", "quantmod"} for child in amount.lefts):
        return []
    return [child for child in amount.lefts if child.dep_ == "nmod" and child.pos_ == "PROPN"]


def _partners(verb: Token) -> list[Token]:
    """With whom it was agreed: "signed a deal with X to supply", "a contract with X to supply"."""
    head = verb.head
    outer = governing_verb(head) if head.pos_ == "NOUN" else head
    found = [obj for prep, obj in prepositional(head) if prep == "with"]
    if outer is not None and outer.pos_ == "VERB":
        inner = [c for c in children(outer) if c.dep_ == "dobj"]
        found += [obj for base in (outer, *inner) for prep, obj in prepositional(base) if prep == "with"]
    return found


def _gap(verb: Token) -> bool:
    """A relative clause with its own full subject has its gap in the object ("the deal they signed")."""
    own = own_subjects(verb)
    return bool(own) and all(antecedent(token) is None for token in own)


def _frozen(roles: dict[str, list[Token]]) -> dict[str, tuple[Token, ...]]:
    return {name: tuple(dict.fromkeys(tokens)) for name, tokens in roles.items() if tokens}
