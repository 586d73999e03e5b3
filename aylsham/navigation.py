"""The main navigation: each floor adds its entries when it is loaded."""

from dataclasses import dataclass

from aylsham.access.permissions import Permission


@dataclass(frozen=True)
class NavEntry:
    """One entry: shown to those who have the permission on this page's level."""

    key: str
    label: str
    url_name: str
    permission: Permission | None
    order: int
    level: str = "both"  # school, federation or both


_entries: dict[str, NavEntry] = {}


def register(entry: NavEntry) -> None:
    """Add an entry, or replace the one with its key."""
    _entries[entry.key] = entry


def entries() -> list[NavEntry]:
    """All entries in their order."""
    return sorted(_entries.values(), key=lambda e: e.order)
