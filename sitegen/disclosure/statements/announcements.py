"""Numbers of announcements that leave out their issuer: 《青岚市税务局关于…的公告》（2019年第3号）."""

from sitegen.disclosure.document_numbers import NumberMention, normalise_document_number
from sitegen.patterns import expression

_TITLE = expression(r"(?P<issuer>[一-鿿、\s]{2,60}?)关于.{2,200}(?P<kind>公告|通告)")
_BRACKETS = expression(r"[(〔](?P<number>[12][0-9]{3}年第?[0-9]{1,4}号)[)〕]")
# Below the title: in brackets, or on a line of its own.
_BELOW = expression(
    r"(?:^|(?<=公告)|(?<=通告)|(?<=\n))\n?[(〔]?(?P<number>[12][0-9]{3}年第?[0-9]{1,4}号)(?![一-鿿]?(?:令|文|规定))"
)
_HEAD = 600


def number_after(title: str, text: str, position: int) -> tuple[str, int]:
    """Return the number in brackets after the title of an announcement, and where the brackets end; "" for none."""
    brackets = _BRACKETS.match(text, position)
    number = _whole(title, brackets["number"]) if brackets else ""
    return (number, brackets.end()) if brackets and number else ("", position)


def number_below(title: str, text: str) -> NumberMention | None:
    """Return the number that an announcement has at the head of its own text."""
    below = _BELOW.search(text, 0, _HEAD)
    number = _whole(title, below["number"]) if below else ""
    if below is None or not number:
        return None
    return NumberMention(number=number, start=below.start("number"), end=below.end("number"))


def _whole(title: str, yearly: str) -> str:
    found = _TITLE.fullmatch(title)
    if found is None:
        return ""
    issuer = "".join(found["issuer"].split()).replace("、", "")
    return normalise_document_number(f"{issuer}{found['kind']}{yearly}")
