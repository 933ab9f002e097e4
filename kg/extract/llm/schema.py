"""The form of an answer: as JSON schema for the server, made of the ontology, and as types for reading it back.

The schema keeps to what servers with strict structured output take: every property required, none besides, null where
something is unknown, no keywords beyond types and enumerations.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from math import isfinite
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from kg.model import OPEN_RELATION, EntityType, Modality, Polarity, Status
from kg.ontology import Ontology

Json = dict[str, Any]


def answer_schema(ontology: Ontology) -> Json:
    """JSON schema of an answer: {"claims": [...]}, relations and types as closed enumerations."""
    text = {"type": "string"}
    known = {"type": ["string", "null"]}
    end = _object(name=text, words=text, type=_one_of(*EntityType))
    claim = _object(
        quote=text,
        subject=end,
        relation=_one_of(*closed_relations(ontology)),
        object=end,
        trigger=text,
        polarity=_one_of(*Polarity),
        modality=_one_of(*Modality),
        status={"type": ["string", "null"], "enum": [*map(str, Status), None]},
        attributed_to={"type": "array", "items": text},
        when={"anyOf": [_object(words=text, start=known, end=known), {"type": "null"}]},
        where=known,
        topic=known,
        product=known,
        amount=known,
        duration=known,
        title=known,
        confidence={"type": "number"},
    )
    return _object(claims={"type": "array", "items": claim})


def closed_relations(ontology: Ontology) -> tuple[str, ...]:
    """Names of the relations that a model may use: all but that of open claims."""
    return tuple(name for name in ontology.relations if name != OPEN_RELATION)


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _one_of(*values: str) -> Json:
    return {"type": "string", "enum": [str(value) for value in values]}


def _blank(value: object) -> object:
    """Models write null in many ways."""
    return None if isinstance(value, str) and value.strip().casefold() in {"", "null", "none", "n/a"} else value


def _many(value: object) -> object:
    """One name, or none, where a list is due."""
    return () if _blank(value) is None else (value,) if isinstance(value, str) else value


def _worded(value: object) -> object:
    """A date given as its bare words."""
    return {"words": value} if isinstance(value, str) and _blank(value) else _blank(value)


def _probability(value: object) -> float | None:
    """A number between 0 and 1, or None."""
    good = isinstance(value, int | float) and isfinite(value)
    return min(max(float(value), 0.0), 1.0) if good else None  # type: ignore[arg-type]  # `good` has checked it


Text = Annotated[str, Field(min_length=1, max_length=2000)]
Known = Annotated[Text | None, BeforeValidator(_blank)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True, coerce_numbers_to_str=True)


class EndRow(_Row):
    """Subject or object: its full name, and the words that stand for it in the quote."""

    name: Text
    words: Known = None
    type: str


class WhenRow(_Row):
    """A date in the article's words, with what the model takes it for."""

    words: Known = None
    start: Known = None
    end: Known = None


class ClaimRow(_Row):
    """A claim as the model wrote it; nothing in it is believed yet."""

    quote: Text
    subject: EndRow
    relation: str
    object: EndRow
    trigger: Known = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    status: Annotated[Status | None, BeforeValidator(_blank)] = None
    attributed_to: Annotated[tuple[Text, ...], BeforeValidator(_many)] = ()
    when: Annotated[WhenRow | None, BeforeValidator(_worded)] = None
    where: Known = None
    topic: Known = None
    product: Known = None
    amount: Known = None
    duration: Known = None
    title: Known = None
    confidence: Annotated[float | None, BeforeValidator(_probability)] = None


_FENCE = re.compile(r"<think>.*?</think>|```(?:json)?", re.DOTALL)


def read_rows(text: str) -> list[Any]:
    """The claims of an answer, unchecked. ValueError when it is no JSON of that form.

    Servers that cannot hold a model to a schema wrap JSON in remarks, fences or thoughts; what is around it is passed
    over.
    """
    text = _FENCE.sub(" ", text)
    starts = [at for at in (text.find("{"), text.find("[")) if at >= 0]
    if not starts:
        raise ValueError("there is no JSON in it")
    try:
        found, _ = json.JSONDecoder().raw_decode(text, min(starts))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    rows = found.get("claims") if isinstance(found, Mapping) else found
    if not isinstance(rows, list):
        raise ValueError('it has no list "claims"')
    return rows
