"""The badge: the state of a document at the as-of date."""

from __future__ import annotations

from datetime import date

from sitegen.views.common import View


class State(View, frozen=True, kw_only=True):
    """效力状态 of one document at the as-of date.

    `code` is not_yet_in_force, in_force, amended, partly_repealed, suspended, repealed or lapsed; `word` its Chinese
    word. `since` is the first day of this state. `next_*` tell when it will change by itself and to what,
    as far as is known today: a script corrects the badge of a page that was not built again in time.
    `sentence` gives the reason without naming the state ("施行日期已到，有效期未满，没有被修改、废止"); it
    has no full stop. `prefix` is what the place puts before the title of an ended document (【已失效】), `note`
    what it puts above the text (（该文件已废止）); most places put nothing.
    """

    code: str
    word: str
    since: date | None = None
    next_on: date | None = None
    next_code: str = ""
    next_word: str = ""
    sentence: str = ""
    prefix: str = ""
    note: str = ""
