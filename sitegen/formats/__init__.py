"""Text in, data out: YAML with positions, front matter, typed fields, Markdown, tables. Knows nothing of sites."""
