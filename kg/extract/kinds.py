"""Of what kind a named thing is, told by the words of its name, by what stands beside it and by the article's other
names: the recogniser decides sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from kg.extract.abbreviations import abbreviates
from kg.extract.extents import LINKS, SEATED
from kg.extract.story import Node
from kg.gazetteer import Gazetteer
from kg.model import EntityType

HEAD_NOUNS = {
    EntityType.FACILITY: frozenset(
        """airport theatre theater cathedral church mosque temple stadium embassy bridge tower building square station
        prison museum palace hotel mall hall arena airbase reservation plant reactor pipeline refinery dam port library
        hospital park gardens memorial""".split()
    ),
    EntityType.EVENT: frozenset(
        """festival championship championships cup olympics games marathon election elections primary primaries
        war summit conference fair competition awards olympiad tournament derby expo convention protests
        referendum""".split()
    ),
    EntityType.WORK: frozenset(
        "act treaty constitution amendment accord accords agreement pact protocol declaration covenant".split()
    ),
}
"""What the last word of a name tells where the recogniser called it an organisation."""

BUILT = frozenset(
    "airport stadium museum prison cathedral airbase hospital theatre theater speedway superspeedway raceway".split()
)
"""Last words of what is built and never a town's name, whatever the recogniser called it ("College Park" is one)."""

ROMANCE_BUILT = frozenset(
    """parc palau stade estadio estádio stadio palais palazzo palacio palácio teatro théâtre museo musée museu plaza
    piazza praça aeropuerto aeroporto château castello""".split()
)
"""First words of the same in languages that put the noun first."""

ARABIC_PLACES = frozenset("ras wadi jabal jebel jebal deir beit kafr".split())
"""Cape, valley, mountain, monastery, house, village: first words of place names and not of persons'."""

COURTESY = frozenset(
    """mr mrs ms miss dr sir dame lord lady prof professor gen lt col maj capt sgt cpl brig adm cmdr sen rep gov rev hon
    cllr ald supt""".split()
)
"""Forms of address and short ranks before a name, which are no part of it."""

FIRMS = frozenset(
    """gas energy power oil petroleum bank airlines airways motors steel group holdings inc corp corporation ltd plc llc
    company insurance telecom foods pharmaceuticals industries partners capital ventures technologies systems
    association union society institute university""".split()
)
"""Last words of organisations that the recogniser sometimes takes for what they sell."""

DESCRIBED = {
    **dict.fromkeys(
        """company firm corporation carmaker automaker airline manufacturer retailer lender insurer startup brewer
        utility conglomerate supermarket bank organization organisation agency broadcaster newspaper tabloid daily
        charity federation association foundation institute watchdog regulator ministry commission militia faction
        cartel gang party band duo trio quartet orchestra subsidiary club team side forces""".split(),
        EntityType.ORGANIZATION,
    ),
    **dict.fromkeys("city town village suburb district province county island river".split(), EntityType.PLACE),
    **dict.fromkeys(
        "ship yacht superyacht ferry vessel tanker freighter trawler warship frigate destroyer submarine".split(),
        EntityType.PRODUCT,
    ),
}
"""What nouns beside a name tell of it: "X, the state broadcaster", "the newspaper X"."""

DETERMINERS = frozenset({"a", "an", "the"})
LONGEST_PHRASE = 8
"""Words of an apposition up to its noun, at most."""

NOBODY = frozenset(
    """airlines airways motors holdings holding inc corp corporation ltd plc llc company insurance telecom foods
    pharmaceuticals industries partners capital ventures technologies systems association society institute university
    group community""".split()
)
"""Last words of organisations that no person or place is called by."""

SURNAMES = frozenset(
    "mc mac o de di da du del della la le fitz van von der den ter st al el ben bin ibn abu ap mck mcc".split()
)
"""What stands before a capital within the name of a person ("McConnell", "DeVito")."""

PURPOSE = frozenset("for per por para pour".split())
"""Words of parties and campaigns, not of persons."""

TRUST = frozenset("confidence trust faith belief believe interest interested invest resemble role see find".split())
"""Words whose "in" tells of no place."""

ACRONYM = 5
"""Letters from which on a word in capitals is no person's initials."""

