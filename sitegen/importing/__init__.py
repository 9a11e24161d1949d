"""The tables that counties have, turned into catalogue files: readers → grid → headings → rows → items → YAML.

Nothing is guessed in silence: what a cell says is taken as it stands, or left out and reported with its place.
"""
