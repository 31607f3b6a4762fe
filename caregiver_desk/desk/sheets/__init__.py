"""What opens over a page: an act with its form, a spreadsheet that comes in, a contact card."""
