"""In-article coreference of names, precision first: which names of one article are the same thing.

After Lee et al., "Deterministic coreference resolution based on entity-centric, precision-ranked rules" (Computational
Linguistics 39:4, 2013), for names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from kg.extract.abbreviations import LEGAL_FORMS, LONGEST_SHORT, definitions, initials
from kg.extract.story import Chain, Node
from kg.gazetteer.names import normalise
from kg.model import EntityType

WITH_ACRONYMS = frozenset(
    {EntityType.ORGANIZATION, EntityType.EVENT, EntityType.WORK, EntityType.FACILITY, EntityType.GROUP}
)
"""Types between which the recogniser wavers for an acronym and its long form."""


BODIES = frozenset(
    """commission ministry department agency court council board committee authority assembly institute university
    foundation association federation bureau office tribunal society union league rovers united wanderers albion
    hotspur athletic""".split()
)
"""Words that alone, with a capital, mean the body of whose name they are the last."""

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
"""What stands behind a surname to tell father from son."""

COMMON = frozenset(
    """congress senate parliament army navy force forces police party government state united city bank church front
    guard labour labor democrats republicans conservatives liberals greens news group""".split()
)
"""Words that end the names of too many organisations for one to be called by them."""


def link_names(nodes: Sequence[Node]) -> list[Chain]:
    """Chains in order of their first name. Sieves, from the surest: knowledge base; same name and type; a short form in
    brackets; part of one person's name; acronym and short form of one organisation; short form of one event or work."""
    chains: list[Chain] = []
    defined = definitions(nodes)
    for node in sorted(nodes, key=_fullest_first):
        chain = _find(node, chains, defined)
        if chain is None:
            chain = Chain(node.type, node.kb)
            chains.append(chain)
        chain.add(node)
        chain.kb = chain.kb or node.kb
    chains = _merged(chains)
    for chain in chains:
        chain.nodes.sort(key=lambda n: n.start)
    return sorted(chains, key=lambda c: c.nodes[0].start)


def _merged(chains: list[Chain]) -> list[Chain]:
    """The chain of a full name joins that of its short form, where that had one already when the full name came
    ("Siemens Werke", then "Siemens" by the knowledge base), and is the only one that it can be short for."""
    kept = list(chains)
    for chain in chains:
        if chain not in kept:
            continue
        others = [c for c in kept if c is not chain]
        alone = (
            len({normalise(text) for text in chain.spellings}) == 1
        )  # "Siemens, Siemens AG" is not "Siemens Werke" too
        for node in chain.nodes:
            longer = _acronym(node, others) or (_short_organisation(node, others) if alone else None)
            if longer is not None:
                for each in longer.nodes:
                    chain.add(each)
                chain.kb = chain.kb or longer.kb
                kept.remove(longer)
                break
    return kept


def _fullest_first(node: Node) -> tuple[bool, int, int]:
    """Full names found chains, parts of names join them; demonyms last."""
    return node.demonym, -len(node.text.split()), node.start


def _find(node: Node, chains: list[Chain], defined: dict[str, Node]) -> Chain | None:
    def bracketed(node: Node, chains: list[Chain]) -> Chain | None:
        long = defined.get(node.text)
        return next((c for c in chains if any(n is long for n in c.nodes)), None)

    of_names = (_same_entry, _same_name, bracketed, _partisans, _part_of_person)
    for sieve in (*of_names, _acronym, _short_organisation, _short_event, _short_site):
        chain = sieve(node, chains)
        if chain is not None:
            return chain
    return None


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """Its words, as far as they are compared."""
    return tuple(normalise(name).split())


def _same_entry(node: Node, chains: list[Chain]) -> Chain | None:
    return next((c for c in chains if node.kb is not None and c.kb == node.kb), None)


def _same_name(node: Node, chains: list[Chain]) -> Chain | None:
    key = normalise(node.text)
    for chain in chains:
        alike = chain.type is node.type and (node.kb is None or chain.kb is None)
        if alike and any(normalise(text) == key for text in chain.spellings):
            return chain
    return None


def _partisans(node: Node, chains: list[Chain]) -> Chain | None:
    """ "Liberal MP X", where the Liberals or the Liberal Party are named."""
    if not node.demonym or node.type is not EntityType.ORGANIZATION or node.kb is not None:
        return None
    wanted = {f"{node.text}s", f"{node.text} Party", f"{node.text}s Party"}
    found = [c for c in chains if c.type is EntityType.ORGANIZATION and not wanted.isdisjoint(c.spellings)]
    return found[0] if len(found) == 1 else None


