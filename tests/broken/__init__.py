"""Tiny broken sites, one fault each: see the README."""
