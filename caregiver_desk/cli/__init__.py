"""The command line: everything the desk does, for coordinators with hundreds of files, for scripts and for tests.

Arguments are read before anything heavy is imported, so `--help` is quick and needs no screen. Results go to standard
output (with `--json` one object a line), what is going on to standard error. Exit status: 0 done, 1 refused (your input
or a rule), 2 the command line was not understood, 3 the world is in the way, 4 wrong passphrase, 70 a fault of ours.
"""
