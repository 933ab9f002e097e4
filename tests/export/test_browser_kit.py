"""The kit for Neo4j Browser: complete, the same bytes every time, and in the layout that both Browsers import."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from kg.export.browser_kit import FAVORITES, GUIDE, STYLE, browser_kit, write_favorite
from kg.graph.cypher import list_statements, load_statement, parse_statement
from kg.graph.writer import STRUCTURE
from kg.model import OPEN_RELATION, EntityType
from kg.ontology import Ontology

KIT = browser_kit()


def packed() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(KIT[FAVORITES]))


def test_the_style_has_every_label_and_relation_and_nothing_else() -> None:
    style = KIT[STYLE].decode()
    labels = {type.value for type in EntityType} | {"Kg", "Entity", "Article", "Claim"}
    assert set(re.findall(r"^node\.(\w+)", style, re.MULTILINE)) == labels
    relations = Ontology.load().relations.keys() - {OPEN_RELATION}
    assert set(re.findall(r"^relationship\.(\w+)", style, re.MULTILINE)) == relations | STRUCTURE.keys()


def test_the_general_label_comes_before_the_particular_one() -> None:
    """The Browser lets the last rule that fits win, and every node of ours has Kg, most have Entity."""
    labels = re.findall(r"^node\.(\w+)", KIT[STYLE].decode(), re.MULTILINE)
    assert labels[:2] == ["Kg", "Entity"]


def test_text_can_be_read_on_every_colour() -> None:
    """A contrast of 3 : 1 at least, as WCAG 2.2 asks of large text and of graphics."""
    rules = re.findall(r"^\S+ \{\n(.*?)\}", KIT[STYLE].decode(), re.MULTILINE | re.DOTALL)
    for rule in rules:
        colour, text = (
            re.search(rf"^  {key}: (#\w+);", rule, re.MULTILINE) for key in ("color", "text-color-internal")
        )
        assert colour
        assert text
        if "diameter" in rule and colour[1] != "#A5ABB6":  # which no node of ours keeps
            assert contrast(colour[1], text[1]) >= 3, rule


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_favorites_are_all_questions_and_pictures_in_folders() -> None:
    names = packed().namelist()
    assert names[0] == "kg pictures/", "the newer Browser wants folders as entries, before what is in them"
    assert "kg questions/" in names
    expected = {f"kg pictures/{statement.title}.cypher" for statement in list_statements("browser")}
    expected |= {f"kg questions/{statement.title}.cypher" for statement in list_statements("query")}
    assert {name for name in names if not name.endswith("/")} == expected


def test_a_favorite_starts_with_its_title_and_needs_no_parameters() -> None:
    for name in packed().namelist():
        text = packed().read(name).decode()
        if not name.endswith("/"):
            assert text.startswith(f"// {name.split('/')[1].removesuffix('.cypher')}\n// ")
            assert "$" not in text
            assert ";" not in re.sub(r"//.*", "", text), "two statements would show no rows"


def test_the_same_bytes_every_time() -> None:
    assert browser_kit() == KIT
    assert {entry.date_time for entry in packed().infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_guide_shows_a_favorite_as_it_is() -> None:
    guide = KIT[GUIDE].decode()
    shown = guide.split("```cypher\n")[1].split("```")[0]
    blank = shown.replace("'Lena Orsk'", "null").replace("'2021-05'", "null")
    assert write_favorite(load_statement("query/who_met_whom")).startswith(blank)


HEADER = "// title: T\n// question: Q?\n{}// columns: x\n"


@pytest.mark.parametrize(
    ("parameters", "body", "favorite"),
    [
        ("", "RETURN 1 AS x", "// T\n// Q?\nRETURN 1 AS x\n"),
        ("// parameter: limit integer = 5 | l\n", "RETURN 1 AS x LIMIT $limit", "// T\n// Q?\nRETURN 1 AS x LIMIT 5\n"),
        (
            "// parameter: to date = null | until\n// parameter: topic string | of\n",
            "RETURN $to + $topic AS x",
            "// T\n// Q?\nWITH {\n  to: null, // until\n  topic: 'a word' // of\n} AS ask\nCALL (ask) {\n"
            "  RETURN ask.to + ask.topic AS x\n}\nRETURN x\n",
        ),
        (
            "// parameter: who name = null | w\n",
            "MATCH (e) WHERE toLower($who) IN e.search RETURN e AS x",
            "// T\n// Q?\nWITH {\n  who: null // w\n} AS ask\nCALL (ask) {\n"
            "  MATCH (e) WHERE (toLower(ask.who) IN e.search OR ask.who IN e.aliases + e.name) RETURN e AS x\n"
            "}\nRETURN x\n",
        ),
    ],
)
def test_a_statement_becomes_a_favorite(parameters: str, body: str, favorite: str) -> None:
    assert write_favorite(parse_statement("query/t", HEADER.format(parameters) + body)) == favorite
