"""The sorts of contradictions between documents: SG401–SG439.

What a clerk can mend in the data is an error. What may be so in the real documents (a decision that amends a
repealed text) is an error where it is nearly always a wrong 文号, and else a warning: facts cannot be mended.
What the mere calendar brings about (a basis that lapses) is a warning, so that no build breaks overnight.
"""

from __future__ import annotations

from sitegen.diagnostics import Kind, Leeway, Severity

BASIS_ENDED = Kind(
    id="SG401",
    name="依据的文件已经不再施行",
    message="{actor}以{target}为依据，但是{it}{ending}。",
    why="已经废止、失效的文件不能再作为依据（R16、R52）。",
    help="{advice}",
    severity=Severity.WARNING,
)
BASIS_NOT_YET_IN_FORCE = Kind(
    id="SG402",
    name="依据的文件尚未施行",
    message="{actor}已经施行，它的依据{target}要到{since}才施行。",
    why="尚未施行的文件还不能作为依据（R16）。",
    help="请核对依据的文号，或者核对两个文件的施行日期。",
    severity=Severity.WARNING,
)
ENDED_TARGET = Kind(
    id="SG403",
    name="修改已经终止的文件",
    message="{actor}自{on}起{deed}，但是{it}{ending}。",
    why="已经废止、失效的文件不能再被修改（效力规则，R55、R56）。",
    help="请核对文号和日期；如果原文确实如此，请删去这一条关系，在正文中保留原话。",
    leeway=Leeway.OLD,
)
LATE_RENEWAL = Kind(
    id="SG404",
    name="期满以后才延续",
    message="{actor}自{on}起{deed}，但是{it}{ending}；这次延续不起作用。",
    why="有效期届满没有延续的，自动失效（R59、R60）。",
    help="如果延续的决定是在届满以前作出的，请在“延续”中写明日期；否则应当重新制定。",
    severity=Severity.WARNING,
)
SECOND_REPEAL = Kind(
    id="SG405",
    name="两个文件在不同日期终止同一个文件",
    message="{actor}自{on}起{deed}，但是{it}{ending}；以先废止的为准。",
    why="一个文件只能终止一次（R55）。",
    help="请核对两处的文号和日期；都没有写错的，可以保留。",
    severity=Severity.WARNING,
)
CONTINUED_AFTER_END = Kind(
    id="SG406",
    name="清理结论与状态不一致",
    message="{actor}（{on}）{deed}，但是{it}{ending}。",
    why="清理结果应当与文件的状态一致（R65）。",
    help="请核对清理目录中的文号；如果有效期已经延续，请补上延续它的文件。",
    severity=Severity.WARNING,
)
NO_NEW_TERM = Kind(
    id="SG407",
    name="延续没有新的有效期",
    message="{actor}{deed}，但是{by}的“有效期至”{problem}。",
    why="延续以后的有效期到延续文件的“有效期至”为止（R60）。",
    help="请在{by}中写明更晚的“有效期至”；只是清理结论的，请改用“继续有效”。",
    leeway=Leeway.OLD,
)
NOT_SUSPENDED = Kind(
    id="SG408",
    name="恢复执行的文件没有暂停",
    message="{actor}自{on}起{deed}，但是当时没有文件暂停执行{it}。",
    why="只有暂停执行的文件才能恢复执行。",
    help="请在当初作出决定的文件中用“暂停”写明这个文件，例如“暂停: [青政规〔2018〕2号]”；或者核对文号和日期。",
    severity=Severity.WARNING,
)
SELF_REFERENCE = Kind(
    id="SG409",
    name="文件指向自己",
    message="{actor}写明{deed}，就是它自己。",
    why="关系是一个文件对另一个文件的作用。",
    help="请改成另一个文件的文号，或者删去这一条。",
    leeway=Leeway.OLD,
)
TERM_BEFORE_COMMENCEMENT = Kind(
    id="SG410",
    name="有效期早于施行日期",
    message="{paper}的“有效期至”{until}早于开始施行的日期{start}。",
    why="有效期从施行之日起计算（R57）。",
    help="请核对“有效期至”和“施行日期”。",
    leeway=Leeway.OLD,
)
EFFECT_BEFORE_WRITING = Kind(
    id="SG411",
    name="施行日期早于成文日期",
    message="{paper}的施行日期{start}早于成文日期{written}。",
    why="文件一般不溯及既往；确有溯及力的要写明理由。",
    help="请核对日期；确实溯及既往的，请在“溯及既往”中写明理由。",
    leeway=Leeway.OLD,
)
STATE_DISAGREES = Kind(
    id="SG412",
    name="写明的效力状态不对",
    message="{paper}写明效力状态是“{asserted}”，按各文件的关系和日期，{as_of}应当是“{computed}”：{reason}。",
    why="效力状态由文件之间的关系和日期推算，写明的状态只用来核对（R53、R56）。",
    help="{advice}",
    leeway=Leeway.OLD,
)
RING = Kind(
    id="SG413",
    name="文件互相作用成环",
    message="这些文件绕成了一个环（{relation}）：{papers}。",
    why="后来的文件才能作用于先前的文件，不会绕回来。",
    help="请核对这几处的文号，删去写反的一条。",
    leeway=Leeway.OLD,
)
ENDED_BEFORE_COMMENCEMENT = Kind(
    id="SG414",
    name="终止早于施行",
    message="{actor}自{on}起{deed}，但是{it}到{start}才开始施行。",
    why="文件在施行以前就终止，多半是文号或者日期写错了。",
    help="请核对文号和两个文件的日期。",
    leeway=Leeway.OLD,
)
NOT_YET_WRITTEN = Kind(
    id="SG415",
    name="对象当时还不存在",
    message="{actor}自{on}起{deed}，但是{it}在{written}才成文。",
    why="文件不能作用于还没有制定的文件。",
    help="请核对文号和日期，也请看是不是把两个文件的关系写反了。",
    leeway=Leeway.OLD,
)
ACTOR_ENDED = Kind(
    id="SG416",
    name="已经终止的文件不能起作用",
    message="{actor}要到{on}才{deed}，但是{by}自己在此之前{ending}；这条关系不起作用。",
    why="废止、修改从作出它的文件施行之日起生效（R55）。",
    help="请核对日期；应当由后来的文件作出的，请把关系写在后来的文件里。",
    severity=Severity.WARNING,
)
ACTOR_SUSPENDED = Kind(
    id="SG417",
    name="暂停执行的文件不能起作用",
    message="{actor}自{on}起{deed}，但是{by}当时正在暂停执行；这条关系不起作用。",
    why="暂停执行期间，文件的规定不生效。",
    help="恢复执行以后才生效的，请给这条关系写明恢复之后的日期。",
    severity=Severity.WARNING,
)
DATED_TOO_EARLY = Kind(
    id="SG418",
    name="关系的日期早于文件施行",
    message="{actor}写明自{given}起{deed}，但是{by}自己到{floor}才能生效；按{floor}计算。",
    why="废止、修改从作出它的文件施行之日起生效（R55）。",
    help="请删去这条关系的日期，或者核对{by}的施行日期。",
    severity=Severity.WARNING,
)
UNDATED = Kind(
    id="SG419",
    name="不知道从哪一天起",
    message="{actor}{deed}，但是没有日期可以算出从哪一天起。",
    why="已废止、已失效的文件要写明起始日期（R55）。",
    help="请给{by}写上成文日期、发布日期或者施行日期，或者给这条关系写明日期。",
    leeway=Leeway.OLD,
)
TWO_CONCLUSIONS = Kind(
    id="SG420",
    name="同一文件作出两种结论",
    message="{actor}对{target}作出两种结论：{verbs}。",
    why="清理结果中每个文件只有一种结论（R65）。",
    help="请只保留一种；部分条款废止的，请写在“部分废止”中。",
    leeway=Leeway.OLD,
)

CONTRADICTIONS: tuple[Kind, ...] = (
    BASIS_ENDED,
    BASIS_NOT_YET_IN_FORCE,
    ENDED_TARGET,
    LATE_RENEWAL,
    SECOND_REPEAL,
    CONTINUED_AFTER_END,
    NO_NEW_TERM,
    NOT_SUSPENDED,
    SELF_REFERENCE,
    TERM_BEFORE_COMMENCEMENT,
    EFFECT_BEFORE_WRITING,
    STATE_DISAGREES,
    RING,
    ENDED_BEFORE_COMMENCEMENT,
    NOT_YET_WRITTEN,
    ACTOR_ENDED,
    ACTOR_SUSPENDED,
    DATED_TOO_EARLY,
    UNDATED,
    TWO_CONCLUSIONS,
)
