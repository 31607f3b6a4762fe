"""A calendar of check-ins and of what is promised, for the calendar program that somebody uses already.

Context. Many supervisors live by the calendar of their phone. What lies there is read by whoever holds the phone, and
often by a company; a file that is imported twice must not double what it says.

Decision. RFC 5545, written here: the little of it that is needed is a page. Days, since a check-in has no hour. Only
pairs of the book's owner, only what is open to be told, no kind of check-in (that a talk followed an incident is
nobody's business), initials unless names are asked for, and every entry private. A name that never changes, a number
that rises with every change, and what is gone said to be cancelled: so the same program updates and cancels what it
took in before. Programs that know no to-dos are given each as a day in the calendar as well, under a name of its own.

Consequences. What a coordinator erased is told no more, also not as cancelled: who imported it takes it out by hand.
"""

from __future__ import annotations
