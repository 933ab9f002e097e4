"""Writes docs/cypher.md from the headers of the library: python tests/graph/library_page.py"""

from __future__ import annotations

import json
from pathlib import Path

from kg.graph.cypher import Parameter, Statement, list_statements

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "cypher.md"

HEAD = """# The Cypher library

`cypher/query/` holds one question a file, in Cypher that Neo4j and the embedded engine answer alike. `kg query` lists
them, `kg query NAME --describe` tells what one takes, and this runs one:

```console
$ kg query who_met_whom --param person="Lena Orsk" --param from=2021-05
```

Print with `--json` or `--csv` for other programs, with `--show-cypher` to see the statement. `--graph neo4j://…` asks a
server in place of the embedded graph. Names may be written in any way that the articles use, in capitals or not. Days
may be years (`2021`) or months (`2021-05`). Rows end in `claim_ids`; `kg query evidence --param claims=ID` and
`kg explain ID` show the sentences behind them.

`kg browser-kit DIR` makes favorites for Neo4j Browser of all of them; see [the guide](../cypher/browser/README.md). To
add a question, put a file like the others into `cypher/query/`, add its rows to a test in `tests/graph/`, and write
this page anew by `python tests/graph/library_page.py`.
"""


def render() -> str:
    """The page."""
    questions = "\n".join(_question(statement) for statement in list_statements("query"))
    pictures = "\n".join(f"| {statement.title} | {statement.question} |" for statement in list_statements("browser"))
    return (
        f"{HEAD}\n## Questions\n\n{questions}\n## Pictures\n\n"
        f"In the kit for Neo4j Browser only.\n\n| picture | question |\n| --- | --- |\n{pictures}\n"
    )


def _question(statement: Statement) -> str:
    name = statement.name.removeprefix("query/")
    parameters = "".join(f"- `{p.name}` ({_type(p)}): {p.description}\n" for p in statement.parameters)
    return f"### {name}\n{statement.question}\n\n{parameters}\nGives {', '.join(statement.columns)}.\n"


def _type(parameter: Parameter) -> str:
    if parameter.required:
        return f"{parameter.type}, needed"
    return parameter.type if parameter.default is None else f"{parameter.type}, else {json.dumps(parameter.default)}"


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
