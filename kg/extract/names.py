"""Names of one article: the pipeline's entities, typed for the graph, with what the pipeline overlooks put right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.compounds import split_compounds
from kg.extract.datelines import place_datelines
from kg.extract.extents import join_parts
from kg.extract.firms import retype_firms, retype_homes, retype_works
from kg.extract.kinds import COURTESY, settle_types, told_by_words
from kg.extract.overlooked import PARTISAN, read_parties, read_persons, read_repeated, with_parties
from kg.extract.story import Node
from kg.gazetteer import Gazetteer
from kg.model import EntityType

TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "FAC": EntityType.FACILITY,
    "EVENT": EntityType.EVENT,
    "PRODUCT": EntityType.PRODUCT,
    "WORK_OF_ART": EntityType.WORK,
    "LAW": EntityType.WORK,
}
"""OntoNotes labels of names; GPE is a Place unless the gazetteer knows a country of that name."""

TITLED = frozenset({"WORK_OF_ART", "EVENT", "FAC", "LAW"})
"""Labels of names that may begin like a courtesy title ("Lord of the …")."""

PRIZES = frozenset("prize medal award trophy scholarship fellowship".split())
"""What is won and is no occasion."""

ARTICLES = frozenset({"the", "a", "an"})
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_COUNT = re.compile(r"\d[\d.,]*(?:k|m|mn|bn)$")
"""A number with its scale ("1mn"), which begins no name; a bare one may ("7 News")."""


def read_names(doc: Doc, gazetteer: Gazetteer) -> list[Node]:
    """Names in order of the text, not overlapping."""
    nodes = [node for ent in doc.ents for part in _parts(ent) if (node := _node(part, gazetteer)) is not None]
    nodes = join_parts(doc, nodes, gazetteer)
    retype_firms(doc, nodes, gazetteer)
    retype_homes(doc, nodes)
    retype_works(doc, nodes)
    nodes.extend(read_persons(doc, nodes, gazetteer))
    nodes.extend(read_parties(doc, nodes))
    nodes.extend(read_repeated(doc, nodes, gazetteer))
    nodes = split_compounds(doc, nodes, gazetteer)
    settle_types(doc, nodes, gazetteer)
    place_datelines(doc, nodes, gazetteer)
    return with_parties(doc, nodes, gazetteer)


def _parts(ent: Span) -> Iterator[Span]:
    """A place named with the place it lies in is two names ("Dearborn, Michigan")."""
    start = ent.start
    if ent.label_ == "EVENT" and ent[0].is_lower and ent[0].pos_ == "NOUN":
        for token in ent:  # "the invasion of Kuwait" describes an event and names a country
            if token.pos_ == "PROPN" and not (token.i > ent.start and token.nbor(-1).pos_ == "PROPN"):
                yield Span(ent.doc, token.i, _run_end(token, ent.end), label="GPE")
        return
    if ent.label_ in {"GPE", "LOC"} and not ent.id_:
        for token in ent:
            if token.text == "," and token.i > start and not _initials(ent.doc[token.i + 1 : ent.end]):
                yield Span(ent.doc, start, token.i, label=ent.label_)
                start = token.i + 1
    yield Span(ent.doc, start, ent.end, label=ent.label_, span_id=ent.id_) if start != ent.start else ent


def _run_end(token: Token, limit: int) -> int:
    """Past the proper nouns that follow one another from `token` on."""
    end = token.i + 1
    while end < limit and token.doc[end].pos_ == "PROPN":
        end += 1
    return end


def _initials(span: Span) -> bool:
    """ "D.C." is part of its city's name."""
    return span.text in {"D.C.", "DC", "D.C"}


