"""The rehearsal world: a fictional programme, told in acts."""
