"""What pages ask of a book, and how it is told in words. No widget, and nothing of Qt."""
