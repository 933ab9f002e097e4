"""Judging claims against gold: a small table of cases, and the reference scorer on perturbed gold where it is there."""

from __future__ import annotations

import json
import random
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate import Scores, read_claims, read_gold, report, score
from kg.ontology import Ontology

SYMMETRIC = frozenset(name for name, relation in Ontology.load().relations.items() if relation.symmetric)

GOLD = [
    {
        "subject": {"type": "Person", "names": ["Ada Brook", "Brook"]},
        "relation": "MET",
        "object": {"type": "Person", "names": ["Émile Roux"]},
        "also": ["SPOKE_WITH"],
        "optional": False,
        "polarity": "negated",
        "modality": "planned",
        "attributed_to": ["Northern Wire"],
        "when": "2011-03-04/2011-03-05",
        "evidence": "Ada Brook will not meet Émile Roux, the Northern Wire said.",
    },
    {
        "subject": {"type": "Person", "names": ["Ada Brook"]},
        "relation": "HEADS",
        "object": {"type": "Organization", "names": ["The Harbour Trust", "the trust"]},
        "also": [],
        "optional": False,
        "status": "former",
    },
    {
        "subject": {"type": "Organization", "names": ["Harbour Trust"]},
        "relation": "BASED_IN",
        "object": {"type": "Place", "names": ["Lowport"]},
        "also": [],
        "optional": True,
    },
]


def claim(subject: str, relation: str, object: str, /, **more: Any) -> dict[str, Any]:
    return {
        "article": "a1",
        "subject": {"name": subject},
        "relation": relation,
        "object": {"name": object},
        "evidence": {"sentence": "A sentence.", "start": 0, "end": 11},
    } | more


def judge(folder: Path, *claims: dict[str, Any], only: frozenset[str] = frozenset()) -> Scores:
    (folder / "a1.json").write_text(json.dumps({"id": "a1", "claims": GOLD}), encoding="utf-8")
    lines = [json.dumps(c) for c in claims]
    return score(read_gold(folder), read_claims(lines, "claims.jsonl"), SYMMETRIC, only)


@pytest.mark.parametrize(
    ("claims", "right", "wrong", "neutral", "repeated"),
    [
        pytest.param([claim("Brook", "MET", "Emile Roux")], 1, 0, 0, 0, id="other name, accent, as gold has it"),
        pytest.param([claim("Émile Roux", "MET", "Brook")], 1, 0, 0, 0, id="symmetric, turned round"),
        pytest.param([claim("Harbour Trust", "HEADS", "Ada Brook")], 0, 1, 0, 0, id="directed, turned round"),
        pytest.param([claim("Ada Brook", "HEADS", "Harbour Trust's")], 1, 0, 0, 0, id="article and possessive off"),
        pytest.param([claim("Ada Brook", "SPOKE_WITH", "Émile Roux")], 1, 0, 0, 0, id="relation that is right too"),
        pytest.param(
            [claim("Ada Brook", "MET", "Émile Roux"), claim("Brook", "SPOKE_WITH", "Émile Roux")],
            *(1, 0, 0, 1),
            id="gold found twice",
        ),
        pytest.param(
            [claim("Brook", "MET", "Émile Roux"), claim("Émile Roux", "MET", "Brook")],
            1,
            0,
            0,
            0,
            id="same claim twice",
        ),
        pytest.param([claim("Harbour Trust", "BASED_IN", "Lowport")], 0, 0, 1, 0, id="optional"),
        pytest.param([claim("Ada Brook", "RELATED_TO", "Lowport")], 0, 0, 0, 0, id="open claim"),
        pytest.param([claim("Ada Brook", "MET", "Lowport", article="a2")], 0, 0, 0, 0, id="article without gold"),
        pytest.param(
            [claim("She", "MET", "Roux", subject={"name": "She", "aliases": ["Brook"]})], 0, 1, 0, 0, id="one end only"
        ),
        pytest.param(
            [claim("", "MET", "Émile Roux", subject={"name": "She", "aliases": ["Brook"]})], 1, 0, 0, 0, id="by alias"
        ),
    ],
)
def test_what_counts(
    tmp_path: Path, claims: list[dict[str, Any]], right: int, wrong: int, neutral: int, repeated: int
) -> None:
    scores = judge(tmp_path, *claims)
    assert (scores.claims.right, scores.claims.wrong, scores.neutral, scores.repeated) == (
        right,
        wrong,
        neutral,
        repeated,
    )
    assert scores.claims.required == 2
    assert len(scores.missed) == 2 - right


