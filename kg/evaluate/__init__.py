"""Evaluation: gold against claims, giving precision, recall, F1 and the list of errors."""

from kg.evaluate.claims import GoldClaim, JudgedClaim, read_claims, read_gold
from kg.evaluate.report import report
from kg.evaluate.scores import Scores, Tally, score

__all__ = ["GoldClaim", "JudgedClaim", "Scores", "Tally", "read_claims", "read_gold", "report", "score"]
