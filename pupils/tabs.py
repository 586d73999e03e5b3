"""The parts of a child's record: each floor adds the pages that it owns when it is loaded."""

from dataclasses import dataclass

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.components import Tab
from aylsham.models import School


@dataclass(frozen=True)
class ChildTab:
    """A page of the child's record; `url_name` takes the school's slug and the child's id."""

    key: str
    label: str
    url_name: str
    permission: Permission
    order: int
    note: str = ""


_tabs: dict[str, ChildTab] = {}


def register_tab(tab: ChildTab) -> None:
    """Add a page to the record, or replace the one with its key."""
    _tabs[tab.key] = tab


def tabs_of(access: Access, school: School, pupil_id, current: str) -> tuple[Tab, ...]:
    """The pages of a child's record that the asker may open."""
    may = access.permissions_at(school)
    return tuple(
        Tab(
            tab.label,
            reverse(tab.url_name, args=[school.slug, pupil_id]),
            is_current=tab.key == current,
            note=tab.note,
        )
        for tab in sorted(_tabs.values(), key=lambda t: t.order)
        if tab.permission in may
    )


def register_own() -> None:
    """The pages of this floor."""
    for tab in (
        ChildTab("passport", "Passport", "child_passport", Permission.VIEW_NEEDS, 15),
        ChildTab("register", "SEND register", "child_register", Permission.VIEW_NEEDS, 20),
        ChildTab("safety", "Health and safety", "child_safety", Permission.VIEW_PUPILS, 30),
        ChildTab("absence", "Time out of class", "child_absence", Permission.VIEW_NEEDS, 35),
        ChildTab("family", "Family", "child_family", Permission.VIEW_PUPILS, 50),
        ChildTab("documents", "Documents", "child_documents", Permission.VIEW_DOCUMENTS, 60),
    ):
        register_tab(tab)
