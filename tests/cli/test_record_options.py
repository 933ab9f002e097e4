"""--field from the command line: nested fields, the list of records, ids, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]

TEXT = "Anna Berg, the energy minister, met Olav Vik in Oslo on Monday, her ministry said."
RECORD = {
    "nr": 41,
    "story": {"lines": TEXT, "head": "Berg meets Vik"},
    "meta": {"paper": [{"name": "Coast News"}], "day": "4 May 2020"},
    "who": [{"name": "Ann Lee"}, {"name": "Bo Sandberg"}],
}


def fields(*pairs: str) -> list[str]:
    return [part for pair in pairs for part in ("--field", pair)]


def test_fields_inside_objects_and_lists(tmp_path: Path, run_kg: Run) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"old": [], "page": {"stories": [RECORD]}}))
    given = fields(
        *("records=page.stories", "text=story.lines", "title=story.head", "published=meta.day"),
        *("publisher=meta.paper.0.name", "authors=who.name", "id=nr"),
    )
    done = run_kg("ingest", "a.json", *given, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Coast News, 2020-05-04, Berg meets Vik" in run_kg("ask", "Who met Olav Vik?", cwd=tmp_path).stdout
    exported = map(json.loads, run_kg("export", "jsonl", cwd=tmp_path).stdout.splitlines())
    (article,) = [record for record in exported if record["record"] == "article"]
    assert article["authors"] == ["Ann Lee", "Bo Sandberg"]


def test_a_part_that_there_is_not_is_refused(tmp_path: Path, run_kg: Run) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(RECORD))
    done = run_kg("ingest", "a.jsonl", "--field", "foo=bar", cwd=tmp_path)
    assert done.returncode == 2
    assert "--field foo=bar: no part of an article; write one of text, title" in done.stderr


def test_records_without_the_named_field_are_one_line_and_all_counted(tmp_path: Path, run_kg: Run) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps({"body": TEXT}) + "\n") * 300)
    done = run_kg("ingest", "a.jsonl", *fields("text=boddy"), cwd=tmp_path)
    assert done.returncode == 1
    assert "300 failed" in done.stdout
    assert len(done.stderr.splitlines()) == 2
    assert "its fields are body; did you mean --field text=body?" in done.stderr
