"""Settings of the language-model extractor: where they come from, and how mistakes are told."""

from __future__ import annotations

import re

import pytest

from kg.errors import InputError
from kg.extract.llm.settings import Settings

GIVEN = {"url": "http://127.0.0.1:1/v1", "model": "m"}
VARIABLES = ("KG_LLM_URL", "KG_LLM_MODEL", "KG_LLM_API_KEY")


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_environment_and_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_LLM_URL", "https://models.example/v1/")
    monkeypatch.setenv("KG_LLM_MODEL", "large")
    monkeypatch.setenv("KG_LLM_API_KEY", " key\n")
    read = Settings.read({"model": "small", "prices": "0.5,2", "timeout": "3", "chunk": "900"})
    assert (read.url, read.model, read.key) == ("https://models.example/v1", "small", "key")
    assert (read.prices, read.timeout, read.chunk) == ((0.5, 2.0), 3.0, 900)


def test_the_whole_address_does_as_well() -> None:
    assert Settings.read(GIVEN | {"url": "http://localhost:8080/v1/chat/completions"}).url == "http://localhost:8080/v1"


def test_a_dry_run_needs_nothing() -> None:
    assert Settings.read({}, dry_run=True) == Settings(dry_run=True)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "no url; set KG_LLM_URL, or give --extractor-option url=http"),
        ({"url": GIVEN["url"]}, "no model; set KG_LLM_MODEL"),
        (GIVEN | {"key": "x"}, "no setting 'key'; it knows url, model, prices, timeout, chunk"),
        (GIVEN | {"url": "models.example/v1"}, "url is no address"),
        (GIVEN | {"url": "ftp://models.example/v1"}, "url is no address"),
        (GIVEN | {"url": "http://models.example:port/v1"}, "url is no address"),
        (GIVEN | {"url": "http://user:password@models.example/v1"}, "without user, password"),
        (GIVEN | {"prices": "0.5"}, "prices=0.5: two numbers are needed"),
        (GIVEN | {"prices": "a,b"}, "prices=a: give a number from 0 on"),
        (GIVEN | {"prices": "-1,2"}, "prices=-1"),
        (GIVEN | {"timeout": "nan"}, "timeout=nan"),
        (GIVEN | {"timeout": "0"}, "timeout=0: give a number from 1 on"),
        (GIVEN | {"chunk": "10"}, "chunk=10: give a number from 200 on"),
    ],
)
def test_mistakes(given: dict[str, str], told: str) -> None:
    with pytest.raises(InputError, match=re.escape(told)) as raised:
        Settings.read(given)
    assert "password@" not in str(raised.value)


def test_a_key_that_is_none_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_LLM_API_KEY", "se\ncret")
    with pytest.raises(InputError, match="KG_LLM_API_KEY holds characters") as raised:
        Settings.read(GIVEN)
    assert "cret" not in str(raised.value)
