"""The parsed sentences of `parses/`, read once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from spacy.tokens import Doc
from treebank import read_treebank


@pytest.fixture(scope="session")
def treebank() -> Mapping[str, Doc]:
    """Parsed sentence by its text."""
    return read_treebank()