def _node(ent: Span, gazetteer: Gazetteer) -> Node | None:
    type = TYPES.get(ent.label_)
    if type is None:
        return None
    start, end = _trim(ent)
    if start >= end:
        return None
    if type is EntityType.ORGANIZATION and start > ent.start and _COUNT.match(ent[0].text):
        type = EntityType.GROUP  # what is counted is a crowd
    if type is EntityType.PERSON:
        start = _past_title(ent.doc, start, end, gazetteer)
    if start == end:
        return None
    span = ent.doc[start:end]
    text = span.text
    if not any(c.isalpha() for c in text) or (text.islower() and not ent.id_):
        return None
    if type is EntityType.WORK and end - start == 1 and ((span[0].is_stop and not text.isupper()) or text in WEEKDAYS):
        return None  # a first word with its capital
    type = told_by_words(span, type, known=bool(ent.id_))
    if type is EntityType.EVENT and (span[-1].lower_ in PRIZES or _in_quotes(span)):
        type = EntityType.WORK
    node = Node(start, end, text, span.root, type)
    _know(node, ent.id_, gazetteer)
    return node


def _in_quotes(span: Span) -> bool:
    """Titles of works stand in quotation marks, events do not."""
    doc, start, end = span.doc, span.start, span.end
    return start > 0 and end < len(doc) and doc[start - 1].is_quote and doc[end].is_quote


def _past_title(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Past the titles the recogniser took for part of a person's name ("Crown Prince X"); `end` if all is title."""
    for length in range(min(3, end - start), 0, -1):
        words = doc[start : start + length].text
        if gazetteer.is_title(words) or gazetteer.is_title(words.removesuffix("s")):
            return _past_title(doc, start + length, end, gazetteer)
    return start


def _trim(ent: Span) -> tuple[int, int]:
    """Without determiner, courtesy title, possessive mark and punctuation at the edges."""
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and _before_name(doc[start], ent):
        start += 1
    while end > start and (
        doc[end - 1].is_space or doc[end - 1].tag_ == "POS" or (doc[end - 1].is_punct and doc[end - 1].text != ".")
    ):
        end -= 1
    for index in range(start, end):  # a name does not run over a line
        if doc[index].is_space and "\n" in doc[index].text:
            return start, index
    return start, end


def _before_name(word: Token, ent: Span) -> bool:
    lower = word.lower_
    return (
        word.is_space
        or word.is_punct
        or lower in ARTICLES
        or (lower.removesuffix(".") in COURTESY and ent.label_ not in TITLED)
        or (lower[0].isdigit() and _COUNT.match(word.text) is not None)
        or (word.like_num and ent.label_ == "NORP")
    )


def _know(node: Node, entry_id: str, gazetteer: Gazetteer) -> None:
    """Type and knowledge-base id as the gazetteer has them.

    The adjective of a people or party means its country or party ("the Chinese leader", "Republican senator"); the
    plural noun is the crowd itself ("the Russians", "Democrats").
    """
    if node.type is EntityType.GROUP:
        body = gazetteer.entry(entry_id) if entry_id else gazetteer.demonym(node.text)
        if body is not None and (node.head.tag_ not in {"NNS", "NNPS"} or _exemplified(node.head)):
            node.kb, node.type, node.demonym = body.id, body.type, True
        elif node.text in PARTISAN and node.head.tag_ not in {"NNS", "NNPS"}:
            node.type, node.demonym = EntityType.ORGANIZATION, True
        return
    if node.type is EntityType.ORGANIZATION and node.text in PARTISAN and not entry_id:
        node.demonym = True
        return
    if entry_id:
        entry = gazetteer.entry(entry_id)
        node.kb, node.type, node.canonical = entry.id, entry.type, node.text == entry.name
        return
    for entry in gazetteer.lookup(node.text):
        same = entry.type is node.type
        country_name = entry.type is EntityType.COUNTRY and node.type is EntityType.PLACE
        if same or country_name:
            node.kb, node.type, node.canonical = entry.id, entry.type, node.text == entry.name
            return


def _exemplified(crowd: Token) -> bool:
    """ "two Democrats, X and Y", "Republicans such as X", "X and Y, both Tories": of some by name."""
    if crowd.dep_ in {"appos", "attr"}:
        return True
    return any(
        (child.dep_ == "appos" and child.pos_ == "PROPN")
        or (child.dep_ == "prep" and child.lower_ in {"including", "like", "as"})
        for child in crowd.rights
    )
