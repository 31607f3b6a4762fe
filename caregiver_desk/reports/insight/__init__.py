"""Figures as they are handed on: a report of a month, a quarter or a year, and the words for each figure."""
