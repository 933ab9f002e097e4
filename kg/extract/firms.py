"""Firms and other bodies that the recogniser took for persons: what the text says of them is said of no person."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.descriptions import COMPANIES
from kg.extract.story import Node
from kg.gazetteer import Gazetteer
from kg.model import EntityType

KINDS = frozenset(
    """band duo trio quartet quintet orchestra ensemble choir charity newspaper magazine broadcaster network
    station agency maker club university institute foundation school college hospital museum studio website
    label party union utility carmaker subsidiary""".split()
)
"""Nouns, besides those for firms, that stand before or behind the name of a body and tell what it is."""

PERSONS = frozenset("operator publisher brewer miner maker retailer filmmaker lawmaker policymaker".split())
"""Of these and such nouns, those that tell of persons as well."""

SEATED = frozenset({"based", "headquartered", "founded", "listed"})
"""Participles that behind a name and a comma tell of a body."""

OFFICERS = frozenset("ceo cfo coo cto chairman chairwoman chairperson spokesman spokeswoman spokesperson".split())
OFFICES = frozenset({("chief", "executive"), ("finance", "director"), ("managing", "director"), ("chief", "financial")})
"""Titles that a firm has; whoever is named before one and somebody else behind it is a firm."""

HOLDINGS = frozenset(
    """shares share shareholders shareholder stock subsidiary subsidiaries headquarters board employees customers
    factory factories plant plants investors takeover acquisition revenue revenues profits owner owners""".split()
)
"""What a firm has."""

TRADING = frozenset(
    """energy energi energie energia gas power oil petroleum bank banca banco airlines airways motors steel holdings inc
    corp corporation ltd plc llc insurance telecom foods pharmaceuticals industries industrie werke gruppe gruppo groupe
    grupo partners capital ventures technologies systems ports labs mobile media pharma records pictures airport
    entertainment interactive software networks""".split()
)
"""Last words of the names of firms."""

BLENDED = ("corp", "soft", "tech", "pharma", "bank", "media", "telecom")
"""How names of firms in one word end."""

WORKS = frozenset("song ballad album single novel movie drama opera musical sitcom documentary thriller memoir".split())
"""Nouns that before a name tell that it is a work's."""

STAKES = frozenset("share shares stake stakes stock shareholders business unit subsidiary takeover acquisition".split())
SAYING = frozenset({"say", "announce", "report", "confirm", "deny"})
FEWEST = 2
"""Letters of a name that can be a firm's."""


def retype_firms(doc: Doc, nodes: Sequence[Node], gazetteer: Gazetteer) -> None:
    """Make organisations of persons that are said to be firms, wherever the article names them."""
    suspects = [
        node
        for node in nodes
        if node.type is EntityType.PERSON and node.kb is None and not gazetteer.is_given_name(node.text.split()[0])
    ]
    bodies = {n.text.partition(" ")[0] for n in nodes if n.type is EntityType.ORGANIZATION and _is_trading(n.text)}
    found = {
        node.text
        for node in suspects
        if len(node.text) > FEWEST and (node.text in bodies or _named_so(node.text) or _is_firm(doc, node))
    }
    if not found:
        return
    short = {name.partition(" ")[0] for name in found}
    persons = {node.text.rpartition(" ")[2] for node in suspects if node.text not in found and " " in node.text}
    for node in suspects:
        first = node.text.partition(" ")[0]  # "X", and "X Y" of which it is short
        if node.text not in persons and (node.text in found or node.text in short or first in found):
            node.type = EntityType.ORGANIZATION


def retype_homes(doc: Doc, nodes: Sequence[Node]) -> None:
    """Make places of what stands before "-based" and "-born"."""
    for node in nodes:
        if node.type not in {EntityType.ORGANIZATION, EntityType.PERSON} or node.kb or node.end + 1 >= len(doc):
            continue
        if doc[node.end].tag_ == "HYPH" and doc[node.end + 1].lower_ in {"based", "born", "headquartered"}:
            node.type = EntityType.PLACE


def retype_works(doc: Doc, nodes: Sequence[Node]) -> None:
    """Make works of what a noun for one stands right before ("the ballad X")."""
    for node in nodes:
        if node.type in {EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE} and not node.kb and node.start:
            before = doc[node.start - 1]
            if before.tag_ == "NN" and before.lower_ in WORKS:
                node.type = EntityType.WORK


def _is_firm(doc: Doc, node: Node) -> bool:
    before = doc[node.start - 1] if node.start else None
    if before is not None and before.tag_ == "NN" and _of_kind(before.lower_) and not _possessed(doc, node.start - 2):
        return True
    index = node.start - 1
    while index > max(1, node.start - 4) and doc[index].pos_ in {"ADJ", "NOUN"}:
        index -= 1  # "shares in its rival X"
    if index > 0 and doc[index].lower_ in {"in", "of"} and doc[index - 1].lower_ in STAKES:
        return True
    if _bought(node):
        return True
    return _said_behind(doc, node) or _speaks_as_it(node)


def _is_trading(name: str) -> bool:
    return " " in name and name.rpartition(" ")[2].lower() in TRADING


def _named_so(name: str) -> bool:
    """By its last word, or as one word that is made of two ("Tencorp")."""
    last = name.rpartition(" ")[2].lower()
    return (" " in name and last in TRADING) or (" " not in name and last.endswith(BLENDED))


def _of_kind(noun: str) -> bool:
    if noun in PERSONS:
        return False
    return noun in COMPANIES or noun in KINDS or noun.endswith("maker")


def _possessed(doc: Doc, index: int) -> bool:
    """ "the company's X" says nothing of what X is."""
    return index >= 0 and doc[index + 1].tag_ == "POS"


def _said_behind(doc: Doc, node: Node) -> bool:
    """ "X, based in", "X, the Finnish operator", "X's shares", "X CEO Y"."""
    end = node.end
    if end + 2 >= len(doc):
        return False
    follows = doc[end]
    if follows.text == ",":
        apposed = any(c.dep_ == "appos" and c.tag_ == "NN" and _of_kind(c.lower_) for c in node.head.rights)
        return apposed or doc[end + 1].lower_ in SEATED
    owned = end + 1 if follows.tag_ == "POS" else end
    word = doc[owned].lower_
    if word in HOLDINGS:
        return True
    office = (word, doc[owned + 1].lower_) in OFFICES or (word in OFFICERS and owned == end)
    return office and any(token.pos_ == "PROPN" for token in doc[owned + 1 : owned + 5])


def _bought(node: Node) -> bool:
    """ "X was bought by", "acquired X": no person is."""
    verb = node.head.head
    role = node.head.dep_
    return (role == "nsubjpass" and verb.lemma_ in {"buy", "acquire"}) or (role == "dobj" and verb.lemma_ == "acquire")


def _speaks_as_it(node: Node) -> bool:
    """ "X said it would"; "It" with a capital begins a quotation."""
    verb = node.head.head
    if node.head.dep_ != "nsubj" or verb.lemma_ not in SAYING:
        return False
    said = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    return said is not None and any(c.dep_ in {"nsubj", "nsubjpass"} and c.text == "it" for c in said.lefts)
