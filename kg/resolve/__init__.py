"""Resolution: which mentions, across articles, are one thing. Pure functions; nothing is fused, entities are a view."""

from kg.resolve.solve import Solution, explain, resolve, solve

__all__ = ["Solution", "explain", "resolve", "solve"]
