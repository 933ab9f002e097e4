"""Several articles in one text: exports of archives, wires and mails one behind another, cut where headers or trailers
of one shape repeat, each with what its own header states."""

from kg.read.bundles.part import Part
from kg.read.bundles.readings import read_bundle
from kg.read.bundles.split import split_bundle

__all__ = ["Part", "read_bundle", "split_bundle"]
