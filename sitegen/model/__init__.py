"""The records: frozen values that every stage works with. No input or output happens here."""
