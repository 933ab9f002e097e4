"""Moments as pages write them for machines: the local day and, where it is stated, hour and zone, as written."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from kg.read.dates import find_date

ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?\s*(?:Z|[+-]\d\d:?(?:\d\d)?)?", re.ASCII)
EPOCH = re.compile(r"1\d{9}(?:\d{3})?", re.ASCII)


def moment_of(text: str) -> tuple[str, str | None] | None:
    """The local day that `text` states, an ISO date of reduced precision, and the moment, where hour and zone are
    stated: both as written, not brought to another zone. Seconds since 1970 are read too; None without a date."""
    text = text.strip()
    if EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return moment.date().isoformat(), written(moment)
    found = find_date(text)
    if found is None:
        return None
    iso = ISO.search(text)
    if iso and iso.group().startswith(found[1]):
        try:
            moment = datetime.fromisoformat(iso.group().replace(",", ".").replace(" ", "T", 1).replace(" ", ""))
        except ValueError:
            return found[1], None
        return found[1], written(moment) if moment.tzinfo else None
    return found[1], None


def written(moment: datetime) -> str:
    """ISO 8601 to the second; UTC as "Z"."""
    text = moment.isoformat(timespec="seconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
