"""Making new things for editors: manuscripts with their numbers, names and dates filled in, and whole projects.

Everything here goes from values to values; the command line asks, and writes what comes out.
"""
