"""Finds the extractors that are installed, by their entry points, and makes the one that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points

from kg.errors import InputError, KgError, PipelineError
from kg.extract.extractor import GROUP, Extractor, Knowledge


def installed_extractors() -> tuple[str, ...]:
    """Names of the extractors that can be asked for, sorted. Nothing of them is loaded."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def make_extractor(name: str, knowledge: Knowledge, settings: Mapping[str, str]) -> Extractor:
    """The extractor of that name.

    Raises InputError when there is none, when two packages offer one, or when a setting is wrong; PipelineError when it
    cannot be loaded or breaks the protocol.
    """
    point = _point(name)
    try:
        extractor: Extractor = point.load()(knowledge, settings)
        named, pipeline = extractor.name, extractor.pipeline
    except KgError:
        raise
    except Exception as error:  # somebody else's code: whatever it does is told in one line
        told = " ".join(f"{type(error).__name__}: {error}".split())
        raise PipelineError(
            f"extractor {name} ({point.value}) cannot be loaded ({told}); reinstall its package"
        ) from error
    if named != name or name not in pipeline:
        fault = f"it must be named {name!r} and say so in its pipeline, not {named!r} and {pipeline!r}"
        raise PipelineError(f"extractor {name} ({point.value}): {fault}; ask its author to mend it")
    return extractor


def refuse_unknown(extractor: str, settings: Mapping[str, str], known: tuple[str, ...] = ()) -> None:
    """InputError for a setting that the extractor does not know."""
    if unknown := sorted(settings.keys() - set(known)):
        there = f"it knows {', '.join(known)}" if known else "it has none"
        raise InputError(f"extractor {extractor}: no setting {unknown[0]!r}; {there}")


def _point(name: str) -> EntryPoint:
    points = [point for point in entry_points(group=GROUP) if point.name == name]
    if not points:
        there = ", ".join(installed_extractors()) or "none; reinstall kg"
        raise InputError(f"extractor {name!r} is not installed; installed are: {there}")
    if len({point.value for point in points}) > 1:
        packages = ", ".join(sorted(point.dist.name if point.dist else point.value for point in points))
        raise InputError(f"extractor {name!r} is offered by several packages: {packages}; uninstall all but one")
    return points[0]