MISTAKEN = frozenset({EntityType.PERSON, EntityType.PLACE, EntityType.PRODUCT, EntityType.GROUP})
"""Types that the recogniser gives names it does not know."""


def told_by_words(span: Span, type: EntityType, known: bool) -> EntityType:
    """The type after a look at the words of a name and the noun it stands before; `known` to the gazetteer."""
    several, first, last = len(span) > 1, span[0].lower_, span[-1].lower_
    if type is EntityType.ORGANIZATION and several:
        type = next((t for t, words in HEAD_NOUNS.items() if last in words), type)
    if known:
        return type
    if type is EntityType.ORGANIZATION and span.root.dep_ == "compound":
        following = span.root.head  # "the Nord Stream 2 pipeline"
        if following.pos_ == "NOUN" and following.i >= span.end:
            type = next((t for t, words in HEAD_NOUNS.items() if following.lemma_.lower() in words), type)
    if several and (
        (type in MISTAKEN and last in BUILT)
        or (type in {EntityType.ORGANIZATION, EntityType.PLACE} and first in ROMANCE_BUILT)
    ):
        return EntityType.FACILITY
    if type is EntityType.PERSON and several and first in ARABIC_PLACES:
        return EntityType.PLACE
    if type is EntityType.PERSON and any(word.text in PURPOSE for word in span):
        return EntityType.ORGANIZATION  # "Junts per Catalunya"
    firm = several and ((type is EntityType.PRODUCT and last in FIRMS) or (type in MISTAKEN and last in NOBODY))
    if firm or (type in MISTAKEN and "&" in span.text) or (type is EntityType.PERSON and _brand(span.text)):
        return EntityType.ORGANIZATION
    return type


def _brand(name: str) -> bool:
    """Whether the one word has a capital within, as firms like it and surnames do not ("xAI", "DeepSeek")."""
    if not name.isalpha() or name.isupper():
        return False
    inner = next((i for i in range(1, len(name)) if name[i].isupper() and name[i - 1].islower()), 0)
    return inner > 0 and name[:inner].lower() not in SURNAMES


def settle_types(doc: Doc, nodes: Sequence[Node], gazetteer: Gazetteer) -> None:
    """Set the types of the names that the gazetteer does not know, by the rest of the article."""
    unknown = [node for node in nodes if node.kb is None]
    for node in unknown:
        if node.type in MISTAKEN and not (
            node.type is EntityType.PERSON and gazetteer.is_given_name(node.text.split()[0])
        ):
            node.type = _described(doc, node) or node.type
    _persons_of_surname(doc, unknown, gazetteer)
    full = {word for node in nodes if node.type is EntityType.PERSON and " " in node.text for word in _ends(node.text)}
    _short_forms(doc, nodes, unknown, full)
    for node in unknown:
        if node.type is EntityType.PERSON and node.text not in full:
            if _in_place(doc, node, gazetteer):
                node.type = EntityType.PLACE
            elif _letters(doc, node, full):
                node.type = EntityType.ORGANIZATION
    _vote(nodes, unknown, full)


def _ends(name: str) -> tuple[str, str]:
    words = name.split()
    return words[0], words[-1]


def _described(doc: Doc, node: Node) -> EntityType | None:
    """What the noun right before or in apposition says it is."""
    before = doc[node.start - 1] if node.start else None
    if before is not None and before.tag_ == "NN" and (type := DESCRIBED.get(before.lower_)):
        return type
    at = node.end
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ not in DETERMINERS:
        return None
    for index in range(at + 2, min(at + LONGEST_PHRASE, len(doc))):  # by place: parses of lists and appositions differ
        if doc[index].pos_ not in {"ADJ", "NOUN", "PROPN", "PART", "PUNCT"} or doc[index].text == ",":
            return DESCRIBED.get(doc[index - 1].lower_) if doc[index - 1].pos_ == "NOUN" else None
    return None


def _in_place(doc: Doc, node: Node, gazetteer: Gazetteer) -> bool:
    """Whether a name that no person is known by stands behind "in" as a place does."""
    if node.start == 0 or doc[node.start - 1].lower_ != "in" or gazetteer.is_given_name(doc[node.start].text):
        return False
    follows = doc[node.end] if node.end < len(doc) else None
    return doc[node.start - 1].head.lemma_ not in TRUST and (follows is None or follows.text in {",", ".", ")"})


