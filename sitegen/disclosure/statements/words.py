"""The vocabulary of normative documents: word lists as pieces of patterns, one owner each."""

# What a document calls itself: 本办法, 该补充通知, 以上规定.
GENRE = (
    "(?:办法|规定|通知|决定|意见|方案|细则|公告|通告|措施|规则|制度|目录|标准|政策|条例|说明|指引|计划|规划|规程|规范|要点|清单|"
    "指南|守则|章程|预案|批复|命令|令|纲要|程序|流程|导则|定额|决议|公报|答复|解释|文件|机制|举措|十条|条款|价格|区划|范围|方式)"
)

# How the names of public bodies end.
BODY = (
    "(?:委|府|局|厅|处|院|部|办|办公室|室|会|组|中心|总队|支队|大队|指挥部|署|"
    "银行|支行|分行|人行|社|公司|站|所|机关|长|团|校|馆)"
)

# Papers that end or lapse without being documents of this kind: 《排污许可证》声明作废.
PAPER = (
    "(?:证|证书|执照|许可|合同|协议|协议书|发票|收据|票据|印章|公章|牌照|"
    "申请表|申请书|承诺书|委托书|意见书|通知书|告知书|图|表)"
)

# One item's mark in a list: 一、 （一） 1. 1、 (1) ① 第1项
ORDINAL = r"(?:\(?(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})(?:[.、)]|(?=《))|[①-⑳]|第?[0-9]{1,3}[.、:项])"

# How many documents: 3件, 等93份, 十二项.
COUNT = r"(?:共|等|计)*(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})[件份部个项条]"

# Acts of making public, and of issuing.
PUBLISHING = "(?:发布|公布|颁布|公告|公开|发出|出台|颁行)"
ISSUING = "(?:印发|下发|发文|签发|制发|颁发|通过|成文|行文)"
ISSUED_BY = rf"(?:{PUBLISHING}|{ISSUING}|制定|出台|施行|实施)"

# Words that make what follows a source, not an object: 根据《…》.
CITING = (
    "(?:根据|按照|依据|依照|遵照|参照|对照|贯彻|落实|结合|违反|符合|适用|参考|执行|纳入|详见|是指|所称|"
    "^依|^按|^见|^经|^与|^即)"
)
