"""The main navigation: each floor adds its entries when it is loaded."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.urls import NoReverseMatch, reverse

from aylsham.access.permissions import Permission


class MenuGroup(StrEnum):
    """Under which heading an entry stands in the menu, in the order of the menu."""

    FAMILIES = "Families and meetings"
    SUPPORT = "Concerns and support"
    RECORDS = "Records, and who sees them"
    SCHOOL = "The school"
    OWN = "Yours"


@dataclass(frozen=True)
class NavEntry:
    """One entry: shown to those who have the permission on this page's level.

    `url_name` is the page of one school and gets its slug; `federation_url_name` is the page over
    all schools. With level "federation", or with "both" and no other name, `url_name` serves.
    """

    key: str
    label: str
    url_name: str
    permission: Permission | None
    order: int
    level: str = "both"  # school, federation or both; person: the same page everywhere
    federation_url_name: str = ""
    #: main: the row of at most six · tools: beside the search · menu: under the initials
    #: search: where the search box sends its words · phone: only in the phone's bottom bar
    place: str = "main"
    group: MenuGroup = MenuGroup.OWN
    #: Beginnings of further addresses, after the school's, at which the entry is the current one.
    claims: tuple[str, ...] = ()
    icon: str = ""
    #: A turn on a shared device begins here, with ?first; the page sends on whom it is not for.
    begins_turn: bool = False

    def url_for(self, school) -> str | None:
        """Where the entry leads on a page of `school` (None: of all schools), if it leads there."""
        if self.level == "person":
            return _address(self.url_name)
        if school is not None:
            return _address(self.url_name, school.slug) if self.level != "federation" else None
        return (
            _address(self.federation_url_name or self.url_name) if self.level != "school" else None
        )


_entries: dict[str, NavEntry] = {}


def register(entry: NavEntry) -> None:
    """Add an entry, or replace the one with its key."""
    _entries[entry.key] = entry


def entries(place: str | None = None) -> list[NavEntry]:
    """All entries in their order, or those of one place."""
    chosen = (e for e in _entries.values() if place in (None, e.place))
    return sorted(chosen, key=lambda e: e.order)


@lru_cache(maxsize=8192)  # every page asks for all of them
def _address(name: str, *args: str) -> str | None:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return None
