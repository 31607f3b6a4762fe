"""When one laptop is not enough: the same book on a PostgreSQL server, opened by several coordinators at once.

Context. A province has thousands of supervisors. Each keeps a book of her own; those who coordinate need one place.

Decision. Nothing new: the tables, the ledger, the acts and the questions of a book, on another ground (`ground`). Each
installation is a laptop like any other, with keys of its own in a folder of its own; what it writes has its own
streams, and is signed in the save itself (`tips`), so that others there can hand it on. So a hub is a book that many
open, and two books and a hub that have seen the same lines say the same. What is said between two, a concern, formal
process and what is one's own never stand in it: lines of these audiences are not taken in, an act that would write one
is refused, and a table refuses what slipped through.

Consequences. Who may write in the database is believed as a coordinator of its site. The server is run, backed up
(`pg_dump`) and upgraded by those who run it, and the tables are brought up to date by who owns them (`founding`). A
program without the extra `hub` never loads what speaks to a server.

How far it carries, reckoned from what was measured (November 2026, server and program on two shared cores, `bench
hub`). A visit that comes in takes 50 µs of a turn and 0.9 kB with its indexes; a merge takes 1.1 to 1.6 times what it
takes in a file, and eight who merge at once wait for each other: on these cores they bring in half of what one does.
What a line takes does not grow: bundle by bundle up to 3.1 million lines, then with copies of these to 10 million, the
next hundred thousand took 1.1 times what they took in an empty hub beside it (0.6 to 2.4, bundle by bundle: others
worked on these cores). Half of it is the program's reading and checking, a fifth the lines with their three indexes, a
tenth the rows; all of that is copied in (`COPY`) already, but for rows that change.

Assume a country of 70,000 caregivers and 90 million visits a year, in nine provinces. A province then brings 10 million
visits a year: nine minutes of turns and 9 GB. So writing is not what ends first. These are, in this order:

- *Rows made anew.* What a program only adds to the declarations is added in a glance (`projections`). One that renames
  or reads anew folds every record again, 10 million of them for hours, and a hub is closed meanwhile.
- *Erasing.* Who erases looks through all lines for parts and copies of the record: at 10 million that takes minutes,
  and nobody else writes meanwhile. The journal would have to know of what kind each line is.
- *Figures at the desk.* All forty figures of a year take 1.6 s of work for 60,000 visits and what comes with them, and
  ten times that for 600,000: rules over talks, promises and homes. A dashboard has its numbers at once (`tallies`).
- *One table of lines.* Its indexes take 100 bytes a line, so they outgrow a memory of 16 GB at some 150 million. Until
  then dividing it by stream (`PARTITION BY HASH`, eight parts) costs: of 6 million lines, to find one by its record
  took 2.6 times as long, since all parts are asked, the next million came in 1.1 times as slowly, and the indexes were
  a tenth larger (`bench divided`). What came in took as long at 6 million as at none. So it is one table.

Who is heard is no longer among them: with 10,000 supervisors, all is read once when somebody opens a hub, and a
statement costs what it is about (see `hearing`).

A country is no larger hub: provinces are sites of their own, with their own coordinators and their own law, and what a
country reads are numbers, which each hub tells in `dashboard`. Whoever wants all lines in one place can let Citus
distribute `line` and the rows by scope behind the same driver: only statements join two scopes.
"""
