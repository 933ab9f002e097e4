"""How commands write: data to stdout, everything else to stderr, and nothing that an article says is taken for markup
or for a control sequence of the terminal."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100
"""Characters a line where there is no terminal to ask, and at most."""


def clean(text: str) -> str:
    """`text` on one line, without the characters that steer terminals or turn the direction of writing."""
    return "".join(
        " " if char in "\n\r\t" else "�" if unicodedata.category(char) in ("Cc", "Cf") and char != "\u200d" else char
        for char in text
    )


@cache
def out() -> Console:
    """Console on stdout. Markup, emoji codes and highlighting are off: all text is shown as it is."""
    return _console(stderr=False)


@cache
def err() -> Console:
    """Console on stderr."""
    return _console(stderr=True)


def note(message: str) -> None:
    """One line for the user on stderr."""
    print(clean(message), file=sys.stderr)  # noqa: T201 - its job


def emit(value: Any) -> None:
    """One JSON document on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))  # noqa: T201 - its job


def emit_line(text: str) -> None:
    """One line of data on stdout, as it is."""
    print(text)  # noqa: T201 - its job


def table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows under headings; one value a line where the terminal is too narrow for that. Nothing is cut."""
    from rich.table import Table
    from rich.text import Text

    cells = [[clean(_cell(row.get(column))) for column in columns] for row in rows]
    widths = [max(map(len, (column, *(row[at] for row in cells)))) for at, column in enumerate(columns)]
    if out().is_terminal and sum(widths) + 2 * len(widths) > out().width:
        label = max(map(len, columns))
        for row in cells:
            for column, cell in zip(columns, row, strict=True):
                out().print(Text(f"{column:<{label}}  ", style="bold").append(cell, style="not bold"))
            out().print()
        return
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        grid.add_column(Text(column), no_wrap=True)
    for row in cells:
        grid.add_row(*map(Text, row))
    wide = _console(stderr=False, width=sum(widths) + 2 * len(widths))
    with wide.capture() as captured:
        wide.print(grid)
    for line in captured.get().splitlines():
        emit_line(line.rstrip())


@contextmanager
def progress(label: str) -> Iterator[Any]:
    """A function (done, total, what) that moves a bar on stderr, or does nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total, what: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.table import Column

    what = TextColumn("{task.fields[what]}", markup=False, table_column=Column(no_wrap=True, ratio=1))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), what)
    with Progress(*columns, console=err(), transient=True) as bar:
        task = bar.add_task(label, total=None, what="")
        yield lambda done, total, what: bar.update(task, completed=done, total=total, what=clean(what))


def _console(*, stderr: bool, width: int | None = None) -> Console:
    from rich.console import Console

    console = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    console.width = width or (min(console.width, WIDTH) if console.is_terminal else WIDTH)
    return console


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(_cell, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return list(value) if isinstance(value, set | frozenset | tuple) else str(value)
