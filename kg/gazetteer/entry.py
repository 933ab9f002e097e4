"""Entry: one thing that the program knows before it reads, as it stands in a gazetteer file."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityType

LABELS = {
    EntityType.PERSON: "PERSON",
    EntityType.ORGANIZATION: "ORG",
    EntityType.COUNTRY: "GPE",
    EntityType.PLACE: "GPE",
    EntityType.FACILITY: "FAC",
    EntityType.EVENT: "EVENT",
    EntityType.PRODUCT: "PRODUCT",
    EntityType.WORK: "WORK_OF_ART",
    EntityType.GROUP: "NORP",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """`id` is a Wikidata id ("Q159") or our own ("kg:gazprom-export").

    `aliases` and `acronyms` are further names; `demonyms` are the adjective and the words for the people ("Russian",
    "Russians"); `metonyms` are names that may stand for it (its capital, "Kremlin"); `capital` is the name of its
    capital; `iso` the ISO 3166-1 alpha-2 code; `country` the id of the country where it has its seat or lies.
    `ambiguous` are those of its names that are ordinary words or names of something else as well ("Jordan", "Shell"):
    they need a second witness in text. `label` is its OntoNotes label ("GPE", "LOC", "ORG" …).
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    iso: str | None = None
    country: str | None = None
    ambiguous: frozenset[str] = frozenset()
    label: str = "ORG"

    @property
    def names(self) -> tuple[str, ...]:
        """Name, aliases and acronyms: everything that denotes the entry itself."""
        return (self.name, *self.aliases, *self.acronyms)

    @property
    def wikidata(self) -> str | None:
        """The Wikidata id, None for an entry with an id of our own."""
        return self.id if self.id.startswith("Q") else None
