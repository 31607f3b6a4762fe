"""Caregiver Desk: an offline, encrypted record book for supervisors of community caregivers."""

__version__ = "0.1.0"
