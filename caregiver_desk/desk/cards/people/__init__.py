"""The people of a site: who works there, who comes, and who goes."""
