"""Papers of concerns: facts for the legal form, and whom to ring."""
