"""Numbers as news writes them, in digits and in words."""

from __future__ import annotations

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
WORDS = {word: value for value, word in enumerate(UNITS)} | TENS | {"a": 1, "an": 1, "half": 0.5, "dozen": 12}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
WORD = r"(?:(?:" + "|".join(TENS) + r")(?:[- ](?:" + "|".join(UNITS[1:10]) + r"))?|" + "|".join(reversed(UNITS)) + r")"
"""Regular expression of a number below one hundred in words."""
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
"""Regular expression of a number in digits, with thousands separators and decimals."""


def number_of(text: str) -> float | None:
    """Value of "7,000", "1.5", "twenty-five", "a"; None for anything else."""
    text = text.strip().lower().replace(",", "")
    try:
        return float(text)
    except ValueError:
        parts = text.replace("-", " ").split()
        values = [WORDS.get(part) for part in parts]
        known = [value for value in values if value is not None]
        return float(sum(known)) if known and len(known) == len(values) else None
