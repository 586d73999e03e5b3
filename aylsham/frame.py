"""What the frame of a page shows to this person: navigation, schools, search."""

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from aylsham import navigation

#: Cookie of "Class can see this": names and needs are hidden from the first byte of a page.
CLASS_CAN_SEE = "class_can_see"
MAIN_ENTRIES = 6
PHONE_KEYS = ("today", "children", "sessions", "log")


@dataclass(frozen=True)
class Link:
    """A link of the frame."""

    key: str
    label: str
    url: str
    is_current: bool = False
    icon: str = ""
    group: str = ""


class Frame:
    """The frame around one page; everything is worked out when the template asks."""

    def __init__(self, request: HttpRequest | None):
        self.request = request
        self.access = getattr(request, "access", None)
        self.class_can_see = bool(request and request.COOKIES.get(CLASS_CAN_SEE))

    @cached_property
    def school(self):
        return self.access.school if self.access else None

    @cached_property
    def main(self) -> list[Link]:
        """At most six entries, those that the person may use on this page."""
        return self._links("main")[:MAIN_ENTRIES]

    @cached_property
    def tools(self) -> list[Link]:
        return self._links("tools")

    @cached_property
    def menu(self) -> list[Link]:
        return self._links("menu")

    @cached_property
    def menu_groups(self) -> list[tuple[str, list[Link]]]:
        """The menu under its headings; the own account is added to the last by the template."""
        found: dict[str, list[Link]] = {group: [] for group in navigation.MenuGroup}
        for link in self.menu:
            found[link.group].append(link)
        own = navigation.MenuGroup.OWN
        return [(label, links) for label, links in found.items() if links or label == own]

    @cached_property
    def phone(self) -> list[Link]:
        """What is used most at the foot of a phone; everything else is under More."""
        by_key = {link.key: link for link in [*self.main, *self._links("phone")]}
        return [by_key[key] for key in PHONE_KEYS if key in by_key]

    @cached_property
    def search_url(self) -> str | None:
        links = self._links("search")
        return links[0].url if links else None

    @cached_property
    def home_url(self) -> str:
        return reverse("home")

    @cached_property
    def schools(self) -> list[Link]:
        """Every school of the person; the same page there, where there is one."""
        if not self.access:
            return []
        here = self.school.slug if self.school else None
        return [
            Link(at.slug, at.name, f"/{at.slug}/{self._page}", is_current=at.slug == here)
            for at in sorted(self.access.by_school.values(), key=attrgetter("name"))
        ]

    @cached_property
    def all_schools_url(self) -> str | None:
        """The pages over all schools, for people who have more than one."""
        return _reverse("federation_home") if len(self.schools) > 1 else None

    @cached_property
    def _page(self) -> str:
        """The part of the address that every school has: nothing where it names a row of one."""
        match, path = self.request.resolver_match, self.request.path
        names_no_row = match and match.url_name and set(match.kwargs) == {"school"}
        return path[len(self.root) :] if names_no_row and path.startswith(self.root) else ""

    def _links(self, place: str) -> list[Link]:
        if not self.access:
            return []
        links = []
        for entry in navigation.entries(place):
            url = entry.url_for(self.school)
            if url and (entry.permission is None or self._can(entry.permission)):
                is_here = self._is_at(entry, url)
                links.append(Link(entry.key, entry.label, url, is_here, entry.icon, entry.group))
        return links

    def _can(self, permission) -> bool:
        # Pages of the own account are those of no school: there it is enough to may it anywhere.
        schools = self.access.schools or self.access.all_schools
        return any(self.access.can(permission, school) for school in schools)

    @cached_property
    def root(self) -> str:
        """The address under which every page of this school, or over all schools, stands."""
        return f"/{self.school.slug}/" if self.school else "/federation/"

    def _is_at(self, entry: navigation.NavEntry, url: str) -> bool:
        """Whether the page belongs to the entry: its own address, one below it, or one it claims."""
        path = self.request.path
        if path == url:
            return True
        claims = [self.root + part for part in entry.claims]
        below = [] if url in ("/", self.root) else [url]
        return any(path.startswith(start) for start in (*below, *claims))


def _reverse(name: str, **kwargs: str) -> str | None:
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return None
