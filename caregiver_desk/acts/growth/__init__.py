"""How people grow: development, training, and the roads that a site opens."""
