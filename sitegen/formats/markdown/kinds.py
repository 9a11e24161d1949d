"""What can be wrong with a Markdown text by itself. Beside the rules it would load the whole parser with it."""

from __future__ import annotations

from sitegen.diagnostics import Kind, Leeway, Severity

_ACCESSIBLE = "《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668—2019）。"
_SAFE = "公开的网页只能带读者去网址、邮箱、电话和本站的文件，别的地址可能在读者的电脑上运行程序。"
_OUTLINE = "读屏软件和目录都按标题的层次走：页面的大标题是第一级，正文从第二级“##”开始，一级一级往下。"
_ALLOWED = "表格、换行 br、上下标 sup 和 sub、u、ins、del、ruby、details 等少数标签可以用。"

BAD_SCHEME = Kind(
    id="SG210",
    name="链接的地址种类不能用",
    message="链接地址“{address}”是“{scheme}:”开头的，网页上不能用这种地址。",
    why=_SAFE,
    help="改成 https:// 开头的网址或者本站文件的路径；只要文字、不要链接时，去掉方括号和后面的圆括号。",
)
LOCAL_PATH = Kind(
    id="SG211",
    name="链接指向自己电脑上的文件",
    message="“{address}”是您自己电脑上的位置，读者打不开。",
    why="网站上只有 content 文件夹里的文件，读者的电脑上没有这个位置。",
    help="把文件放进本文同名的文件夹，再写相对路径，例如：[附件1](本文的名字/fujian1.pdf)",
    leeway=Leeway.OLD,
)
NO_ADDRESS = Kind(
    id="SG212",
    name="链接没有地址",
    message="“{text}”的圆括号里没有地址。",
    why="没有地址的链接点了没有反应。",
    help="在圆括号里写上网址或者文件路径；不需要链接时，只留文字。",
    leeway=Leeway.OLD,
)
NO_WORDS = Kind(
    id="SG213",
    name="链接没有文字",
    message="指向“{address}”的链接没有文字，读者看不见，也点不到。",
    why=_ACCESSIBLE,
    help="在方括号里写上文字，说明点开是什么。",
    severity=Severity.WARNING,
)
UNDEFINED_REFERENCE = Kind(
    id="SG214",
    name="引用式链接没有定义",
    message="“{source}”引用的“{label}”没有定义，会照原样印出方括号。",
    why="引用式链接要在文中另起一行写明地址，否则不是链接。",
    help="另起一行加上定义，例如“[{label}]: https://…”；或者改写成“[文字](地址)”。",
    severity=Severity.WARNING,
)
NO_ALTERNATIVE = Kind(
    id="SG215",
    name="图片没有替代文字",
    message="图片“{address}”没有替代文字。",
    why=_ACCESSIBLE,
    help="在方括号里用一句话写明图上有什么，例如：![临时救助申请流程图]({address})",
    severity=Severity.WARNING,
)
FOREIGN_PICTURE = Kind(
    id="SG216",
    name="图片在别的网站上",
    message="图片“{address}”不在本站。",
    why="别的网站关闭或者换图时，公开的内容就变了；读者的访问也会被别的网站知道。",
    help="把图片存进本文同名的文件夹，写它的相对路径。",
    leeway=Leeway.OLD,
)
FULL_WIDTH_ADDRESS = Kind(
    id="SG217",
    name="网址里用了中文标点",
    message="网址“{address}”里的“{mark}”是中文标点。",
    why="网址只认英文（半角）标点，用了中文标点就打不开。",
    help="改成英文标点：{mended}",
    leeway=Leeway.OLD,
)
BACKSLASH = Kind(
    id="SG219",
    name="路径里用了反斜杠",
    message="路径“{address}”用了反斜杠“\\”。",
    why="反斜杠只有 Windows 认，网页上的路径用正斜杠“/”分隔。",
    help="改成：{mended}",
    leeway=Leeway.OLD,
)
DUPLICATE_REFERENCE = Kind(
    id="SG218",
    name="引用式链接重复定义",
    message="“[{label}]”定义了不止一次，只有第一次的地址有用。",
    why="同一个名字有两个地址时，后写的不起作用，容易看错。",
    help="留下正确的一行，删掉另一行，或者换一个名字。",
    severity=Severity.WARNING,
)
TOP_HEADING = Kind(
    id="SG220",
    name="正文里用了一级标题",
    message="标题“{text}”是一级标题，和页面的大标题同级，已经当作二级标题处理。",
    why=_OUTLINE,
    help="文件的标题写在开头的“标题:”里，正文不再重复；正文里的标题从两个井号“##”开始。",
    severity=Severity.WARNING,
)
HEADING_JUMP = Kind(
    id="SG221",
    name="标题跳级",
    message="标题“{text}”是第 {level} 级，它上面的标题是第 {before} 级，中间跳过了一级。",
    why=_OUTLINE,
    help="改成 {expected} 个井号。",
    severity=Severity.WARNING,
)
EMPTY_HEADING = Kind(
    id="SG222",
    name="标题没有文字",
    message="这一行是标题，却没有文字，不会印出来。",
    why=_OUTLINE,
    help="在井号后面空一格，再写标题；不需要标题时，删掉这一行。",
    severity=Severity.WARNING,
)
TOO_DEEP = Kind(
    id="SG223",
    name="层次太深",
    message="从这里往里的列表或者引用太深，没有读进来。",
    why="这么多层没有人能读懂，多半是行首多打了空格或者“>”。",
    help="减少层次；检查行首多余的空格和“>”。",
)
RUN_TOGETHER = Kind(
    id="SG224",
    name="两段之间没有空行",
    message="“{text}”开头的这一行会接在上一行后面，印成同一段。",
    why="在 Markdown 里，两段之间要空一行，只换行还是同一段。",
    help="在这一行的前面加一个空行。",
    severity=Severity.WARNING,
)
UNDEFINED_NOTE = Kind(
    id="SG225",
    name="脚注没有内容",
    message="脚注“{source}”没有内容，会照原样印出方括号。",
    why="脚注的内容要另起一行写明，否则读者只看到一个记号。",
    help="另起一行写上脚注的内容：{source}: ……；不是脚注时，在方括号前加反斜杠：\\{source}",
    severity=Severity.WARNING,
)
UNUSED_NOTE = Kind(
    id="SG226",
    name="脚注没有被引用",
    message="脚注“[^{label}]”写了内容，正文里却没有引用它，不会印出来。",
    why="没有引用的脚注没有地方可放，读者看不到。",
    help="在正文里要加注的字后面写上[^{label}]，或者删掉这条脚注。",
    severity=Severity.WARNING,
)
DUPLICATE_NOTE = Kind(
    id="SG227",
    name="脚注重复",
    message="脚注“[^{label}]”写了不止一次，只印最后一次的内容。",
    why="同一个记号有两条内容时，只能印一条。",
    help="换一个记号，或者删掉多余的一条。",
    severity=Severity.WARNING,
)
REMOVED_TAG = Kind(
    id="SG230",
    name="去掉了不能用的 HTML 标签",
    message="去掉了 HTML 标签 <{name}>{with_content}。",
    why="正文里的网页代码可能打乱页面，也可能在读者的电脑上运行程序。" + _ALLOWED,
    help="删掉这个标签；需要的格式请用 Markdown 的写法。",
    severity=Severity.WARNING,
)
REMOVED_ATTRIBUTE = Kind(
    id="SG231",
    name="去掉了不能用的 HTML 属性",
    message="去掉了 HTML 标签 <{tag}> 的属性 {name}。",
    why="颜色、字号、宽度由全站的版式统一规定；on 开头的属性会运行程序。",
    help="删掉这个属性。表格可以用 rowspan、colspan、scope 和 align。",
    severity=Severity.WARNING,
)
HTML_LINK = Kind(
    id="SG232",
    name="用 HTML 写的链接或图片",
    message="这里用 HTML 标签 <{name}> 写了{what}，本站不认。",
    why="用 HTML 写的地址没有经过检查，文件改名以后就打不开了。",
    help="改用 Markdown 的写法：{markdown}",
    leeway=Leeway.OLD,
)
CELLS_LOST = Kind(
    id="SG233",
    name="表格的一行多了格",
    message="这一行比表头多了 {count} 格，多出来的“{text}”没有印出来。",
    why="表格有几列由第一行（表头）决定，后面各行多出来的格没有地方放。",
    help="在表头和“---”那一行里补上这几列，或者删掉多写的竖线；竖线本来是内容的，前面加反斜杠：\\|",
    severity=Severity.WARNING,
)
KINDS = (
    BAD_SCHEME,
    LOCAL_PATH,
    NO_ADDRESS,
    NO_WORDS,
    UNDEFINED_REFERENCE,
    NO_ALTERNATIVE,
    FOREIGN_PICTURE,
    FULL_WIDTH_ADDRESS,
    BACKSLASH,
    DUPLICATE_REFERENCE,
    TOP_HEADING,
    HEADING_JUMP,
    EMPTY_HEADING,
    TOO_DEEP,
    RUN_TOGETHER,
    UNDEFINED_NOTE,
    UNUSED_NOTE,
    DUPLICATE_NOTE,
    REMOVED_TAG,
    REMOVED_ATTRIBUTE,
    HTML_LINK,
    CELLS_LOST,
)
