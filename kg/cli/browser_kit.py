"""kg browser-kit: what makes a graph readable in Neo4j Browser, as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def browser_kit(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files go; it is made when missing.")],
) -> None:
    """Write favorites and a style for Neo4j Browser.

    The guide beside them, README.md, says how they are brought in.
    """
    from kg.cli.output import emit_line
    from kg.export.browser_kit import browser_kit as make

    folder.mkdir(parents=True, exist_ok=True)
    for name, content in make().items():
        (folder / name).write_bytes(content)
        emit_line(str(folder / name))
