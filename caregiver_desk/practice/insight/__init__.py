"""What the figures of a programme mean, over which days they are told, and what of them may be told at all."""
