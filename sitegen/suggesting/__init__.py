"""Suggestions: what the texts of documents say of their own force and of each other, made fit for front matter."""
