"""Whether a story may be used: agencies withhold, cancel and embargo."""

from __future__ import annotations

from datetime import UTC, datetime

from kg.errors import ReadError

USABLE = frozenset({"usable", "stat:usable", "http://cv.iptc.org/newscodes/pubstatusg2/usable"})


def require_usable(status: str | None, embargoed: str | None, source: str) -> None:
    """Raise ReadError for a story that its agency has withheld or cancelled, or that nobody may use yet.

    `status` is the IPTC's publishing status, `embargoed` an ISO moment with its zone. This is the one place where the
    clock decides what is read: the same file is read without complaint once its embargo is over.
    """
    if status and status.strip().casefold() not in USABLE:
        raise ReadError(f"{source}: its agency calls it {status.strip()}, not usable; ask for the current version")
    if not embargoed:
        return
    try:
        until = datetime.fromisoformat(embargoed.strip())
    except ValueError:
        raise ReadError(f"{source}: its embargo is no date ({embargoed.strip()}); ask its agency") from None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    if until > datetime.now(UTC):
        raise ReadError(f"{source}: embargoed until {embargoed.strip()}; read it then")
