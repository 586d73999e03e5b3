"""Every address of the site, from the resolver."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from aylsham.access.decorators import PageRule

#: A value in a route, with its kind or without.
NAME = re.compile(r"<(?:\w+:)?(\w+)>")
#: Addresses of libraries: sign-in pages, which show a person's own account and no school's rows.
LIBRARY_PREFIXES = ("accounts/",)
#: Names in addresses that are no rows: what stands for each.
WORDS: dict[str, str] = {
    "secret": "a-secret-that-nobody-was-given",
    "code": "ehcna.clock",
    "kind": "alert",
    "letter_code": "concern_talk",
    "share_kind": "letter",
    "text_kind": "talk",
    "area": "ci",
    "agreed_kind": "medicine",
    "stage": "ks1",
    "step": "closed",
    "assess_step": "decision",
    "move_kind": "junior",
    "duty": "sen-information-report",
    "document_kind": "sen-information-report",
    "meeting_kind": "team",
    "test": "ks2",
    "common": "wiat3",
    "day": "apply",
    "section": "hard",
    "bank_target": "t01",
    "plan_section": "f",
    "review_task": "invite",
    "council_form": "example-county",
    "map_kind": "form",
    "council_map": "example-county",
    "question": "needs",
    "change_kind": "leaves",
    "led_subject": "maths",
}


@dataclass(frozen=True)
class Address:
    """A route, its view's rule, and the names in it besides the school."""

    route: str
    rule: PageRule | None
    name: str
    names: tuple[str, ...] = field(default=())
    view: Callable | None = field(default=None, compare=False)

    @property
    def is_child(self) -> bool:
        """Whether it is a page about one child."""
        return "pupil" in self.names

    @property
    def rows(self) -> tuple[str, ...]:
        """The names that are rows of a school."""
        return tuple(n for n in self.names if n not in WORDS)

    def path(self, school, rows: dict) -> str:
        """The address for a school and rows of one (not always the same) school."""
        path = self.route.replace("<slug:school>", school.slug)
        for name in self.names:
            value = WORDS.get(name) or str(rows[name])
            for converter in ("uuid", "int", "str", "slug", "path", "document"):
                path = path.replace(f"<{converter}:{name}>", value)
        return "/" + path


def addresses() -> list[Address]:
    """All addresses that are ours, from the resolver."""
    found = [_address(route, pattern) for route, pattern in _walk(get_resolver(), "")]
    return [a for a in found if not a.route.startswith(LIBRARY_PREFIXES)]


def library_pages() -> list[str]:
    """The names of the libraries' pages, which `addresses` leaves out; not other sites' doors."""
    return [
        pattern.name
        for route, pattern in _walk(get_resolver(), "")
        if route.startswith(LIBRARY_PREFIXES)
        and pattern.name
        and ".providers." not in pattern.callback.__module__
    ]


def _walk(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        assert (
            isinstance(entry.pattern, RoutePattern)
            or prefix.startswith(LIBRARY_PREFIXES)
            or str(entry.pattern).startswith("^")
        ), entry
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, route)
        else:
            yield route, entry


def _address(route: str, pattern: URLPattern) -> Address:
    names = tuple(n for n in NAME.findall(route) if n != "school")
    view = pattern.callback
    return Address(route, getattr(view, "page_rule", None), pattern.name or "", names, view)
