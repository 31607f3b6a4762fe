"""The rehearsal world: a fictional programme, told in acts. One chapter a subject, as on every floor."""
