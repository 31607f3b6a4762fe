"""What it means: rules of supportive supervision as pure functions of records and norms."""
