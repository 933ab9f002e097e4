"""kg query: the list, what one takes, its formats, what the shell completes; and the kit for Neo4j Browser."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.graph.cypher import list_statements

Run = Callable[..., Any]
NAMES = [statement.name.removeprefix("query/") for statement in list_statements("query")]


def test_the_list_has_every_query_with_its_question(kg: Run) -> None:
    lines = kg("query").stdout.splitlines()
    for statement in list_statements("query"):
        assert f"{statement.name.removeprefix('query/')} " in " ".join(lines)
        assert any(line.endswith(statement.question) for line in lines), statement.name
    assert [row["title"] for row in json.loads(kg("query", "--json").stdout)] == [
        statement.title for statement in list_statements("query")
    ]


def test_describe_tells_parameters_without_a_graph(run_kg: Run, tmp_path: Path) -> None:
    told = run_kg("query", "timeline", "--describe", cwd=tmp_path).stdout
    assert "What happened to X, in order?" in told
    assert "entity=…  name  (needed)  any of its names" in told
    assert "from=…    date  any       on or after this day" in told
    assert json.loads(run_kg("query", "timeline", "--describe", "--json", cwd=tmp_path).stdout)["title"]


def test_every_query_runs_on_a_real_ledger(kg: Run) -> None:
    given = {"name": "Estonia", "string": "a", "strings": "none", "date": "2000"}
    for statement in list_statements("query"):
        parameters = [f"{p.name}={given[p.type]}" for p in statement.parameters if p.required]
        options = [part for parameter in parameters for part in ("--param", parameter)]
        done = kg("query", statement.name.removeprefix("query/"), *options, "--json")
        assert (done.returncode, done.stderr) == (0, ""), statement.name
        assert all(tuple(row) == statement.columns for row in json.loads(done.stdout)), statement.name


def test_csv_has_all_columns_and_lists_in_one_cell(kg: Run) -> None:
    rows = json.loads(kg("query", "who_met_whom", "--json").stdout)
    read = list(csv.DictReader(io.StringIO(kg("query", "who_met_whom", "--csv").stdout)))
    assert len(read) == len(rows) > 1
    for printed, row in zip(read, rows, strict=True):
        assert printed.keys() == row.keys()
        assert printed["quote"] == row["quote"]
        assert printed["claim_ids"].split("; ") == row["claim_ids"]
        assert printed["planned"] == json.dumps(row["planned"])


def test_csv_without_rows_has_a_heading(kg: Run) -> None:
    assert kg("query", "career", "-p", "person=nobody", "--csv").stdout.startswith("first_day,last_day,status,title,")
    assert kg("cypher", "-", "--csv", stdin="MATCH (n:Nothing) RETURN n.x AS x").stdout == ""
    assert kg("cypher", "-", "--csv", stdin="RETURN 'a, \"b\"' AS x, null AS y").stdout == 'x,y\n"a, ""b""",\n'


def test_one_format_at_a_time(kg: Run) -> None:
    done = kg("query", "counts", "--json", "--csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "kg: --json and --csv: give one of them\n"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("kg query who_m", ["who_met_whom"]),
        ("kg query co", ["co_mentions", "conflicts", "counts"]),
        ("kg query ", NAMES),
        ("kg query who_met_whom --param p", ["person=", "place="]),
        ("kg query timeline -p ", ["entity=", "from=", "to="]),
        ("kg query timeline -p entity=Oslo -p f", ["from="]),
        ("kg query -p p who_met_whom", ["who_met_whom"]),
        ("kg query no_such -p ", []),
        ("kg query -p ", []),
    ],
)
def test_the_shell_completes(typed: str, offered: list[str], run_kg: Run, tmp_path: Path) -> None:
    settings = {"_KG_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split(" ")) - 1)}
    assert run_kg(cwd=tmp_path, **settings).stdout.split() == offered


def test_browser_kit_writes_its_files(run_kg: Run, tmp_path: Path) -> None:
    for _ in range(2):  # the second time over the first
        done = run_kg("browser-kit", "new/kit", cwd=tmp_path)
        assert done.returncode == 0
    written = [Path(line) for line in done.stdout.splitlines()]
    assert [path.name for path in written] == ["kg.grass", "kg-favorites.zip", "README.md"]
    with zipfile.ZipFile(tmp_path / "new/kit/kg-favorites.zip") as packed:
        assert packed.testzip() is None
        assert packed.read("kg questions/Who met whom.cypher").startswith(b"// Who met whom\n")
    assert all((tmp_path / path).stat().st_size for path in written)


def test_browser_kit_says_where_it_cannot_write(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run_kg("browser-kit", "file", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "kg: file: File exists\n")
