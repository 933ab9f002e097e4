"""Asks a graph: questions in English, paths, timelines, contradictions. Every answer has its claims."""

from kg.query.asking import ask

__all__ = ["ask"]
