"""Others who do something like it, as they come: no encryption, no signatures, no journal."""
