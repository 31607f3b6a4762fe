"""Papers for the way: lists of homes, week sheets, what a home is asked, a round alone."""
