"""The kit for Neo4j Browser: the library as favorites that run as they are, a style, and a guide.

A favorite takes no `$parameters`: what is looked for stands as a map in its first lines, to be filled in there. The
Browser would ask for parameters to be set by `:param` before, and shows no rows of a text that does both. A scoped
subquery, `CALL (ask) {…}`, which Neo4j knows from 5.23 on, lets the statement see that map and stay as it is otherwise.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from textwrap import indent

from kg.graph.cypher import Parameter, Statement, list_statements, read_companion

STYLE, FAVORITES, GUIDE = "kg.grass", "kg-favorites.zip", "README.md"

_FOLDERS = {"kg pictures": "browser", "kg questions": "query"}
"""Folder of favorites in the Browser, and that of the library whose statements it holds."""
_SAMPLES: Mapping[str, object] = {"name": "a name", "string": "a word", "strings": ["an id"], "date": "2000-01-01"}
"""What stands where a value must be given, by type of parameter: something that runs and shows what belongs there."""
_LITERALS = re.compile(r"(?<=LIMIT )\$(\w+)")
_NAMES = re.compile(r"toLower\(\$(\w+)\) IN (\w+)\.search")
_REFERENCES = re.compile(r"\$(\w+)")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold; a clock would change the bytes from day to day


def browser_kit() -> dict[str, bytes]:
    """Names and contents of the kit's files, the same bytes at every call."""
    return {
        STYLE: read_companion(f"browser/{STYLE}").encode(),
        FAVORITES: _zip(),
        GUIDE: read_companion(f"browser/{GUIDE}").encode(),
    }


def write_favorite(statement: Statement) -> str:
    """The statement as a favorite: its title in the first line, which the Browser shows in its list, the question, what
    to fill in, and the statement."""
    defaults = {parameter.name: _default(parameter) for parameter in statement.parameters}
    body = _LITERALS.sub(lambda match: defaults[match[1]], statement.text)
    used = set(_REFERENCES.findall(body))
    asked = [parameter for parameter in statement.parameters if parameter.name in used]
    lines = [f"// {statement.title}", f"// {statement.question}"]
    if asked:
        # kg brings a name into normal form before it asks; here nobody does, so a name as shown is looked for as well.
        body = _NAMES.sub(r"(toLower(ask.\1) IN \2.search OR ask.\1 IN \2.aliases + \2.name)", body)
        body = indent(_REFERENCES.sub(r"ask.\1", body), "  ")
        given = [_line(parameter, defaults, last=parameter is asked[-1]) for parameter in asked]
        columns = ", ".join(statement.columns)
        lines += ["WITH {", *given, "} AS ask", "CALL (ask) {", body, "}", f"RETURN {columns}"]
    else:
        lines.append(body)
    return "\n".join(lines) + "\n"


def _default(parameter: Parameter) -> str:
    value = _SAMPLES.get(parameter.type) if parameter.required else parameter.default
    return json.dumps(value, ensure_ascii=False).replace('"', "'")


def _line(parameter: Parameter, defaults: Mapping[str, str], *, last: bool) -> str:
    value = f"{parameter.name}: {defaults[parameter.name]}{'' if last else ','}"
    return f"  {value} // {parameter.description}"


def _zip() -> bytes:
    """Both Browsers take the folder from the path and the older one the title from the first line, the newer one from
    the file's name; the newer one wants the folders as entries of their own."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, source in _FOLDERS.items():
            archive.writestr(_entry(f"{folder}/"), "")
            for statement in sorted(list_statements(source), key=lambda statement: statement.title):
                archive.writestr(_entry(f"{folder}/{statement.title}.cypher"), write_favorite(statement))
    return packed.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry that is the same on every system."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 3
    entry.external_attr = (0o40755 << 16) | 0x10 if entry.is_dir() else 0o100644 << 16
    entry.compress_type = zipfile.ZIP_STORED if entry.is_dir() else zipfile.ZIP_DEFLATED
    return entry
