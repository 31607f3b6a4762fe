"""When one laptop is not enough: the same book on a PostgreSQL server, opened by several coordinators at once.

Context. A province has thousands of supervisors. Each keeps a book of her own; those who coordinate need one place.

Decision. Nothing new: the tables, the ledger, the acts and the questions of a book, on another ground (`ground`). Each
installation is a laptop like any other, with keys of its own in a folder of its own; what it writes has its own
streams, and is signed as it travels. So a hub is a book that many open, and two books and a hub that have seen the same
lines say the same. What is said between two, a concern, formal process and what is one's own never stand in it: lines
of these audiences are not taken in, an act that would write one is refused, and a table refuses what slipped through.

Consequences. Who may write in the database is believed as a coordinator of its site. The server is run, backed up
(`pg_dump`) and upgraded by those who run it. A program without the extra `hub` never loads what speaks to a server.
"""
