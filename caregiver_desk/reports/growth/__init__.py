"""What can be handed on about how people grow."""
