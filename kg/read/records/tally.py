"""The same complaint about thousands of records is one line with a count, not thousands of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.errors import KgError, ReadError
from kg.read.options import Failure, Reading

NO_FIELD = "no field with a text"
SHOWN = 3
"""Complaints of one kind that are shown each; of fields that are missing, which all records lack, only the first."""
VARYING = re.compile(r"\([^()]*\)|\d+|:.*")
"""What may be different in complaints of one kind: what stands in parentheses, numbers, and all behind a colon."""


@dataclass(slots=True)
class Kind:
    """Complaints that differ in nothing but the record: how many there were, and the first that is not shown."""

    count: int = 0
    held: int = 0
    place: str = ""
    message: str = ""


def told_once(results: Iterable[Reading | Failure], source: str) -> Iterator[Reading | Failure]:
    """`results` with repeated warnings and failures of one kind summed up at the end. No record that fails goes
    uncounted: a Failure that stands for several says so in `records`."""
    failures: dict[str, Kind] = {}
    warnings: dict[str, Kind] = {}
    held: list[Reading | Failure] = []  # the last article and the failures behind it
    for result in caught(results, source):
        if isinstance(result, Failure):
            if shown(failures, bare(str(result.error), result.source), result.source):
                held.append(result)
            continue
        yield from held
        path = result.article.path or source
        kept = tuple(each for each in result.warnings if shown(warnings, bare(each, path), path))
        held = [result if len(kept) == len(result.warnings) else replace(result, warnings=kept)]
    summary = tuple(summed(kind, source) for kind in warnings.values() if kind.held)
    for result in held:
        if summary and isinstance(result, Reading):
            result = replace(result, warnings=(*result.warnings, *summary))
        yield result
    for kind in failures.values():
        if kind.held:
            yield Failure(source, ReadError(summed(kind, source)), kind.held)


def caught(results: Iterable[Reading | Failure], source: str) -> Iterator[Reading | Failure]:
    """`results` with an error that ends them as the last."""
    try:
        yield from results
    except KgError as error:
        yield Failure(source, error)


def shown(kinds: dict[str, Kind], message: str, place: str) -> bool:
    """Count a complaint; whether it is shown by itself."""
    kind = kinds.setdefault(VARYING.sub("", message), Kind())
    kind.count += 1
    if kind.count <= (1 if message.startswith("no field ") else SHOWN):
        return True
    if not kind.held:
        kind.place, kind.message = place, message
    kind.held += 1
    return False


def bare(message: str, place: str) -> str:
    return message.removeprefix(place).removeprefix(":").strip()


def summed(kind: Kind, source: str) -> str:
    """ "news.jsonl: 9997 more records from news.jsonl:4 on, likewise: no text in field body; …"."""
    if kind.held == 1:
        return f"{kind.place}: {kind.message}"
    return f"{source}: {kind.held} more records from {kind.place} on, likewise: {kind.message.split('; ')[0]}"