def test_precision_recall_and_f1(tmp_path: Path) -> None:
    scores = judge(tmp_path, claim("Ada Brook", "MET", "Roux"), claim("Ada Brook", "HEADS", "the trust"))
    assert (scores.claims.precision, scores.claims.recall, scores.claims.f1) == (0.5, 0.5, 0.5)
    assert (scores.relations["HEADS"].f1, scores.relations["MET"].f1) == (1.0, 0.0)
    nothing = judge(tmp_path)
    assert (nothing.claims.precision, nothing.claims.recall, nothing.claims.f1) == (0.0, 0.0, 0.0)


def test_pairs_ask_for_the_entities_only(tmp_path: Path) -> None:
    scores = judge(tmp_path, claim("Émile Roux", "ATTACKS", "Brook"), claim("Lowport", "ATTACKS", "Brook"))
    assert (scores.pairs.right, scores.pairs.wrong, scores.pairs.found) == (1, 1, 1)


def test_attributes_of_right_claims(tmp_path: Path) -> None:
    scores = judge(
        tmp_path,
        claim(
            *("Ada Brook", "MET", "Émile Roux"),
            polarity="negated",
            attributed_to=["the Northern Wire"],
            when={"start": "2011-03-04", "end": "2011-03-05", "precision": "day", "text": "on Friday"},
        ),
        claim("Ada Brook", "HEADS", "the trust", status="current"),
    )
    assert scores.attributes == {
        "polarity": (2, 2),
        "polarity, where not affirmed": (1, 1),
        "modality": (1, 2),
        "modality, where not actual": (0, 1),
        "status, where former or future": (0, 1),
        "attributed to, where gold has one": (1, 1),
        "event date, where gold has one": (1, 1),
    }


def test_some_relations_only(tmp_path: Path) -> None:
    claims = [claim("Ada Brook", "MET", "Émile Roux"), claim("Ada Brook", "HEADS", "Lowport")]
    scores = judge(tmp_path, *claims, only=frozenset({"HEADS"}))
    assert (scores.claims.right, scores.claims.wrong, scores.claims.required) == (0, 1, 1)


def test_report(tmp_path: Path) -> None:
    scores = judge(tmp_path, claim("Ada Brook", "MET", "Roux"), claim("Ada Brook", "HEADS", "the trust"))
    text = report(scores, errors=1)
    assert (
        "claims  precision 0.500  recall 0.500  F1 0.500   right 1, wrong 1, required 2, neutral 0, repeated 0" in text
    )
    assert "wrong (1 of 1)\n  a1: Ada Brook MET Roux | A sentence." in text
    assert "missed (1 of 1)\n  a1: Ada Brook MET Émile Roux | Ada Brook will not meet" in text
    assert [line.split()[0] for line in text.splitlines() if line.startswith(("MET", "HEADS"))] == ["HEADS", "MET"]
    assert "wrong (" not in report(scores)


