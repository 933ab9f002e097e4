"""Where organisations, persons and places belong, as noun phrases say it: "Norway's Equinor", "the Dutch state
corporation X", "French inventor X", "Bergen, a city in the west of Norway", "Lagos, Nigeria"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.arguments import Argument, Arguments
from kg.extract.collectives import is_alliance, is_legislature, is_party
from kg.extract.descriptions import COMPANIES
from kg.extract.origin import BODIES, POLITIES, OriginFound, bound, name_of, opening, surroundings
from kg.extract.person_origins import read_national, read_person
from kg.extract.sites import read_site
from kg.extract.story import Node, Story
from kg.model import EntityType, MentionForm
from kg.parse.nouns import antecedent, modifiers, prepositional
from kg.parse.tree import children
from kg.parse.words import lower_at

GOVERNMENTAL = frozenset(
    """ministry ministries department parliament senate congress army navy patrol police court government cabinet
    assembly council agency force forces guard commission bureau office secretariat service administration duma
    knesset bundestag house legislature embassy authority programme program intelligence military treasury""".split()
)
"""Last words of organisations that are part of their state rather than based in it."""

BONDS = {
    "based": "BASED_IN",
    "headquartered": "BASED_IN",
    "backed": "SUPPORTS",
    "supported": "SUPPORTS",
    "owned": "OWNS",
    "controlled": "OWNS",
    "aligned": "COOPERATES_WITH",
    "allied": "COOPERATES_WITH",
}
"""What the participle of "Berlin-based", "US-backed" states."""

ORGANS = frozenset("agency ministry department army navy police parliament commission regulator".split())
"""Of these, nouns that before a name say so."""

PRESS = frozenset("news press advertising rating ratings credit talent travel modelling modeling estate".split())
"""Agencies that are no part of a state."""

JOINT_ORGANS = frozenset(
    """agency arm body court force mission commission committee council office fund panel watchdog programme program
    parliament assembly tribunal organ secretariat""".split()
)
"""What of an alliance or union of states its parts are ("the EU border agency X")."""

OTHERS = frozenset("supplier rival partner competitor customer client ally opponent backer neighbour neighbor".split())
"""Nouns that tell of two which are not one part of the other."""

PERSONS = frozenset({EntityType.PERSON})
OWNERS = frozenset({"parent", "owner"})
STATE_OWNED = frozenset({"state", "state-owned", "state-run", "state-controlled", "state-backed", "owned", "run"})
WORKS = frozenset({EntityType.WORK, EntityType.PRODUCT})
PLACES = frozenset({EntityType.PLACE})
SITES = frozenset({EntityType.PLACE, EntityType.FACILITY, EntityType.EVENT})
KINDS = frozenset(
    """band group charity company firm bank newspaper magazine broadcaster network station agency startup retailer chain
    maker manufacturer club team organisation organization foundation university institute tank union airline operator
    publisher studio label website profit nonprofit giant carmaker brewer developer supplier outlet paper daily channel
    utility business school college brand store stores hospital ngo""".split()
)
"""Nouns that say what kind of organisation a name is of."""


def read_origins(story: Story, arguments: Arguments) -> Iterator[OriginFound]:
    """Origins of every name, in order of the text, then of what is described."""
    for node in story.nodes:
        if node.demonym:
            yield from read_national(story, arguments, node)
            continue
        if node.type is EntityType.ORGANIZATION:
            yield from _organisation(story, arguments, node)
        elif node.type is EntityType.PERSON:
            yield from read_person(story, arguments, node)
        elif node.type in WORKS:
            yield from _work(story, arguments, node)
        if node.type in SITES or node.type is EntityType.ORGANIZATION:
            yield from read_site(story, arguments, node)
    yield from _described(story, arguments)


def _described(story: Story, arguments: Arguments) -> Iterator[OriginFound]:
    """ "The Cork-based group", "the Danish club": where the organisation that is meant belongs."""
    for index, reference in story.references.items():
        chain = reference.chains[0]
        noun = story.doc[index]
        nominal = reference.form is MentionForm.NOMINAL and len(reference.chains) == 1
        if not nominal or chain.type is not EntityType.ORGANIZATION or GOVERNMENTAL & set(chain.name.lower().split()):
            continue
        meant = Argument(chain, index, index + 1, reference.form, reference.confidence, rule=reference.rule)
        for word in modifiers(noun):
            node = story.node_at(word)
            based = node is not None and bound(word) and BONDS.get(word.nbor(2).lower_) == "BASED_IN"
            if node is not None and node.type in POLITIES and (based or not bound(word)):
                yield OriginFound("BASED_IN", meant, name_of(node), word, 0.9, "origin:described")


def _organisation(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    words = list(surroundings(story, node))
    if node.start and story.doc[node.start - 1].text == "(":
        return  # "SYDNEY (Reuters)"
    apposed = {c.lemma_.lower() for c in children(node.head) if c.dep_ == "appos"}
    if node.head.dep_ == "appos" and PRESS.isdisjoint(word.lower_ for word in node.head.head.lefts):
        apposed |= {node.head.head.lemma_.lower()} & (ORGANS | {"authority", "force"})
    part = node.text.split()[-1].lower() in GOVERNMENTAL or bool(apposed & GOVERNMENTAL) or _organ(story, node)
    owned = any(token.lower_ in STATE_OWNED for token, _ in words)
    for token, how in words:
        if bound(token):
            continue
        for place in arguments.resolve(token, POLITIES):
            if place.chain is node.chain or place.form is not MentionForm.NAME:
                continue
            relation = "PART_OF" if part else "BASED_IN"
            yield OriginFound(relation, name_of(node), place, token, 0.8, f"origin:{how}")
            if owned and place.chain.type is EntityType.COUNTRY:
                yield OriginFound("OWNS", place, name_of(node), token, 0.75, "origin:state-owned")
        for whole in arguments.resolve(token, BODIES) if how == "possessor" else ():
            between = {word.lemma_.lower() for word in story.doc[token.i : node.start]}
            if is_party(whole.chain) and is_legislature(node.chain):
                continue  # "the Greens' Senate candidate"
            if not OWNERS.isdisjoint(between) and whole.chain is not node.chain:  # "X's parent company Y"
                yield OriginFound("OWNS", name_of(node), whole, token, 0.8, "origin:parent")
            elif whole.chain is not node.chain and whole.form is MentionForm.NAME and between.isdisjoint(OTHERS):
                yield OriginFound("PART_OF", name_of(node), whole, token, 0.75, "origin:part")
        if how == "possessor" and _is_partys(story, node):  # "X, whose Y party", "X's Y Party"
            for member in arguments.resolve(antecedent(token) or token, PERSONS):
                if member.through is None:
                    led = any(story.doc[n.start - 1].lower_ == "leader" for n in member.chain.nodes if n.start)
                    yield OriginFound(
                        "HEADS" if led else "MEMBER_OF", member, name_of(node), token, 0.8, "origin:own-party"
                    )
        for whole in arguments.resolve(token, BODIES) if how == "modifier" and not bound(token) else ():
            kind = token.head.lemma_.lower()
            if whole.chain is not node.chain and kind in JOINT_ORGANS and is_alliance(whole.chain):
                yield OriginFound("PART_OF", name_of(node), whole, token, 0.75, "origin:organ")
    if owned and not part and (home := arguments.home(node.chain)) is not None and node.chain.kb is None:
        state = next((c for c in story.chains if c.kb == home), None)  # "the state-run Norwegian Coal Company"
        if state is not None:
            yield OriginFound("OWNS", name_of(state.head), name_of(node), node.head, 0.75, "origin:state-owned")
    if part:
        yield from _of_state(story, arguments, node)
    found = opening(story, node)
    if found is not None and found[0].type in POLITIES and _of_kind(found[1][-1].lower_):
        relation = "PART_OF" if part else "BASED_IN"
        yield OriginFound(relation, name_of(node), name_of(found[0]), found[0].head, 0.75, "origin:opening")
    for preposition, token in prepositional(node.head):
        if preposition in {"of", "at"} and lower_at(story.doc, node.end) == preposition:
            for whole in arguments.resolve(token, BODIES):
                if whole.chain is not node.chain and whole.form is MentionForm.NAME:
                    yield OriginFound("PART_OF", name_of(node), whole, token, 0.7, f"origin:part-{preposition}")
    yield from _based(arguments, node, words)


def _is_partys(story: Story, node: Node) -> bool:
    """Whether the name is a party's, by itself or by the word behind it."""
    return is_party(node.chain) or lower_at(story.doc, node.end) == "party"


