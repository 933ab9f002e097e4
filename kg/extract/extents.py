"""Where names begin and end: what the recogniser cut apart or short is put together, small words it took along at the
end are left."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.story import Node
from kg.gazetteer import Gazetteer
from kg.model import EntityType

PARTICLES = frozenset("of de der den des du da do dos das di del della la le van von zu ten ter bin ibn al el".split())
"""Small words within names, after which the name goes on."""

FOREIGN = PARTICLES - {"of", "al", "el", "la"} | frozenset("por para pour für voor".split())
"""Small words of other languages, which in English stand only within names."""

LINKS = PARTICLES | FOREIGN | frozenset("for in on at and & the to y e per".split())
"""Small words that may be part of a name, but not its last."""

SEATED = frozenset("bank court senate ministry university parliament assembly council institute embassy".split())
"""Nouns for bodies that are named with what they are of: "Central Bank of the Republic of X"."""

KUNYAS = frozenset({"Abu", "Umm", "Ibn"})
"""First words of Arabic names, which have no sense without the next."""

VERBS = frozenset({"VERB", "AUX"})
ARTICLES = frozenset({"The", "A", "An"})
QUOTES = frozenset({'"', "“", "”"})
NICKNAME = 3
"""Words of a nickname between a person's names, at most."""

TITLE = (4, 12)
"""Words of a quoted title at least (shorter phrases in capitals may be anything), and tokens at most."""

MEMBERS = frozenset({"MP", "MSP", "MLA", "TD", "member", "Member", "lawmaker", "candidate"})
"""Who stands or sits for a constituency."""

PARTNERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
PLACED = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def join_parts(doc: Doc, nodes: Sequence[Node], gazetteer: Gazetteer) -> list[Node]:
    """The names in order of the text, `nodes` being so, with their parts joined."""
    found: list[Node] = []
    for node in nodes:
        last = found[-1] if found else None
        if last is not None and node.end <= last.end:
            continue  # within a title
        if _quoted(doc, node) and (end := _title(doc, node)):
            found.append(_spanning(doc, node.start, end, EntityType.WORK))
        elif last is not None and _joined(doc, last, node, gazetteer):
            body = _seat(doc, last, node) or _partners(doc, last, node, gazetteer)
            type = EntityType.ORGANIZATION if body else last.type
            found[-1] = _spanning(doc, last.start, node.end, type)
        elif node.type is EntityType.PERSON and node.start and _begins_before(doc, node, gazetteer):
            found.append(_spanning(doc, node.start - 1, node.end, node.type))
        else:
            found.append(node)
    return [_ended(doc, node) for node in found]


def _spanning(doc: Doc, start: int, end: int, type: EntityType) -> Node:
    """A name of these words."""
    span = doc[start:end]
    return Node(start, end, span.text, span.root, type)


def _begins_before(doc: Doc, node: Node, gazetteer: Gazetteer) -> bool:
    """Whether the word before is the person's first ("Abu"; a given name at the beginning of a sentence)."""
    word = doc[node.start - 1]
    if word.text in KUNYAS:
        return True
    ours: bool = word.pos_ == "PROPN" and word.dep_ == "compound" and node.start <= word.head.i < node.end
    return ours and bool(word.is_sent_start) and gazetteer.is_given_name(word.text)


def _quoted(doc: Doc, node: Node) -> bool:
    """Whether the name, or the article before it, follows quotation marks."""
    before = node.start - 1
    if before > 0 and doc[before].text in ARTICLES:
        before -= 1
    return before >= 0 and doc[before].text in QUOTES


def _title(doc: Doc, node: Node) -> int:
    """Where the title of a work ends that begins in quotation marks with `node`; 0 if none does."""
    for index in range(node.start + 1, min(node.start + TITLE[1], len(doc))):
        word = doc[index]
        if word.text in QUOTES:
            words = sum(doc[i].is_alpha for i in range(node.start, index))
            named = node.type is not EntityType.PERSON and words >= TITLE[0]
            longer = index > node.end and (named or node.type is EntityType.WORK)
            return index - (doc[index - 1].text == ",") if longer else 0
        if word.is_space or (word.is_alpha and not word.text[0].isupper() and word.text not in LINKS):
            return 0
    return 0


