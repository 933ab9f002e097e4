"""Definite nouns that describe what was named just before: "the bank", "the city", "the militants", "the law".

The noun tells of what type the thing is; the one thing of that type in reach is meant, and nothing where there are two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from kg.extract.homes import home_of
from kg.extract.reach import Reach
from kg.extract.story import Chain, Node, Reference, Story
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionForm
from kg.parse.nouns import is_definite, modifiers, prepositional
from kg.parse.tree import children
from kg.parse.words import text_at

ORGANISATION = frozenset({EntityType.ORGANIZATION})
BANDS = frozenset({EntityType.ORGANIZATION, EntityType.GROUP})
COUNTRY = frozenset({EntityType.COUNTRY})
PLACE = frozenset({EntityType.PLACE})
PERSON = frozenset({EntityType.PERSON})
FROM = {
    ORGANISATION: frozenset({EntityType.COUNTRY, EntityType.PLACE, EntityType.GROUP}),
    COUNTRY: frozenset({EntityType.PLACE, EntityType.GROUP}),
}
"""What a name before the noun may be ("the Finnish company", "the Asian country"), by what the noun describes."""

EVENT = frozenset({EntityType.EVENT})
WORK = frozenset({EntityType.WORK})


class Kind(NamedTuple):
    """What a noun may describe: types, how many sentences back (None: anywhere before), and the sieve's name."""

    types: frozenset[EntityType]
    reach: int | None
    rule: str


COMPANIES = frozenset(
    """company firm corporation carmaker automaker bank group airline giant manufacturer maker retailer lender insurer
    startup start-up publisher brewer utility operator conglomerate supermarket chain carrier planemaker drugmaker
    chipmaker shipbuilder miner railroad brokerage consultancy studio label""".split()
)
"""Nouns for firms: "the Finnish company" is not Finland."""

BODIES = frozenset(
    """organisation organization agency broadcaster newspaper charity union federation association foundation institute
    watchdog regulator ministry commission club alliance bloc""".split()
)
OCCASIONS = frozenset(
    """event convention conference summit race contest election vote tournament competition championship match game
    ceremony festival show exhibition gathering marathon primary caucus referendum fair premiere concert""".split()
)
CALLINGS = frozenset(
    """activist senator actor actress singer lawmaker congressman congresswoman governor mayor striker midfielder
    goalkeeper winger billionaire businessman businesswoman tycoon cleric rapper author novelist filmmaker comedian
    physicist dissident blogger monarch pontiff pope chancellor democrat republican oligarch whistleblower astronaut
    campaigner ambassador sprinter boxer golfer swimmer skier cyclist wrestler guitarist drummer pianist
    mathematician""".split()
)
"""What a person may be called for short, by calling, though the article has not said it of them."""

WORKS = frozenset("law bill legislation treaty accord song film movie novel book album".split())

KINDS: dict[str, Kind] = {
    **dict.fromkeys(COMPANIES | BODIES, Kind(ORGANISATION, 2, "coref:company")),
    **dict.fromkeys(OCCASIONS, Kind(EVENT, None, "coref:event")),
    **dict.fromkeys(CALLINGS, Kind(PERSON, 1, "coref:calling")),
    **dict.fromkeys(("country", "nation"), Kind(COUNTRY, 1, "coref:country")),
    **dict.fromkeys("city town village island province county".split(), Kind(PLACE, 1, "coref:place")),
    **dict.fromkeys(WORKS, Kind(WORK, 2, "coref:work")),
}
ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
AGED = Kind(PERSON, 2, "coref:age")
"""What "the 45-year-old" describes."""

CROWDS = frozenset("militant rebel insurgent extremist jihadist separatist guerrilla".split())
"""Plurals for the members of an armed group."""

AGE = frozenset({"old", "year"})
BANKS = frozenset("bank banca banco banque bancorp".split())
HINTS = {"bank": BANKS, "lender": BANKS}
"""Words of names that tell which firm a noun is for."""

OTHERS = frozenset(
    """other another first second third new same next last only rival whole entire different current previous former
    old local""".split()
)
"""Words that set the thing apart from what was named ("the other bank"), or make nobody knows what of it."""


def describe(reach: Reach, number: int, token: Token, names: Sequence[Node], gazetteer: Gazetteer) -> Reference | None:
    """What the noun describes, of sentence `number`. `names` stand before it."""
    kind = KINDS.get(token.lemma_.lower())
    if kind is None or any(True for _ in prepositional(token)) or _restricted(token):
        return None
    if not all(node.type in FROM.get(kind.types, ()) for node in names):
        return None
    words = modifiers(token)
    if any(word.lower_ == "year" for word in words):  # "the 23-year-old striker"
        words = tuple(word for word in words if word.lower_ not in AGE)
    if any(word.lower_ in OTHERS for word in words) or (words and kind.types == PERSON):
        return None  # "the young singer" is somebody else
    homes = {node.kb for node in names if node.type is EntityType.COUNTRY}
    return _one(reach, number, token, kind, lambda c: not homes or home_of(c, gazetteer) in homes | {None})


