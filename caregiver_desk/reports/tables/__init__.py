"""Records as tables that a spreadsheet opens: CSV and XLSX, row by row, complete or not there at all."""
