"""The parts of a child's record: each floor adds the pages that it owns when it is loaded."""

from dataclasses import dataclass

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.components import Tab
from aylsham.models import School


@dataclass(frozen=True)
class ChildTab:
    """A page of the child's record; `url_name` takes the school's slug and the child's id.

    Pages of one `group` (a key of GROUPS) share an entry of the bar; without one a page has its own.
    """

    key: str
    label: str
    url_name: str
    permission: Permission
    order: int
    note: str = ""
    group: str = ""


#: What the bar calls several pages of one kind, in the order of the first of them.
GROUPS = {
    "passport": "Passport",
    "support": "Needs and support",
    "safety": "Health and safety",
    "family": "Family and agencies",
    "meetings": "Meetings",
    "moving": "Moves and tests",
    "documents": "Documents",
    "more": "More",
}

_tabs: dict[str, ChildTab] = {}


def register_tab(tab: ChildTab) -> None:
    """Add a page to the record, or replace the one with its key."""
    _tabs[tab.key] = tab


def tabs_of(
    access: Access, school: School, pupil_id, current: str
) -> tuple[tuple[Tab, ...], tuple[Tab, ...]]:
    """The bar of a child's record, and beneath it the pages of the current group.

    Only what the asker may open; a group of which one page is left goes by that page's name.
    """
    may = access.permissions_at(school)
    groups: dict[str, list[Tab]] = {}
    for tab in sorted(_tabs.values(), key=lambda t: t.order):
        if tab.permission in may:
            url = reverse(tab.url_name, args=[school.slug, pupil_id])
            page = Tab(tab.label, url, is_current=tab.key == current, note=tab.note)
            groups.setdefault(tab.group or tab.key, []).append(page)
    bar = tuple(_entry(group, pages) for group, pages in groups.items())
    here = (pages for pages in groups.values() if any(page.is_current for page in pages))
    beneath = tuple(next(here, ()))
    return bar, beneath if len(beneath) > 1 else ()


def _entry(group: str, pages: list[Tab]) -> Tab:
    first = pages[0]
    if len(pages) == 1:
        return first
    is_current = any(page.is_current for page in pages)
    return Tab(GROUPS[group], first.url, is_current=is_current, is_group=True)


def register_own() -> None:
    """The pages of this floor."""
    for tab in (
        ChildTab(
            "passport", "Passport", "child_passport", Permission.VIEW_NEEDS, 15, group="passport"
        ),
        ChildTab(
            "register",
            "SEND register",
            "child_register",
            Permission.VIEW_NEEDS,
            20,
            group="support",
        ),
        ChildTab(
            "safety",
            "Health and safety",
            "child_safety",
            Permission.VIEW_PUPILS,
            30,
            group="safety",
        ),
        ChildTab(
            "absence",
            "Time out of class",
            "child_absence",
            Permission.VIEW_NEEDS,
            35,
            group="safety",
        ),
        ChildTab("family", "Family", "child_family", Permission.VIEW_PUPILS, 50, group="family"),
        ChildTab("moving", "Moves", "child_moving", Permission.VIEW_NEEDS, 55, group="moving"),
        ChildTab(
            "documents",
            "Documents",
            "child_documents",
            Permission.VIEW_DOCUMENTS,
            60,
            group="documents",
        ),
    ):
        register_tab(tab)
