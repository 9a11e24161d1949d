#!/bin/sh
# 把现在公开着的网站取到 build/：接着生成的时候，就会和它对照，公开过的网页不会不见。
set -eu
branch=${PUBLISHED_BRANCH:-published}
found=0
git ls-remote --exit-code origin "refs/heads/$branch" >/dev/null || found=$?
case $found in
0)
    git fetch --quiet origin "+refs/heads/$branch:refs/remotes/origin/$branch"
    mkdir -p build
    git archive "refs/remotes/origin/$branch" | tar -x -C build
    ;;
2) echo "分支 $branch 还没有，这是第一次生成。" ;;
*) exit "$found" ;;
esac
