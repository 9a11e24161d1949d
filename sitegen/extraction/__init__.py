"""Attachments in, text out: everything that a file says, on its face and behind it, with where it says so.

Nothing here decides what may be published. Files are untrusted: archives are opened within limits, XML without
definitions of its own, and what cannot be read is said rather than raised. `reading.extract` is the entrance.
"""
