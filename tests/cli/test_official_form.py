"""The official table that the site offers can be read back by `sitegen catalog import`."""

from __future__ import annotations

import msgspec

from sitegen.config import find_catalogues, read_catalogues
from tests.test_catalogue_pages import CATALOGUE, GUIDES, LISTS, RULES, site


def test_the_workbook_comes_back_as_the_catalogue_it_was_made_of(run, world):
    place = world(site(GUIDES, RULES, LISTS))
    place.build()
    before = domain(place)
    (place.folder / "mulu.xlsx").write_bytes(place.tree()["lingyu/shehui-jiuzhu/mulu.xlsx"])
    (place.folder / CATALOGUE).unlink()
    result = run("catalog", "import", str(place.folder / "mulu.xlsx"), "--project", str(place.folder))
    assert result.exit_code == 0, result.output
    after = {item.code: item for item in domain(place).items if not item.retired}
    assert list(after) == [item.code for item in before.items]
    for item in before.items:
        assert after[item.code] == msgspec.structs.replace(item, number=after[item.code].number)


def domain(place):
    catalogues, faults = read_catalogues(find_catalogues(place.folder), "default")
    assert catalogues is not None, faults
    return next(each for each in catalogues.domains if each.facts.code == "shehui-jiuzhu")
