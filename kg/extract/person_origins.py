"""Where persons belong, as noun phrases say it: "French inventor X", "Liberal Senator X", "X, from Kenya"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.arguments import Arguments
from kg.extract.collectives import has_members, is_party
from kg.extract.origin import BODIES, POLITIES, OriginFound, bound, name_of, opening, surroundings
from kg.extract.story import Chain, Node, Story
from kg.model import EntityType, MentionForm
from kg.parse.nouns import conjuncts, prepositional
from kg.parse.subjects import holders
from kg.parse.tree import children

PARTISANS = frozenset(
    """candidate nominee politician member lawmaker activist senator mp mep msp councillor councilman councilwoman
    backbencher frontbencher deputy incumbent challenger minister congressman congresswoman
    representative legislator peer hopeful""".split()
)
"""Nouns by which somebody is said to be of the party that stands before them."""

PLAYERS = frozenset(
    """drummer guitarist singer vocalist bassist frontman frontwoman keyboardist saxophonist midfielder striker
    goalkeeper defender forward winger quarterback pitcher player batsman bowler batter catcher shortstop outfielder
    linebacker receiver fullback goaltender footballer guard centre center prop flanker hooker""".split()
)
"""Nouns by which somebody is said to be of the team or band that stands before them."""

LEARNERS = frozenset(
    """student pupil graduate alumnus alumna undergraduate freshman sophomore junior senior patient guest visitor
    witness inmate prisoner candidate member owner shareholder rival partner critic fan supporter opponent regular
    customer passenger protester demonstrator party fixture star hit favorite newcomer figure one year day
    week month trainee intern""".split()
)
"""Nouns that with "at" or "with" tell of no employment."""

ACTING = ("er", "or", "ist", "ant", "man", "woman")
"""Endings of nouns for who does something for somebody."""

CALLINGS = (*ACTING, "ian", "ent", "ive", "yst", "naut", "star", "aide", "coach", "hand", "model", "chef", "ic")
"""Endings of nouns for who does something somewhere."""

CHIEFS = frozenset({"leaders", "presidents", "premiers", "monarchs"})
"""Of whom those named after them lead the countries that they are said to be of."""

COUNTRIES = frozenset({EntityType.COUNTRY})
PERSONS = frozenset({EntityType.PERSON})
CONCERNING = frozenset(
    """war veteran policy affairs expert analyst specialist correspondent desk bureau editor watcher scholar envoy
    ambassador trade presidential candidate nominee contender""".split()
)
"""Words that make of a country before them what somebody deals with rather than comes from."""

BONDS = {"born": "BORN_IN", "based": "LIVES_IN"}
"""What the participle of "Oslo-born" states."""

MODIFYING = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
ASIDE = frozenset({",", "(", "also", "originally", "aged", "formerly", "previously"})


def read_nationalities(story: Story, arguments: Arguments) -> Iterator[OriginFound]:
    """Origins of persons alone, in order of the text."""
    for node in story.nodes:
        if node.demonym:
            yield from read_national(story, arguments, node)
        elif node.type is EntityType.PERSON:
            yield from read_person(story, arguments, node)


def read_person(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """Nationality, party and employer of a person, from the words around the name."""
    for token, how in surroundings(story, node):
        for body in arguments.resolve(token, COUNTRIES | BODIES) if not bound(token) else ():
            if body.chain.type is EntityType.COUNTRY:
                relation = "HEADS" if how == "possessor" and _among_leaders(node) else "CITIZEN_OF"
                yield OriginFound(relation, name_of(node), body, token, 0.7, f"origin:{how}")
            elif body.rule == "demonym":
                yield OriginFound("MEMBER_OF", name_of(node), body, token, 0.85, "origin:party")
            elif how == "possessor" and body.end + 1 == node.start and story.doc[body.end].tag_ == "POS":
                if has_members(body.chain):  # "the Greens' X"
                    yield OriginFound("MEMBER_OF", name_of(node), body, token, 0.8, "origin:member")
            elif how == "modifier" and _occupation(story, body.end, node) and not _holds_post(node, body.chain):
                said = story.doc[_noun_end(story, node) - 1].lower_
                member = said in PLAYERS or (said in PARTISANS and has_members(body.chain))
                relation = "MEMBER_OF" if member else "WORKS_FOR"
                yield OriginFound(relation, name_of(node), body, token, 0.75, "origin:occupation")
        for child in [token, *children(token)] if token.lower_.rpartition("-")[2] in BONDS else ():
            for place in arguments.resolve(child, POLITIES):
                bond = BONDS[token.lower_.rpartition("-")[2]]
                yield OriginFound(bond, name_of(node), place, token, 0.85, f"origin:{token.lower_}")
    yield from _employed(story, arguments, node)
    yield from _bracketed(story, node)
    yield from _opened(story, node)
    yield from _from(story, arguments, node)


def read_national(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "X, a Liberal, won", "X is a Liberal", "an Australian, X": of whom the word for a people or party is said."""
    nation = node.type is EntityType.COUNTRY and node.head.dep_ not in MODIFYING
    if not nation and node.type is not EntityType.ORGANIZATION:
        return
    if not nation and node.end < len(story.doc) and story.doc[node.end].lower_ == "leader":
        return  # whoever leads a party is known to be of it
    relation = "CITIZEN_OF" if nation else "MEMBER_OF"
    for person in arguments.resolve_all(holders(node.head), PERSONS):
        if person.through is None:
            yield OriginFound(relation, person, name_of(node), node.head, 0.8, "origin:said-of")


