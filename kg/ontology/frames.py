"""Loads the relation files into relations and frames."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from kg.errors import OntologyError
from kg.model import OPEN_RELATION, EntityType, Polarity, Relation
from kg.ontology.schema import FrameRow, RelationRow

PARTY = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.GROUP})
"""Whoever can act in the news."""

_NAME = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")


class FrameKind(StrEnum):
    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say a relation; see `kg.ontology.schema` for what the slots mean."""

    relation: Relation
    kind: FrameKind
    lemmas: frozenset[str]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    governors: frozenset[str]
    mutual: bool
    needs: frozenset[str]
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    through_subject: bool
    through_object: bool
    product: tuple[str, ...]
    polarity: Polarity
    among: tuple[tuple[str, frozenset[str]], ...] = ()


class Ontology:
    """The relations by name, and the frames by kind and lemma."""

    def __init__(self, relations: Mapping[str, Relation], frames: Sequence[Frame]) -> None:
        self.relations: Mapping[str, Relation] = dict(sorted(relations.items()))
        index: dict[tuple[FrameKind, str], list[Frame]] = defaultdict(list)
        for frame in frames:
            for lemma in sorted(frame.lemmas):
                index[frame.kind, lemma].append(frame)
        self._index = {key: tuple(value) for key, value in index.items()}
        spelled: dict[FrameKind, set[str]] = {kind: set() for kind in FrameKind}
        for kind, lemma in self._index:
            spelled[kind] |= {lemma, british(lemma)}
        self._lemmas = {kind: frozenset(lemmas) for kind, lemmas in spelled.items()}

    @staticmethod
    def load(paths: Sequence[Path] = ()) -> Ontology:
        """Read the shipped relation files, then the user's, in order.

        A user's file adds relations, or frames to relations that exist. Raises OntologyError, naming file and mistake.
        """
        folder = files("kg.ontology") / "relations"
        shipped = sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
        texts = [(p.name, p.read_text(encoding="utf-8")) for p in shipped]
        for path in paths:
            try:
                texts.append((str(path), path.read_text(encoding="utf-8")))
            except (OSError, UnicodeDecodeError) as error:
                raise OntologyError(f"{path}: cannot be read ({error}); give a UTF-8 TOML file") from None
        relations: dict[str, Relation] = {OPEN_RELATION: _open_relation()}
        through: dict[str, str] = {}
        frames: list[Frame] = []
        for name, text in texts:
            for relation_name, row in _rows(name, text).items():
                if relation_name in relations and row.model_fields_set - {kind.value for kind in FrameKind}:
                    changed = sorted(row.model_fields_set - {kind.value for kind in FrameKind})[0]
                    raise OntologyError(
                        f"{name}: {relation_name}.{changed}: the relation exists; a file can only add frames to it"
                    )
                if relation_name not in relations:
                    relations[relation_name] = _relation(name, relation_name, row)
                    through[relation_name] = row.through
                relation = relations[relation_name]
                for kind in FrameKind:
                    rows: list[FrameRow] = getattr(row, kind.value)
                    frames.extend(_frame(relation, kind, r, through.get(relation_name, "none")) for r in rows)
        return Ontology(relations, frames)

    def frames(self, kind: FrameKind, lemma: str) -> tuple[Frame, ...]:
        """Frames for a predicate; `lemma` as `american` gives it."""
        return self._index.get((kind, lemma), ())

    def lemmas(self, kind: FrameKind) -> frozenset[str]:
        """Every predicate of that kind, in British and American spelling."""
        return self._lemmas[kind]


def american(lemma: str) -> str:
    """One spelling for British and American verbs, so that a frame lists each once ("criticise" → "criticize")."""
    lemma = lemma.casefold()
    if lemma.endswith("ise") and len(lemma) > 6:
        lemma = lemma[:-3] + "ize"
    return lemma.replace("honour", "honor").replace("favour", "favor").replace("defence", "defense")


def british(lemma: str) -> str:
    """The other spelling of what `american` gives; what it takes for a verb in -ize ("exercise") as it is written."""
    lemma = lemma[:-3] + "ise" if lemma.endswith("ize") else lemma
    return lemma.replace("honor", "honour").replace("favor", "favour").replace("defense", "defence")


def types_of(names: Sequence[str]) -> frozenset[EntityType]:
    """Entity types of a list that may hold "party"."""
    found: set[EntityType] = set()
    for name in names:
        found |= PARTY if name == "party" else {EntityType(name)}
    return frozenset(found)


def _rows(name: str, text: str) -> dict[str, RelationRow]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{name}: not valid TOML: {error}") from None
    rows = {}
    for relation, table in tables.items():
        if not _NAME.fullmatch(relation):
            raise OntologyError(f"{name}: [{relation}] is not a relation name; write it in UPPER_SNAKE_CASE")
        try:
            rows[relation] = RelationRow.model_validate(table)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in (relation, *first["loc"]))
            raise OntologyError(f"{name}: {place}: {first['msg']} (got {first['input']!r})") from None
    return rows


def _relation(file: str, name: str, row: RelationRow) -> Relation:
    if not (row.subject and row.object and row.description):
        raise OntologyError(f"{file}: {name}: a new relation needs description, subject and object types")
    return Relation(name, row.symmetric, types_of(row.subject), types_of(row.object), row.state, row.description)


def _open_relation() -> Relation:
    every = frozenset(EntityType)
    return Relation(OPEN_RELATION, False, every, every, False, "fits no relation of the list; see the predicate words")


def _frame(relation: Relation, kind: FrameKind, row: FrameRow, through: str) -> Frame:
    default_subject = ("possessive", "by", "governor") if kind is FrameKind.NOUN else ("subject",)
    default_object = ("of",) if kind is FrameKind.NOUN else ("object",)
    return Frame(
        relation=relation,
        kind=kind,
        lemmas=frozenset(american(lemma) for lemma in row.lemmas),
        subject=tuple(row.subject or default_subject),
        object=tuple(row.object or default_object),
        governors=frozenset(american(g) for g in row.governors),
        mutual=row.mutual,
        needs=frozenset(row.needs),
        among=tuple((slot, frozenset(words)) for slot, words in row.among.items()),
        subject_types=types_of(row.subject_types) if row.subject_types else relation.subject_types,
        object_types=types_of(row.object_types) if row.object_types else relation.object_types,
        through_subject=(row.through or through) in ("subject", "both"),
        through_object=(row.through or through) in ("object", "both"),
        product=tuple(row.product),
        polarity=Polarity(row.polarity),
    )
