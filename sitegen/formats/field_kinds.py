"""What can be wrong with the values of a file, in a clerk's words."""

from __future__ import annotations

from sitegen.diagnostics import Kind, Severity

_CLEAR = "名称统一，网页、检索和台账才能对得上。"
_DATE_WHY = "日期统一写成“年-月-日”（GB/T 7408），年四位、月和日各两位，才能排序和比较。"
_PATH_WHY = "网站发布以后，只有栏目文件夹里的文件才在网上，路径写错或者指到外面就会打不开。"

UNKNOWN_KEY = Kind(
    id="SG170",
    name="没有这一项",
    message="{subject}里没有“{key}”这一项。",
    why=_CLEAR,
    help="{advice}",
)
SAME_FIELD_TWICE = Kind(
    id="SG171",
    name="同一项用两个名称各写了一次",
    message="“{key}”和第 {line} 行的“{first}”是同一项，写了两次。",
    why="每一项有一个中文名称和一个英文名称，用哪一个都可以，但是只能写一次。",
    help="留下正确的一行，删掉另一行；建议统一用中文名称“{chinese}”。",
)
EMPTY_VALUE = Kind(
    id="SG172",
    name="有名称没有内容",
    message="“{key}”后面没有内容。",
    why="空着的项目在网页上会是一处空白，分不清是没有还是忘了写。",
    help="在冒号后面写上内容{example}；用不到这一项的，把这一行删掉。内容以“#”开头的要加英文引号。",
    in_draft=Severity.NOTE,
)
EMPTY_ITEM = Kind(
    id="SG173",
    name="有一处空着",
    message="这里空着，没有内容。",
    why="空着的项目在网页上会是一处空白，分不清是没有还是忘了写。",
    help="写上内容；用不到的，把这一处删掉。内容以“#”开头的要加英文引号。",
)
NOT_SINGLE = Kind(
    id="SG174",
    name="只能写一个值",
    message="这一项只能写一个值，这里写成了{found}。",
    why="方括号、花括号和“- ”在这里有特别的意思：方括号和“- ”是列表，花括号是一组小项。",
    help="直接写内容，不要加方括号、花括号，也不要分成几项；括号本来就是内容的，给整个值加上英文引号。",
)
NOT_A_GROUP = Kind(
    id="SG175",
    name="应当分项写",
    message="这一项要分成几个小项来写，这里写成了{found}。",
    why="分项写，每个小项才能分别检查和显示。",
    help="冒号后面换行，下面每行缩进两个空格，写一个小项：{keys}",
)
TOO_LONG = Kind(
    id="SG176",
    name="内容太长",
    message="这一项有 {length} 个字，最多 {longest} 个字。",
    why="太长的内容在列表和文件头里显示不下。",
    help="写得简短一些，至少减去 {surplus} 个字；详细的内容写到正文里。",
)
SEVERAL_LINES = Kind(
    id="SG177",
    name="只能写一行",
    message="这一项只能写在一行里，这里写了 {lines} 行。",
    why="分成几行写，接起来时中间会多出空格。",
    help="把几行接成一行，都写在冒号后面。",
)
PLACEHOLDER = Kind(
    id="SG178",
    name="写了占位的话",
    message="“{text}”不是真正的内容。",
    why="“暂无”“待补充”一类的话印在网页上，等于没有公开。",
    help="写上真正的内容；确实没有的，把这一行删掉。",
)
DATE_FORM = Kind(
    id="SG179",
    name="日期写法不对",
    message="“{text}”不是规定的日期写法。",
    why=_DATE_WHY,
    help="{advice}",
)
NO_SUCH_DAY = Kind(
    id="SG180",
    name="没有这一天",
    message="没有“{text}”这一天：{reason}。",
    why="日期要和文件上的一致，写错一天，时限和效力的计算就都错了。",
    help="核对文件原文，改成正确的日期。",
)
TIME_FORM = Kind(
    id="SG181",
    name="时间写法不对",
    message="“{text}”不是规定的时间写法。",
    why="时间统一写成北京时间“年-月-日 时:分”，二十四小时制，各两位数字，用英文冒号。",
    help="{advice}",
)
NO_SUCH_TIME = Kind(
    id="SG182",
    name="没有这个时刻",
    message="没有“{text}”这个时刻：小时是 00 到 23，分和秒是 00 到 59。",
    why="时间统一用二十四小时制的北京时间。",
    help="改成正确的时刻，例如 {day} 09:30；只知道日期的，只写日期。",
)
NOT_WHOLE = Kind(
    id="SG183",
    name="不是整数",
    message="“{text}”不是整数。",
    why="这一项要参加计算或排序，只能写阿拉伯数字，不带单位、逗号和正负号。",
    help="{advice}",
)
NOT_DECIMAL = Kind(
    id="SG184",
    name="不是数字",
    message="“{text}”不是数字。",
    why="这一项要参加计算，只能写阿拉伯数字和小数点，不带单位和逗号。",
    help="{advice}",
)
NOT_A_CHOICE = Kind(
    id="SG185",
    name="不在可选的范围里",
    message="“{text}”不在可选的范围里。",
    why="这一项只能从规定的几种里选，分类和统计才能对得上。",
    help="{advice}",
)
NOT_A_FLAG = Kind(
    id="SG186",
    name="应当写是或否",
    message="“{text}”应当写成“是”或者“否”。",
    why="这一项只有两种可能。",
    help="改成“是”或者“否”。",
)
JOINED_VALUES = Kind(
    id="SG187",
    name="几个值连在一起写",
    message="“{text}”像是几个值连在一起写的。",
    why="连在一起写，会被当成一个很长的值，分类和检索都找不到。",
    help="写成列表，用英文方括号和英文逗号：{listed}",
)
REPEATED_ITEM = Kind(
    id="SG188",
    name="列表里有重复",
    message="“{text}”在列表里写了两次。",
    why="同一个值写一次就够了。",
    help="删掉重复的一个。",
)
TOO_MANY_ITEMS = Kind(
    id="SG189",
    name="列表太长",
    message="这里写了 {count} 个，最多 {most} 个。",
    why="值太多，等于没有重点，页面上也显示不下。",
    help="留下最要紧的 {most} 个。",
)
ADDRESS_FORM = Kind(
    id="SG190",
    name="网址写法不对",
    message="“{text}”不是完整的网址。",
    why="网址写得不完整，点开就会出错。",
    help="{advice}",
)
ADDRESS_SCHEME = Kind(
    id="SG191",
    name="不允许的网址",
    message="“{text}”这种链接不能用。",
    why="为了安全，只允许网页地址（http、https）和邮箱地址（mailto）。",
    help="改成以 https:// 或 http:// 开头的网址；邮箱写成 mailto:名称@域名。",
)
ABSOLUTE_PATH = Kind(
    id="SG192",
    name="路径不能从盘符或根目录开始",
    message="“{text}”是本机上的路径，别人的电脑上没有。",
    why=_PATH_WHY,
    help="{advice}",
)
UPWARD_PATH = Kind(
    id="SG193",
    name="路径里不能有“..”",
    message="“{text}”用“..”指到了文件夹外面。",
    why=_PATH_WHY,
    help="{advice}",
)
PATH_CHARACTER = Kind(
    id="SG194",
    name="路径里有不允许的字符",
    message="路径“{text}”里的“{found}”不能用。",
    why="这些字符在网址里或者在别的电脑上有别的意思，文件会打不开。",
    help="{advice}",
)
PATH_FORM = Kind(
    id="SG195",
    name="路径写法不对",
    message="路径“{text}”写得不对：{reason}。",
    why=_PATH_WHY,
    help="{advice}",
)
MISSING_PART = Kind(
    id="SG196",
    name="缺少小项",
    message="这里缺少{keys}。",
    why="这几个小项都写全，内容才完整。",
    help="补上：{example}",
)
NOT_ENTRIES = Kind(
    id="SG197",
    name="不是逐项写的",
    message="{subject}的信息要逐行写“名称: 内容”，这里写成了{found}。",
    why="每一行是一项，名称和内容之间用英文冒号加一个空格隔开。",
    help="改成逐行写，例如：标题: 青岚区临时救助实施办法",
)
OTHER_KIND = Kind(
    id="SG198",
    name="这一项属于别的类型",
    message="“{key}”是“{other}”才有的项目，{subject}里没有。",
    why="每一类信息有自己的项目，写错了类型，内容就不会显示。",
    help="确实是“{other}”的，改正类型；不是的，删掉这一行。",
)

KINDS: tuple[Kind, ...] = (
    UNKNOWN_KEY,
    SAME_FIELD_TWICE,
    EMPTY_VALUE,
    EMPTY_ITEM,
    NOT_SINGLE,
    NOT_A_GROUP,
    TOO_LONG,
    SEVERAL_LINES,
    PLACEHOLDER,
    DATE_FORM,
    NO_SUCH_DAY,
    TIME_FORM,
    NO_SUCH_TIME,
    NOT_WHOLE,
    NOT_DECIMAL,
    NOT_A_CHOICE,
    NOT_A_FLAG,
    JOINED_VALUES,
    REPEATED_ITEM,
    TOO_MANY_ITEMS,
    ADDRESS_FORM,
    ADDRESS_SCHEME,
    ABSOLUTE_PATH,
    UPWARD_PATH,
    PATH_CHARACTER,
    PATH_FORM,
    MISSING_PART,
    NOT_ENTRIES,
    OTHER_KIND,
)
