"""One page a subject."""
