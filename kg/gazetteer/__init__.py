"""What the program knows of the world before it reads: countries with demonyms and capitals, organisations, titles.

The files under `entries/` are plain TOML that a user can read, correct and extend (format: `schema.py`)."""

from kg.gazetteer.cities import City, cities
from kg.gazetteer.entry import Entry
from kg.gazetteer.gazetteer import Gazetteer, Gender, PostRelation
from kg.gazetteer.names import normalise

__all__ = ["City", "Entry", "Gazetteer", "Gender", "PostRelation", "cities", "normalise"]
