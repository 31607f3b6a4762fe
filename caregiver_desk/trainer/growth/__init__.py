"""How people grow at Lesedi Ridge."""

"""How people grow, in the story."""
"""The chapters of growth."""
