"""Finds the entities that a question names: by the graph's names and aliases, then by what the gazetteer knows.

A name is compared in its normalised form (kg.gazetteer.names). An exact name or alias wins; "Russian", "Moscow" and
"the Kremlin" lead to Russia through the gazetteer; a surname alone leads to all persons that bear it, when nothing has
exactly that name. Nothing fuzzy is ever taken for an answer: near names are only suggested.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.gazetteer import Entry, Gazetteer
from kg.gazetteer.names import normalise

KNOWLEDGE_BASE = "kb:"
"""What the id of an entity that the gazetteer knows starts with."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a question needs to know of an entity: `type` is its label ("Person"), `search` its names and aliases in
    normalised form, as the graph stores them; when they are not given they are made."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    search: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return self.search or tuple(normalise(name) for name in (self.name, *self.aliases))


class Names:
    """The names of one graph, ready to be looked up."""

    def __init__(self, entities: Iterable[Named], gazetteer: Gazetteer) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._gazetteer = gazetteer
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._surnames: dict[str, set[str]] = defaultdict(set)
        for entity in self.entities.values():
            for key in entity.keys:
                self._exact[key].add(entity.id)
                if entity.type == "Person" and " " in key:
                    self._surnames[key.rpartition(" ")[2]].add(entity.id)
        self._exact.pop("", None)
        self.longest = max((len(name.split()) for name in self._exact), default=1)

    def find(self, name: str) -> tuple[str, ...]:
        """Ids of the entities called `name`, sorted; empty when the graph has none. An id is itself.

        Several ids mean that the name is ambiguous in this graph.
        """
        if name in self.entities:
            return (name,)
        key = normalise(name)
        if exact := self._exact.get(key):
            return tuple(sorted(exact))
        known = {f"{KNOWLEDGE_BASE}{entry.id}" for entry in self._gazetteer.lookup(name)}
        return tuple(sorted(known & self.entities.keys()) or sorted(self._surnames.get(key, ())))

    def demonym(self, word: str) -> str | None:
        """Id of the country of an adjective ("Russian"), when the graph has it."""
        return self._known(self._gazetteer.demonym(word))

    def stands_for(self, name: str) -> str | None:
        """Id of whom a capital or palace may stand for ("Moscow", "the Kremlin": Russia), when the graph has it."""
        return self._known(self._gazetteer.metonym(name))

    def is_post(self, words: str) -> bool:
        """Whether the gazetteer knows the words as a post ("foreign minister")."""
        return self._gazetteer.title(words) is not None

    def near(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """Names in the graph that are written much like `name`, best first; for suggestions only."""
        from rapidfuzz import fuzz, process

        written = {e.name: normalise(e.name) for e in sorted(self.entities.values(), key=lambda e: e.id)}
        found = process.extract(normalise(name), written, scorer=fuzz.WRatio, score_cutoff=75, limit=limit)
        return tuple(key for _, _, key in found)

    def _known(self, entry: Entry | None) -> str | None:
        id = f"{KNOWLEDGE_BASE}{entry.id}" if entry else ""
        return id if id in self.entities else None

    def name(self, id: str) -> str:
        return self.entities[id].name

    def types(self, ids: Sequence[str]) -> frozenset[str]:
        return frozenset(self.entities[id].type for id in ids)
