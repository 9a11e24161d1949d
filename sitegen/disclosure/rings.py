"""Rings in a directed graph."""

from __future__ import annotations

from collections.abc import Iterable


def rings(edges: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of two or more nodes that can all be reached from one another, sorted.

    An edge from a node to itself makes no ring. The time is linear in the number of edges.
    """
    forward: dict[str, list[str]] = {}
    backward: dict[str, list[str]] = {}
    for start, end in sorted(set(edges)):
        forward.setdefault(start, []).append(end)
        backward.setdefault(end, []).append(start)
    grouped: set[str] = set()
    groups = [_reached([node], backward, grouped) for node in reversed(_finishing_order(forward))]
    return tuple(sorted(tuple(sorted(group)) for group in groups if len(group) > 1))


def _finishing_order(forward: dict[str, list[str]]) -> list[str]:
    """Return the nodes in the order in which a search in depth leaves them (Kosaraju's first pass)."""
    order: list[str] = []
    seen: set[str] = set()
    for root in sorted(forward):
        stack = [] if root in seen else [(root, iter(forward[root]))]
        seen.add(root)
        while stack:
            following = next((each for each in stack[-1][1] if each not in seen), None)
            if following is None:
                order.append(stack.pop()[0])
            else:
                seen.add(following)
                stack.append((following, iter(forward.get(following, ()))))
    return order


def _reached(stack: list[str], backward: dict[str, list[str]], grouped: set[str]) -> list[str]:
    """Return what leads to the node on `stack` and is in no group yet, and note it in `grouped`."""
    group: list[str] = []
    while stack:
        node = stack.pop()
        if node not in grouped:
            grouped.add(node)
            group.append(node)
            stack.extend(backward.get(node, ()))
    return group
