#!/bin/sh
# 打印这七天里网页有几处会自己变化（开始施行、期满、废止、定好日期的公开）。定时任务用它决定要不要重新生成；
# 看七天，是为了某一天的任务没有运行也能补上。
set -eu
now=${SOURCE_DATE_EPOCH:-$(date +%s)}
from=$(TZ=CST-8 date -d "@$((now - 7 * 24 * 3600))" +%F)
found=$(sitegen next-change --as-of "$from" --days 7 --format json)
printf '%s' "$found" | python -c 'import json, sys; print(len(json.load(sys.stdin)["changes"]))'
