"""Pages in a second language, and the row of languages that leads to and from them."""

from datetime import date

from sitegen.views.common import Link
from sitegen.views.page import Body, ColumnTags, Heading, OtherLanguage
from sitegen.views.service_pages import SearchPage
from sitegen.views.state import State
from sitegen.views.translation import TranslatedGroup, TranslatedRow, TranslationPage, TranslationsPage

from .column import BASE

TAGS = ColumnTags(
    name="English", description="People's Government of Qinglan District", keywords="Qinglan", type="概况信息"
)
LANGUAGES = (
    OtherLanguage(lang="zh-Hans", title="简体", path="zhengce/minsu.html", address=f"{BASE}zhengce/minsu.html"),
    OtherLanguage(lang="zh-Hant", title="繁體", path="zh-hant/zhengce/minsu.html"),
    OtherLanguage(lang="en", title="English", path="en/zhengce/minsu.html", current=True),
)
IN_FORCE = State(
    code="in_force",
    word="现行有效",
    since=date(2025, 5, 1),
    next_on=date(2030, 5, 1),
    next_code="lapsed",
    next_word="已失效",
)
TRANSLATION = TranslationPage(
    path="en/zhengce/minsu.html",
    root="../../",
    title="Measures on the Services of Rural Homestays",
    column_tags=TAGS,
    crumbs=(Link(title="Open Government Information", path="en/index.html"),),
    canonical=f"{BASE}en/zhengce/minsu.html",
    lang="en",
    languages=LANGUAGES,
    original=Link(title="青岚区乡村民宿服务管理办法", path="zhengce/minsu.html"),
    lede="Conditions for opening a rural homestay.",
    number="青文旅规〔2025〕1号",
    issuer_chinese="青岚区文化和旅游局",
    written_on=date(2025, 3, 17),
    effective_on=date(2025, 5, 1),
    valid_until=date(2030, 4, 30),
    state=IN_FORCE,
    translated_on=date(2026, 9, 15),
)
ENGLISH_BODY = Body(
    html='<h2 id="general">General provisions</h2><p><strong>Article 1</strong> These Measures promote homestays.</p>',
    headings=(Heading(level=2, text="General provisions", anchor="general"),),
)
TRANSLATIONS = TranslationsPage(
    path="en/index.html",
    root="../",
    title="Open Government Information",
    column_tags=TAGS,
    canonical=f"{BASE}en/",
    lang="en",
    languages=LANGUAGES,
    lede="What there is in English.",
    groups=(
        TranslatedGroup(
            sort="documents",
            rows=(
                TranslatedRow(
                    title=TRANSLATION.title,
                    path=TRANSLATION.path,
                    original="青岚区乡村民宿服务管理办法",
                    number="青文旅规〔2025〕1号",
                    state=IN_FORCE,
                ),
            ),
        ),
        TranslatedGroup(
            sort="bodies",
            rows=(TranslatedRow(title="Bureau of Culture", path="en/jigou/wenlv.html", original="青岚区文化和旅游局"),),
        ),
    ),
)
TRANSLATED_SEARCH = SearchPage(
    path="en/search.html",
    root="../",
    title="Search",
    column_tags=TAGS,
    crumbs=TRANSLATION.crumbs,
    canonical=f"{BASE}en/search.html",
    lang="en",
    languages=LANGUAGES,
    index_path="data/titles.js",
    characters_path="",
    full_text_path="en/pagefind/",
    lists=TRANSLATION.crumbs,
    chinese=Link(title="青岚区人民政府政府信息公开", path="search.html"),
)
