#!/usr/bin/env python3
"""Let the Nu HTML checker (vnu.jar) read every page of a built column; exit code 1 if it has anything to say.

    python -m bench.nu --jar vnu.jar [--site BUILD]

The checker is Java and is not installed with the project: `npm pack vnu-jar` fetches it (build/dist/vnu.jar in the
archive). Without --site the sample column is built in a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from bench.screenshots import built


def messages(jar: str, site: Path) -> list[dict[str, str]]:
    """Return everything that the checker says of the pages and style sheets below `site`, also what is no error."""
    command = ["java", "-jar", jar, "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always", str(site)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)["messages"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jar", required=True, help="vnu.jar")
    parser.add_argument("--site", default="", help="a built column; without it the sample column is built")
    given = parser.parse_args()
    with built(given.site) as site:
        pages = sum(1 for _ in site.rglob("*.html"))
        found = messages(given.jar, site)
    for (kind, text), count in Counter((each["type"], each["message"]) for each in found).most_common():
        first = next(each for each in found if (each["type"], each["message"]) == (kind, text))
        print(f"{count} × {kind}: {text}\n    {first.get('url', '')}:{first.get('lastLine', '')}")
    print(f"{pages} pages, {len(found)} messages")
    return 1 if found or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
