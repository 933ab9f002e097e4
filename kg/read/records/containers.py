"""Where the records stand in a JSON value: itself, a list inside it, or an object that is wrapped around one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Rank = Callable[[Mapping[str, Any]], int]
"""How much an object looks like an article: 0 not at all."""
DEEPEST = 6
TRIED = 5
"""Items of a list that are looked at to see what it holds."""


def unwrapped(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document of a search engine's hit, with the hit's own id where it has none."""
    inner = record.get("_source")
    if not isinstance(inner, Mapping):
        return record
    own = record.get("_id")
    return {**inner, "_id": own} if own is not None and "_id" not in inner else inner


def found_list(value: Any, rank: Rank, least: int) -> list[Any] | None:
    """The list inside `value` whose objects look most like articles, and more than `least`; of equals the outermost.
    Objects under keys of their own (`{"a17": {…}, "a18": {…}}`) count as a list."""
    best, found = least, None
    for items in lists_in(value):
        likeness = max((rank(item) for item in items[:TRIED] if isinstance(item, Mapping)), default=0)
        if likeness > best:
            best, found = likeness, items
    return found


def is_other_thing(item: Any) -> bool:
    """Whether an object of linked data is no article but a site, a person or a picture."""
    kind = str(item.get("@type", "")) if isinstance(item, Mapping) else ""
    return bool(kind) and not any(name in kind for name in ("Article", "Posting", "Report"))


def lists_in(value: Any) -> Iterator[list[Any]]:
    """Lists of objects below `value`, the nearest first; not those inside the items of another list."""
    waiting: deque[tuple[int, Any]] = deque([(0, value)])
    while waiting:
        depth, node = waiting.popleft()
        if isinstance(node, list) and any(isinstance(item, Mapping) for item in node[:TRIED]):
            yield node
        elif isinstance(node, Mapping) and depth < DEEPEST:
            objects = [with_key(each, key) for key, each in node.items() if isinstance(each, Mapping)]
            if len(node) == len(objects) > 1:
                yield objects
            waiting.extend((depth + 1, each) for each in node.values() if isinstance(each, Mapping | list))


def with_key(record: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A record that stands under a key of its own; the key is its id where it has none."""
    return record if any(name in record for name in ("id", "_id", "uuid")) else {**record, "id": key}


def inner_record(value: Mapping[str, Any], rank: Rank, least: int) -> Mapping[str, Any] | None:
    """The nearest object inside `value` that looks like an article (`least` or more), with what stands around it
    (`{"id": 7, "attributes": {"body": …}}`)."""
    waiting: deque[tuple[Mapping[str, Any], Mapping[str, Any]]] = deque([({}, value)])
    for _ in range(100):
        if not waiting:
            return None
        around, node = waiting.popleft()
        if rank(node) >= least:
            return {**around, **node}
        for key, each in node.items():
            if isinstance(each, Mapping):
                waiting.append(({**around, **{name: other for name, other in node.items() if name != key}}, each))
    return None


def from_feed(value: Mapping[str, Any]) -> list[Any] | None:
    """The items of a JSON Feed (jsonfeed.org), each with the feed's title as publisher and its language."""
    items = value.get("items")
    if "jsonfeed.org" not in str(value.get("version")) or not isinstance(items, list):
        return None
    beside = {"publisher": value.get("title"), "language": value.get("language")}
    return [{**beside, **item} if isinstance(item, Mapping) else item for item in items]


def from_table(value: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The rows of a data frame that was written by columns: {"columns": …, "data": …} or {"title": {"0": …}, …}."""
    names, rows = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows[:TRIED]):
        return [dict(zip(map(str, names), row, strict=False)) for row in rows]
    columns = list(value.values())
    if len(columns) < 2 or not all(isinstance(column, Mapping) for column in columns):
        return None
    keys = list(columns[0])
    plain = all(not isinstance(each, Mapping) for column in columns for each in list(column.values())[:TRIED])
    if not plain or any(list(column) != keys for column in columns[1:]) or not all(map(str.isdigit, keys)):
        return None
    return [{name: column[key] for name, column in value.items()} for key in keys]