def _employed(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "X, a palaeontologist at Y", "X, a surgeon with Y", "X, a fighter for Y": by whatever one does there."""
    for said in children(node.head):
        noun = said.lemma_.lower()
        if said.dep_ != "appos" or said.pos_ != "NOUN" or said.i < node.end or noun in LEARNERS:
            continue
        for name, token in prepositional(said):
            if name == "from":
                for home in arguments.resolve(token, POLITIES):
                    relation = "CITIZEN_OF" if home.chain.type is EntityType.COUNTRY else "LIVES_IN"
                    if home.form is MentionForm.NAME and home.through is None and home.stands_for is None:
                        yield OriginFound(relation, name_of(node), home, said, 0.6, "origin:from")
            acting = name == "for" and noun.endswith(ACTING)
            for body in arguments.resolve(token, BODIES) if name in {"at", "with"} or acting else ():
                if not _holds_post(node, body.chain) and body.rule in {"name", "coref:last-word"}:
                    member = has_members(body.chain) or noun in PLAYERS
                    relation = "MEMBER_OF" if member else "WORKS_FOR"
                    yield OriginFound(relation, name_of(node), body, said, 0.75, "origin:employed")


def _bracketed(story: Story, node: Node) -> Iterator[OriginFound]:
    """ "X (Labour)", "X (D-Ohio)", "X (SNP)": of the party in brackets."""
    doc = story.doc
    if node.end + 2 >= len(doc) or doc[node.end].text not in {"(", ","}:
        return
    party = next(story.nodes_between(node.end + 1, node.end + 2), None)
    if doc[node.end].text == "," and (party is None or not party.demonym or len(party.text) > 1):
        return  # "X, D-Ohio, said"
    if party is not None and (is_party(party.chain) or (party.demonym and party.type is EntityType.ORGANIZATION)):
        yield OriginFound("MEMBER_OF", name_of(node), name_of(party), party.head, 0.9, "origin:brackets")


def _opened(story: Story, node: Node) -> Iterator[OriginFound]:
    """ "US actor X", "Liberal Senator X"."""
    found = opening(story, node)
    if found is None:
        return
    first, between = found
    if first.demonym and first.type is EntityType.ORGANIZATION:
        if between[-1].lower_ == "leader":
            return  # whoever leads a party is known to be of it
        yield OriginFound("MEMBER_OF", name_of(node), name_of(first), first.head, 0.85, "origin:party")
    elif between[-1].lower_ in PARTISANS | PLAYERS and has_members(first.chain):  # "Labour MP X", where MP is a name
        yield OriginFound("MEMBER_OF", name_of(node), name_of(first), first.head, 0.8, "origin:member")
    elif first.type is EntityType.ORGANIZATION and _employs(first, node, story):
        yield OriginFound("WORKS_FOR", name_of(node), name_of(first), first.head, 0.7, "origin:opening")
    elif first.type is EntityType.COUNTRY and _is_calling(between[-1]) and not _about(between):
        yield OriginFound("CITIZEN_OF", name_of(node), name_of(first), first.head, 0.7, "origin:opening")


def _is_calling(word: Token) -> bool:
    return word.pos_ == "NOUN" or word.lower_ == "international"  # "Ghana international X", who plays for it


def _holds_post(person: Node, body: Chain) -> bool:
    """Whether a title that it is of has been read already."""
    return any(post.organisation is body for post in person.chain.posts)


def _employs(first: Node, node: Node, story: Story) -> bool:
    """ "Shell engineer X", where no post at it is known already."""
    noun = story.doc[node.start - 1].lemma_.lower()
    body = not _holds_post(node, first.chain) and not has_members(first.chain)
    return body and noun.endswith(CALLINGS) and noun not in LEARNERS and _occupation(story, first.end, node)


def _about(words: list[Token]) -> bool:
    """ "Vietnam war veteran X", "Iran expert X" are not of that country."""
    return any(word.lower_ in CONCERNING for word in words)


def _from(story: Story, arguments: Arguments, node: Node) -> Iterator[OriginFound]:
    """ "X of Y", "X from Y", "X at Y"; "A and B, both from Y"."""
    ages = [child for child in children(node.head) if child.like_num]  # "X, 45, of Y"
    for name, token in (phrase for head in (node.head, *ages) for phrase in prepositional(head)):
        preposition = token.head if token.head.dep_ == "prep" else token
        between = [word.lower_ for word in story.doc[node.end : preposition.i]]
        aside = name != "at" and bool(between) and all(word in ASIDE or word.isdigit() for word in between)
        shared = name == "from" and between[-1:] in (["both"], ["all"])
        if name not in {"of", "from", "at"} or token.i - node.end > 8 or not (not between or aside or shared):
            continue
        persons = [n for word in conjuncts(node.head) if (n := story.node_at(word)) is not None] if shared else [node]
        for body in arguments.resolve(token, POLITIES | BODIES):
            for person in persons:
                if body.chain.type is EntityType.ORGANIZATION:
                    relation = "MEMBER_OF" if name != "at" and has_members(body.chain) else "WORKS_FOR"
                    yield OriginFound(relation, name_of(person), body, preposition, 0.75, f"origin:{name}")
                elif body.chain.type is EntityType.COUNTRY and name != "at":
                    relation = "HEADS" if name == "of" and _among_leaders(person) else "CITIZEN_OF"
                    yield OriginFound(relation, name_of(person), body, preposition, 0.7, f"origin:{name}")
                elif body.stands_for is None and name != "at":
                    yield OriginFound("LIVES_IN", name_of(person), body, preposition, 0.55, f"origin:{name}")


def _among_leaders(node: Node) -> bool:
    """ "leaders including Peru's X": the leader of Peru."""
    first = node.head
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    before = [
        word.lower_ for word in node.head.doc[max(0, first.left_edge.i - 6) : first.left_edge.i] if word.text != ","
    ]
    if before[-2:] in (["among", "them"], ["such", "as"]):
        before = before[:-2]
    elif before[-1:] in (["including"], ["like"]):
        before = before[:-1]
    else:
        return False
    return before[-3:-1] == ["heads", "of"] or not CHIEFS.isdisjoint(before[-1:])


def _noun_end(story: Story, node: Node) -> int:
    """Where the noun before a name ends: "the Labour incumbent, X"."""
    comma = node.start > 1 and story.doc[node.start - 1].text == "," and node.head.dep_ == "appos"
    return node.start - 1 if comma else node.start


def _occupation(story: Story, start: int, node: Node) -> bool:
    """Between organisation and name stands what the person does there ("Wikinews reporter X"): a common noun."""
    words = story.doc[start : _noun_end(story, node)]
    return 0 < len(words) <= 4 and words[-1].pos_ == "NOUN" and all(w.pos_ in {"NOUN", "ADJ", "PUNCT"} for w in words)
