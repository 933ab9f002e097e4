"""Which field of a record is what: by the user's word, by the shapes of known tools, by usual names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from kg.read.options import PARTS

BRACKETS = re.compile(r"\[(\d*|\*)\]")
PREFIX = re.compile(
    r"(?:article|news|story|post|document|doc|item|main|full|clean|cleaned|raw|original|og|dc|meta)[:.]?(?=.)"
)
"""What names of fields may begin with and mean the same ("story_headline", "og:title")."""
PUBLICATION = re.compile(r"publi(?:sh|cation).{0,12}(?:date|time)|(?:date|time).{0,12}publi(?:sh|cation)")
BESIDE = ("metadata", "meta", "opengraph")
"""Objects in which crawlers keep what a page says of itself, beside its text."""
DEEPEST = 3
MOST_NAMES = 40
SHORT = 80
"""Characters that a text has more of than a title."""

Path = tuple[str, ...]
Record = Mapping[str, Any]


class Missing:
    """There is no such field, as opposed to one that holds nothing."""


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Shape:
    """Records of one tool: the fields that all of them have, and the names of those that go first for a part."""

    name: str
    when: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    joined: tuple[str, ...] = ()
    advice: str = ""


@cache
def shapes() -> tuple[dict[str, tuple[str, ...]], tuple[Shape, ...]]:
    """The usual names of each part, and the known shapes."""
    table = tomllib.loads(resources.files("kg.read.records").joinpath("shapes.toml").read_text(encoding="utf-8"))
    known = tuple(
        Shape(
            shape["name"],
            tuple(map(plain, shape["when"])),
            {part: tuple(names) for part, names in shape.items() if part in PARTS or part == "teaser"},
            tuple(shape.get("joined", ())),
            shape.get("advice", ""),
        )
        for shape in table["shape"]
    )
    return {part: tuple(names) for part, names in table["usual"].items()}, known


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """The name of a field as names are compared: "published_at" and "publishedAt" are one."""
    return str(name).strip().lstrip("@").casefold().replace("_", "").replace("-", "").replace(" ", "")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where records with the same fields keep each part: paths, the likeliest first. `joined` are paths whose texts
    make one."""

    paths: Mapping[str, tuple[Path, ...]]
    joined: tuple[Path, ...] = ()
    shape: Shape | None = None

    def values(self, record: Record, part: str) -> Iterator[Any]:
        """What the record holds for `part`, the likeliest first."""
        for path in self.paths[part]:
            value = record[path[0]]
            if len(path) > 1:
                value = lookup(value, path[1:])
            if not empty(value):
                yield value


def plan_for(record: Record, mapped: Mapping[str, str]) -> Plan:
    """The plan for records with the fields of this one. `mapped` are the paths that the user gives: they are the only
    ones for their part. A path of a nested field is kept where its first step is there."""
    top = top_of(record)
    usual, known = shapes()
    shape = next((shape for shape in known if all(name in top for name in shape.when)), None)
    beside = [(top[name], top_of(record[top[name]])) for name in BESIDE if name in top]
    paths: dict[str, tuple[Path, ...]] = {}
    for part in usual:
        if part in mapped:
            found = [path] if (path := user_path(record, mapped[part])) else []
        else:
            names = (*(shape.names.get(part, ()) if shape else ()), *usual[part])
            found = usual_paths(top, names) or (of_publication(top) if part == "published" else [])
            if part not in ("text", "teaser", "id"):
                found += [(key, *path) for key, inner in beside for path in usual_paths(inner, names)]
        paths[part] = tuple(dict.fromkeys(found))
    if "text" not in mapped and not any(paths[part] for part in ("title", "published", "url", "authors")):
        paths["text"] = tuple(path for path in paths["text"] if plain(path[0]) != "message")  # what a service answers
    joined = shape.joined if shape and "text" not in mapped else ()
    return Plan(paths, tuple(path for name in joined if (path := usual_path(top, name))), shape)


def top_of(record: Any) -> dict[str, str]:
    """The fields of a record by their names as these are compared; nothing for what is no record."""
    return {plain(key): key for key in reversed(list(record))} if isinstance(record, Mapping) else {}


def usual_paths(top: Mapping[str, str], names: Sequence[str]) -> list[Path]:
    """The paths of those of `names` that are there, else of those with something before them."""
    return [path for name in names if (path := usual_path(top, name))] or prefixed(top, names)


