"""Who does it: subjects of verbs and holders of nouns, followed through the constructions that leave them out.

Passives, relative clauses, control and raising, participles, gerunds, infinitives of purpose, event nouns, apposition
and copula. Heads are tokens; the label scheme is that of spaCy's English pipelines.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.parse.nouns import antecedent, conjuncts, expand, possessors, prepositional
from kg.parse.tree import children
from kg.parse.words import text_at

OBJECT_CONTROL = frozenset(
    """ask urge tell order allow help force persuade encourage invite want require enable permit instruct push press
    convince advise warn call expect compel lead cause get prompt authorize authorise direct beg implore""".split()
)
"""Verbs whose object is the subject of their infinitive; all others pass their own subject on."""

APPOINTING = frozenset(
    """appoint name pick choose select nominate elect hire promote tap recruit designate install send dispatch task
    assign""".split()
)
"""Verbs whose object is meant by an infinitive of purpose ("named X to lead Y"), and by a participle that tells of a
change in a post ("named X, replacing Y")."""

ADDRESSING = {
    "call": frozenset({"on", "upon"}),
    "appeal": frozenset({"to"}),
    "plead": frozenset({"with"}),
    "rely": frozenset({"on", "upon"}),
    "count": frozenset({"on", "upon"}),
    "prevail": frozenset({"on", "upon"}),
}
"""Verbs with the prepositions before whoever is to act."""

CHILDREN = frozenset({"son", "daughter", "child"})
SHARES = frozenset({"percent", "%", "percentage", "cent"})
SEATED = frozenset({"base", "headquarter"})
"""Participles that are said of the last of several names ("X and Y, based in Z")."""

CHANGING = frozenset({"succeed", "replace", "take"})
BLAMING = frozenset("convict accuse acquit suspect find jail imprison sentence execute arrest give hand".split())
"""Verbs whose object did the deed that stands behind a preposition ("convicted X of the murder of Y")."""

OBJECT_GERUNDS = frozenset({"of", "for", "from", "into", "as"})
"""Prepositions whose gerund tells of the object ("accused X of lying", "stopped X from leaving")."""

DOCUMENTS = frozenset(
    "statement letter declaration communique resolution article report petition motion document".split()
)
"""Writings that speak for their makers ("a joint statement calling on the west to …")."""

OFFICES = frozenset({"office", "charge", "oath", "power", "helm"})
TAKING_OVER = frozenset({"succeed", "replace", "follow", "join", "leave"})
"""Verbs whose "as" speaks of their subject ("X succeeded Y as mayor"); that of others speaks of their object."""

BACKING = frozenset({"backing", "support", "blessing", "endorsement", "approval"})
PLANS = frozenset({"plan", "proposal", "preparation", "arrangement"})
EVENT_PREPOSITIONS = frozenset(
    {"in", "during", "for", "at", "after", "following", "before", "into", "to", "through", "on", "under"}
)


def is_passive(verb: Token) -> bool:
    """Has a passive auxiliary or subject, is a reduced passive ("released by the court"), or shares one."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in children(verb)):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in children(verb)):
        return False
    if verb.dep_ == "acomp":  # "is opposed to", taken for an adjective
        return verb.head.lemma_ == "be" and not any(c.dep_ == "dobj" for c in children(verb))
    if verb.dep_ in {"acl", "advcl"}:
        return not any(c.dep_ == "dobj" for c in children(verb))
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not own_subjects(verb) and is_passive(verb.head)


