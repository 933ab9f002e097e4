"""Export: what was found, in formats that other programs read. Sorted and without clocks: same input, same bytes."""

from kg.export.claims import extraction_claims, ledger_claims
from kg.export.records import ledger_records

__all__ = ["extraction_claims", "ledger_claims", "ledger_records"]
