"""Acts as they are found, before they are dated and freed of repetitions."""

from datetime import date

import msgspec

from sitegen.disclosure.statements.records import ActKind


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One act on one document; positions are those of the compact text.

    `acts_on` is the day that the clause itself names. `implied` marks what only a title says: the body
    may say more of the same document and then counts.
    """

    kind: ActKind
    number: str
    title: str
    start: int
    end: int
    affects: str = ""
    acts_on: date | None = None
    until: date | None = None
    implied: bool = False


class DocumentNature(msgspec.Struct, frozen=True, kw_only=True):
    """What the title says the document is for: ending others, or saying which remain."""

    repeals: bool
    declares_invalid: bool
    reviews: bool

    @property
    def ends_others(self) -> bool:
        """Whether the document was made to end others."""
        return self.repeals or self.declares_invalid or self.reviews
