"""Fair process, and voice."""
