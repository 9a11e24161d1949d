"""What a 办事指南 must say (R117), from `catalogs/inspection/service.yaml`."""

from __future__ import annotations

import msgspec


class ServiceElement(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a guide to a service says; any of `words` shows that it does."""

    title: str = msgspec.field(name="名称")
    words: tuple[str, ...] = msgspec.field(name="词语")


class ServiceStandard(msgspec.Struct, frozen=True, kw_only=True):
    """`endings` are the words with which titles of such guides end."""

    endings: tuple[str, ...] = msgspec.field(name="标题词尾", default=())
    elements: tuple[ServiceElement, ...] = msgspec.field(name="内容", default=())
