"""How books meet: sealed bundles, who is who, and what a merge will do."""