def agents(verb: Token) -> list[Token]:
    """Who did it in a passive clause: the object of "by"."""
    found = [
        obj for c in children(verb) if c.dep_ == "agent" for obj in expand(o for o in children(c) if o.dep_ == "pobj")
    ]
    if not found and verb.dep_ != "conj":
        for child in children(verb):  # "was invited and welcomed by X"
            if child.dep_ == "conj" and child.tag_ == "VBN" and child.lemma_ not in CHANGING:
                found = agents(child)  # whoever replaces somebody need not have dismissed them
    return found


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject of `verb`, as head tokens, or what it is understood to be; empty when nothing tells."""
    own = own_subjects(verb)
    if own:
        resolved: list[Token] = []
        for token in own:
            noun = antecedent(token)
            resolved.extend(conjuncts(noun) if noun else conjuncts(token))
        return resolved
    head = verb.head
    for child in verb.lefts:  # "A opposes X, calls on Y …", where the parse makes the first a complement of the second
        if child.dep_ == "ccomp" and own_subjects(child):
            return surface_subject(child, depth + 1)
    if depth > 8 or head.i == verb.i:
        return []
    if verb.dep_ in {"acl", "relcl"}:
        if is_infinitive(verb):
            return _makers(head, depth)
        if head.lemma_.lower() in DOCUMENTS and verb.tag_ == "VBG":
            return _makers(head, depth) or [head]
        if head.lemma_ in SHARES and head.dep_ == "attr":  # "X, which is 25 percent owned by Y"
            return surface_subject(head.head, depth + 1)
        if verb.lemma_ in SEATED and verb.tag_ == "VBN" and verb.dep_ == "acl":
            return [max((w for w in conjuncts(head) if w.i < verb.i), key=lambda w: w.i, default=head)]
        return list(conjuncts(head))
    if verb.dep_ in {"xcomp", "ccomp", "oprd"} and is_infinitive(verb) and head.pos_ == "VERB":
        objects = [c for c in children(head) if c.dep_ == "dobj"]
        if objects and head.lemma_.lower() in OBJECT_CONTROL | APPOINTING:
            return list(expand(objects))
        if not objects and (asked := _asked(head, verb)):
            return asked
        return surface_subject(head, depth + 1)
    if verb.dep_ in {"advcl", "xcomp"} and head.lemma_ in APPOINTING and not is_passive(head):
        objects = [c for c in children(head) if c.dep_ == "dobj"]
        if objects and (is_infinitive(verb) or (verb.tag_ == "VBG" and verb.lemma_ in CHANGING)):
            return list(expand(objects))
    if verb.dep_ in {"pcomp", "prep"}:
        return _through_preposition(head, depth)
    if verb.dep_ in {"conj", "xcomp", "advcl", "acomp", "ccomp", "dep", "parataxis"}:
        if head.pos_ in {"VERB", "AUX"}:
            return surface_subject(head, depth + 1)
        if head.pos_ in {"ADJ", "NOUN"} and head.dep_ in {"acomp", "attr", "xcomp", "oprd", "amod"}:
            return surface_subject(head.head, depth + 1)
    return []


def _asked(verb: Token, infinitive: Token) -> list[Token]:
    """ "called on X to leave", "appealed to X to stop": X."""
    wanted = ADDRESSING.get(verb.lemma_.lower())
    if wanted is None:
        return []
    return list(
        expand(
            obj
            for child in verb.rights
            if child.dep_ == "prep" and child.lower_ in wanted and child.i < infinitive.i
            for obj in children(child)
            if obj.dep_ == "pobj"
        )
    )


def governing_verb(noun: Token) -> Token | None:
    """The verb that an event noun is an object of, or an adjunct of ("arrived for talks")."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    head = noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "dative", "attr", "oprd"} and head.pos_ in {"VERB", "AUX"}:
        return head
    if noun.dep_ == "pobj":
        outer = head.head
        planned = outer.lemma_.lower() in PLANS and head.lower_ in {"for", "on", "about", "of"}
        served = outer.lemma_ in {"sentence", "term"} and head.lower_ == "for"  # "serves a sentence for the murder of"
        if outer.pos_ == "NOUN" and (
            head.lower_ == "of" or planned or served
        ):  # "a round of talks", "plans for a visit"
            return governing_verb(outer)
        if outer.pos_ in {"NUM", "NOUN"} and head.lower_ in {"in", "of"} and any(c.like_num for c in children(outer)):
            return governing_verb(outer)  # "$2 million in aid"
        if outer.lemma_ == "survive" and head.dep_ == "agent":  # "is survived by two sons"
            return outer
        if outer.lower_ == "guilty" and outer.head.pos_ in {"VERB", "AUX"}:  # "guilty of the murder of X"
            return outer.head
        if outer.pos_ == "VERB" and outer.lemma_ in BLAMING and head.lower_ == "of":
            return outer
        if outer.pos_ == "VERB" and head.lower_ == "with" and noun.lemma_ in {"win", "victory", "triumph"}:
            return outer
        if outer.pos_ in {"VERB", "AUX"} and head.lower_ in EVENT_PREPOSITIONS:
            return outer
        if head.lower_ == "from" and noun.lemma_ in {"talk", "negotiation"}:  # "walked away from talks"
            outer = outer.head if outer.lower_ == "away" else outer
            return outer if outer.pos_ == "VERB" else None
        if outer.lower_ == "full" and outer.head.pos_ in {"VERB", "AUX"}:  # "is full of praise for"
            return outer.head
        if head.lower_ == "with" and noun.lemma_.lower() in BACKING and outer.pos_ == "VERB":
            return outer  # "won with the support of X"
        if outer.lower_ == "ahead" and outer.head.pos_ in {"VERB", "AUX"}:  # "ahead of a meeting"
            return outer.head
    return None


