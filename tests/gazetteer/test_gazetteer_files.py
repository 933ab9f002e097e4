"""Files of one's own: they extend what is shipped, and every fault is explained with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GazetteerError
from kg.gazetteer import Gazetteer

MINE = """
["kg:zorblax"]
name = "Zorblax"
type = "Organization"
acronyms = ["ZBX"]
country = "Q20"

[Q20]
aliases = ["Norge"]

[titles]
HEADS = ["grand vizier"]

[given_names]
common = ["Zaphod"]
"""


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_own_file_adds_and_extends(tmp_path: Path) -> None:
    gazetteer = Gazetteer.load([write(tmp_path, MINE)])
    assert gazetteer.lookup("zbx")[0].country == "Q20"
    norway = gazetteer.entry("Q20")
    assert norway.name == "Norway"
    assert "Norge" in norway.aliases
    assert norway.capital == "Oslo"
    assert gazetteer.title("grand vizier") == "HEADS"
    assert gazetteer.is_given_name("Zaphod")
    assert gazetteer.is_given_name("Anna")


def test_entries_on_one_line(tmp_path: Path) -> None:
    gazetteer = Gazetteer.load([write(tmp_path, '"kg:a" = { name = "Aabc", type = "Group" }\n')])
    assert gazetteer.entry("kg:a").label == "NORP"


FAULTS = [
    ('["kg:a"]\nname = "A"\ntype = "Company"\n', r"mine\.toml:3: .*type.*Input should be 'Person'"),
    (
        '["kg:a"]\nname = "A"\ntype = "Group"\n\n["kg:b"]\nname = "B"\ntype = "Group"\nalias = ["C"]\n',
        r"mine\.toml:8: .*alias",
    ),
    ('["kg:a"]\nname = "A"\ntype = "Group"\naliases = "C"\n', r"mine\.toml:4: .*aliases"),
    ('"kg:a" = { name = "A", type = "Group" }\n"kg:b" = { name = 3, type = "Group" }\n', r"mine\.toml:2: .*name"),
    ("[titles]\nRULES = []\n", r"mine\.toml:2: .*RULES"),
    ('["kg:a"]\nname = "A"\n', r"mine\.toml:1: \[kg:a\] is new here and needs `name` and `type`"),
    ("name = \n", r"mine\.toml: not TOML: .*line 1"),
    ('name = "A"\n', r"mine\.toml:1: name"),
    ('[Q20]\nname = "A"\n\n[q20]\nname = "B"\n', r"mine\.toml:4: q20: .*pattern"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_fault_is_explained_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(GazetteerError, match=message) as caught:
        Gazetteer.load([write(tmp_path, text)])
    assert "\n" not in str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.toml: cannot be read"):
        Gazetteer.load([tmp_path / "none.toml"])


def test_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes('["kg:a"]\nname = "Ünal"\n'.encode("latin-1"))
    with pytest.raises(GazetteerError, match="not UTF-8"):
        Gazetteer.load([path])
