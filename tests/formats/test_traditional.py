"""Traditional script: a checked list of terms, and what of a page is converted and what is not."""

from pathlib import Path

import pytest
import yaml

from sitegen.formats.traditional import Traditional

CATALOGUE = Path(__file__).parents[2] / "catalogs" / "traditional.yaml"
CORRECTIONS = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))["改字"]
TERMS = """
中华人民共和国政府信息公开条例 中華人民共和國政府信息公開條例
行政规范性文件 行政規範性文件
依申请公开 依申請公開
信息 信息
软件 軟件
网络 網絡
数据 數據
公布 公布
发布机构 發布機構
颁布 頒布
行政复议 行政復議
复核 覆核
核准 核准
审核 審核
审签 審簽
题注 題註
换发新证 換發新證
全额发放 全額發放
理发店 理髮店
干部 幹部
干涉 干涉
烘干 烘乾
征求意见 徵求意見
长征 長征
联系电话 聯繫電話
关系 關係
系统 系統
制定 制定
复制 複製
制作 製作
恢复 恢復
后果 後果
皇后 皇后
公里 公里
这里 這裏
采购 採購
没有采纳 沒有採納
余额 餘額
只有 只有
一只 一隻
还是只能 還是只能
面包 麵包
建筑面积和面积 建築面積和面積
云山路 雲山路
平台 平臺
注册 註冊
标签 標籤
签订 簽訂
历史 歷史
日历 日曆
周岁 週歲
周边 周邊
名胜 名勝
占用 佔用
范围 範圍
群众 群眾
启动 啟動
为民 為民
家具 家具
"""
PAIRS = [line.split() for line in TERMS.strip().splitlines()]


@pytest.fixture(scope="module")
def traditional():
    return Traditional(CORRECTIONS.items())


@pytest.mark.parametrize(("simplified", "wanted"), PAIRS)
def test_terms_are_written_as_they_were_checked(traditional, simplified, wanted):
    assert traditional.text(simplified) == wanted


@pytest.mark.parametrize("wrong", CORRECTIONS)
def test_every_correction_is_needed_and_lasts(traditional, wrong):
    assert traditional.text(wrong) != wrong
    assert traditional.text(traditional.text(wrong)) == traditional.text(wrong)


PARTS = {
    "text": ("<p>这里</p>", "<p>這裏</p>"),
    "what readers meet of a tag": ('<i title="这里" aria-label="里">', '<i title="這裏" aria-label="裏">'),
    "words in the other script": ('<a lang="zh-Hans">简体</a>体', '<a lang="zh-Hans">简体</a>體'),
    "an id": ('<h2 id="这里">这</h2>', '<h2 id="这里">這</h2>'),
    "a value to search for": ('<input value="这里">', '<input value="这里">'),
    "program text": ("<code>这里</code>这", "<code>这里</code>這"),
    "a script": ('<script type="a/b">"这里 <p>"</script>这', '<script type="a/b">"这里 <p>"</script>這'),
    "a sign that ends no tag": ('<i title="a>这">1 < 2 这', '<i title="a>這">1 < 2 這'),
    "entities": ("<p>这&lt;里&#34;</p>", "<p>這&lt;裏&#34;</p>"),
    "a page": ('<a href="../a/b.html#x">里</a>', '<a href="../a/b.html#x">裏</a>'),
    "a folder's page": ('<a href="../">', '<a href="../">'),
    "an anchor": ('<a href="#x">', '<a href="#x">'),
    "a query": ('<a href="?q=1">', '<a href="?q=1">'),
    "a file": ('<a href="a/b.pdf" download>', '<a href="../a/b.pdf" download>'),
    "a picture": ('<img alt="里" src="../tu.png">', '<img alt="裏" src="../../tu.png">'),
    "a file for machines": ('<link rel="x" href="data/a.json">', '<link rel="x" href="../data/a.json">'),
    "another host": ('<a href="https://a.example/里.pdf">', '<a href="https://a.example/里.pdf">'),
    "a post address": ('<a href="mailto:a@b.cn">', '<a href="mailto:a@b.cn">'),
    "an absolute path": ('<a href="/a/b.pdf">', '<a href="/a/b.pdf">'),
    "what only looks like a tag": ('<p>写 href="a.pdf" 里</p>', '<p>寫 href="a.pdf" 裏</p>'),
    "a character of our own": ("<p>\ue000<code>里</code>里</p>", "<p>\ue000<code>里</code>裏</p>"),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_page_is_converted_where_it_is_read(traditional, name):
    before, after = PARTS[name]
    assert traditional.page(before) == after
