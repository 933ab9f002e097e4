"""kg: a knowledge graph from news, in which every edge leads back to its sentences.

Importing this package loads nothing heavy; spaCy, the database drivers and the readers are loaded where they are used.
"""

__version__ = "0.1.0"
