"""Refuse articles that are not in English: the language pipeline would make nonsense of them."""

from __future__ import annotations

from py3langid import rank  # type: ignore[import-untyped]

from kg.errors import LanguageError
from kg.read.page.prose import function_share, words

ENGLISH_SHARE = 0.2
"""Share of English function words above which no doubt is left: names in an article cannot outvote them."""
SHORT = 200
"""Characters below which English need not come first."""
NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip


def require_english(text: str, source: str) -> None:
    """Raise LanguageError when `text` is in another language, as py3langid ranks them; short texts pass in doubt."""
    if function_share(words(text)) >= ENGLISH_SHARE:
        return
    likely = [code for code, _ in rank(text)[: 3 if len(text) < SHORT else 1]]
    if "en" not in likely:
        named = NAMES.get(likely[0], f"language {likely[0]!r}")
        raise LanguageError(f"{source}: the article is in {named}, kg reads English only; give a translation")
