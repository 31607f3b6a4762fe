"""Before a book is open, and when it is closed again: begin, unlock, recover, lock. Nothing here reads a record."""
