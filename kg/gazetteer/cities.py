"""Which country a city lies in: a hint that a name is a place, for names too many and too common to seek in text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kg.gazetteer.names import normalise


@dataclass(frozen=True, slots=True)
class City:
    """`country` is an ISO 3166-1 alpha-2 code; `state` the state's name for a city of the United States, else None."""

    name: str
    country: str
    state: str | None
    population: int


def cities(name: str) -> tuple[City, ...]:
    """Cities of more than 100,000 people with this name, the largest first (GeoNames). Empty when there is none.

    Many are ordinary words or surnames as well (Reading, Nice, Orange): a hint, not a proof.
    """
    return _by_name().get(normalise(name), ())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[City, ...]]:
    found: dict[str, list[City]] = {}
    table = (files("kg.gazetteer") / "cities.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        name, country, state, population = line.split("\t")
        found.setdefault(normalise(name), []).append(City(name, country, state or None, int(population)))
    return {name: tuple(sorted(same, key=lambda city: -city.population)) for name, same in found.items()}
