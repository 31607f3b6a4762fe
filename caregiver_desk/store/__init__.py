"""Where it is kept: the encrypted book, and the one door through which it changes."""
