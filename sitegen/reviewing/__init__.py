"""The review sheet: what one change makes public, for the person who signs. Used by `sitegen review`."""
