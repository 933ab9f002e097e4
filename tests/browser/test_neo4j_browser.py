"""The kit in a real Neo4j Browser: style and favorites are dropped on it as a person would, then run and looked at.

Needs Debian's chromium and chromium-driver, and selenium (pip install selenium), which nothing else here uses; not part
of a run without `-m browser`. With KG_SHOTS=DIR it leaves screenshots there for people to look at.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j_server.server import ServerError, running

from kg.export.browser_kit import FAVORITES, STYLE, browser_kit, write_favorite
from kg.graph.cypher import list_statements, load_statement
from kg.graph.engines import open_store
from kg.graph.projection import project_snapshot

pytest.importorskip("selenium", reason="needs selenium: pip install selenium")
from page import Page, programs

sys.path.insert(0, str(Path(__file__).parent.parent / "graph"))
import affairs
import world

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """The Browser of a server with the invented world in it, with style and favorites brought in."""
    if None in programs():
        pytest.skip("needs Chromium and its driver (Debian: apt-get install chromium chromium-driver)")
    try:
        with running(browser=True) as server:
            with open_store(server.uri) as store:
                project_snapshot(affairs.build().snapshot(), store, world.RELATIONS)
            assert server.browser
            opened = Page(server.browser)
            try:
                opened.connect()
                kit = browser_kit()
                opened.drop(STYLE, kit[STYLE])
                opened.drop(FAVORITES, kit[FAVORITES])
                opened.open_favorites("kg pictures", "kg questions")
                yield opened
            finally:
                opened.close()
    except ServerError as error:
        pytest.skip(str(error))


def test_the_style_is_taken(page: Page) -> None:
    assert "node.Person" in page.frame(":style").text


def test_every_favorite_is_there(page: Page) -> None:
    titles = {statement.title for folder in ("browser", "query") for statement in list_statements(folder)}
    assert titles <= page.favorites()


def test_who_met_whom_gives_a_table(page: Page) -> None:
    frame = page.run_favorite("Who met whom")
    shot(page, "who-met-whom")
    rows = page.contents(frame)
    assert "Ada Quill" in rows
    assert "Lena Orsk" in rows
    assert "Lone Island" in rows


def test_meetings_are_drawn_in_the_colours_of_the_style(page: Page) -> None:
    frame = page.run_favorite("Meetings")
    assert {"Lena Orsk", "Ada Quill", "Sundaland"} <= page.captions(frame)
    assert {"MET", "VISITED", "HOSTED"} <= page.captions(frame)
    shot(page, "meetings")
    style = browser_kit()[STYLE].decode()
    person = style.split("node.Person {")[1].split("color: ")[1].split(";")[0]
    assert person.lower() in page.colours(frame)


def test_a_favorite_can_be_asked_for_somebody(page: Page) -> None:
    shown = page.read_favorite("Who met whom")
    assert shown.startswith("// Who met whom\n// Who met X, where and when?\nWITH {\n  person: null, //")
    favorite = write_favorite(load_statement("query/who_met_whom"))
    frame = page.run(favorite.replace("person: null", "person: 'Ada Quill'"))
    shot(page, "who-met-ada-quill")
    rows = page.contents(frame)
    assert "Tomáš Brandt" in rows
    assert "Lena Orsk" not in rows


@pytest.mark.parametrize("title", ["Overview", "Around one", "Evidence between two", "One article", "Quarrels"])
def test_pictures_are_drawn(page: Page, title: str) -> None:
    frame = page.run_favorite(title)
    assert len(page.captions(frame)) > 4
    shot(page, title.lower().replace(" ", "-"))


def shot(page: Page, name: str) -> None:
    if folder := os.environ.get("KG_SHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.shot(Path(folder) / f"{name}.png")
