"""Concerns about somebody who may come to harm."""
