"""What stands over a rehearsal at times."""
