"""Sheets that come in from elsewhere."""
