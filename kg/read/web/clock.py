"""Times of day as pages print them for readers ("22:15 BST"), and the days on which they were."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

from kg.read.dates import MONTH, find_date, month_number
from kg.read.page.bylines import AGO, LABEL, STAMP

ZONES = {
    "GMT": 0, "UTC": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120, "EET": 120, "SAST": 120, "EEST": 180,
    "MSK": 180, "EAT": 180, "WIB": 420, "HKT": 480, "SGT": 480, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660,
    "NZST": 720, "NZDT": 780, "EDT": -240, "EST": -300, "CDT": -300, "MDT": -360, "PDT": -420, "PST": -480,
}  # fmt: skip
"""Minutes ahead of UTC of zones whose letters mean one thing only (IST and CST do not)."""
TIME = re.compile(
    r"(?<![\d.:/-])(?P<hour>[01]?\d|2[0-3])(?:(?:[:.h](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?)\s?(?P<half>[ap]\.?m\b\.?)?"
    r"|\s?(?P<bare>[ap]\.?m\b\.?))(?![\d%])(?:\s*\(?(?P<zone>[A-Z]{3,4})\b\)?)?",
    re.IGNORECASE,
)
"""A time of day: "01.40", "22:15 BST", "10.05am", "9 p.m."."""
YEARLESS = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH.format(m='month')}|{MONTH.format(m='before')}\s+(?P<behind>\d{{1,2}})\b)",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\W*(?:last\s+)?(?:updated|modified|edited|revised)\b", re.IGNORECASE)
LONGEST_LABEL, LONGEST_LETTERS = 12, 120
"""Words and letters of a line that holds a time."""
DISORDER = 60
"""Minutes by which a post may stand out of order without a midnight between."""
QUARTER = 15
WESTMOST, EASTMOST = -12 * 60, 14 * 60


@dataclass(frozen=True, slots=True)
class Label:
    """A printed time: minutes since midnight, minutes ahead of UTC or None, the ISO date or day of the year printed
    with it. `minutes` is None for "2 hours ago"."""

    minutes: int | None
    offset: int | None = None
    day: str | None = None
    halved: bool = False


def written(moment: datetime) -> str:
    """ISO 8601 to the second; UTC as "Z"."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def label_of(text: str) -> Label | None:
    """What a line that holds a time of day and nothing else but date, weekday, zone or "published" says. None for
    other lines and for the time of an update."""
    if not is_short(text) or is_update(text):
        return None
    dated = find_date(text)
    rest = text if dated is None else text[: dated[0].start()] + " " + text[dated[0].end() :]
    time = TIME.search(rest)
    if time is None:
        ago = AGO.search(rest)
        return Label(None) if ago and not bare(rest[: ago.start()] + rest[ago.end() :]) else None
    left = rest[: time.start()] + " " + rest[time.end() :]
    if bare(left):
        return None
    yearless = None if dated else YEARLESS.search(left)
    return printed(time, dated[1] if dated else yearless.group() if yearless else None)


def is_update(text: str) -> bool:
    """Whether a line says when something was changed: "Updated at 23.10"."""
    return is_short(text) and bool(UPDATED.match(text)) and any(map(str.isdigit, text))


def is_short(text: str) -> bool:
    return len(text) <= LONGEST_LETTERS and len(text.split()) <= LONGEST_LABEL


def printed(time: re.Match[str], day: str | None = None) -> Label:
    """The label of one printed time."""
    half = (time["half"] or time["bare"] or "").casefold()
    hour = int(time["hour"])
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return Label(60 * hour + int(time["minute"] or 0), ZONES.get((time["zone"] or "").upper()), day, bool(half))


def bare(text: str) -> str:
    """What is left of a label's line without dates, weekdays, zones and the words that announce a date."""
    text = STAMP.sub(" ", LABEL.sub(" ", AGO.sub(" ", YEARLESS.sub(" ", text))))
    return "".join(char for char in text if char.isalnum())


def local(moment: str, label: Label | None) -> str:
    """`moment` (ISO 8601) as the clocks showed it where the label was printed: pages write UTC for machines
    and local time for readers, and a post's day is the reader's."""
    stated = datetime.fromisoformat(moment)
    if label is None or label.minutes is None or stated.tzinfo is None:
        return moment
    utc = stated.astimezone(UTC)
    offset = label.offset
    if offset is None:
        apart = label.minutes - (60 * utc.hour + utc.minute)
        offset = (apart - WESTMOST) % 1440 + WESTMOST
        own = int((stated.utcoffset() or timedelta()).total_seconds()) // 60
        twelve = not label.halved and label.minutes < 780 and (offset - own) % 720 == 0
        if offset == own or twelve or offset % QUARTER or not WESTMOST <= offset <= EASTMOST:
            return moment
    shown = utc.astimezone(timezone(timedelta(minutes=offset)))
    return written(shown) if 60 * shown.hour + shown.minute == label.minutes else moment


def days_of(labels: list[Label], first: str | None) -> list[str | None]:
    """The day of each of several posts that print their time of day only, in the order of the page. `first` is the day
    of the earliest (ISO); a midnight lies where the clock goes back. A day printed with a time goes before that."""
    times = [label.minutes for label in labels if label.minutes is not None]
    newest_first = hours_passed(times[::-1]) <= hours_passed(times)
    day = date.fromisoformat(first) if first and len(first) == 10 else None
    found: list[str | None] = []
    before = 0
    for label in reversed(labels) if newest_first else labels:
        stated = day_of(label.day, day)
        if stated:
            day = stated
        elif day and label.minutes is not None and label.minutes < before - DISORDER:
            day += timedelta(days=1)
        before = before if label.minutes is None else label.minutes
        found.append(day.isoformat() if day else None)
    return found[::-1] if newest_first else found


def hours_passed(times: list[int]) -> float:
    """How long it took until the clock had shown `times` one after another: the right order takes less."""
    return sum((b - a) % 1440 for a, b in pairwise(times) if not 0 < a - b <= DISORDER) / 60


def day_of(text: str | None, near: date | None) -> date | None:
    """An ISO date, or a day and month in the year of `near`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    match = YEARLESS.search(text)
    if match is None or near is None:
        return None
    day, month = (match["day"], match["month"]) if match["day"] else (match["behind"], match["before"])
    try:
        return date(near.year, month_number(month), int(day))
    except ValueError:
        return None


def stamped(day: str | None, label: Label) -> str | None:
    """The moment of a label on its day, where its zone is printed."""
    if day is None or label.minutes is None or label.offset is None:
        return None
    hour, minute = divmod(label.minutes, 60)
    zone = timezone(timedelta(minutes=label.offset))
    return written(datetime.fromisoformat(day).replace(hour=hour, minute=minute, tzinfo=zone))
