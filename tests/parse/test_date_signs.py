"""The signs of dates only spare time: they hide no date that a search of the whole text would find."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.parse.date_rules import RULES
from kg.parse.dates import longest_matches

WORDS = """on in the of from between early late mid end beginning this last next past coming since until by
Monday FRIDAY Tues. January Sept. MAY March 14 14th 3rd 2019 1998-2005 1990s 2021-03-04 19th century first
quarter half Q3 weekend today yesterday tomorrow tonight night morning lunchtime day days week weeks month
year years decade ago two several few couple more than twenty five thousand spring Winter fall Christmas Eve
Boxing Day New Year's to and through – - , . ( ) ministers met crowd recent future earlier later previous
same hour minutes""".split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.integers(0, 120))
def test_signs_hide_nothing(words: list[str], apart: int) -> None:
    half = len(words) // 2
    text = " ".join(words[:half]) + " " + "x" * apart + " " + " ".join(words[half:])
    whole = {(m.span(), rule.handler) for rule in RULES for m in rule.pattern.finditer(text)}
    assert {(m.span(), handler) for m, handler in longest_matches(text)} == whole
