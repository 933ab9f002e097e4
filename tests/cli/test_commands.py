"""Every command as its user meets it: output, streams, exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_ask_shows_the_answer_then_its_evidence(kg: Run) -> None:
    done = kg("ask", "Who met Kristjan Tamm?")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0].startswith("Ingrid Halvorsen met Kristjan Tamm in Oslo on 12 March 2019")
    assert "“Estonia's economy minister, Kristjan Tamm, met" in done.stdout
    assert "— Baltic Business Review, 2019-03-12, Halvorsen and Tamm meet in Oslo" in done.stdout
    assert not [line for line in lines if line != line.rstrip()], "no blanks at line ends"
    assert done.stderr == ""


def test_a_question_needs_no_quotes(kg: Run) -> None:
    assert kg("ask", "Who", "met", "Kristjan", "Tamm?").stdout == kg("ask", "Who met Kristjan Tamm?").stdout


def test_ask_json_has_rows_claims_and_statement(kg: Run) -> None:
    answer = json.loads(kg("ask", "--json", "Who supplies gas to Baltic Power?").stdout)
    assert {"Lakeland Gas", "Northgate Energy"} == {row["answer"] for row in answer["rows"]}
    assert {quote["claim_id"] for quote in answer["claims"]} >= {id for row in answer["rows"] for id in row["claims"]}
    assert "MATCH" in answer["statement"]


def test_show_cypher(kg: Run) -> None:
    out = kg("ask", "--show-cypher", "Who met Kristjan Tamm?").stdout
    assert "RETURN" in out
    assert '"relation": "MET"' in out


def test_sources_that_disagree_are_named(kg: Run) -> None:
    assert "15 years (Nordic Wire) or 20 years (Tallinn Courier)" in " ".join(kg("conflicts").stdout.split())
    assert kg("ask", "Did Halvorsen meet Erik Lindqvist?").stdout.startswith("Sources disagree: yes, according to")


def test_a_copy_is_shown_as_one(kg: Run) -> None:
    out = " ".join(kg("ask", "Who met Maria Kask?").stdout.split())
    assert "Bergen Gazette, 2019-03-05" in out
    assert "copy of" in out
    assert out.startswith("Erik Lindqvist met Maria Kask in Bergen on 3 March 2019 (Nordic Wire)")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("ask", "Why is that so?"), 2, "not a question I understand"),
        (("ask", "What happened to Maria Kaske?"), 1, "did you mean Maria Kask?"),
        (("ingest", "nowhere"), 2, "nowhere: no such file or folder"),
        (("ingest", "--published", "yesterday", "x.txt"), 2, "--published yesterday: not a date"),
        (("ingest", "--field", "body", "x.txt"), 2, "write it as KEY=VALUE"),
        (("ask", "--store", "none.sqlite", "Who met X?"), 1, "none.sqlite: no ledger there"),
        (("ask", "--graph", "oracle", "Who met X?"), 1, "oracle: not a graph engine"),
        (("query", "who_met_whm"), 2, "did you mean who_met_whom?"),
        (("query", "who_met_whom", "--param", "persn=x"), 2, "no parameter 'persn'"),
        (("path", "Nobody", "Maria Kask"), 1, "Nobody: not in this graph"),
        (("explain", "ffffffffffff"), 1, "no claim or edge has an id that starts so"),
        (("explain", "Maria Kask", "HEADED", "Baltic Power"), 2, "HEADED: no such relation; did you mean HEADS?"),
        (("forget", "ffffffffffff"), 1, "ffffffffffff: no such article"),
        (("cypher", "missing.cypher"), 1, "missing.cypher: No such file or directory"),
        (("eval", "gold"), 2, "give either --claims FILE or --articles PATH"),
        (("nonsense",), 2, "No such command 'nonsense'"),
        (("export", "xml"), 2, "xml"),
    ],
)
def test_mistakes_cost_one_line_and_a_status(arguments: tuple[str, ...], status: int, told: str, kg: Run) -> None:
    done = kg(*arguments)
    assert done.returncode == status
    assert told in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    if not done.stderr.startswith("Usage"):
        assert len(done.stderr.splitlines()) == 1


def test_debug_shows_where(kg: Run) -> None:
    assert "Traceback" in kg("ingest", "nowhere", KG_DEBUG="1").stderr


def test_query_lists_and_runs(kg: Run) -> None:
    assert "who_met_whom" in kg("query").stdout
    out = kg("query", "who_met_whom", "--param", "person=Halvorsen").stdout
    assert "Kristjan Tamm" in out
    assert "“" in out, "rows come with their quotes"
    rows = json.loads(kg("query", "who_met_whom", "--param", "person=Halvorsen", "--json").stdout)
    assert all(row["claim_ids"] for row in rows)


def test_cypher_reads_from_standard_input_and_refuses_to_write(kg: Run) -> None:
    done = kg("cypher", "-", "--param", "name=Estonia", stdin="MATCH (e:Country {name: $name}) RETURN e.name AS name")
    assert done.stdout.split() == ["name", "Estonia"]
    done = kg("cypher", "-", stdin="CREATE (n:Thing) RETURN n")
    assert done.returncode == 1
    assert "Read-only" in done.stderr


def test_path_timeline_and_explain(kg: Run) -> None:
    assert "Maria Kask – " in kg("path", "Maria Kask", "Kristjan Tamm").stdout
    timeline = kg("timeline", "Kristjan Tamm").stdout
    assert timeline.index("5 March 2019") < timeline.index("12 March 2019") < timeline.index("20 September 2019")
    explained = kg("explain", "Northgate Energy", "supplies", "Baltic Power").stdout
    assert "verb:supply" in explained
    claim = json.loads(kg("explain", "--json", "Northgate Energy", "SUPPLIES", "Baltic Power").stdout)[0]["id"]
    assert "characters" in kg("explain", claim[:10]).stdout


def test_extract_and_export_print_json_lines(kg: Run, root: Path) -> None:
    article = root / "examples" / "articles" / "08-storage-stake.txt"
    extracted = [json.loads(line) for line in kg("extract", article, "--format", "jsonl").stdout.splitlines()]
    found = {(c["subject"]["name"], c["relation"], c["object"]["name"]) for c in extracted}
    assert ("Daugava Gas", "APPOINTED", "Andris Liepa") in found
    assert {c["article"] for c in extracted} == {"08-storage-stake"}
    assert json.loads(kg("export", "jsonl").stdout.splitlines()[0])["record"] == "article"
    assert "subject" in json.loads(kg("export", "claims").stdout.splitlines()[0])


def test_status_and_doctor(kg: Run) -> None:
    status = json.loads(kg("status", "--json").stdout)
    assert (status["articles"], status["copies"], status["graph"]) == (11, 1, "current")
    doctor = kg("doctor")
    assert doctor.returncode == 0, doctor.stdout
    assert "language pipeline" in doctor.stdout


def test_doctor_prints_what_mends_it(kg: Run, tmp_path: Path) -> None:
    done = kg("doctor", "--pipeline", "en_core_web_none")
    assert done.returncode == 1
    assert "spacy download en_core_web_none" in done.stdout
    (tmp_path / "damaged.sqlite").write_text("no ledger")
    assert kg("doctor", "--store", "damaged.sqlite").returncode == 1
    assert "kg ingest PATH" in kg("doctor", "--store", "none.sqlite").stdout


def test_doctor_reads_every_format(kg: Run) -> None:
    found = {check["name"]: check for check in json.loads(kg("doctor", "--json").stdout)}
    assert {"web page", "PDF", "JSON Lines"} <= set(found["reading"]["found"].split(", "))


def test_doctor_misses_a_part_of_lxml(spawn_kg: Run, tmp_path: Path, root: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['lxml_html_clean'] = None\n")
    done = spawn_kg("doctor", "--json", cwd=tmp_path, PYTHONPATH=f"{tmp_path}:{root}")
    found = {check["name"]: check for check in json.loads(done.stdout)}
    assert done.returncode == 1
    assert found["reading web page"]["state"] == "missing"
    assert found["reading web page"]["remedy"].endswith("pip install lxml_html_clean")
    assert "PDF" in found["reading"]["found"]


def test_doctor_names_a_neo4j_that_does_not_answer(kg: Run) -> None:
    done = kg("doctor", "--json", NEO4J_URI="bolt://127.0.0.1:1")
    found = {check["name"]: check for check in json.loads(done.stdout)}
    assert done.returncode == 1
    assert found["Neo4j"]["state"] == "missing"
    assert "compose" in found["Neo4j"]["remedy"]


def test_eval_scores_a_folder_of_gold(kg: Run, tmp_path: Path, root: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    end = {"Daugava Gas": "Organization", "Andris Liepa": "Person"}
    claim = {
        "subject": {"names": ["Daugava Gas"], "type": end["Daugava Gas"]},
        "relation": "APPOINTED",
        "object": {"names": ["Andris Liepa", "Liepa"], "type": end["Andris Liepa"]},
    }
    (gold / "08.json").write_text(json.dumps({"id": "08-storage-stake", "claims": [claim]}))
    article = root / "examples" / "articles" / "08-storage-stake.txt"
    scores = json.loads(kg("eval", gold, "--articles", article, "--relation", "APPOINTED", "--json").stdout)
    assert (scores["claims"]["right"], scores["claims"]["recall"]) == (1, 1.0)
    claims = kg("extract", article).stdout
    assert "recall 1.000" in kg("eval", gold, "--claims", "-", "--relation", "APPOINTED", stdin=claims).stdout


def test_extract_leaves_out_what_is_less_sure(kg: Run, root: Path) -> None:
    def confidences(*options: str) -> list[float]:
        lines = kg("extract", str(root / "examples" / "articles"), *options).stdout.splitlines()
        return [json.loads(line)["confidence"] for line in lines]

    every, sure = confidences(), confidences("--min-confidence", "0.8")
    assert sure == [confidence for confidence in every if confidence >= 0.8]
    assert 0 < len(sure) < len(every)