def _restricted(noun: Token) -> bool:
    """ "The singer who sang there" is not the one before; "the singer, who sang there," is."""
    return any(c.dep_ == "relcl" and text_at(noun.doc, c.left_edge.i - 1) != "," for c in noun.rights)


def describe_aged(reach: Reach, number: int, token: Token) -> Reference | None:
    """ "The 45-year-old": the one person in reach; `token` is its last word."""
    aged = token.lower_ == "old" and token.dep_ in ENDS and any(c.dep_ == "npadvmod" for c in token.lefts)
    return _one(reach, number, token, AGED) if aged and is_definite(token) else None


def describe_crowd(reach: Reach, number: int, token: Token) -> Reference | None:
    """ "The militants": the one armed group in reach."""
    if token.lemma_.lower() not in CROWDS or modifiers(token) or any(True for _ in prepositional(token)):
        return None
    return _one(reach, number, token, Kind(BANDS, 1, "coref:militants"))


def _one(
    reach: Reach, number: int, token: Token, kind: Kind, fits: Callable[[Chain], bool] | None = None
) -> Reference | None:
    hints = HINTS.get(token.lemma_.lower())
    known = reach.named(hints, token) if hints is not None else []
    if len(known) == 1 and (fits is None or fits(known[0])):
        return Reference((known[0],), 0.65, MentionForm.NOMINAL, kind.rule)
    firm = token.lemma_.lower() in COMPANIES
    limit = number if kind.reach is None else kind.reach
    back, recent = reach.recent(number, token, kind.types, limit, firms=firm)
    found = [chain for chain in recent if fits is None or fits(chain)]
    if firm and len(found) > 1:  # "X, a rival of Y, said it …": the company is X
        subject = reach.main_subject(back, kind.types, before=token.i)
        found = [chain for chain in found if chain is subject and not _one_of_several(chain, found)]
    if len(found) != 1 or not of_that_year(token, found[0]):
        return None
    return Reference((found[0],), 0.6, MentionForm.NOMINAL, kind.rule)


def _one_of_several(subject: Chain, found: Sequence[Chain]) -> bool:
    """ "X and Y said": neither is "the company"."""
    heads = {node.head.i for node in subject.nodes}
    return any(n.head.dep_ == "conj" and n.head.head.i in heads for c in found if c is not subject for n in c.nodes)


def of_that_year(token: Token, chain: Chain) -> bool:
    """ "the 2018 summit" is not the summit of 2016."""
    return all(child.text in chain.name for child in children(token) if child.text.isdigit())


BESIDE = frozenset({"compound", "nmod", "appos"})


def roles_of(story: Story) -> dict[str, list[Chain]]:
    """Persons by the nouns said of them beside their names ("the singer X", "X, a Norwegian singer"), and by their
    titles where one person alone has that ("Sen. X": the senator)."""
    found: dict[str, list[Chain]] = {}
    titled: dict[str, set[Chain]] = {}
    for node in story.nodes:
        if node.type is EntityType.PERSON:
            for word in _beside(story, node):
                chains = found.setdefault(word.lemma_.lower(), [])
                if node.chain not in chains:
                    chains.append(node.chain)
            title = _called(story, node)
            if title is not None:
                titled.setdefault(title, set()).add(node.chain)
    for title, holders in titled.items():
        if len(holders) == 1:
            found.setdefault(title, list(holders))
    return found


def _beside(story: Story, node: Node) -> list[Token]:
    """Nouns in apposition to the name, and nouns and titles before it."""
    head = node.head
    found = [c for c in children(head) if c.dep_ in BESIDE and c.tag_ == "NN" and story.node_at(c) is None]
    if head.dep_ == "appos" and head.head.tag_ == "NN":
        found.append(head.head)
    return found


RANKS = {
    "sen.": "senator",
    "rep.": "congressman",
    "gov.": "governor",
    "gen.": "general",
    "col.": "colonel",
    "capt.": "captain",
    "sgt.": "sergeant",
    "rev.": "reverend",
    "cllr": "councillor",
    "dr.": "doctor",
}
"""What the short forms before a name stand for."""


ROYAL = frozenset("queen king prince princess pope emperor empress sultan sheikh emir".split())
"""Titles that are part of their holders' names."""


def _called(story: Story, node: Node) -> str | None:
    """By the title before the name ("Judge X", "Sen. X") the lowercase noun that it is."""
    first = story.doc[node.start].lower_
    if first in ROYAL and node.end - node.start > 1:
        return first
    before = story.doc[node.start - 1] if node.start else None
    if before is None or before.pos_ != "PROPN" or story.node_at(before) is not None or not before.text[0].isupper():
        return None
    return RANKS.get(before.lower_, before.lower_)
