"""What a person can do: one keyword-only function an act, listed once."""
