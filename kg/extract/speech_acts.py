"""Speech acts: what is done by what is said ("said X must leave" asks, "warned X that it would pay" threatens), and
what a meeting or a word is for. Each reading looks only beside a predicate that a frame fits already."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg.parse.clauses import Clause
from kg.parse.nouns import prepositional
from kg.parse.subjects import is_infinitive, is_passive
from kg.parse.tree import children

GUILT = frozenset("responsible guilty complicit culpable liable answerable accountable accomplice".split())
"""What somebody is said to be who is accused."""

CRIMES = frozenset(
    """lie cheat steal rape murder torture bribe rig sabotage defraud embezzle falsify fabricate mislead conspire meddle
    violate breach plot betray bully""".split()
)
"""Deeds whose very word accuses whoever is said to have done them."""

WRONGDOING = frozenset(
    """poison attack kill steal lie cheat murder rape assault spy hack interfere violate abuse plot bribe commit torture
    breach manipulate conspire mislead rig sabotage support finance fund harass invade bomb launder shell shoot shelter
    harbor arm hide conceal cover betray destroy orchestrate mastermind intimidate exploit discriminate defraud embezzle
    smuggle traffic meddle incite provoke falsify fabricate loot occupy annex seize""".split()
)
"""What somebody is claimed to have done who is accused."""

HARM = frozenset(
    """punish retaliate attack destroy hit strike crush respond avenge sue kill eliminate annihilate bomb invade ban
    expel sanction impose block cut suspend quit fire sack boycott wipe bury hunt prosecute pursue fine arrest retake
    target shut flatten""".split()
)
"""What a threat is to do."""

CONSEQUENCES = frozenset(
    """consequence consequences response retaliation retaliate respond price sanction sanctions punish punishment
    repercussion reprisal countermeasure countermeasures revenge regret suffer war strike attack tariff action measure
    ruin hell fury destruction destroy hit crush fine penalty isolation expulsion""".split()
)
"""What is held out to whoever is warned."""

BARGAINS = frozenset(
    """peace trade nuclear merger ceasefire truce takeover exploratory accession membership contract disarmament arms
    reconciliation normalization debt brexit coalition sale acquisition wage pay transfer settlement
    bailout hostage indirect proximity transition withdrawal""".split()
)
"""What talks towards a deal are called by."""

DEALS = frozenset(
    """deal merger agreement takeover sale acquisition withdrawal tie-up truce ceasefire treaty pact accord contract
    purchase stake term venture swap release exchange settlement restructuring debt bid partnership supply price
    loan bailout end return rejoin""".split()
)
"""What talks towards a deal are on."""

COURSE = frozenset("stall collapse falter founder fail drag progress deadlock break stagnate".split())
"""How talks towards a deal go on."""

SITTING = frozenset("hold have attend conduct host convene meet arrive travel fly".split())
"""Verbs that make a meeting of talks, whatever the talks are on."""

ERRANDS = frozenset(
    "talk meeting summit dinner lunch breakfast discussion negotiation audience consultation conversation".split()
)
HARSH = frozenset("harsh strong stern sharp angry tough scathing bitter critical blistering unkind".split())
KIND = frozenset("kind warm nice glowing fond generous".split())


def directive(clause: Clause) -> bool:
    """ "said X must leave", "insists that X should act", "said X needs to act": the content asks somebody to act."""
    for content in _contents(clause.predicate):
        auxiliaries = {c.lower_ for c in children(content) if c.dep_ == "aux"}
        done = "have" in auxiliaries  # "should have left", "must have known"
        if auxiliaries & {"must", "ought"} and not done:
            return True
        if "should" in auxiliaries and content.lemma_ != "be" and not done:
            return True
        if content.lemma_ in {"need", "have"} and any(
            c.dep_ == "xcomp" and is_infinitive(c) for c in children(content)
        ):
            return True
    return False


def guilt(clause: Clause) -> bool:
    """ "said X was responsible", "says X was behind the attack", "says X lied", "held X responsible"."""
    for child in children(clause.predicate):
        words = [w for w in child.rights if w.dep_ == "amod"] if child.dep_ == "dobj" else [child]
        if child.dep_ in {"dobj", "acomp", "oprd"} and any(w.lemma_.lower() in GUILT for w in words):
            return True
    return any(
        word.lemma_.lower() in GUILT
        or (word.lower_ == "behind" and word.dep_ in {"prep", "advmod"})
        or (word == content and word.lemma_ in CRIMES and word.tag_ != "VB")
        for content in _contents(clause.predicate)
        if not any(child.dep_ == "neg" for child in children(content))
        for word in (content, *children(content))
    )


def wrongdoing(clause: Clause) -> bool:
    """ "claimed that X had lied": a deed or guilt."""
    deeds = {
        token.lemma_.lower()
        for child in children(clause.predicate)
        if child.dep_ in {"ccomp", "xcomp"}
        for token in (child, *children(child))
    }
    unproven = any(token.lower_ in {"evidence", "proof"} for token in clause.slot("without"))
    return unproven or not deeds.isdisjoint(WRONGDOING) or guilt(clause)


def harm(clause: Clause) -> bool:
    """ "vowed to punish X"."""
    return any(
        child.dep_ == "xcomp" and is_infinitive(child) and child.lemma_.lower() in HARM
        for child in children(clause.predicate)
    )


def consequence(clause: Clause) -> bool:
    """ "warned X that it would face a response", "warned X of sanctions", "X will pay a price, said Y"."""
    told = [
        word
        for content in _contents(clause.predicate)
        if any(
            c.dep_ == "aux" and c.lower_ in {"will", "would", "could", "'ll", "’ll", "may"} for c in children(content)
        )
        for word in (content, *children(content))
    ]
    told += [obj for preposition, obj in prepositional(clause.predicate) if preposition in {"of", "about"}]
    return any(word.lemma_.lower() in CONSEQUENCES for word in told)


def bargaining(clause: Clause) -> bool:
    """ "in talks to buy", "peace talks", "talks on a merger": towards a deal."""
    noun = clause.predicate
    if noun.lemma_.lower() != "talk":
        return False
    if any(token.lower_ in BARGAINS for token in clause.slot("modifier")):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and clause.governor is not None and not _determined(noun):
        return clause.governor.lemma_ in {"be", "remain", "engage", "say", "lock"}
    if noun.dep_ == "nsubj" and noun.head.lemma_ in COURSE:
        return True
    if any(c.dep_ in {"acl", "relcl"} and is_infinitive(c) and not is_passive(c) for c in children(noun)):
        return True
    if any(child.dep_ == "acl" and child.lemma_ == "aim" for child in children(noun)):
        return True
    return any(
        obj.lemma_.lower() in DEALS
        for preposition, obj in prepositional(noun)
        if preposition in {"on", "over", "about", "for", "towards", "toward"}
    )


def _determined(noun: Token) -> bool:
    return any(child.dep_ in {"det", "poss"} for child in noun.lefts)


def sitting(clause: Clause) -> bool:
    """Talks at which the two met; those towards a deal may be by letter."""
    return not bargaining(clause) or (clause.governor is not None and clause.governor.lemma_ in SITTING)


def errand(clause: Clause) -> bool:
    """ "received X for talks", "is in Y for a meeting"."""
    if any(token.lemma_.lower() in ERRANDS for token in clause.slot("for")):
        return True
    aims = [c for c in children(clause.predicate) if c.dep_ in {"xcomp", "advcl"}]
    return clause.lemma == "be" and any(is_infinitive(aim) for aim in aims)  # "is in Y to meet"


def harsh(clause: Clause) -> bool:
    return any(token.lemma_.lower() in HARSH for token in clause.slot("modifier"))


def kind(clause: Clause) -> bool:
    return any(token.lemma_.lower() in KIND for token in clause.slot("modifier"))


def _contents(verb: Token) -> Iterator[Token]:
    """Clauses that are said."""
    return (child for child in children(verb) if child.dep_ in {"ccomp", "parataxis"} and not is_infinitive(child))


ACTS: dict[str, Callable[[Clause], bool]] = {
    "directive": directive,
    "guilt": guilt,
    "wrongdoing": wrongdoing,
    "harm": harm,
    "consequence": consequence,
    "bargaining": bargaining,
    "sitting": sitting,
    "errand": errand,
    "harsh": harsh,
    "kind": kind,
}
"""What a frame may need of its clause, by the word that its file has for it."""
