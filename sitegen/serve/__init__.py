"""The preview: `build` in a loop, a server for what it wrote, and a panel in the browser with all findings.

A watcher tells of changes, one thread builds, and a server on this machine alone answers the browser. Nothing
here knows how to build: `sitegen.pipeline.build` is called again and again with its memory kept.
"""
