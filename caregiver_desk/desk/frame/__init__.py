"""What stands around every page: the window, its rail, its status line, and the palette."""
