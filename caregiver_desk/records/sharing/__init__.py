"""What goes from book to book, who is heard, and what does not go together after it."""