def _part_of_person(node: Node, chains: list[Chain]) -> Chain | None:
    if node.type is not EntityType.PERSON:
        return None
    words = _person_words(node.text)
    count = len(words)

    def surname(other: tuple[str, ...]) -> bool:
        if count > 1 and count < len(other) and words[-1] == other[-1] and words[0] == other[0]:
            return True
        return count <= len(other) and words == other[-count:]

    def given(other: tuple[str, ...]) -> bool:
        return words == other[:count]

    def within(other: tuple[str, ...]) -> bool:
        return count == 1 and len(words[0]) > 2 and words[0] in other[1:-1]  # of two surnames the first

    persons = [c for c in chains if c.type is EntityType.PERSON]
    return _only(node, persons, surname) or _only(node, persons, given) or _only(node, persons, within)


@lru_cache(maxsize=4096)
def _person_words(name: str) -> tuple[str, ...]:
    """Words of a person's name without "Jr" behind; the number of a monarch stays ("Haakon VII")."""
    words = _words(name)
    return words[:-1] if len(words) > 2 and words[-1] in GENERATIONS else words


def _only(node: Node, chains: list[Chain], fits: Callable[[tuple[str, ...]], bool]) -> Chain | None:
    """The chain with a longer name that fits; of several, the one that was called so before, else the one named last
    before `node`, else the one named first (a headline)."""
    found = [c for c in chains if any(len(w := _person_words(text)) > 1 and fits(w) for text in c.spellings)]
    if len(found) <= 1:
        return found[0] if found else None
    called = [c for c in found if node.text in c.spellings]
    if len(called) == 1:
        return called[0]
    before = [
        (max(n.start for n in c.nodes if n.start < node.start), i)
        for i, c in enumerate(found)
        if any(n.start < node.start for n in c.nodes)
    ]
    return found[max(before)[1]] if before else min(found, key=lambda c: min(n.start for n in c.nodes))


def _acronym(node: Node, chains: list[Chain]) -> Chain | None:
    """The one chain of whose words these are the first letters; small words and legal forms need not count."""
    letters = node.text.replace(".", "")
    if node.type not in WITH_ACRONYMS or not letters.isupper() or not 2 <= len(letters) <= LONGEST_SHORT:
        return None
    found = []
    for chain in chains:
        alike = chain.type is node.type or (chain.type in WITH_ACRONYMS and len(letters) > 2)
        if alike and not (node.kb and chain.kb) and any(letters in initials(text) for text in chain.spellings):
            found.append(chain)
    return found[0] if len(found) == 1 else None


def _short_organisation(node: Node, chains: list[Chain]) -> Chain | None:
    if node.type is not EntityType.ORGANIZATION:
        return None
    words = _words(node.text)
    found = []
    for chain in chains:
        if chain.type is not EntityType.ORGANIZATION or (node.kb and chain.kb):
            continue
        for text in chain.spellings:
            long = _words(text)
            stem = [w for w in long if w not in LEGAL_FORMS]
            prefix = len(words) < len(long) and (long[: len(words)] == words and (len(words) > 1 or len(stem) <= 3))
            telling = node.kb is None and words[0] not in COMMON and "-" not in text  # "the Yankees"
            short = len(words) > 1 or telling or words[0] in BODIES
            suffix = short and len(words) < len(long) and words in (long[-len(words) :], tuple(stem[-len(words) :]))
            if prefix or suffix or (stem and stem == [w for w in words if w not in LEGAL_FORMS]):
                found.append(chain)
                break
    return found[0] if len(found) == 1 else None


def _short_event(node: Node, chains: list[Chain]) -> Chain | None:
    if node.type not in {EntityType.EVENT, EntityType.WORK, EntityType.PRODUCT}:
        return None
    words = _words(node.text)
    found = [
        c for c in chains
        if c.type is node.type and any(_ends_in(_words(text), words) for text in c.spellings)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _ends_in(long: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name ends in the words, its number left out or not ("Condor" of "Condor 9")."""
    return long[-len(words) :] == words or (long[-1].isdigit() and long[:-1] == words)


def _short_site(node: Node, chains: list[Chain]) -> Chain | None:
    """ "Haneda" for "Haneda Airport"."""
    if node.type is not EntityType.FACILITY:
        return None
    words = _words(node.text)
    found = [
        c for c in chains
        if c.type is node.type and any(_words(text)[:-1] == words for text in c.spellings)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None
