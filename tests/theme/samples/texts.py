"""Texts as Markdown makes them, with their headings."""

from sitegen.views.page import Body, Heading

ARTICLES = "".join(
    f'<p id="第{number}条"><b class="tiao">第{number}条</b>{text}'
    f'<a class="anchor" href="#第{number}条" aria-label="第{number}条的链接">#</a></p>\n'
    for number, text in (
        (
            "一",
            "为解决群众遭遇的突发性、紧迫性、临时性基本生活困难，规范临时救助工作，根据"
            '<a href="https://www.gov.example/jz">《社会救助暂行办法》</a>等规定，结合本区实际，制定本办法。',
        ),
        ("二", "本办法适用于本区行政区域内临时救助的申请、受理、审核确认、发放和监督管理。"),
        ("三", "临时救助坚持应救尽救、及时施救，适度救助、解决急难，公开公平、接受监督的原则。"),
    )
)

TABLE = """<div class="scroll" tabindex="0" role="region" aria-label="临时救助金标准"><table class="tb-grid">
<caption>临时救助金标准</caption>
<thead><tr><th scope="col">类型</th><th scope="col">标准（倍）</th><th scope="col">机关</th></tr></thead>
<tbody><tr><th scope="row">急难型</th><td class="r">1至6</td><td>乡镇人民政府</td></tr>
<tr><th scope="row">支出型</th><td class="r">2至10</td><td>区民政局</td></tr></tbody></table></div>
"""

_CHAPTERS = ("第一章　总则", "第二章　救助对象", "第三章　申请和受理", "第四章　附则")

BODY = Body(
    html="".join(
        f'<h2 id="{chapter[:3]}">{chapter}</h2>\n{ARTICLES if at == 0 else ARTICLES.replace("条", f"{at}条")}'
        for at, chapter in enumerate(_CHAPTERS)
    )
    + TABLE,
    headings=tuple(Heading(level=2, text=chapter, anchor=chapter[:3]) for chapter in _CHAPTERS),
)

REPEALED_BODY = Body(
    html="<p>各乡镇人民政府、街道办事处，区政府各部门：</p>\n"
    "<p>《青岚区城乡居民临时救助办法》已经区人民政府第18次常务会议审议通过，现印发给你们，请认真贯彻执行。</p>\n"
    "<p>青岚区人民政府</p>\n<p>2018年6月21日</p>\n<p>（此件公开发布）</p>\n"
    '<h2 id="青岚区城乡居民临时救助办法">青岚区城乡居民临时救助办法</h2>\n'
    f'<h3 id="第一章">第一章　总则</h3>\n{ARTICLES}',
    headings=(
        Heading(level=2, text="青岚区城乡居民临时救助办法", anchor="青岚区城乡居民临时救助办法"),
        Heading(level=3, text="第一章　总则", anchor="第一章"),
    ),
)

PLAIN_BODY = Body(
    html='<h2 id="一获取方式">一、获取方式</h2>\n<p>网上：本专栏公布的信息可以直接阅读、检索和下载，不需要注册。</p>\n'
    "<ul><li>区档案馆</li><li>区图书馆</li></ul>\n"
    '<h2 id="二办理时限">二、办理时限</h2>\n<p>自收到申请之日起20个工作日内答复。</p>\n'
    f'<h3 id="一补正">（一）补正</h3>\n<p>内容不明确的，7个工作日内一次告知需要补正什么。</p>\n{TABLE}',
    headings=(
        Heading(level=2, text="一、获取方式", anchor="一获取方式"),
        Heading(level=2, text="二、办理时限", anchor="二办理时限"),
        Heading(level=3, text="（一）补正", anchor="一补正"),
    ),
)
