"""The ontology: the closed list of relations and the frames that recognise them, as data files a user can extend."""

from kg.ontology.frames import Frame, FrameKind, Ontology

__all__ = ["Frame", "FrameKind", "Ontology"]
