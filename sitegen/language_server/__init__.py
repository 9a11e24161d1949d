"""What editors are told while a file is being written: the server that VS Code and others talk to on standard input.

It speaks the Language Server Protocol. Names, help and values come from the field tables, findings from the stages
that `check` runs: nothing is said here that is not said there.
"""
