"""What the machine refuses (a full disk, a missing right) is no fault of the program, and is said in Chinese."""

from __future__ import annotations

import errno
import os

REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "超过了磁盘配额",
    errno.EFBIG: "文件太大",
    errno.EROFS: "磁盘只能读，不能写",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EIO: "磁盘出错",
    errno.EBUSY: "正被别的程序占用",
    errno.ENAMETOOLONG: "路径太长",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "那里是文件夹，不是文件",
    errno.EEXIST: "那里已经有同名的文件或者链接",
    errno.ENOENT: "找不到，可能刚刚被删除或者改名",
    errno.ELOOP: "符号链接绕成了圈",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENOMEM: "内存不够",
}
"""Why a file cannot be read or written, by the number of the system's error."""
WITHOUT_PLACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENFILE})
"""What says enough where the system does not name the file."""


def told_of_machine(error: BaseException) -> str:
    """Return what to say of an error that the machine gave; empty where it may be ours."""
    if not isinstance(error, OSError) or error.errno not in REASONS:
        return ""
    if error.filename is None and error.errno not in WITHOUT_PLACE:
        return ""
    names = (name for name in (error.filename, error.filename2) if isinstance(name, str | bytes | os.PathLike))
    place = "、".join(f"“{os.fsdecode(name)}”" for name in names) or "有文件"
    reason = REASONS[error.errno]
    return f"{place}读不了或者写不了：{reason}。处理好以后再运行一次；如果总是这样，请告诉维护人员。"