def _joined(doc: Doc, last: Node, node: Node, gazetteer: Gazetteer) -> bool:
    if node.demonym or last.demonym or node.start - last.end > NICKNAME + 2:
        return False
    if node.start == last.end and last.end - last.start > 1 and doc[last.end - 1].text in LINKS:
        return last.type is EntityType.WORK or _open(doc, last)
    if _constituency(doc, last, node) or _abroad(doc, last, node):
        return True
    return _seat(doc, last, node) or _nicknamed(doc, last, node) or _partners(doc, last, node, gazetteer)


def _seat(doc: Doc, last: Node, node: Node) -> bool:
    """ "Central Bank", "of the", "Republic of X"."""
    if last.type is not EntityType.ORGANIZATION or node.type not in PLACED or doc[last.end].lower_ != "of":
        return False
    between = node.start - last.end
    return doc[last.end - 1].lower_ in SEATED and (between == 1 or (between == 2 and doc[last.end + 1].lower_ == "the"))


def _abroad(doc: Doc, last: Node, node: Node) -> bool:
    """ "Palau", "de la", "Generalitat"."""
    between = node.start - last.end
    if not (1 <= between <= 2 and doc[last.end].text in FOREIGN):
        return False
    return between == 1 or doc[last.end + 1].text in PARTICLES


def _constituency(doc: Doc, last: Node, node: Node) -> bool:
    """ "MP for", "Lom North", "and", "Varna": one who sits in a parliament does so for one seat."""
    if last.type is not EntityType.PLACE or node.type is not EntityType.PLACE or last.start < 2:
        return False
    seat = doc[last.start - 1].text == "for" and doc[last.start - 2].text in MEMBERS
    return seat and doc[last.end].text == "and" and node.start == last.end + 1


def _partners(doc: Doc, last: Node, node: Node, gazetteer: Gazetteer) -> bool:
    """ "Morrison", "&", "Foerster"."""
    if any(
        one.kb or " " in one.text or one.type not in PARTNERS or gazetteer.is_given_name(one.text)
        for one in (last, node)
    ):
        return False
    return doc[last.end].text == "&" and node.start == last.end + 1


def _nicknamed(doc: Doc, last: Node, node: Node) -> bool:
    """'Jane', 'The Axe" Miller'."""
    if last.type is not EntityType.PERSON or node.type is not EntityType.PERSON or doc[last.end].text not in QUOTES:
        return False
    closing = [i for i in range(last.end + 1, node.end - 1) if doc[i].text in QUOTES]
    return len(closing) == 1 and closing[0] - last.end <= NICKNAME + 1


def _open(doc: Doc, node: Node) -> bool:
    """Whether the last word says that the name goes on: "Caroline van der", "Northern District of (the)"."""
    last = node.end - 1
    if doc[last].text == "the":
        last -= 1
    if node.type is EntityType.PERSON and doc[last].text == "of":
        return False  # "Jane Miller of", "Lufthansa"
    foreign = FOREIGN if node.type is EntityType.PERSON else FOREIGN | {"per"}
    return last > node.start and (doc[last].text in PARTICLES or doc[last].text in foreign)


def _ended(doc: Doc, node: Node) -> Node:
    """With the word that a particle at its end leaves open, else without small words and a verb at its end; a police
    force with its last word."""
    last = doc[node.end - 1]
    if node.type is EntityType.PLACE and node.end < len(doc) and doc[node.end].text == "Police":
        return _spanning(doc, node.start, node.end + 1, EntityType.ORGANIZATION)
    if node.kb or node.end - node.start == 1 or not (last.text in LINKS or (last.is_lower and last.pos_ in VERBS)):
        return node
    if node.type is EntityType.PERSON and node.end < len(doc) and doc[node.end].pos_ == "PROPN" and _open(doc, node):
        return _spanning(doc, node.start, node.end + 1, node.type)
    end = node.end
    while end - 1 > node.start and (doc[end - 1].text in LINKS or end == node.end):
        end -= 1
    return _spanning(doc, node.start, end, node.type)
