"""Extractors of installed packages: found by name, made with the user's settings, and blamed in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from plugins import install

from kg.errors import InputError, PipelineError
from kg.extract.extractor import DEFAULT
from kg.extract.installed import installed_extractors, make_extractor, refuse_unknown
from kg.pipeline import Tools

GOOD = """
class Toy:
    name, pipeline = "{name}", "{pipeline}"
    def __init__(self, *given): self.given = given
    def extract(self, articles): return iter(())

def make(knowledge, settings):
    return Toy(knowledge, settings)
"""


def toy(name: str, pipeline: str | None = None) -> str:
    return GOOD.format(name=name, pipeline=pipeline or f"{name} 1.0")


def test_those_of_kg_itself() -> None:
    assert set(installed_extractors()) >= {DEFAULT, "llm"}
    assert installed_extractors() == tuple(sorted(installed_extractors()))


def test_one_of_another_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(install(tmp_path, "toy_a", toy("a"), a="toy_a:make"))
    tools = Tools(extractor="a", settings={"x": "1"})
    made = make_extractor("a", tools, {"x": "1"})
    assert (made.name, made.pipeline) == ("a", "a 1.0")
    assert made.given == (tools, {"x": "1"})  # type: ignore[attr-defined]
    assert type(tools.extractor) is type(made)
    assert tools.report() == ()


def test_an_unknown_name_is_answered_with_those_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(install(tmp_path, "toy_b", toy("b"), b="toy_b:make"))
    with pytest.raises(InputError, match="extractor 'nix' is not installed; installed are: b, llm, rules"):
        make_extractor("nix", Tools(), {})


def test_a_name_that_two_packages_offer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("toy_c", "toy_d"):
        monkeypatch.syspath_prepend(install(tmp_path / package, package, toy("c"), c=f"{package}:make"))
    with pytest.raises(InputError, match="offered by several packages: toy_c, toy_d; uninstall all but one"):
        make_extractor("c", Tools(), {})


@pytest.mark.parametrize(
    ("package", "code", "told"),
    [
        ("toy_e", "import nothing_of_that_name", "ModuleNotFoundError: No module named 'nothing_of_that_name'"),
        ("toy_f", "def make(knowledge): pass", "TypeError"),
        ("toy_g", "def other(): pass", "AttributeError"),
        ("toy_h", "def make(knowledge, settings): raise ValueError('two\\nlines')", "ValueError: two lines"),
        ("toy_i", "def make(knowledge, settings): return object()", "no attribute 'name'"),
        ("toy_j", toy("other"), "it must be named 'x' and say so in its pipeline, not 'other' and 'other 1.0'"),
        ("toy_k", toy("x", "version 1"), "not 'x' and 'version 1'"),
    ],
)
def test_what_is_wrong_with_a_package_is_told_in_one_line(
    package: str, code: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(install(tmp_path, package, code, x=f"{package}:make"))
    with pytest.raises(PipelineError) as raised:
        make_extractor("x", Tools(), {})
    assert told in str(raised.value)
    assert f"extractor x ({package}:make)" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_its_own_errors_come_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from kg.errors import InputError\ndef make(knowledge, settings): raise InputError('no such colour')"
    monkeypatch.syspath_prepend(install(tmp_path, "toy_l", code, l="toy_l:make"))
    with pytest.raises(InputError, match=r"^no such colour$"):
        make_extractor("l", Tools(), {})


def test_settings_of_no_use() -> None:
    with pytest.raises(InputError, match="extractor rules: no setting 'a'; it has none"):
        make_extractor(DEFAULT, Tools(), {"b": "2", "a": "1"})
    with pytest.raises(InputError, match="no setting 'c'; it knows a, b"):
        refuse_unknown("x", {"a": "1", "c": "3"}, ("a", "b"))
    refuse_unknown("x", {"a": "1"}, ("a", "b"))
