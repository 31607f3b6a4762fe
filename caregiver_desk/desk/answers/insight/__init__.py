"""Figures: what is told of the work, and what is tried because of it."""
