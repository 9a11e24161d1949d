"""Translations: `x.en.md` is the English of what lies at `x`, a record, a body, a column's page or the home page.

A site has one second language; `x.mn.md` is the Mongolian.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from sitegen import urls
from sitegen.diagnostics import Diagnostic, Kind, Leeway, Severity
from sitegen.disclosure.publication import why_held
from sitegen.model.records import Translation
from sitegen.model.site_config import SiteConfig
from sitegen.stages.link.targets import Targets

NO_ORIGINAL = Kind(
    id="SG665",
    name="译文没有原文",
    message="这是{language}译文，却找不到它的原文“{original}”。",
    why="译文和原文成对，读者才能从一种语言转到另一种（R149）。",
    help="译文和原文放在一起，名称只多 .en，例如 jiuzhu-banfa.md 的英文译文是 jiuzhu-banfa.en.md；"
    "首页的译文是 content/index.en.md，栏目的译文是它文件夹里的 index.en.md。蒙古文译文的名称多的是 .mn。",
    leeway=Leeway.FREE,
)
ORIGINAL_HELD = Kind(
    id="SG666",
    name="原文没有公开",
    message="原文“{original}”{reason}，所以译文也不公开。",
    why="没有公开的信息，译文也不能公开（R29）。",
    help="原文公开以后，译文会一起公开。",
    severity=Severity.NOTE,
)
NO_ENGLISH_NAME = Kind(
    id="SG667",
    name="没有主管机关的外文名称",
    message="栏目有{language}网页，site.yaml 里却没有写“{language}名称”。",
    why="外文网页的页首、页脚要写主管机关的外文名称（R149）。",
    help="在 site.yaml 里加一行，例如“英文名称: People's Government of Qinglan District”，蒙古文网页写“蒙古文名称”。",
    severity=Severity.WARNING,
)
OTHER_LANGUAGE = Kind(
    id="SG668",
    name="译文不是本站第二语言的",
    message="这是{language}译文，本站的第二语言是{second}，所以它不会公开。",
    why="一个栏目只有一种第二语言，每个外文网页都按它的文字和书写方向排（R149）。",
    help="本站的译文是{language}的，就在 site.yaml 里写“第二语言: {language}”；不是，就改文件的名称。",
)
KINDS = (NO_ORIGINAL, ORIGINAL_HELD, NO_ENGLISH_NAME, OTHER_LANGUAGE)


def public_translations(
    translations: Iterable[Translation], originals: Container[str], config: SiteConfig
) -> dict[str, Translation]:
    """Return the translations of what is public into the site's second language, by the path of the original."""
    found = {
        urls.original_of(each.path): each
        for each in translations
        if urls.language_of(each.path) is config.second
    }
    return {path: each for path, each in sorted(found.items()) if path in originals}


def originals_of(targets: Targets) -> frozenset[str]:
    """Return the paths of all that is public and may have a translation."""
    pages = (urls.index_of(path).removesuffix(".html") for path in targets.columns)
    return frozenset(("index", *targets.published, *targets.bodies, *pages))


def check_translations(
    translations: Iterable[Translation], targets: Targets, config: SiteConfig
) -> Iterator[Diagnostic]:
    """Yield SG665–SG668."""
    public = originals_of(targets)
    any_shown = False
    for each in translations:
        original, language = urls.original_of(each.path), urls.language_of(each.path)
        if language is not None and language is not config.second:
            names = {"language": language.chinese, "second": config.second.chinese}
            yield OTHER_LANGUAGE.found(each.place("title"), **names).at(each.source)
            continue
        any_shown = any_shown or original in public
        if original in public or f"{original}.md" in targets.unread or f"{original}.yaml" in targets.unread:
            continue
        held = targets.held.get(original)
        place = each.place("title")
        if held is not None:
            yield ORIGINAL_HELD.found(place, original=original, reason=why_held(held)).at(each.source)
        else:
            yield NO_ORIGINAL.found(place, original=f"{original}.md", language=config.second.chinese).at(each.source)
    if any_shown and not config.second_title:
        yield NO_ENGLISH_NAME.found(language=config.second.chinese).at("content/site.yaml")