def _organ(story: Story, node: Node) -> bool:
    """ "the space agency X" is of its state, "the news agency X" in its country."""
    before = [word.lower_ for word in story.doc[max(0, node.start - 2) : node.start]]
    return bool(before) and before[-1] in ORGANS and PRESS.isdisjoint(before)


def _of_kind(noun: str) -> bool:
    return noun in KINDS or noun in COMPANIES or noun.endswith("maker")


def _of_state(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "the Parliament of Norway": the state or place that the name of its organ tells, where the
    article names it too."""
    of = next((token for token in story.doc[node.start : node.end] if token.lower_ == "of"), None)
    if of is None:
        organ = node.chain.kb is None and not node.text.lower().endswith("government")
        home = arguments.home(node.chain) if organ else None
        state = next((c for c in story.chains if c.kb == home), None) if home else None
        if state is not None:  # "the Philippine Navy"
            yield OriginFound("PART_OF", name_of(node), name_of(state.head), node.head, 0.7, "origin:named-after")
        return
    place = story.doc[of.i + 1 : node.end].text.removeprefix("the ")
    for chain in story.chains:
        if chain.type in POLITIES and any(other.text == place for other in chain.nodes):
            yield OriginFound("PART_OF", name_of(node), name_of(chain.head), node.head, 0.7, "origin:named-after")
            return


def _work(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "X's film Y", "Voice of America's programme Z"."""
    for token, how in surroundings(story, node):
        if how == "possessor":
            for maker in arguments.resolve(token, frozenset({EntityType.PERSON, EntityType.ORGANIZATION})):
                yield OriginFound("PRODUCES", maker, name_of(node), token, 0.7, "origin:maker")


def _based(arguments: Arguments, node: Node, words: Sequence[tuple[Token, str]]) -> Iterator[OriginFound]:
    """ "the Berlin-based group X", "X, an Iranian-backed militia", and "X, of Dearborn"."""
    for token, _ in words:
        bond = BONDS.get(token.lower_.rpartition("-")[2])
        if bond is not None:
            for child in [token, *children(token)]:
                for body in arguments.resolve(child, POLITIES if bond == "BASED_IN" else POLITIES | BODIES):
                    ends = (name_of(node), body) if bond == "BASED_IN" else (body, name_of(node))
                    yield OriginFound(bond, *ends, token, 0.9, f"origin:{token.lower_}")
    for kind in (c for c in children(node.head) if c.dep_ == "appos" and c.lower_ in KINDS):
        for preposition, token in prepositional(kind):  # "X, a charity in Bergen"
            for place in arguments.resolve(token, POLITIES) if preposition == "in" else ():
                yield OriginFound("BASED_IN", name_of(node), place, token, 0.75, "origin:kind-in")
    for preposition, token in prepositional(node.head):
        if preposition == "of" and token.i > node.end:
            organ = node.text.split()[-1].lower() in GOVERNMENTAL | {"state", "party"}
            for place in arguments.resolve(token, PLACES if organ else POLITIES):
                yield OriginFound("BASED_IN", name_of(node), place, token, 0.6, "origin:of")
