#!/bin/sh
# 把 build/ 提交到分支 published，门户网站的服务器取这个分支。没有变化就不提交。
# 推送的地址：环境变量 PUBLISH_REMOTE，没有就是 origin；写成空的，就不推送。
set -eu
remote=${PUBLISH_REMOTE-origin}
branch=${PUBLISHED_BRANCH:-published}
if [ -z "$remote" ]; then
    echo "没有设置 PUBLISH_REMOTE，只生成，不推送。"
    exit 0
fi
index=$(mktemp -d)
trap 'rm -rf "$index"' EXIT
GIT_INDEX_FILE="$index/index" git --work-tree=build add --all .
tree=$(GIT_INDEX_FILE="$index/index" git write-tree)
before=$(git rev-parse --quiet --verify "refs/remotes/origin/$branch" || true)
if [ -n "$before" ] && [ "$(git rev-parse "$before^{tree}")" = "$tree" ]; then
    echo "和公开着的一样，不用推送。"
    exit 0
fi
message="公开 $(git rev-parse --short HEAD)"
commit=$(git -c user.name=sitegen -c user.email=sitegen@localhost commit-tree "$tree" ${before:+-p "$before"} -m "$message")
git push --quiet "$remote" "$commit:refs/heads/$branch"
echo "已经公开：分支 $branch，提交 $commit。"
