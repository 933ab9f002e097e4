"""Gazetteer: look up what the program knows of the world before it reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

from kg.errors import GazetteerError, NotFoundError
from kg.gazetteer.entry import LABELS, Entry
from kg.gazetteer.names import normalise
from kg.gazetteer.schema import EntryRow, GazetteerFile, line_of, read_file

PostRelation = Literal["HEADS", "WORKS_FOR"]
Gender = Literal["female", "male"]


class Gazetteer:
    """Countries with demonyms and capitals, organisations, places, titles, given names. Build one with `load`."""

    def __init__(
        self,
        entries: Iterable[Entry],
        titles: Mapping[str, PostRelation] | None = None,
        given_names: Mapping[str, Gender | None] | None = None,
    ) -> None:
        self._entries = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
        self._titles = dict(titles or {})
        self.title_heads = frozenset(title.split()[-1] for title in self._titles)
        """Last words of the listed titles, lower case: a quick test before `is_title`."""
        self._given_names = {normalise(name): gender for name, gender in (given_names or {}).items()}
        known = tuple(self._entries.values())
        self._by_name = index((name, entry) for entry in known for name in entry.names)
        self._by_demonym = index((word, entry) for entry in known for word in entry.demonyms)
        self._by_metonym = index((word, entry) for entry in known for word in entry.metonyms)
        self._by_capital = index((name, entry) for entry in known for name in self._capital_names(entry))

    @staticmethod
    def load(paths: Sequence[Path] = ()) -> Gazetteer:
        """The shipped files, then the user's in the order given; GazetteerError for one that breaks the format."""
        with as_file(files("kg.gazetteer") / "entries") as folder:
            shipped = sorted(folder.glob("*.toml"))
            return build([(path, read_file(path)) for path in (*shipped, *(Path(path) for path in paths))])

    def entries(self) -> tuple[Entry, ...]:
        """All entries, sorted by id."""
        return tuple(self._entries.values())

    def entry(self, id: str) -> Entry:
        """The entry with this id; NotFoundError."""
        try:
            return self._entries[id]
        except KeyError:
            raise NotFoundError(f"gazetteer: no entry {id}; ids are Wikidata ids such as Q159") from None

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Entries with this name, alias or acronym, compared by `normalise`, sorted by id; several when ambiguous."""
        return self._by_name.get(normalise(name), ())

    def demonym(self, word: str) -> Entry | None:
        """ "Russian", "Russians" -> Russia; None when unknown or when two countries share it ("Congolese")."""
        return only(self._by_demonym.get(normalise(word), ()))

    def capital_of(self, name: str) -> Entry | None:
        """ "Moscow", "Kiev" -> the country with this capital; None when it is none."""
        return only(self._by_capital.get(normalise(name), ()))

    def metonym(self, name: str) -> Entry | None:
        """Whom the name may stand for: "Moscow", "Kremlin" -> Russia, "Brussels" -> the European Union; None otherwise.

        What is written as metonym goes before a capital. Whether it does in a sentence is for extraction to say.
        """
        return only(self._by_metonym.get(normalise(name), ())) or self.capital_of(name)

    def title(self, words: str) -> PostRelation | None:
        """The relation of whoever holds this post to what it is a post of: "president" -> HEADS, "foreign minister" ->
        WORKS_FOR. Longest known ending decides ("deputy prime minister" -> WORKS_FOR, "co-president" -> HEADS)."""
        parts = normalise(words).split()
        for start in range(len(parts)):
            relation = self._titles.get(" ".join(parts[start:]))
            if relation:
                return relation
        return None

    def is_title(self, words: str) -> bool:
        """Whether exactly these words are a listed title; `title` tells what any title that ends in one is."""
        return normalise(words) in self._titles

    def is_given_name(self, word: str) -> bool:
        """Whether the word is a given name that is known."""
        return normalise(word) in self._given_names

    def gender(self, word: str) -> Gender | None:
        """Whether only women or only men bear the given name; None where both do, and for one that is not known."""
        return self._given_names.get(normalise(word))

    def _capital_names(self, country: Entry) -> tuple[str, ...]:
        """The capital's name with the variants of its own entry ("Kyiv", "Kiev"); empty where there is no capital."""
        if country.capital is None:
            return ()
        places = [place for place in self.lookup(country.capital) if place.country == country.id]
        return (country.capital, *(name for place in places for name in place.names))


def build(parsed: Sequence[tuple[Path, GazetteerFile]]) -> Gazetteer:
    """Join files in order: a later entry with the same id extends the earlier one."""
    rows: dict[str, EntryRow] = {}
    titles: dict[str, PostRelation] = {}
    given_names: dict[str, Gender | None] = {}
    for path, file in parsed:
        for id, row in file.entries.items():
            rows[id] = extend(rows[id], row) if id in rows else row
            if not (rows[id].name and rows[id].type):
                line = line_of(path.read_text(encoding="utf-8"), [id])
                raise GazetteerError(f"{path}:{line}: [{id}] is new here and needs `name` and `type`")
        titles |= {normalise(words): "HEADS" for words in file.titles.HEADS}
        titles |= {normalise(words): "WORKS_FOR" for words in file.titles.WORKS_FOR}
        bearers: Mapping[Gender | None, tuple[str, ...]] = {
            "female": file.given_names.female,
            "male": file.given_names.male,
            None: file.given_names.common,
        }
        for gender, names in bearers.items():
            given_names.update(dict.fromkeys(names, gender))
    return Gazetteer((to_entry(id, row) for id, row in rows.items()), titles, given_names)


def extend(old: EntryRow, new: EntryRow) -> EntryRow:
    """Lists joined without repeats, single values replaced."""
    joined: dict[str, Any] = {}
    for field in EntryRow.model_fields:
        before, after = getattr(old, field), getattr(new, field)
        joined[field] = tuple(dict.fromkeys((*before, *after))) if isinstance(before, tuple) else after or before
    return EntryRow.model_construct(**joined)


def to_entry(id: str, row: EntryRow) -> Entry:
    assert row.name is not None
    assert row.type is not None
    return Entry(
        id=id,
        name=row.name,
        type=row.type,
        aliases=row.aliases,
        acronyms=row.acronyms,
        demonyms=row.demonyms,
        capital=row.capital,
        metonyms=row.metonyms,
        iso=row.iso,
        country=row.country,
        ambiguous=frozenset(row.ambiguous),
        label=row.label or LABELS[row.type],
    )


def index(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Normalised name -> its entries, sorted by id, each once."""
    found: dict[str, dict[str, Entry]] = {}
    for name, entry in pairs:
        found.setdefault(normalise(name), {})[entry.id] = entry
    return {name: tuple(entries[id] for id in sorted(entries)) for name, entries in found.items()}


def only(entries: tuple[Entry, ...]) -> Entry | None:
    return entries[0] if len(entries) == 1 else None
