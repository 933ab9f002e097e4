"""What must hold of every extraction, whatever the text: spans, quotes, ids, order; odd input breaks nothing."""

from __future__ import annotations

import pytest

from kg.extract import RuleExtractor
from kg.model import Article, Extraction

STORY = """Chancellor visits Warsaw

WARSAW, 16 May – German chancellor Angela Merkel met Poland’s Donald Tusk on Monday; “She was frank,” Tusk said.

The two leaders did not discuss gas. Norway’s Statoil will supply Poland for 15 years, Reuters reported – a €5bn deal.

Merkel, who arrived on Sunday, is expected to travel on to Riga 🇱🇻 on Tuesday."""

ODD = [
    pytest.param("", id="empty"),
    pytest.param(" \n\n\t ", id="blank"),
    pytest.param("Siemens", id="one word"),
    pytest.param("...!?—“”", id="punctuation"),
    pytest.param("42", id="number"),
    pytest.param("🇺🇦🤝🇵🇱 👩🏽‍🚀", id="emoji"),
    pytest.param("Angela Merkel 🤝 Tony Blair met 🎉 in Berlin.", id="emoji between words"),
    pytest.param("ANGELA MERKEL MET TONY BLAIR IN BERLIN", id="capitals"),
    pytest.param("angela merkel met tony blair in berlin", id="no capitals"),
    pytest.param("Angela Merkel met Tony Blair " + "and then met Bill Clinton " * 200 + ".", id="one long sentence"),
    pytest.param("x" * 20_000, id="one long word"),
    pytest.param("a\u0301ngela \ufeffMerkel\u200b met\u00a0Tony\u2028Blair.", id="odd code points"),
    pytest.param("met met met met of of of by by to to to", id="no grammar"),
    pytest.param("(((((((((((((((( Merkel", id="brackets"),
]


def read(extractor: RuleExtractor, *texts: str) -> list[Extraction]:
    return list(extractor.extract(Article.create(title="", text=text, published="2012-05-16") for text in texts))


def check(extraction: Extraction, text: str) -> None:
    """Every invariant of an extraction over its text."""
    mentions = {mention.id: mention for mention in extraction.mentions}
    assert len(mentions) == len(extraction.mentions)
    for mention in extraction.mentions:
        assert mention.text == mention.span.of(text) != ""
        assert mention.text == mention.text.strip()
        assert mention.article_id == extraction.article_id
        if mention.antecedent_id is not None:
            assert mentions[mention.antecedent_id].antecedent_id is None  # heads point nowhere
    assert len({claim.id for claim in extraction.claims}) == len(extraction.claims)
    for claim in extraction.claims:
        evidence = claim.evidence
        assert evidence.article_id == extraction.article_id
        assert evidence.quote == evidence.sentence.of(text) == evidence.quote.strip() != ""
        assert evidence.sentence.covers(evidence.trigger)
        assert evidence.trigger.of(text)
        assert evidence.subject == mentions[claim.subject_id].span
        assert evidence.object == mentions[claim.object_id].span
        assert 0 < claim.confidence <= 1
        assert claim.subject_id != claim.object_id
        assert evidence.rule
        assert evidence.extractor == extraction.pipeline
    assert list(extraction.mentions) == sorted(extraction.mentions, key=lambda m: (m.span, m.id))
    assert list(extraction.claims) == sorted(
        extraction.claims, key=lambda c: (c.evidence.sentence, c.evidence.trigger, c.id)
    )


def test_a_story(extractor: RuleExtractor) -> None:
    (extraction,) = read(extractor, STORY)
    check(extraction, STORY)
    assert len(extraction.claims) >= 5


@pytest.mark.parametrize("text", ODD)
def test_odd_input(extractor: RuleExtractor, text: str) -> None:
    (extraction,) = read(extractor, text)
    check(extraction, text)


def test_no_sentence_runs_over_a_paragraph(extractor: RuleExtractor) -> None:
    (extraction,) = read(extractor, STORY)
    assert all("\n\n" not in claim.evidence.quote for claim in extraction.claims)


def test_twice_is_the_same(extractor: RuleExtractor) -> None:
    assert read(extractor, STORY) == read(extractor, STORY)


def test_alone_is_as_in_a_batch(extractor: RuleExtractor) -> None:
    texts = [STORY, "Apple sued Samsung.", "", *(f"Norway met Chile in {year}." for year in range(1980, 2000))]
    together = read(extractor, *texts)
    assert together == [extraction for text in texts for extraction in read(extractor, text)]
    assert together[::-1] == read(extractor, *texts[::-1])


def test_articles_do_not_share_what_they_know(extractor: RuleExtractor) -> None:
    """ "Merkel" of one article is not the person named in full in another."""
    first, second = read(extractor, "Angela Merkel visited Poland.", "Merkel visited Latvia. She praised Canada.")
    ids = {mention.id for mention in first.mentions}
    assert all(mention.antecedent_id not in ids for mention in second.mentions)


def test_the_pipeline_is_named_with_versions(extractor: RuleExtractor) -> None:
    (extraction,) = read(extractor, "Apple sued Samsung.")
    assert extraction.pipeline == extractor.pipeline
    assert any(character.isdigit() for character in extraction.pipeline)
