"""JSON Schemas of everything that editors write, made from the field tables and the records of catalogues.

They are for editors, hooks and forms. What they say is never stricter than `sitegen check`; some of what it finds
(references, validity, what a text says) no schema can say.
"""
