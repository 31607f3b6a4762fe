"""Figures of the work: counted from what a book holds, frozen for a report, and planned from."""
