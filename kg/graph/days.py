"""When a claim holds, as an interval of whole days that both engines compare as text."""

from __future__ import annotations

from calendar import monthrange

from kg.model import When


def day_range(date: str | None) -> tuple[str | None, str | None]:
    """First and last day that an ISO date of reduced precision covers: "2022-02" is 2022-02-01 to 2022-02-28."""
    if not date:
        return None, None
    if len(date) == 4:
        return f"{date}-01-01", f"{date}-12-31"
    if len(date) == 7:
        year, month = date.split("-")
        return f"{date}-01", f"{date}-{monthrange(int(year), int(month))[1]:02d}"
    return date, date


def claim_range(when: When | None, published: str | None) -> tuple[str | None, str | None]:
    """First and last day of what a claim tells of.

    The event's own dates where the sentence gives them, else the days of publication; a side left open ("since 2013")
    ends where publication does, and one whose beginning is open ("until 2020") counts as its end alone.
    """
    first, last = day_range(published)
    start, end = (when.start, when.end) if when else (None, None)
    if start and end:
        return start, end
    if start:
        return start, max(start, last or start)
    if end:
        return end, end
    return first, last
