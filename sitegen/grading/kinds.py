"""What can be wrong with the settings of checks: waivers, weights, the list of frozen findings."""

from __future__ import annotations

from sitegen.diagnostics import Kind, Severity

UNKNOWN_RULE = Kind(
    id="SG750",
    name="没有这条规则",
    message="没有“{rule}”这条规则。",
    why="“不查”和“检查”里的规则按编号或者名称认，写错了就不起作用。",
    help="{suggestion}照检查结果里的编号写，例如 SG215；也可以写它在文档里的名称。",
)
CANNOT_PASS = Kind(
    id="SG751",
    name="这条规则不能放行",
    message="{id}（{name}）不能放行。",
    why="放行以后，网页会出错，或者会公开不该公开的内容，所以只能改好。",
    help="删去这一条，照 sitegen explain {id} 说的办法改好。",
)
NEEDS_A_NAME = Kind(
    id="SG752",
    name="放行没有姓名和日期",
    message="放行{id}（{name}）要写{missing}。",
    why="放行错误、公开个人信息，要有人核对、有据可查（《政府信息公开条例》第十五条）。",
    help="补上，例如“{{规则: {id}, 理由: ……, 姓名: 沈望川, 日期: {as_of}, 处数: 1}}”。",
)
DECIDED_TOMORROW = Kind(
    id="SG753",
    name="放行的日期还没有到",
    message="放行的日期是 {on}，还没有到。",
    why="日期是作出决定的那一天，不能是将来。",
    help="核对日期，写作出决定的那一天。",
)
UNUSED_WAIVER = Kind(
    id="SG754",
    name="放行没有用到",
    message="这里放行{id}（{name}），但是没有这样的问题。",
    why="没有用的放行，以后会让真正的问题漏过去。",
    help="问题已经改好的，删去这一条；写错了编号或者写错了文件的，改正。",
    severity=Severity.WARNING,
)
TOO_MANY = Kind(
    id="SG755",
    name="问题比放行的多",
    message="这里放行 {limit} 处{id}（{name}），实际有 {found} 处，所以一处也没有放行。",
    why="多出来的没有人核对过，程序分不清是哪一处。",
    help="逐处核对；都可以放行的，把“处数”改成 {found}。",
    severity=Severity.WARNING,
)
CANNOT_LOWER = Kind(
    id="SG756",
    name="这条规则不能放宽",
    message="{id}（{name}）是“{weight}”，不能改成“{wanted}”。",
    why="这些规则保证网页不出错、不泄露不该公开的内容，全站都不能放宽。",
    help="删去这一行。{advice}",
)
SET_TWICE = Kind(
    id="SG757",
    name="同一条规则写了两次",
    message="{id}（{name}）的轻重写了两次。",
    why="两处写的可能不一样，程序不知道按哪一处。",
    help="只留一处。编号和名称说的是同一条规则。",
)
WRONG_BASELINE = Kind(
    id="SG758",
    name="存量清单读不出来",
    message="存量清单的格式不对：{problem}。",
    why="读不出来，就不知道哪些是以前遗留的问题。",
    help="用 git 恢复原来的文件，或者删去以后用 sitegen baseline 重新做。",
)
CANNOT_FREEZE = Kind(
    id="SG759",
    name="存量清单里有不能冻结的问题",
    message="存量清单里有{id}（{name}），这种问题不能冻结。",
    why="这些规则保证网页不出错、不泄露不该公开的内容，以前遗留的也要改好。",
    help="改好这个问题，再运行 sitegen baseline --prune。",
)
KINDS = (
    UNKNOWN_RULE,
    CANNOT_PASS,
    NEEDS_A_NAME,
    DECIDED_TOMORROW,
    UNUSED_WAIVER,
    TOO_MANY,
    CANNOT_LOWER,
    SET_TWICE,
    WRONG_BASELINE,
    CANNOT_FREEZE,
)
