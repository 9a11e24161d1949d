"""Suggestions of catalogue items."""
