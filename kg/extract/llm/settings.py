"""What the user says about the endpoint: by settings of the command line, else by the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from urllib.parse import urlsplit

from kg.errors import InputError
from kg.extract.installed import refuse_unknown

NAME = "llm"
KNOWN = ("url", "model", "prices", "timeout", "chunk")


@dataclass(frozen=True, slots=True)
class Settings:
    """`url` is the base of the endpoint ("http://127.0.0.1:8000/v1"), to which /chat/completions is added. `prices` are
    US dollars per million tokens in and out, None when not given. `timeout` is how many seconds the server may stay
    silent, `chunk` about how many code points of an article go into one request."""

    url: str = ""
    model: str = ""
    key: str | None = field(default=None, repr=False)
    prices: tuple[float, float] | None = None
    timeout: float = 120.0
    chunk: int = 3000
    dry_run: bool = False

    @staticmethod
    def read(given: Mapping[str, str], *, dry_run: bool = False) -> Settings:
        """From settings, else KG_LLM_URL and KG_LLM_MODEL; the key only from KG_LLM_API_KEY, since other users of a
        machine can see the command line. A dry run needs neither address nor model.

        Raises InputError for a setting that is unknown, missing or not usable.
        """
        refuse_unknown(NAME, given, KNOWN)
        url = given.get("url") or os.environ.get("KG_LLM_URL", "")
        model = given.get("model") or os.environ.get("KG_LLM_MODEL", "")
        if not dry_run:
            _require("url", url, "KG_LLM_URL", "http://127.0.0.1:8000/v1")
            _require("model", model, "KG_LLM_MODEL", "NAME")
        return Settings(
            url=_address(url) if url else "",
            model=model,
            key=_key(os.environ.get("KG_LLM_API_KEY")),
            prices=_prices(given["prices"]) if given.get("prices") else None,
            timeout=_number("timeout", given.get("timeout", "120"), 1),
            chunk=int(_number("chunk", given.get("chunk", "3000"), 200)),
            dry_run=dry_run,
        )


def _require(name: str, value: str, variable: str, example: str) -> None:
    if not value:
        ways = f"set {variable}, or give --extractor-option {name}={example}"
        raise InputError(f"extractor {NAME}: no {name}; {ways}")


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        good = False
    if not good or parts.username is not None or parts.query or parts.fragment:
        wanted = "give the base, such as https://host/v1, without user, password or query"
        raise InputError(f"extractor {NAME}: url is no address of an endpoint; {wanted}")
    return url.rstrip("/").removesuffix("/chat/completions")


def _key(key: str | None) -> str | None:
    """Trimmed; a key that cannot stand in a header would otherwise be shown by the error."""
    key = (key or "").strip()
    if not (key.isascii() and key.isprintable()):
        raise InputError(f"extractor {NAME}: KG_LLM_API_KEY holds characters that no key has; copy it again")
    return key or None


def _prices(text: str) -> tuple[float, float]:
    parts = [_number("prices", part, 0) for part in text.split(",")]
    if len(parts) != 2:
        wanted = "give dollars per million tokens in and out, such as prices=0.15,0.60"
        raise InputError(f"extractor {NAME}: prices={text}: two numbers are needed; {wanted}")
    return parts[0], parts[1]


def _number(name: str, text: str, least: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not isfinite(value) or value < least:
        raise InputError(f"extractor {NAME}: {name}={text}: give a number from {least:g} on")
    return value
