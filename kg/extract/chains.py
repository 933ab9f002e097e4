"""In-article coreference of names, precision first: which names of one article are the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.story import Chain, Node
from kg.gazetteer.names import normalise
from kg.model import EntityType

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "&"})
_LEGAL = frozenset("inc corp corporation company co ltd plc llc ag sa se nv gmbh group limited".split())


def link_names(nodes: Sequence[Node]) -> list[Chain]:
    """Chains in order of their first name. Sieves, from the surest: knowledge base; same name and type; part of one
    person's name; acronym and short form of one organisation; short form of one event or work."""
    chains: list[Chain] = []
    for node in sorted(nodes, key=_fullest_first):
        chain = _find(node, chains)
        if chain is None:
            chain = Chain(node.type, node.kb)
            chains.append(chain)
        chain.add(node)
        chain.kb = chain.kb or node.kb
    for chain in chains:
        chain.nodes.sort(key=lambda n: n.start)
    return sorted(chains, key=lambda c: c.nodes[0].start)


def _fullest_first(node: Node) -> tuple[bool, int, int]:
    """Full names found chains, parts of names join them; demonyms last."""
    return node.demonym, -len(node.text.split()), node.start


def _find(node: Node, chains: list[Chain]) -> Chain | None:
    for sieve in (_same_entry, _same_name, _part_of_person, _short_organisation, _short_event):
        chain = sieve(node, chains)
        if chain is not None:
            return chain
    return None


def _same_entry(node: Node, chains: list[Chain]) -> Chain | None:
    return next((c for c in chains if node.kb is not None and c.kb == node.kb), None)


def _same_name(node: Node, chains: list[Chain]) -> Chain | None:
    key = normalise(node.text)
    for chain in chains:
        if chain.type is node.type and (node.kb is None or chain.kb is None):
            for other in chain.nodes:
                if normalise(other.text) == key:
                    return chain
    return None


def _part_of_person(node: Node, chains: list[Chain]) -> Chain | None:
    if node.type is not EntityType.PERSON:
        return None
    words = normalise(node.text).split()

    def fits(other: list[str]) -> bool:
        if len(words) == 1:
            return words[0] == other[-1]
        return len(words) < len(other) and words[-1] == other[-1] and words[0] == other[0]

    def given(other: list[str]) -> bool:
        return len(words) == 1 and words[0] == other[0]

    persons = [c for c in chains if c.type is EntityType.PERSON]
    return _only(node, persons, fits) or _only(node, persons, given)


def _only(node: Node, chains: list[Chain], fits: Callable[[list[str]], bool]) -> Chain | None:
    """The chain with a longer name that fits; of several, the one named last before `node`, else none."""
    found = [c for c in chains if any(len(w := normalise(n.text).split()) > 1 and fits(w) for n in c.nodes)]
    if len(found) <= 1:
        return found[0] if found else None
    before = [
        (max(n.start for n in c.nodes if n.start < node.start), i)
        for i, c in enumerate(found)
        if any(n.start < node.start for n in c.nodes)
    ]
    return found[max(before)[1]] if before else None


def _short_organisation(node: Node, chains: list[Chain]) -> Chain | None:
    if node.type is not EntityType.ORGANIZATION:
        return None
    letters = node.text.replace(".", "")
    words = normalise(node.text).split()
    found = []
    for chain in chains:
        if chain.type is not EntityType.ORGANIZATION or (node.kb and chain.kb):
            continue
        for other in chain.nodes:
            full = [w for w in other.text.split() if w.lower() not in _SMALL]
            initials = "".join(w[0] for w in full if w[:1].isupper())
            acronym = letters.isupper() and 2 <= len(letters) <= 7 and letters == initials
            long = normalise(other.text).split()
            stem = [w for w in long if w not in _LEGAL]
            prefix = len(words) < len(long) and (long[: len(words)] == words and (len(words) > 1 or len(stem) <= 3))
            suffix = 1 < len(words) < len(long) and long[-len(words) :] == words  # "the Air Force"
            if acronym or prefix or suffix or (stem and stem == [w for w in words if w not in _LEGAL]):
                found.append(chain)
                break
    return found[0] if len(found) == 1 else None


def _short_event(node: Node, chains: list[Chain]) -> Chain | None:
    if node.type not in {EntityType.EVENT, EntityType.WORK}:
        return None
    words = normalise(node.text).split()
    found = [
        c for c in chains
        if c.type is node.type and any(normalise(n.text).split()[-len(words):] == words for n in c.nodes)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None
