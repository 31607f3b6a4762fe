"""Mailboxes: bundles that travel by themselves, on what an organisation already has.

Context. Where there is a link at times, nobody should carry a stick. An organisation has a shared folder, a web drive,
a server for files; none of them may learn who writes to whom, and each can be cut at any byte, or lie.

Decision. A mailbox is a place with boxes, a box for each reader, called by a blind mark of the key that letters are
sealed for. A letter is a bundle under its own name, which says nothing. Four things are done with it: it is put once
and written over by nobody, listed, taken (from where a cut left off), and taken away by its reader when it stands in
the book. What comes is foreign as on any stick: it goes through the worker, its seals and its limits. Nothing is asked
of a mailbox but when somebody says so (`post`, by hand or by the machine's own clock), and only in a book that has one.

Consequences. Whoever runs a mailbox sees how many letters of what size a reader gets, and when. A letter that is lost
there costs nothing: whoever has not acknowledged it is sent it again.
"""
