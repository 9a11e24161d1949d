"""What is said of attachments themselves: that they cannot be checked, or carry what their page does not show."""

from __future__ import annotations

from sitegen.diagnostics import Kind, Leeway, Severity

_UNCHECKED = "读不出来的附件查不了有没有个人信息和秘密，读者也打不开（R30、R108）。"
_UNSEEN = "打开时看不见的内容一样公开了，别人一查就有（R30）。"

DAMAGED = Kind(
    id="SG720",
    name="附件打不开",
    message="{where}打不开：{detail}。",
    why=_UNCHECKED,
    help="用原来的软件打开看一看，重新保存，再放进来；扩展名和内容不一致的，改正扩展名。",
    leeway=Leeway.WAIVER,
)
ENCRYPTED = Kind(
    id="SG721",
    name="附件有密码",
    message="{where}有密码，打不开。",
    why=_UNCHECKED,
    help="换成没有密码的文件；只是限制修改的，不要设打开密码。",
    leeway=Leeway.WAIVER,
)
UNKNOWN_FORMAT = Kind(
    id="SG722",
    name="附件的格式不能检查",
    message="{where}是{detail}，里面的内容没有检查。",
    why="没有检查过的附件里可能有个人信息（R30）。",
    help="换成 PDF、DOCX、XLSX 一类的格式，压缩包用 ZIP；不能换的，公开以前逐页看过。",
    severity=Severity.WARNING,
)
NO_TEXT = Kind(
    id="SG723",
    name="扫描件没有文字",
    message="{where}共 {detail} 页，都是图片，没有文字可以检查。",
    why="扫描件里的个人信息查不出来，读屏软件也读不出来（R40）。",
    help="公开以前逐页看过；有电子文本的，换成由文本转成的 PDF。",
    severity=Severity.NOTE,
)
TOO_MUCH = Kind(
    id="SG724",
    name="附件太大，没有查完",
    message="{where}没有查完：{detail}。",
    why="没有查完的附件里可能有个人信息；解压后大得反常的压缩包会使电脑死机（R30）。",
    help="分成几个小一些的文件；压缩包里不要再放压缩包。",
    leeway=Leeway.WAIVER,
)
UNSAFE_NAME = Kind(
    id="SG725",
    name="压缩包里的路径不安全",
    message="{where}里有不安全的路径“{detail}”。",
    why="解压时会写到别的文件夹，盖住读者电脑里的文件（R108）。",
    help="重新打包：选中文件再压缩，不要带上级文件夹的路径。",
)
CHANGES = Kind(
    id="SG726",
    name="附件里有修订痕迹",
    message="{where}里有修订痕迹 {detail} 处。",
    why=_UNSEEN,
    help="在 Word、WPS 的“审阅”里接受或者拒绝全部修订，保存以后再放进来。",
    severity=Severity.WARNING,
)
COMMENTS = Kind(
    id="SG727",
    name="附件里有批注",
    message="{where}里有批注 {detail} 处。",
    why=_UNSEEN,
    help="在“审阅”里删除全部批注，保存以后再放进来。",
    severity=Severity.WARNING,
)
HIDDEN = Kind(
    id="SG728",
    name="附件里有隐藏的内容",
    message="{where}里有{detail}。",
    why=_UNSEEN,
    help="取消隐藏，看一看是什么；不该公开的删掉，再保存。",
    severity=Severity.WARNING,
)
MACROS = Kind(
    id="SG729",
    name="附件里有宏",
    message="{where}里有宏程序。",
    why="宏会在读者的电脑上运行，多数电脑会拦下这样的文件。",
    help="另存为不带宏的格式（DOCX、XLSX）。",
    severity=Severity.WARNING,
)
AUTHOR = Kind(
    id="SG730",
    name="附件的属性里有人名",
    message="{where}的属性里有人名：{detail}。",
    why="属性里的作者、修改者是工作人员的姓名，不必公开。",
    help="在“文件 → 信息 → 检查文档”里删除文档属性和个人信息；不介意的，可以不理会。",
    severity=Severity.NOTE,
)
STRAY = Kind(
    id="SG731",
    name="不该放进来的文件",
    message="“{detail}”是系统或者软件自己的文件，不该公开。",
    why="临时文件、缩略图、数据库里有没整理过的内容，公开出去会泄露（R30）。",
    help="删掉它。",
    leeway=Leeway.WAIVER,
)
KINDS = (
    DAMAGED,
    ENCRYPTED,
    UNKNOWN_FORMAT,
    NO_TEXT,
    TOO_MUCH,
    UNSAFE_NAME,
    CHANGES,
    COMMENTS,
    HIDDEN,
    MACROS,
    AUTHOR,
    STRAY,
)
