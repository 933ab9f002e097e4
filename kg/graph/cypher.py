"""Loads the library of Cypher statements in `cypher/`, one statement a file, with a header that a program can read.

    // title: Who met whom
    // question: Who met X, where and when?
    // parameter: person name = null | one side of the meeting
    // parameter: limit integer = 100 | rows at most
    // columns: party, other, claim_ids
    MATCH …

Comment lines without a key are remarks. A parameter without a default must be given. Types: `name` (any name of an
entity; compared in normalised form), `string`, `strings` (a list), `integer`, `float`, `boolean`, `date` (ISO 8601, may
be reduced: "2022-02"). Statements under `project/` are templates: an identifier such as `__TYPE__` stands for a label
or relationship type, which Cypher cannot take as a parameter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import kg
from kg.errors import GraphError, QuestionError
from kg.gazetteer.names import normalise

_HEADER = re.compile(r"//\s*(?P<key>\w+):\s*(?P<value>.*?)\s*$")
_PARAMETER = re.compile(
    r"(?P<name>[a-z_]+)\s+(?P<type>[a-z]+)(?:\s*=\s*(?P<default>[^|]*[^|\s]))?\s*\|\s*(?P<description>.+)"
)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PLACEHOLDER = re.compile(r"__([A-Z]+)__")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_KEYS = ("title", "question", "parameter", "columns")


def _date(value: Any) -> str:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise ValueError("an ISO date such as 2022-02-04, 2022-02 or 2022 is needed")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text is needed")
    return value


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [_text(part) for part in value]


def _boolean(value: Any) -> bool:
    if value not in (True, False, "true", "false"):
        raise ValueError("true or false is needed")
    return value in (True, "true")


_CONVERT: Mapping[str, Callable[[Any], Any]] = {
    "name": lambda value: normalise(_text(value)),
    "string": _text,
    "strings": _texts,
    "integer": int,
    "float": float,
    "boolean": _boolean,
    "date": _date,
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """`type` is one of the types in the module's docstring; `default` counts only when not `required`."""

    name: str
    type: str
    required: bool
    default: Any
    description: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One file of the library. `name` is its path without suffix ("query/who_met_whom"); `text` the bare statement."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str

    def bind(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Complete and convert `values` (as typed by a user, or already of the right type) for this statement.

        Names come out normalised, defaults filled in; None is accepted where the default is null. Raises QuestionError
        for a name the statement does not know, a missing parameter or a value of the wrong type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                allowed = ", ".join(known) or "none"
                raise QuestionError(f"{self.name}: no parameter {name!r}; it takes {allowed}")
        return {name: self._value(parameter, values) for name, parameter in known.items()}

    def _value(self, parameter: Parameter, values: Mapping[str, Any]) -> Any:
        value = values.get(parameter.name)
        if value is None:
            if parameter.required:
                raise QuestionError(f"{self.name}: parameter {parameter.name} is missing ({parameter.description})")
            return parameter.default
        try:
            return _CONVERT[parameter.type](value)
        except (TypeError, ValueError) as error:
            raise QuestionError(f"{self.name}: {parameter.name} cannot be {value!r}: {error}") from error

    def fill(self, **names: str) -> str:
        """The text with each placeholder `__KEY__` replaced by the label or relationship type `names[KEY]`.

        The caller takes the names from closed lists; that they are plain identifiers is checked once more here, since
        this is the only place where text gets into a statement. Raises GraphError otherwise.
        """
        for value in names.values():
            if not _IDENTIFIER.fullmatch(value):
                raise GraphError(f"{value!r} cannot be a label or relationship type; use letters and underscores")
        return _PLACEHOLDER.sub(lambda match: names[match[1]], self.text)


def parse_statement(name: str, source: str) -> Statement:
    """Parse one file. `name` is its path without suffix; raises GraphError that says which line breaks the format."""
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    lines = source.splitlines()
    body = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("//")), len(lines))
    for number, line in enumerate(lines[:body], start=1):
        match = _HEADER.match(line)
        if not match:
            continue
        if match["key"] not in _KEYS:
            raise GraphError(f"{name}.cypher:{number}: unknown key {match['key']!r}; use one of {', '.join(_KEYS)}")
        if match["key"] == "parameter":
            parameters.append(_parse_parameter(f"{name}.cypher:{number}", match["value"]))
        elif match["key"] in fields:
            raise GraphError(f"{name}.cypher:{number}: {match['key']} stands there twice; keep one")
        elif match["value"]:
            fields[match["key"]] = match["value"]
    needed = _KEYS if name.startswith("query/") else ("title",)
    if missing := [key for key in needed if key not in fields and key != "parameter"]:
        raise GraphError(f"{name}.cypher: the header lacks '// {missing[0]}: …'; add it above the statement")
    text = "\n".join(lines[body:]).strip().removesuffix(";")
    if not text:
        raise GraphError(f"{name}.cypher: no statement below the header")
    columns = tuple(column.strip() for column in fields.get("columns", "").split(",") if column.strip())
    return Statement(name, fields["title"], fields.get("question", ""), tuple(parameters), columns, text)


def _parse_parameter(place: str, value: str) -> Parameter:
    match = _PARAMETER.fullmatch(value)
    if not match:
        raise GraphError(f"{place}: expected '// parameter: NAME TYPE = DEFAULT | description', not {value!r}")
    if match["type"] not in _CONVERT:
        raise GraphError(f"{place}: unknown type {match['type']!r}; use one of {', '.join(_CONVERT)}")
    try:
        default = json.loads(match["default"]) if match["default"] else None
    except ValueError as error:
        raise GraphError(f'{place}: default {match["default"]!r} is not JSON (null, 10, true, "text")') from error
    return Parameter(match["name"], match["type"], match["default"] is None, default, match["description"])


def _folder() -> Traversable:
    """The library: inside the package in a wheel, beside it in a checkout or an editable install."""
    shipped = files("kg") / "cypher"
    return shipped if shipped.is_dir() else Path(kg.__file__).parent.parent / "cypher"


@cache
def load_statement(name: str) -> Statement:
    """The statement called `name` ("query/who_met_whom"); QuestionError when the library has none of that name."""
    folder, _, stem = name.partition("/")
    if stem in _stems(folder):
        return parse_statement(name, (_folder() / folder / f"{stem}.cypher").read_text("utf-8"))
    close = get_close_matches(stem, _stems(folder), n=1)
    hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(_stems(folder)) or 'none'}"
    raise QuestionError(f"no statement {stem!r} in cypher/{folder}; {hint}")


def list_statements(folder: str) -> tuple[Statement, ...]:
    """All statements of one folder ("query"), sorted by name."""
    return tuple(load_statement(f"{folder}/{stem}") for stem in _stems(folder))


def read_companion(name: str) -> str:
    """A file of the library that is no statement, such as "browser/kg.grass", as text."""
    return (_folder() / name).read_text("utf-8")


@cache
def _stems(folder: str) -> tuple[str, ...]:
    place = _folder() / folder
    if not folder.isidentifier() or not place.is_dir():
        return ()
    names = (file.name for file in place.iterdir())
    return tuple(sorted(name.removesuffix(".cypher") for name in names if name.endswith(".cypher")))
