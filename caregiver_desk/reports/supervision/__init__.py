"""Papers between two people: what they agreed, a talk, a visit together."""
