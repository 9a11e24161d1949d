"""sitegen: checks a government disclosure column like a compiler and builds it as a static site."""

__version__ = "0.1.0"
