"""Since when a column is open to the public: before that day, nothing in it is late, stale or missing."""

from __future__ import annotations

from sitegen.site import Site


def is_open(site: Site) -> bool:
    """Tell whether the column was open to the public at the as-of date (开通日期 in site.yaml)."""
    return site.config.opened_on is not None and site.config.opened_on <= site.as_of
