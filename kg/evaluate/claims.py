"""Gold claims and claims to be judged, as they come from files that others wrote.

Gold is a folder with one JSON file per article, {"id": ..., "claims": [...]}; claims to be judged are JSON Lines in the
interchange format that `kg extract --format jsonl` prints. Fields that scoring does not use are passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from kg.errors import InputError


def comparable(name: str) -> str:
    """The form under which gold and judged names are compared: NFKD, casefolded, without combining marks, possessives,
    punctuation and leading article.

    Apart from `kg.gazetteer.names` on purpose: a yardstick must not move when resolution learns to compare better.
    """
    name = unicodedata.normalize("NFKD", name).casefold()
    name = "".join(char for char in name if not unicodedata.combining(char))
    name = re.sub(r"[’']s\b", "", name)
    name = re.sub(r"[^\w]+", " ", name).strip()
    return re.sub(r"^(the|a|an) ", "", name)


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Argument(_Row):
    """One end of a claim. Gold gives all `names` that it accepts; a judged claim a `name` and its `aliases`."""

    name: str = ""
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if not (self.name or self.names):
            raise ValueError("needs a name")
        return self

    @property
    def label(self) -> str:
        """The name to show, and to tell claims apart by."""
        return self.name or self.names[0]

    @cached_property
    def keys(self) -> frozenset[str]:
        """All its names, comparable."""
        return frozenset(comparable(name) for name in self.names or (self.name, *self.aliases)) - {""}


class EventDate(_Row):
    start: str | None = None


class ClaimRow(_Row):
    """What gold and judged claims have in common."""

    subject: Argument
    relation: str
    object: Argument
    polarity: str | None = None
    modality: str | None = None
    status: str | None = None
    attributed_to: tuple[str, ...] | None = None
    when: EventDate | str | None = None

    @property
    def start(self) -> str | None:
        """First day of the event date, ISO of reduced precision."""
        return self.when.start if isinstance(self.when, EventDate) else self.when


class GoldClaim(ClaimRow):
    """`also` names other relations that are right too, `also_modality` other modalities; whoever finds an `optional`
    claim neither gains nor loses."""

    also: tuple[str, ...] = ()
    also_modality: tuple[str, ...] | None = None
    optional: bool = False
    evidence: str | None = None

    @property
    def sentence(self) -> str:
        return self.evidence or ""


class Sentence(_Row):
    sentence: str = ""


class JudgedClaim(ClaimRow):
    """A claim under judgement; `article` is the gold id of its article."""

    article: str
    evidence: Sentence | None = None

    @property
    def sentence(self) -> str:
        return self.evidence.sentence if self.evidence else ""


class _GoldDocument(_Row):
    id: str
    claims: tuple[GoldClaim, ...]


def read_gold(folder: Path) -> Mapping[str, tuple[GoldClaim, ...]]:
    """Read the gold claims of every *.json in `folder`, by article id.

    Raises InputError when the folder has none, or naming the file that is malformed.
    """
    gold: dict[str, tuple[GoldClaim, ...]] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            document = _GoldDocument.model_validate_json(path.read_bytes())
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror})") from None
        except ValidationError as error:
            raise InputError(f"{path}: not a gold file: {_first(error)}") from None
        if document.id in gold:
            raise InputError(f"{path}: article {document.id} has gold claims in an earlier file too; keep one of them")
        gold[document.id] = document.claims
    if not gold:
        raise InputError(f"{folder}: holds no gold files (*.json); give the folder with one JSON file per article")
    return gold


def read_claims(lines: Iterable[str], source: str) -> Iterator[JudgedClaim]:
    """Read claims in the interchange format, one JSON object a line; blank lines are passed over.

    `source` names the file in messages. Raises InputError with file and line when one is malformed.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield JudgedClaim.model_validate_json(line)
        except ValidationError as error:
            raise InputError(f"{source}:{number}: not a claim in the interchange format: {_first(error)}") from None


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
