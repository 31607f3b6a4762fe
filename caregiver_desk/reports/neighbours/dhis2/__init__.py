"""Figures and visits as DHIS2 takes them in: files that an information officer uploads, and how to try them first.

Context. Districts and departments gather their numbers in DHIS2. Each has its own data elements, and gives them names
of its own; a number under the wrong name is worse than none.

Decision. What is called how there stands in a file that a person fills in (TOML), by code and by UID. It is judged as a
whole: what it names that is not there, and what it lacks, is said line by line, and then nothing is written. Only
figures that may be told to anybody go (`acts/insight/figures.told`): of the whole site, by whoever speaks for it. What
is held back is left out, never zero, and named with its reason in the text beside the file. Every value is text, as
DHIS2 asks. Names of visits and homes are always the same: a file that is taken in again corrects and does not double.

Consequences. Weeks, days and years that begin in April are names of periods here as well, but figures are told of whole
months, quarters and years only: for others the text beside the file says so. No server of DHIS2 was there to be asked;
the files are held against what it publishes of itself (OpenAPI, 2.42).
"""

from __future__ import annotations
