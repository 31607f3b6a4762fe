"""The small family of things of which every page and sheet is made. Each has one purpose."""
