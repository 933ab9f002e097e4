"""What people said and took back, to rows of the ledger and back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from kg.ledger.rows import Values
from kg.model import Judgement, Verdict, Withdrawal


def judgement_values(judgement: Judgement) -> Values:
    told = (judgement.left, judgement.right, judgement.verdict.value, judgement.score, judgement.by, judgement.reason)
    names = ("left_id", "right_id", "verdict", "score", "judged_by", "reason")
    return {"id": judgement.id, **dict(zip(names, told, strict=True)), "judged_at": judgement.at}


def to_judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        left=row.left_id,
        right=row.right_id,
        verdict=Verdict(row.verdict),
        score=row.score,
        by=row.judged_by,
        reason=row.reason,
        at=row.judged_at,
    )


def withdrawal_values(withdrawal: Withdrawal) -> Values:
    return {
        "judgement_id": withdrawal.judgement_id,
        "withdrawn_by": withdrawal.by,
        "reason": withdrawal.reason,
        "withdrawn_at": withdrawal.at,
    }


def to_withdrawal(row: Row[Any]) -> Withdrawal:
    return Withdrawal(row.judgement_id, row.withdrawn_by, row.reason, row.withdrawn_at)
