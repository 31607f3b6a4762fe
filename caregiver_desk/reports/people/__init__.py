"""What can be handed on about people: all that is kept of one, and what everybody is told of it."""
