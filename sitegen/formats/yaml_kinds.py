"""What can be wrong with a piece of YAML, in a clerk's words."""

from __future__ import annotations

from sitegen.diagnostics import Kind, Severity

_ONE_LEVEL = "YAML 靠每行开头的空格分层次，空格的个数就是层次。"
_HALF_WIDTH = "YAML 只认英文（半角）标点，中文（全角）标点会被当成普通的字。"
_RESERVED = "这个符号放在内容开头时，在 YAML 里另有用途。"
_PLAIN = "本站只用 YAML 里最简单的写法，每个人都看得懂，也不会悄悄改变内容。"

TAB = Kind(
    id="SG140",
    name="缩进用了制表符",
    message="这一行开头用了制表符（Tab 键），应当用空格。",
    why="制表符的宽度在每台电脑上不一样，YAML 规定缩进只能用空格。",
    help="删掉行首的制表符，改成空格，每深一层用两个空格。",
)
FULL_WIDTH_SPACE = Kind(
    id="SG139",
    name="缩进用了全角空格",
    message="这一行开头用了全角空格或网页空格，应当用英文空格。",
    why="YAML 规定缩进只能用英文（半角）空格，别的空格会被当成名称的一部分。",
    help="删掉行首的空格，改成英文空格，每深一层用两个空格。",
)
FULL_WIDTH_COLON = Kind(
    id="SG141",
    name="用了中文冒号",
    message="“{key}”后面用的是中文冒号“：”，这一行没有被认出来。",
    why=_HALF_WIDTH,
    help="改成英文冒号，再加一个空格：{line}",
)
NO_SPACE_AFTER_COLON = Kind(
    id="SG142",
    name="冒号后面没有空格",
    message="“{key}:”的冒号后面没有英文空格，这一行没有被认出来。",
    why="YAML 规定冒号后面要有一个英文（半角）空格，否则冒号只是普通的字。",
    help="在冒号后面加一个英文空格：{line}",
)
FULL_WIDTH_QUOTES = Kind(
    id="SG143",
    name="用了中文引号",
    message="这里的中文引号不起引号的作用：{text}",
    why=_HALF_WIDTH,
    help="{advice}",
)
DUPLICATE_KEY = Kind(
    id="SG144",
    name="同一项写了两次",
    message="“{key}”写了两次：{places}。",
    why="同一项有两个值时，机器不知道该用哪一个。",
    help="留下正确的一行，删掉另一行；确实有几个值的，写成列表：{key}: [甲, 乙]",
)
ANCHOR = Kind(
    id="SG145",
    name="用了锚点、别名或合并",
    message="“{text}”是 YAML 的{sort}写法，这里不能用。",
    why=_PLAIN,
    help="把要引用的内容照样再写一遍；如果“{text}”本来就是正文里的字，给整个值加上英文引号。",
)
TAG = Kind(
    id="SG146",
    name="用了类型标记",
    message="“{text}”是 YAML 的类型标记，这里不能用。",
    why=_PLAIN,
    help="删掉类型标记，只留内容；如果感叹号本来就是内容，给整个值加上英文引号。",
)
SEVERAL_DOCUMENTS = Kind(
    id="SG147",
    name="一个文件里有几份 YAML",
    message="这里又开始了一份新的 YAML，后面的内容没有读。",
    why="一个文件只能有一份 YAML，“---”和“...”会把它分成几份。",
    help="删掉这一行，或者把后面的内容移到另一个文件里。",
)
KEY_NOT_PLAIN = Kind(
    id="SG148",
    name="冒号前面不是简单的名称",
    message="冒号前面应当是一个简单的名称，这里写成了{found}。",
    why=_PLAIN,
    help="冒号前面只写名称，例如：标题: 青岚区财政局；内容里有方括号、花括号的，给整个值加上英文引号。",
)
UNCLOSED_QUOTE = Kind(
    id="SG149",
    name="引号没有成对",
    message="这里的引号 {quote} 没有配对的另一半。",
    why="有开头的引号，就要有同样的引号结尾，否则后面几行都会被当成引号里的字。",
    help="{advice}",
)
UNCLOSED_BRACKET = Kind(
    id="SG150",
    name="括号没有成对",
    message="这里的“{bracket}”没有配对的“{closing}”，或者括号里缺了逗号。",
    why="列表写在一行里时，用英文方括号括起来，各项之间用英文逗号加空格隔开。",
    help="补上“{closing}”，各项之间用英文逗号隔开，例如：[甲, 乙]；如果括号是内容，给整个值加上英文引号。",
)
INDENTATION = Kind(
    id="SG151",
    name="缩进不对",
    message="这一行开头的空格个数不对，和上下文对不齐。",
    why=_ONE_LEVEL,
    help="同一层的各行，开头的空格要一样多：最外层顶格写，每深一层多两个空格。",
)
RESERVED_BEGINNING = Kind(
    id="SG152",
    name="内容以特殊符号开头",
    message="内容不能直接以“{sign}”开头。",
    why=_RESERVED,
    help="给整个值加上英文引号：{quoted}",
)
COLON_IN_VALUE = Kind(
    id="SG153",
    name="内容里有英文冒号",
    message="一行里有两个“冒号加空格”，分不清哪个是名称、哪个是内容。",
    why="YAML 把“英文冒号加空格”前面的字当成名称。",
    help="内容里的冒号改成中文冒号“：”，或者给整个值加上英文引号。如果是上一行的内容写串了行，检查这一行的缩进。",
)
TEXT_AFTER_QUOTE = Kind(
    id="SG154",
    name="引号后面还有字",
    message="引号已经结束，后面又写了“{text}”。",
    why="内容以引号开头，就要以引号结尾，引号外面不能再有别的字。",
    help="把整个值放进一对引号里；内容里要用引号的，用中文引号“ ”。",
)
BACKSLASH = Kind(
    id="SG155",
    name="双引号里有反斜线",
    message="双引号里的“{text}”看不懂：反斜线在双引号里另有用途。",
    why="在双引号里，YAML 把反斜线和后面的字合起来当成一个特殊字符。",
    help="把两边的双引号换成单引号 '…'；文件路径里的反斜线一律改成斜线“/”。",
)
FORBIDDEN_CHARACTER = Kind(
    id="SG156",
    name="内容里有不允许的字符",
    message="这里有不允许的字符（{character}）。",
    why="看不见的控制字符、自造字和改变文字方向的字符会使网页出错。",
    help="删掉这个字符。",
)
TOO_DEEP = Kind(
    id="SG157",
    name="层次太深",
    message="这里一层套一层，超过了 {limit} 层，后面的内容没有读。",
    why="正常的内容只有三四层，层次这样深，多半是括号写错了。",
    help="检查括号和缩进，去掉多余的层次。",
)
TOO_MANY_NODES = Kind(
    id="SG158",
    name="内容太多",
    message="这里已经超过 {limit} 项，后面的内容没有读。",
    why="一份 YAML 太大，会拖慢每一次检查。",
    help="分成几个文件；表格请用 CSV 或 XLSX 文件。",
)
SWALLOWED_LINE = Kind(
    id="SG159",
    name="这一行并进了上一行",
    message="“{text}”这一行并进了上一行的内容，没有单独成为一项。",
    why="冒号后面已经有内容时，下面缩进的行都会接在这个内容后面。",
    help="冒号后面不写内容，从下一行起每行写一项，都以“- ”（减号加空格）开头。",
)
NOT_AN_ENTRY = Kind(
    id="SG160",
    name="这一行不是“名称: 内容”",
    message="“{text}”这一行里没有“名称: 内容”，不知道是哪一项。",
    why="这一部分每一行都是“名称: 内容”，名称和内容之间用英文冒号加一个空格隔开。",
    help="在前面补上名称和英文冒号；如果是上一行没写完的内容，接到上一行末尾；如果是正文，移到“---”下面。",
)
LIST_AMONG_ENTRIES = Kind(
    id="SG161",
    name="列表和名称混在一起",
    message="同一层里既有“- ”开头的列表，又有“名称: 内容”，混在了一起。",
    why=_ONE_LEVEL,
    help="列表要写在它的名称下面：名称后面写英文冒号，下一行起每行一项，以两个空格和“- ”开头。",
)
DASH_IN_VALUE = Kind(
    id="SG162",
    name="冒号后面直接写了列表",
    message="冒号后面直接写了“- ”，列表要另起一行。",
    why="YAML 规定，用“- ”写的列表要从下一行开始。",
    help="冒号后面换行，下一行起每行一项，以“- ”开头；或者写在一行里：[甲, 乙]",
)
STRAY_SIGN = Kind(
    id="SG163",
    name="多了一个括号或逗号",
    message="这里多了一个“{sign}”，前面没有和它配对的内容。",
    why="方括号、花括号和它们之间的逗号，在 YAML 里用来写列表。",
    help="删掉这个符号；如果它本来就是内容，给整个值加上英文引号。",
)
DIRECTIVE = Kind(
    id="SG164",
    name="行首用了百分号",
    message="这一行以“%”开头，YAML 把它当成给机器的指令。",
    why=_PLAIN,
    help="删掉这一行；如果是内容，写成“名称: 内容”。",
)
EMPTY_KEY = Kind(
    id="SG165",
    name="冒号前面没有名称",
    message="冒号前面没有名称。",
    why="这一部分每一行都是“名称: 内容”。",
    help="在冒号前面补上名称，或者删掉这一行。",
)
KEY_TOO_LONG = Kind(
    id="SG166",
    name="名称太长",
    message="冒号前面的名称太长（超过 {limit} 个字）。",
    why="名称都很短，这样长的多半是内容，前面漏写了名称。",
    help="在这一行前面补上名称和冒号，内容里的英文冒号改成中文冒号“：”。",
)
BLOCK_HEADER = Kind(
    id="SG167",
    name="竖线或大于号后面有字",
    message="“{sign}”后面不能在同一行接着写内容。",
    why="“|”和“>”表示内容从下一行开始，每行缩进两个空格。",
    help="把内容移到下一行并缩进两个空格；如果“{sign}”本来就是内容，给整个值加上英文引号。",
)
DASH_WITHOUT_SPACE = Kind(
    id="SG168",
    name="列表的减号后面没有空格",
    message="“{text}”的减号后面没有空格，没有被认成列表的一项。",
    why="YAML 规定，列表的每一项以减号加一个空格开头。",
    help="在减号后面加一个空格，例如：- 甲",
)
CUT_SHORT = Kind(
    id="SG199",
    name="“#”后面的字没有读",
    message="“{text}”没有读：空格加“#”的后面，YAML 当作注释。",
    why="注释是写给自己看的，不会印在网页上，也不参加检查。",
    help="是内容的，给整个值加上英文引号：{quoted}；是注释的，在“#”后面加一个空格。",
    severity=Severity.WARNING,
)
GENERAL = Kind(
    id="SG169",
    name="YAML 写法有误",
    message="这里的 YAML 写法有误：{problem}。",
    why="写法有误时，机器读不懂这一部分。",
    help="对照说明里的样例检查这一行和上一行的标点、引号和缩进。",
)

KINDS: tuple[Kind, ...] = (
    FULL_WIDTH_SPACE,
    TAB,
    FULL_WIDTH_COLON,
    NO_SPACE_AFTER_COLON,
    FULL_WIDTH_QUOTES,
    DUPLICATE_KEY,
    ANCHOR,
    TAG,
    SEVERAL_DOCUMENTS,
    KEY_NOT_PLAIN,
    UNCLOSED_QUOTE,
    UNCLOSED_BRACKET,
    INDENTATION,
    RESERVED_BEGINNING,
    COLON_IN_VALUE,
    TEXT_AFTER_QUOTE,
    BACKSLASH,
    FORBIDDEN_CHARACTER,
    TOO_DEEP,
    TOO_MANY_NODES,
    SWALLOWED_LINE,
    NOT_AN_ENTRY,
    LIST_AMONG_ENTRIES,
    DASH_IN_VALUE,
    STRAY_SIGN,
    DIRECTIVE,
    EMPTY_KEY,
    KEY_TOO_LONG,
    BLOCK_HEADER,
    DASH_WITHOUT_SPACE,
    GENERAL,
    CUT_SHORT,
)
