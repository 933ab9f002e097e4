"""The pipeline: from files to the ledger and the graph engines, for any front end. The flow stands in `flow.py`."""

from kg.extract.extractor import Extractor
from kg.pipeline.flow import extract, forget, ingest, project, resolve
from kg.pipeline.report import Event, IngestReport, Notice, Progress, Step
from kg.pipeline.tools import Tools

__all__ = [
    "Event",
    "Extractor",
    "IngestReport",
    "Notice",
    "Progress",
    "Step",
    "Tools",
    "extract",
    "forget",
    "ingest",
    "project",
    "resolve",
]
