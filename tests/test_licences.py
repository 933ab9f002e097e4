"""The licences of everything that installing `kg` brings along."""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FREE = frozenset(
    {
        *("MIT", "MIT-CMU", "HPND", "ISC", "0BSD", "Zlib", "CC0-1.0", "PSF-2.0", "Python-2.0", "CNRI-Python"),
        *("BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"),
        *("MPL-1.1", "MPL-2.0"),  # of the file only: used as they are, they ask nothing of this project
    }
)
"""Licences of what `kg` imports at run time; none of them reaches over to the code that uses it."""

SPELLINGS = {
    "BSD License": "BSD",
    "3-Clause BSD License": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}
"""Free words found in metadata of before SPDX expressions."""


def licence_of(package: Distribution) -> str:
    """The licence as an SPDX expression, or whatever words stand in its place."""
    stated = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    if not stated or "\n" in stated or stated == "UNKNOWN" or len(stated) > 60:  # the whole text, or nothing
        classifiers = package.metadata.get_all("Classifier") or []
        stated = next((c.split(" :: ")[-1] for c in classifiers if c.startswith("License :: ")), stated)
    return SPELLINGS.get(stated, stated)


def is_free(expression: str) -> bool:
    """Whether a flat SPDX expression can be met with FREE licences alone."""
    choices = [choice.split(" AND ") for choice in expression.split(" OR ")]
    return any(all(part.strip("() ") in FREE for part in parts) for parts in choices)


def runtime_packages() -> list[Distribution]:
    """Everything that installing `kg` without extras brings along on this machine."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    queue = [("", text) for text in requires("kg") or ()]
    while queue:
        extra, text = queue.pop()
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        for wanted in {"", *requirement.extras}:
            if (name, wanted) in seen:
                continue
            seen.add((name, wanted))
            try:
                found[name] = distribution(name)
            except PackageNotFoundError:
                continue  # for another platform
            queue += [(wanted, text) for text in found[name].requires or ()]
    return [found[name] for name in sorted(found)]


def test_licences_of_runtime_packages() -> None:
    packages = runtime_packages()
    assert len(packages) > 30
    bad = {p.name: licence_of(p) for p in packages if not is_free(licence_of(p))}
    assert not bad, "not on the list of free licences"
