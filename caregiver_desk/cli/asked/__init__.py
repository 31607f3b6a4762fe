"""What may be typed: the commands with their arguments, one file a subject, and how each word is understood."""
