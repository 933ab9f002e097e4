"""Whether this installation reads what kg claims to read: a small article in every format is tried."""

from __future__ import annotations

import io
import re

from kg.errors import KgError
from kg.read.formats import FORMATS, Format
from kg.read.formats.samples import SAMPLES, TEXT
from kg.read.options import Failure, ReadOptions
from kg.read.reading import read_stream

MISSING = re.compile(r"(?P<said>lxml_html_clean)|No module named '(?P<module>[\w.]+)'")
DISTRIBUTIONS = {"docx": "python-docx", "yaml": "PyYAML", "charset_normalizer": "charset-normalizer"}
"""What packages are called whose modules have another name."""


def fault_of(format: Format) -> str | None:
    """Why the sample of a format is not read here, on one line; None when it is.

    Whatever goes wrong is told: what a library raises when a part of it is missing is of any type.
    """
    if format.name not in SAMPLES:
        return "no sample of it to try"
    suffix, make = SAMPLES[format.name]
    source = f"sample{suffix}"
    try:
        results = list(read_stream(io.BytesIO(make()), f".{suffix.rpartition('.')[2]}", source, ReadOptions()))
    except KgError as error:
        return told(error, source)
    except Exception as error:
        return " ".join(f"{type(error).__name__}: {error}".split())
    failure = next((result for result in results if isinstance(result, Failure)), None)
    if failure is not None:
        return told(failure.error, source)
    texts = [result.article.text for result in results if not isinstance(result, Failure)]
    if len(texts) != 1 or any(line not in " ".join(texts[0].split()) for line in TEXT):
        return f"another text came out of it: {' '.join(texts)[:60]!r}"
    return None


def told(error: KgError, source: str) -> str:
    """An error without the name of the sample, and without advice to do what is being done."""
    return str(error).removeprefix(f"{source}: ").removesuffix("; run `kg doctor`")


def remedy_of(fault: str) -> str:
    """What pip has to install where a part of a library is missing, and kg itself where something else is wrong."""
    missing = MISSING.search(fault)
    if missing is None:
        return "--force-reinstall kg"
    name = missing["said"] or missing["module"].split(".")[0]
    return DISTRIBUTIONS.get(name, name)


def faults() -> dict[str, str]:
    """The formats that are not read here, though their library is said to be installed, with the cause of each."""
    return {format.name: fault for format in FORMATS if format.installed and (fault := fault_of(format))}