def _letters(doc: Doc, node: Node, full: set[str]) -> bool:
    """Whether a word in capitals is an acronym, not a surname that is shouted."""
    if not (node.text.isupper() and node.text.isalpha() and len(node.text) >= ACRONYM):
        return False
    beside = [doc[i] for i in (node.start - 1, node.end) if 0 <= i < len(doc)]
    return not any(word.is_upper and word.is_alpha for word in beside) and node.text.title() not in full


def _persons_of_surname(doc: Doc, unknown: Sequence[Node], gazetteer: Gazetteer) -> None:
    """ "Jane Miller" is a person where "Miller" is : "Ms Miller"."""
    alone = {
        node.text for node in unknown
        if node.type is EntityType.PERSON and " " not in node.text and node.start and _courteous(doc, node)
    }  # fmt: skip
    for node in unknown:
        first, _, last = node.text.partition(" ")
        if node.type is EntityType.ORGANIZATION and last in alone and gazetteer.is_given_name(first):
            node.type = EntityType.PERSON


def _courteous(doc: Doc, node: Node) -> bool:
    return doc[node.start - 1].lower_.removesuffix(".") in COURTESY


def _short_forms(doc: Doc, nodes: Sequence[Node], unknown: Sequence[Node], full: set[str]) -> None:
    """A word that a longer name of the article ends in, or begins with before a noun for what it is, and an acronym of
    one, is of the same type ("Haneda" beside "Haneda Airport")."""
    longer: dict[str, set[EntityType]] = {}
    firms = []
    for node in nodes:
        words = node.text.split()
        if node.type is EntityType.PRODUCT and words[-1].isdigit():
            longer.setdefault(" ".join(words[:-1]), set()).add(node.type)  # "Condor", "Condor 9"
        if len(words) < 2 or node.type not in {EntityType.ORGANIZATION, EntityType.FACILITY}:
            continue
        firms.append(node.text)
        longer.setdefault(words[-1], set()).add(node.type)
        linked = words[1] in LINKS and words[0].lower() not in SEATED  # "Junts per Catalunya"
        if linked or words[-1].lower() in FIRMS or words[-1].lower() in HEAD_NOUNS[EntityType.FACILITY]:
            longer.setdefault(words[0], set()).add(node.type)
    for node in unknown:
        if node.type not in {EntityType.PERSON, EntityType.PRODUCT, EntityType.FACILITY} or " " in node.text:
            continue
        if node.text in full or (node.start and doc[node.start - 1].pos_ == "PROPN"):
            continue  # a surname, or a title stands before
        types = longer.get(node.text, set())
        if len(types) == 1:
            node.type = next(iter(types))
        elif (
            node.type is EntityType.PERSON
            and node.text.isupper()
            and len(node.text) > 2
            and any(abbreviates(node.text, firm) and firm[0] == node.text[0] for firm in firms)
        ):
            node.type = EntityType.ORGANIZATION


def _named_first(nodes: Sequence[Node], type: EntityType, word: int) -> dict[str, int]:
    """Where names of the type in several words stand first, by their first (0) or last (-1) word."""
    found: dict[str, int] = {}
    for node in nodes:
        if node.type is type and " " in node.text:
            found[node.text.split()[word]] = min(node.start, found.get(node.text.split()[word], node.start))
    return found


def _vote(nodes: Sequence[Node], unknown: Sequence[Node], full: set[str]) -> None:
    """One name, one type: a single word that is part of a person's full name in the same article is that person, and a
    name seen with several types takes the one seen most (ties: the first seen)."""
    votes: dict[str, dict[EntityType, int]] = {}
    for node in unknown:
        counts = votes.setdefault(node.text, {})
        counts[node.type] = counts.get(node.type, 0) + 1
    named = _named_first(nodes, EntityType.PERSON, -1)
    firms = _named_first(nodes, EntityType.ORGANIZATION, 0)
    for node in unknown:
        if " " not in node.text and node.text in full and len(node.text) > 1:
            founder = named.get(node.text, -1)
            ahead = firms.get(node.text, founder) < founder  # "Ford Motor", "Ford", "Henry Ford"
            node.type = EntityType.ORGANIZATION if ahead and node.start < founder else EntityType.PERSON
        else:
            counts = votes[node.text]
            node.type = max(counts, key=lambda t: counts[t])
