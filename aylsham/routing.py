"""Addresses found by their words instead of one after the other: a thousand patterns take 5 ms.

Each floor writes its addresses in full, so every pattern is a list of steps: plain words and values
in angle brackets. Patterns that begin with the same step stand under one resolver, step by step.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import RoutePattern

#: What is left of a pattern's steps, and the pattern.
type Stepped = tuple[tuple[str, ...], URLPattern | URLResolver]
#: So few patterns are tried one by one.
FEW = 8


def by_steps(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """The same addresses as a tree, in which a word goes before a value.

    Includes without an address of their own are taken apart; others, such as a library's, stay.
    """
    return _tree([(_steps(each), each) for each in _taken_apart(patterns)])


def _taken_apart(
    patterns: Iterable[URLPattern | URLResolver],
) -> Iterator[URLPattern | URLResolver]:
    for each in patterns:
        is_plain = isinstance(each, URLResolver) and str(each.pattern) == ""
        if is_plain and not each.namespace and not each.default_kwargs:
            yield from _taken_apart(each.url_patterns)
        else:
            yield each


def _steps(each: URLPattern | URLResolver) -> tuple[str, ...]:
    """`<slug:school>/care/` as its two steps; all of it as one where it cannot be cut."""
    route = str(each.pattern)
    if not _is_route(each) or "<path:" in route:
        return (route,)
    return tuple(re.findall(r"[^/]*/|[^/]+", route))


def _is_route(each: URLPattern | URLResolver) -> bool:
    return isinstance(each, URLPattern) and isinstance(each.pattern, RoutePattern)


def _tree(flat: Sequence[Stepped]) -> list[URLPattern | URLResolver]:
    if len(flat) <= FEW:
        return [_shortened(*one) for one in sorted(flat, key=_is_value)]
    found: list[URLPattern | URLResolver] = []
    for first, some in _groups(flat):
        if len(some) == 1 or not first.endswith("/"):
            found += [_shortened(*one) for one in some]
        else:
            below = _tree([(steps[1:], each) for steps, each in some])
            found.append(URLResolver(RoutePattern(first), below))
    return found


def _groups(flat: Sequence[Stepped]) -> Iterator[tuple[str, list[Stepped]]]:
    """Patterns by their first step: words, of which only one fits, then values in their order."""
    words: dict[str, list[Stepped]] = {}
    for one in flat:
        if not _is_value(one):
            words.setdefault(_first(one), []).append(one)
    yield from words.items()
    values = filter(_is_value, flat)
    yield from ((first, list(some)) for first, some in groupby(values, _first))


def _first(one: Stepped) -> str:
    return one[0][0] if one[0] else ""


def _is_value(one: Stepped) -> bool:
    return "<" in _first(one)


def _shortened(steps: tuple[str, ...], each: URLPattern | URLResolver) -> URLPattern | URLResolver:
    """The pattern with what is left of its steps."""
    if not _is_route(each):
        return each
    pattern = RoutePattern("".join(steps), name=each.name, is_endpoint=True)
    return URLPattern(pattern, each.callback, each.default_args, each.name)
