"""What an import finds (SG640–SG659). Lines and columns of a finding are the row and the column of the cell."""

from __future__ import annotations

from sitegen.diagnostics import Diagnostic, Kind, Severity, Span
from sitegen.importing.cell_names import cell_name

_TABLE = "导入只照表里写的，不推测；看不懂的要请人看（S31、S36）。"
_MARKS = "勾选决定这个事项要不要在网站公开（R89）。"

UNREADABLE = Kind(
    id="SG640",
    name="读不了这个表格文件",
    message="读不了这个文件：{problem}。",
    why="能读的是 XLSX、XLS、DOCX、HTML、CSV；太大的、损坏的、有密码的不打开。",
    help="用 Excel、Word 或者 WPS 打开，看看是不是这个文件，另存为 .xlsx 或者 .docx，再导入。",
)
NO_TABLE = Kind(
    id="SG641",
    name="没有目录表",
    message="文件里没有读出标准目录：{problem}。",
    why="认不出表头，就不知道哪一列是什么；没有名称，就没有事项。",
    help="核对文件；表头用了别的说法的，改成标准的说法，或者加进 catalogs/importing/words.yaml。",
)
NO_DOMAIN = Kind(
    id="SG642",
    name="不知道是哪个领域的目录",
    message="{cell}开始的表看不出是哪个领域的{seen}。",
    why="一个领域一个目录文件，代码的第一段是领域的名称（R88）。",
    help="用 --domain 写明，例如 --domain 社会救助；26 个领域以外的，用 --new-domain 写明，例如 --new-domain 旅游。",
)
STRANGE_ROW = Kind(
    id="SG643",
    name="没有读懂的一行",
    message="第 {row} 行没有读入：{problem}。",
    why=_TABLE,
    help="这一行如果是事项，在表里补上二级事项的名称，再导入；如果是说明，不必管。",
    severity=Severity.WARNING,
)
STRANGE_COLUMN = Kind(
    id="SG644",
    name="没有读懂的一列",
    message="{cell}的表头“{heading}”{problem}，这一列没有读入。",
    why=_TABLE,
    help="{suggestion}改成标准的说法，再导入；不需要的列，不必管。",
    severity=Severity.WARNING,
)
COLUMN_LEFT_OUT = Kind(
    id="SG645",
    name="目录里没有的列",
    message="“{heading}”这一列（{cell}）没有读入。",
    why="目录文件里没有这一项。",
    help="需要的话，自己写进目录文件的“备注”；责任机构写进“责任机构”。",
    severity=Severity.NOTE,
)
STRANGE_MARK = Kind(
    id="SG646",
    name="看不出选了什么",
    message="{cell}“{text}”：{problem}。",
    why=_MARKS,
    help="在表里改成 ■ 和 □（或者 √ 和空白），再导入；或者直接在目录文件里写。",
    severity=Severity.WARNING,
)
MISSING_COLUMN = Kind(
    id="SG647",
    name="表里缺少的列",
    message="这张表（表头在第 {row} 行）没有{names}，目录文件里也就没有写。",
    why="缺了公开渠道、公开对象、公开方式，就看不出哪些事项必须在网站公开（R89）。",
    help="本来就没有的，不必管；表头写法不同的，改成标准的说法。",
    severity=Severity.NOTE,
)
UNKNOWN_LIMIT = Kind(
    id="SG648",
    name="公开时限没有看懂",
    message="{cell}的公开时限“{text}”{problem}。",
    why="时限看懂了，才能算出是不是迟了（R91）。",
    help="有确定天数的，在目录文件的“公开时限”里写“工作日”或者“自然日”；没有的，不必管。",
    severity=Severity.WARNING,
)
DITTO_OF_NOTHING = Kind(
    id="SG649",
    name="“同上”不知道指什么",
    message="{cell}写的“{text}”，不知道指哪一格，没有读入。",
    why="“同上”只照抄同一张表、同一列的上一格。",
    help="在表里写出原来的内容，再导入。",
    severity=Severity.WARNING,
)
EMPTY_CELL = Kind(
    id="SG650",
    name="空着的格可能属于上面一格",
    message="{cell}（{heading}）空着，这种文件看不出是不是和上面的格合并的，没有填。",
    why="CSV 保存不了合并的单元格，空着的格可能是合并的，也可能本来就没有。",
    help="导入原来的 XLSX 文件最好；确定空着的都同上面一格的，加上 --fill-down 再导入。",
    severity=Severity.WARNING,
)
READ_AS = Kind(
    id="SG651",
    name="按这样理解",
    message="{cell}：{reading}。",
    why="表里没有写明，这样理解最合情理；请看一看对不对。",
    help="不对的，在表里写明，再导入。",
    severity=Severity.NOTE,
)
ROWS_DISAGREE = Kind(
    id="SG652",
    name="同一个事项的几行写得不一样",
    message="第 {rows} 行是同一个事项“{title}”，{heading}却不一样：{values}。{done}",
    why="一个事项在目录里只有一份，一个代码（R92）。",
    help="几行如果是不同的事项，给它们不同的名称；如果是一个事项，核对目录文件里合起来的内容。",
    severity=Severity.WARNING,
)
LINES_UNCLEAR = Kind(
    id="SG653",
    name="分不清是换行还是分项",
    message="{cell}的公开内容有换行或者空格，没有编号和分号，当作 {count} 项：{points}。",
    why="在表格里为了好看而换行，和一行一项，写出来是一样的。",
    help="不对的，在表里用“；”把各项隔开，再导入。",
    severity=Severity.NOTE,
)
DAMAGED_CELL = Kind(
    id="SG654",
    name="单元格里的内容可能不对",
    message="{cell}“{text}”：{problem}。",
    why="保存、转换文件时会丢字，也会把编号变成日期；照抄进来就是错的。",
    help="对照印发的文件，改好表格再导入。",
    severity=Severity.WARNING,
)
NEAR_CHANNEL = Kind(
    id="SG655",
    name="公开渠道像是写错了",
    message="{cell}的公开渠道“{name}”不在名单里，写成了“其他：{name}”。",
    why="公开渠道有固定的名称（R89），写错了就看不出要不要在网站公开。",
    help="{suggestion}写错了的，改好再导入；确实是别的渠道，不必管。",
    severity=Severity.WARNING,
)
NEW_DOMAIN = Kind(
    id="SG656",
    name="新的领域",
    message="“{name}”是新的领域，编号 {number}，文件 catalogs/{file}。",
    why="编号和文件名以后不变。",
    help="要换编号或者文件名，现在就改文件名和里面的“编号”“代码”。",
    severity=Severity.NOTE,
)
CODE_KEPT = Kind(
    id="SG657",
    name="事项换了地方，代码不变",
    message="“{title}”原来在“{before}”，现在在“{after}”，代码仍是“{code}”。",
    why="代码永远不变，网上和内容里的链接才不会断（R92）。",
    help="如果只是碰巧同名，是两个不同的事项，请在目录文件里给新事项另写代码，原来的写“停用”。",
    severity=Severity.NOTE,
)
RETIRED = Kind(
    id="SG658",
    name="事项停用",
    message="表里没有了 {count} 个事项，目录文件里写了“停用: {day}”，没有删除：{codes}。",
    why="事项不删除，只停用（R92）。",
    help="改了名称的，在停用的事项里写“改为: 新的代码”，再用 sitegen catalog upgrade 改内容里的代码。",
    severity=Severity.NOTE,
)
SAME_CODE = Kind(
    id="SG659",
    name="代码已经有别的事项用了",
    message="事项“{title}”的代码“{wanted}”已经是“{other}”的，改用“{code}”。",
    why="一个代码只代表一个事项，永远不变（R92）。",
    help="代码可以在目录文件里改，发布以后不要再改。",
    severity=Severity.WARNING,
)
KINDS = (
    UNREADABLE,
    NO_TABLE,
    NO_DOMAIN,
    STRANGE_ROW,
    STRANGE_COLUMN,
    COLUMN_LEFT_OUT,
    STRANGE_MARK,
    MISSING_COLUMN,
    UNKNOWN_LIMIT,
    DITTO_OF_NOTHING,
    EMPTY_CELL,
    READ_AS,
    ROWS_DISAGREE,
    LINES_UNCLEAR,
    DAMAGED_CELL,
    NEAR_CHANNEL,
    NEW_DOMAIN,
    CODE_KEPT,
    RETIRED,
    SAME_CODE,
)


def at_cell(kind: Kind, path: str, row: int, column: int, **values: object) -> Diagnostic:
    """Return a finding at a cell counted from 0; its name (C5) is there for the message as `cell`."""
    span = Span(row + 1, column + 1, row + 1, column + 2)
    names = {"cell": cell_name(row, column), "row": row + 1}
    return kind.found(span, **(names | values)).at(path)