def of_publication(top: Mapping[str, str]) -> list[Path]:
    """Fields whose names speak of publication and of time, in whatever order and with whatever beside it."""
    return [(key,) for name, key in top.items() if PUBLICATION.search(name)]


def usual_path(top: Mapping[str, str], name: str) -> Path | None:
    """The path of the usual `name`, whose points may also be part of a column's name ("source.name" in a table)."""
    whole = top.get(plain(name))
    if whole is not None:
        return (whole,)
    first, *rest = name.split(".")
    return (top[plain(first)], *rest) if rest and plain(first) in top else None


def prefixed(top: Mapping[str, str], usual: Sequence[str]) -> list[Path]:
    """Fields that are called by a usual name with something before it ("story_headline")."""
    bare = {PREFIX.sub("", name, count=1): key for name, key in top.items() if PREFIX.match(name)}
    return [(bare[plain(name)],) for name in usual if plain(name) in bare]


def user_path(record: Record, written: str) -> Path | None:
    """The path that a user wrote: a field's name as it stands, else steps with points or brackets between them."""
    name = written.removeprefix("$.")
    whole = key_of(record, name)
    if whole is not None:
        return (whole,)
    steps = tuple(step for step in BRACKETS.sub(r".\1", name).replace("*", "").split(".") if step)
    found: list[Path] = []
    for i in range(len(steps) - 1, 0, -1):  # the first name may hold points as well
        key = key_of(record, ".".join(steps[:i]))
        if key is not None:
            found.append((key, *steps[i:]))
    there = (path for path in found if lookup(record[path[0]], path[1:]) is not MISSING)
    return next(there, found[0] if found else None)


def lookup(value: Any, path: Sequence[str]) -> Any:
    """What stands at the end of `path`, MISSING when nothing does. A step into a list is the number of an item, from 0,
    or leads into each of its items."""
    for i, step in enumerate(path):
        if isinstance(value, Mapping):
            for j in range(len(path), i, -1):
                key = key_of(value, ".".join(path[i:j]))
                if key is not None:
                    found = lookup(value[key], path[j:])
                    if found is not MISSING:
                        return found
            return MISSING
        if not isinstance(value, list | tuple):
            return MISSING
        if not step.isdigit():
            found = [item for each in value if (item := lookup(each, path[i:])) is not MISSING]
            return found or MISSING
        if int(step) >= len(value):
            return MISSING
        value = value[int(step)]
    return value


def key_of(value: Mapping[str, Any], name: str) -> str | None:
    """The key of `value` that is called `name`: as it stands, else as names are compared."""
    if name in value:
        return name
    same = plain(name)
    return next((key for key in value if plain(key) == same), None)


def empty(value: Any) -> bool:
    """Whether a field holds nothing: none, blank, or what programs write for nothing."""
    if value is None or value is MISSING or value == [] or value == {}:
        return True
    if isinstance(value, str):
        return len(value) < 10 and value.strip().casefold() in NOTHING
    return isinstance(value, float) and value != value


NOTHING = frozenset(["", "null", "none", "nan", "nat", "n/a", "na", "unknown", "undefined", "-", "[]", "{}"])


def field_names(value: Any, before: str = "", depth: int = 0) -> list[str]:
    """The fields of a record for people, those of nested objects with points."""
    if isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
        return field_names(value[0], f"{before}0.", depth)
    if not isinstance(value, Mapping):
        return []
    found = []
    for key, inner in value.items():
        below = field_names(inner, f"{before}{key}.", depth + 1) if depth < DEEPEST else []
        found += below or [f"{before}{key}"]
    return found


def told_fields(record: Record, part: str, wanted: str | None = None) -> str:
    """The fields of a record and which of them may be `part`: for one that was `wanted` in vain one that is called
    nearly so, for the text the longest."""
    names = field_names(record)
    told = "its fields are " + ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    near = [name for name in names if wanted and plain(name.split(".")[-1]) == plain(wanted.split(".")[-1])]
    near = near or (get_close_matches(wanted, names, 1) if wanted else [])
    if not near and part == "text":
        lengths = {name: len(value) for name in names if isinstance(value := lookup(record, name.split(".")), str)}
        near = [name for name in lengths if lengths[name] == max(lengths.values()) > SHORT]
    return f"{told}; did you mean --field {part}={near[0]}?" if near else told


__all__ = ["MISSING", "PARTS", "Path", "Plan", "Record", "empty", "field_names", "lookup", "plan_for", "told_fields"]
