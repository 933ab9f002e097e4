"""From files to articles: text, Markdown, HTML, PDF, JSONL and CSV; web boilerplate goes, offsets stay true."""

from kg.read.options import Failure, Reading, ReadOptions
from kg.read.reading import read
from kg.read.sources import find_sources

__all__ = ["Failure", "ReadOptions", "Reading", "find_sources", "read"]