def holders(noun: Token) -> list[Token]:
    """Who or what a noun is said of: apposition, copula ("X is a member of Y"), "as"."""
    found: list[Token] = []
    if noun.dep_ == "appos":
        head = noun.head
        while head.dep_ == "appos" and head.pos_ == "NOUN":  # "X, president of Y, leader of Z": both of X
            head = head.head
        found.extend(_named_by(noun, conjuncts(head)) if head.dep_ != "appos" else [head])
    apposed = [child for child in children(noun) if child.dep_ == "appos"]
    tight = noun.tag_ in {"NNS", "NNPS"} and not any(text_at(c.doc, c.left_edge.i - 1) == ":" for c in apposed)
    found.extend(expand(apposed) if tight else apposed)  # "his sons A and B"
    if noun.tag_ in {"NNS", "NNPS"}:
        found.extend(examples(noun))
    base = noun
    while base.dep_ == "conj" and base.head.pos_ in {"NOUN", "PROPN"}:
        base = base.head
    if base.dep_ == "appos" and base is not noun:
        found.extend(conjuncts(base.head))
    if noun.dep_ == "appos" and noun.lemma_.lower() in CHILDREN and (born := _born(noun.head)) is not None:
        return surface_subject(born)  # "was born in X, the son of Y": whoever was born
    if base.dep_ in {"attr", "oprd"} and base.head.pos_ in {"AUX", "VERB"}:
        named = [c for c in children(base.head) if c.dep_ == "dobj"]  # "named her envoy": said of her
        found.extend(expand(named) if named else surface_subject(base.head))
    if base.dep_ == "pobj" and base.head.lower_ == "as" and base.head.head.pos_ == "VERB":
        verb = base.head.head
        objects = [
            c for c in children(verb) if c.dep_ == "dobj" and verb.lemma_ not in TAKING_OVER and c.lower_ not in OFFICES
        ]
        found.extend(expand(objects) if objects else surface_subject(verb))
    if noun.dep_ in {"compound", "nmod", "amod"} and noun.head.i > noun.i:
        found.append(noun.head)
    if noun.dep_ == "nsubj" and noun.pos_ == "NOUN":  # "a resident of Y, X won": two subjects of one verb
        follows, before = noun.right_edge.i + 1, noun.left_edge.i - 1
        if before > 0 and noun.doc[before].text == ",":  # "X, a native of Y, won": so too
            subjects = (c for c in noun.head.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN")
            found.extend(c for c in subjects if 0 <= before - c.right_edge.i <= 1)
        found.extend(
            c for c in noun.head.lefts if c.dep_ == "nsubj" and 0 <= c.left_edge.i - follows <= 1 and _is_name(c)
        )
    for child in children(noun):  # "his nominee for mayor, X", where the parse has X beside the mayor
        if child.dep_ == "prep" and child.lower_ in {"for", "as"}:
            for post in children(child):
                if post.dep_ == "pobj" and post.pos_ == "NOUN":
                    found.extend(c for c in children(post) if c.dep_ == "appos" and c.pos_ == "PROPN")
    return [token for token in dict.fromkeys(found) if token.i != noun.i]


def _named_by(noun: Token, heads: tuple[Token, ...]) -> tuple[Token, ...]:
    """Of "X and Y, the mayor of Z" Y alone, of "X and Y, mayors of Z" both."""
    before = [head for head in heads if head.i < noun.i]
    single = noun.tag_ in {"NN", "NNP"} and len(before) > 1 and before[-1].pos_ == "PROPN"
    return (before[-1],) if single else heads


def _is_name(subject: Token) -> bool:
    return subject.pos_ == "PROPN" or subject.lower_ in {"he", "she"}


def _born(place: Token) -> Token | None:
    """The verb of "born in X"."""
    verb = place.head.head
    return verb if place.dep_ == "pobj" and verb.lemma_ == "bear" else None


def examples(noun: Token) -> tuple[Token, ...]:
    """ "musicians such as X and Y", "states including X": those named."""
    return expand(
        word
        for child in noun.rights
        if child.dep_ == "prep" and (child.lower_ in {"including", "like"} or _such_as(child))
        for word in children(child)
        if word.dep_ == "pobj"
    )


def _such_as(preposition: Token) -> bool:
    return preposition.lower_ == "as" and any(child.lower_ == "such" for child in children(preposition))


def governor_subject(governor: Token, noun: Token) -> list[Token]:
    if is_passive(governor):
        return agents(governor) if noun.dep_ == "nsubjpass" else surface_subject(governor)
    if noun.head.i == governor.i and noun.dep_ == "attr":
        return []
    if governor.lemma_ in BLAMING and noun.dep_ == "pobj":
        struck = [c for c in children(governor) if c.dep_ == "dative"] or [
            c for c in children(governor) if c.dep_ == "dobj"
        ]
        return list(expand(struck)) or surface_subject(governor)
    return surface_subject(governor)


def _makers(noun: Token, depth: int) -> list[Token]:
    """Whoever stands behind a noun: its possessor, its "by", else the subject of the clause it is an object in."""
    own = [*possessors(noun), *(obj for prep, obj in prepositional(noun) if prep == "by")]
    if own:
        return own
    governor = governing_verb(noun)
    if governor is not None and depth < 8:
        if noun.dep_ == "attr":  # "X was the only one to refuse"
            return surface_subject(governor, depth + 1)
        return governor_subject(governor, noun)
    return list(conjuncts(noun)) if noun.dep_ in {"nsubj", "appos"} else []


def _through_preposition(preposition: Token, depth: int) -> list[Token]:
    """Subject of a gerund: "in a show of support by signing", "has become vocal in backing"."""
    outer = preposition.head
    if outer.pos_ in {"VERB", "AUX"}:
        objects = [c for c in children(outer) if c.dep_ == "dobj" and c.pos_ in {"PROPN", "PRON", "NOUN"}]
        if objects and preposition.lower_ in OBJECT_GERUNDS:
            return list(expand(objects))
        return surface_subject(outer, depth + 1)
    if outer.pos_ == "ADJ":
        return surface_subject(outer.head, depth + 1) if outer.head.pos_ in {"VERB", "AUX"} else []
    if outer.pos_ == "NOUN":
        return _makers(outer, depth + 1)
    return []


def own_subjects(verb: Token) -> list[Token]:
    return [c for c in children(verb) if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in {"there", "it's"}]


def is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb))
