"""Trains the models that ship with kg; needs the dependency group `training` and is no part of the wheel."""
