"""What a page shows of a rehearsal."""
