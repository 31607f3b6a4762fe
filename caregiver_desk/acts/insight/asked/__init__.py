"""The rules of the practice that questions of indicators call by name, one file a subject."""
