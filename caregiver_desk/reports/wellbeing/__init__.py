"""What can be handed on of how people are."""
