"""link: records → Site. Everything that needs more than one file: identities, references, validity."""

from sitegen.stages.link.link import KINDS, Content, link

__all__ = ["KINDS", "Content", "link"]
