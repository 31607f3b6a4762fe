"""How people grow."""
