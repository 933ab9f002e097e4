"""Words for persons by what they do."""

from __future__ import annotations

CALLINGS = frozenset(
    """activist senator actor actress singer lawmaker congressman congresswoman governor mayor striker midfielder
    goalkeeper winger billionaire businessman businesswoman tycoon cleric rapper author novelist filmmaker comedian
    physicist dissident blogger monarch pontiff pope chancellor democrat republican oligarch whistleblower astronaut
    campaigner ambassador sprinter boxer golfer swimmer skier cyclist wrestler guitarist drummer pianist
    mathematician""".split()
)
"""What one person of an article may be called for short, by calling."""
