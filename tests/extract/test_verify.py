"""The check that every extraction passes before it is stored, whoever made it: each way to break it is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from stories import story

from kg.errors import ExtractionError
from kg.extract.verify import verify
from kg.model import Article, Claim, Extraction, Span
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()
ARTICLE, GOOD = story("Ann Lee met Bob Ray. Kim Dow met Eve Fox.")
CLAIM, OTHER = GOOD.claims
MENTION = GOOD.mentions[0]


def with_claim(**changes: object) -> Extraction:
    return replace(GOOD, claims=(replace(CLAIM, **changes), OTHER))  # type: ignore[arg-type]


def with_evidence(**changes: object) -> Extraction:
    return with_claim(evidence=replace(CLAIM.evidence, **changes))  # type: ignore[arg-type]


def with_mention(**changes: object) -> Extraction:
    return replace(GOOD, mentions=(replace(MENTION, **changes), *GOOD.mentions[1:]))  # type: ignore[arg-type]


def both_ends_one() -> Claim:
    evidence = replace(CLAIM.evidence, object=CLAIM.evidence.subject)
    return replace(CLAIM, object_id=CLAIM.subject_id, evidence=evidence)


def test_what_holds_is_given_back() -> None:
    assert verify(ARTICLE, GOOD, ONTOLOGY) is GOOD
    assert verify(ARTICLE, Extraction(ARTICLE.id, "toy 1"), ONTOLOGY).claims == ()


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (lambda: replace(GOOD, article_id="x"), "it is of another article"),
        (lambda: replace(GOOD, pipeline=""), "it does not name its extractor"),
        (lambda: replace(GOOD, pipeline="toy 2"), "its evidence names another extractor"),
        (lambda: replace(GOOD, mentions=(*GOOD.mentions, MENTION)), "two mentions share an id"),
        (lambda: replace(GOOD, claims=(CLAIM, CLAIM)), "two claims share an id"),
        (lambda: replace(GOOD, mentions=GOOD.mentions[1:]), "it names a mention that is not there"),
        (lambda: with_mention(article_id="x"), "mention 'Ann Lee' is of another article"),
        (lambda: with_mention(text="Ann Li"), "mention 'Ann Li' does not stand at 0"),
        (lambda: with_mention(span=Span(0, 0), text=""), "mention '' does not stand at 0"),
        (lambda: with_mention(span=Span(900, 907)), "mention 'Ann Lee' does not stand at 900"),
        (lambda: with_claim(relation="ADMIRES"), "the ontology has no such relation"),
        (lambda: with_claim(relation="MET`) DETACH DELETE (n"), "the ontology has no such relation"),
        (lambda: with_claim(object_id=CLAIM.subject_id), "its evidence places an end elsewhere than its mention"),
        (lambda: replace(GOOD, claims=(both_ends_one(),)), "both its ends are one mention"),
        (lambda: with_claim(confidence=1.5), "its confidence is 1.5"),
        (lambda: with_claim(confidence=float("nan")), "its confidence is nan"),
        (lambda: with_evidence(article_id="x"), "its evidence is of another article"),
        (lambda: with_evidence(quote="Ann Lee met nobody."), "its quote does not stand where it says"),
        (lambda: with_evidence(sentence=Span(0, 0), quote=""), "its quote does not stand where it says"),
        (lambda: with_evidence(trigger=Span(29, 32)), "its trigger lies outside its sentence"),
        (lambda: with_evidence(subject=Span(1, 2)), "its evidence places an end elsewhere than its mention"),
        (lambda: with_evidence(extractor="toy 2"), "its evidence names another extractor"),
    ],
)
def test_what_does_not_hold_is_refused(broken: Callable[[], Extraction], told: str) -> None:
    with pytest.raises(ExtractionError) as raised:
        verify(ARTICLE, broken(), ONTOLOGY)
    assert told in str(raised.value)
    assert "refused" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_offsets_count_code_points_of_the_article() -> None:
    moved = Article.create(title="", text="🙂 " + ARTICLE.text)
    with pytest.raises(ExtractionError):
        verify(moved, replace(GOOD, article_id=moved.id), ONTOLOGY)
