"""Addresses on other sites: where they are written, whether they answer. Never part of a build."""
