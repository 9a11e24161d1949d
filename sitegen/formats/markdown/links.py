"""Links, pictures and addresses in angle brackets: where they stand, what they are, what is wrong.

markdown-it says only in which paragraph a link is. The rules here are its own rules; they note the
offsets as well, so that every link has its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

from sitegen.diagnostics import Fault, Kind, Leeway, Severity, Span
from sitegen.formats.markdown.records import Link, LinkForm

_ACCESSIBLE = "《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668—2019）。"
_SAFE = "公开的网页只能带读者去网址、邮箱、电话和本站的文件，别的地址可能在读者的电脑上运行程序。"

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
)

UNDEFINED = "undefined_reference"

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_FULL_WIDTH_SCHEME = re.compile(r"((?:https?|ftp|mailto|tel)(：|:／／|：／／))", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f]+")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_WRITTEN = re.compile(r"\]\(\s*<?([^\s<>()]*)")
_FULL_REFERENCE = re.compile(r"!?\[([^\[\]]{1,200})\]\[([^\[\]]{0,200})\]")

Rule = Callable[[StateInline, bool], bool]


def placed(rule: Rule) -> Rule:
    """Return `rule`, which also notes the offsets of what it read in the `meta` of its first token."""

    def placed_rule(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = state.tokens[count]
            if token.type == "text":  # what was pending before
                token = state.tokens[count + 1]
            token.meta = {"start": start, "end": state.pos}
        return True

    return placed_rule


def or_undefined(rule: Rule, sign: str) -> Rule:
    """Return `rule`, which also leaves a mark where `[words][label]` has a label without a definition.

    `sign` is the character at which the rule begins: `[` for links, `!` for pictures.
    """

    def rule_or_mark(state: StateInline, silent: bool) -> bool:
        if rule(state, silent):
            return True
        if not silent and state.src[state.pos] == sign:
            _mark_undefined(state)
        return False

    return rule_or_mark


def _mark_undefined(state: StateInline) -> None:
    if state.src[state.pos] == "[" and state.src[state.pos - 1 : state.pos] == "!":
        return  # said already, at the exclamation mark
    found = _FULL_REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None or found[1].startswith("^") or found[2].startswith("^"):
        return
    label = found[2] or found[1]
    if normalizeReference(label) in state.env.get("references", {}):
        return
    token = state.push(UNDEFINED, "", 0)
    token.meta = {"start": found.start(), "end": found.end(), "label": label, "source": found[0]}


def link_to(address: str, text: str, span: Span) -> Link:
    """Return the link with an address that `refusal` lets pass: external, an anchor or a file."""
    if _is_external(address):
        return Link(form=LinkForm.EXTERNAL, target=address, fragment="", text=text, span=span)
    path, _, fragment = address.partition("#")
    form = LinkForm.FILE if path else LinkForm.ANCHOR
    return Link(form=form, target=unquote(path), fragment=unquote(fragment), text=text, span=span)


def refusal(address: str, text: str, span: Span, source: str) -> Fault | None:
    """Return why a link with this address and these words may not stand on a page, or None if it may.

    `source` is the link as it was written: Markdown takes a backslash before a dot away.
    """
    if not address:
        return NO_ADDRESS.found(span, text=text)
    if wrong := _FULL_WIDTH_SCHEME.match(address):
        mended = wrong[1].replace("：", ":").replace("／", "/") + address[wrong.end() :]
        return FULL_WIDTH_ADDRESS.found(span, address=address, mark=wrong[2], mended=mended)
    scheme = scheme_of(address)
    if scheme == "file" or len(scheme) == 1 or address.startswith("\\"):
        return LOCAL_PATH.found(span, address=address)
    if scheme and scheme not in _SAFE_SCHEMES:
        return BAD_SCHEME.found(span, address=address, scheme=scheme)
    if not scheme and "\\" in address:
        written = _WRITTEN.search(source)
        path = written[1] if written else address
        return BACKSLASH.found(span, address=path, mended=path.replace("\\", "/"))
    return None


def picture_refusal(address: str, text: str, span: Span, source: str) -> Fault | None:
    """Return why a picture with this address may not stand on a page, or None if it may."""
    if fault := refusal(address, text, span, source):
        return fault
    if _is_external(address) or address.startswith("#"):
        return FOREIGN_PICTURE.found(span, address=address)
    return None


def _is_external(address: str) -> bool:
    return address.startswith("//") or scheme_of(address) != ""


def scheme_of(address: str) -> str:
    """Return the scheme of `address` in small letters, or "" for a path. Browsers skip white space in it."""
    found = _SCHEME.match(_INVISIBLE.sub("", address))
    return found[1].lower() if found else ""
