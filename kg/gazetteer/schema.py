"""The format of a gazetteer file (TOML), checked strictly so that a slip of the pen is explained and never ignored.

    [Q159]                                a Wikidata id, or "kg:…" (quoted) for what has none
    name = "Russia"
    type = "Country"                      Person Organization Country Place Facility Event Product Work Group
    aliases = ["Russian Federation"]      other names, exactly as written in text (case matters)
    acronyms = []                         "NATO"; write other casings out as well ("Nato")
    demonyms = ["Russian", "Russians"]    adjective and people
    capital = "Moscow"                    also stands for the country's government
    metonyms = ["Kremlin"]                other names that may stand for it
    iso = "RU"                            ISO 3166-1 alpha-2
    country = "Q159"                      of anything but a country: where it has its seat or lies
    ambiguous = []                        names above that are also ordinary words or common names ("Jordan")
    label = "LOC"                         only where the type does not tell: LOC for a continent, LAW for a treaty

    Q649 = { name = "Moscow", type = "Place", country = "Q159" }      the same on one line; such lines stand first

    [titles]                              words of posts: who holds one HEADS, or WORKS_FOR, what it is a post of
    HEADS = ["president"]
    WORKS_FOR = ["foreign minister"]

    [given_names]                         by who bears them; common: both do, or it is not known
    female = ["Anna"]
    male = ["Vladimir"]
    common = ["Kim"]

All keys but `name` and `type` may be left out. In a user's file an id that exists is extended: lists are joined, single
values replaced (name and type may then be left out too).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from kg.errors import GazetteerError
from kg.model import EntityType


class EntryRow(BaseModel):
    """One entry as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str | None = None
    type: EntityType | None = None
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    iso: str | None = None
    country: str | None = None
    ambiguous: tuple[str, ...] = ()
    label: Literal["GPE", "LOC", "ORG", "FAC", "NORP", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "PERSON"] | None = None


class TitleRows(BaseModel):
    """Words of posts by the relation that their holder has."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    HEADS: tuple[str, ...] = ()
    WORKS_FOR: tuple[str, ...] = ()


class GivenNameRows(BaseModel):
    """Given names by who bears them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    female: tuple[str, ...] = ()
    male: tuple[str, ...] = ()
    common: tuple[str, ...] = ()


class GazetteerFile(BaseModel):
    """One file as written."""

    model_config = ConfigDict(frozen=True)

    entries: dict[str, EntryRow]
    titles: TitleRows
    given_names: GivenNameRows


EntryId = Annotated[str, StringConstraints(pattern=r"^(Q[1-9]\d*|kg:[a-z0-9-]+)$")]
ROWS = TypeAdapter(dict[EntryId, EntryRow])


def read_file(path: Path) -> GazetteerFile:
    """Read and check one gazetteer file; GazetteerError names file, line and cause."""
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); give the path of a TOML file") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise GazetteerError(f"{path}: not TOML: {error}") from error
    try:
        titles = TitleRows.model_validate(tables.pop("titles", {}))
        given_names = GivenNameRows.model_validate(tables.pop("given_names", {}))
        entries = ROWS.validate_python(tables)
    except ValidationError as error:
        raise GazetteerError(explain(path, text, error)) from error
    return GazetteerFile.model_construct(entries=entries, titles=titles, given_names=given_names)


def explain(path: Path, text: str, error: ValidationError) -> str:
    """One line for the first fault: file, line of its table or key, where, cause."""
    fault = error.errors()[0]
    place = [str(part) for part in fault["loc"] if part != "[key]"]
    return (
        f"{path}:{line_of(text, place)}: {'.'.join(place)}: {fault['msg']}; see kg/gazetteer/schema.py for the format"
    )


def line_of(text: str, place: list[str]) -> int:
    """The line of the last part of `place` (table, then key) that is found in the file; 1 when none is."""
    found = 1
    parts = iter(place)
    part = next(parts, None)
    for number, line in enumerate(text.splitlines(), start=1):
        if part is None:
            break
        written = line.strip().split("=")[0].strip().strip('[]"')
        if written == part:
            found = number
            part = None if line.rstrip().endswith("}") else next(parts, None)
    return found
