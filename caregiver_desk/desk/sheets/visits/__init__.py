"""The homes that are visited, who goes there, and how they are on the way."""