GOOD_CLAIM = json.dumps(claim("Ada Brook", "MET", "Roux"))


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ('{"article": "a1"', "not a claim"),
        ("[]", "not a claim"),
        ('{"article": "a1", "relation": "MET", "object": {"name": "B"}}', "subject: Field required"),
        ('{"article": "a1", "relation": "MET", "subject": {}, "object": {"name": "B"}}', "subject: .*needs a name"),
        ('{"article": "a1", "relation": 7, "subject": {"name": "A"}, "object": {"name": "B"}}', "relation: "),
    ],
)
def test_malformed_claim_names_file_and_line(line: str, cause: str) -> None:
    with pytest.raises(InputError, match=rf"^mine\.jsonl:3: .*{cause}"):
        list(read_claims([GOOD_CLAIM, "", line], "mine.jsonl"))


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("{", "not a gold file"),
        ("[]", "not a gold file"),
        ('{"id": "b"}', "claims: Field required"),
        ('{"id": "b", "claims": [{"relation": "MET"}]}', "claims.0.subject: Field required"),
        ('{"id": "a1", "claims": []}', "earlier file"),
        ("\udcff", "not a gold file"),
    ],
)
def test_malformed_gold_names_the_file(tmp_path: Path, content: str, cause: str) -> None:
    (tmp_path / "a1.json").write_text(json.dumps({"id": "a1", "claims": GOLD}), encoding="utf-8")
    (tmp_path / "b.json").write_text(content, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(InputError, match=rf"b\.json: .*{cause}"):
        read_gold(tmp_path)


def test_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold files"):
        read_gold(tmp_path / "absent")


@pytest.mark.parametrize("only", [frozenset(), frozenset({"HEADS", "MET", "SIGNED_AGREEMENT_WITH"})])
@pytest.mark.parametrize("name", ["seeds", "dev", "dwie"])
def test_same_figures_as_the_reference_scorer(shared: Path, tmp_path: Path, name: str, only: frozenset[str]) -> None:
    folder = shared / "eval" / name / "gold"
    reference: Callable[..., Any] = runpy.run_path(str(shared / "eval" / "score.py"))["score"]
    lines = [json.dumps(c) for c in _perturbed(folder, random.Random(f"{name} {sorted(only)}"))]
    file = tmp_path / "claims.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")

    counts, by_relation, attributes, wrong, missed = reference(folder, file, only)
    scores = score(read_gold(folder), read_claims(lines, "claims.jsonl"), SYMMETRIC, only)

    assert (scores.claims.right, scores.claims.wrong, scores.claims.required) == (
        counts["tp"],
        counts["fp"],
        counts["required"],
    )
    assert counts["tp"] > 3
    assert counts["fp"] > 3
    assert (scores.neutral, scores.repeated) == (counts["optional"], counts["duplicate"])
    pairs = (scores.pairs.right, scores.pairs.wrong, scores.pairs.found)
    assert pairs == (counts["pair_right"], counts["pair_wrong"], counts["pair_found"])
    assert {n: (t.right, t.wrong, t.required) for n, t in scores.relations.items()} == {
        n: (c["tp"], c["fp"], c["required"]) for n, c in by_relation.items()
    }
    assert sorted(scores.attributes.values()) == sorted((c["right"], c.total()) for c in attributes.values())
    assert [a for a, _ in scores.wrong] == [a for a, _ in wrong]
    assert [a for a, _ in scores.missed] == [a for a, _ in missed]


def _perturbed(folder: Path, chance: random.Random) -> list[dict[str, Any]]:
    """Claims made from gold: some as they are, some turned round, renamed, moved, doubled, left out or spoilt."""
    documents = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]
    relations = [*sorted(SYMMETRIC), "HEADS", "VISITED", "RELATED_TO"]
    made = []
    for document in documents:
        for gold in document["claims"] * 2:
            if chance.random() < 0.4:
                continue
            ends = []
            for side in ("subject", "object"):
                names = list(gold[side]["names"])
                chance.shuffle(names)
                ends.append({"name": names[0], "type": gold[side]["type"], "aliases": names[1:3]})
            if chance.random() < 0.2:
                ends.reverse()
            if chance.random() < 0.2:
                ends[1] = chance.choice(made)["object"] if made else ends[1]
            relation = gold["relation"]
            if chance.random() < 0.3:
                relation = chance.choice([*relations, *gold["also"]])
            modality = gold.get("modality") if chance.random() < 0.8 else "possible"
            made.append(
                {
                    "article": document["id"] if chance.random() < 0.95 else "elsewhere",
                    "subject": ends[0],
                    "relation": relation,
                    "object": ends[1],
                    "polarity": gold.get("polarity") if chance.random() < 0.8 else "negated",
                    "modality": modality,
                    "status": gold.get("status") if chance.random() < 0.7 else "current",
                    "attributed_to": [n.split()[-1] for n in gold.get("attributed_to", [])]
                    if chance.random() < 0.7
                    else [],
                    "when": {"start": gold["when"][:7], "end": None} if gold.get("when") else None,
                    "evidence": {"sentence": gold.get("evidence") or ""},
                }
            )
    return made
