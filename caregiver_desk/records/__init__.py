"""What we know: record kinds, their declared fields, and the journal line. Pure: no files, no clock."""
