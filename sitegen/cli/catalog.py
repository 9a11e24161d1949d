"""`sitegen catalog`: a county's own catalogue: read out of its tables, compared, carried into the content."""

from __future__ import annotations

import click

from sitegen.cli.catalog_diff import diff
from sitegen.cli.catalog_import import import_
from sitegen.cli.catalog_upgrade import upgrade


@click.group(help="本地的标准目录：从表格导入，比较两个版本，更新内容里的代码。")
def catalog() -> None:
    """Hold the commands about catalogues together."""


catalog.add_command(import_)
catalog.add_command(diff)
catalog.add_command(upgrade)
