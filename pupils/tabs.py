"""The parts of a child's record: each floor adds the pages that it owns when it is loaded."""

from dataclasses import dataclass

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.permissions import Permission as P
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
    "cycles": "Targets and cycles",
    "support": "Needs and support",
    "plan": "EHC plan",
    "care": "Care",
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


#: Key, label, name of the address, permission, order and group of the pages of this floor.
OWN = (
    ("passport", "Passport", "child_passport", P.VIEW_NEEDS, 15, "passport"),
    ("register", "SEND register", "child_register", P.VIEW_NEEDS, 20, "support"),
    ("assessments", "Assessments", "child_assessments", P.VIEW_NEEDS, 24, "support"),
    ("fields", "Extra fields", "child_fields", P.VIEW_NEEDS, 28, "support"),
    ("axis", "On one time axis", "child_axis", P.VIEW_NEEDS, 26, "support"),
    ("safety", "Health and safety", "child_safety", P.VIEW_PUPILS, 30, "safety"),
    ("absence", "Time out of class", "child_absence", P.VIEW_NEEDS, 35, "safety"),
    ("tell", "Tell the safeguarding lead", "safeguarding_tell", P.VIEW_PUPILS, 40, "safety"),
    ("family", "Family", "child_family", P.VIEW_PUPILS, 50, "family"),
    ("parents", "Parents’ pages", "child_parents", P.VIEW_FAMILY_LOG, 52, "family"),
    ("referrals", "Referrals", "child_referrals", P.VIEW_REFERRALS, 53, "family"),
    ("advice", "Advice", "child_advice", P.VIEW_REFERRALS, 54, "family"),
    ("letters", "Letters", "child_letters", P.WRITE_LETTERS, 52, "family"),
    ("meetings", "Meetings", "child_meetings", P.VIEW_FAMILY_LOG, 55, "meetings"),
    ("moving", "Moves", "child_moving", P.VIEW_NEEDS, 55, "moving"),
    ("agreements", "Agreements", "child_agreements", P.VIEW_FAMILY_LOG, 57, "family"),
    ("shares", "Shared outside", "child_shares", P.SHARE_OUTSIDE, 62, "documents"),
    ("disagreements", "Disagreements", "child_disagreements", P.KEEP_DISAGREEMENTS, 58, "family"),
    ("arrangements", "Access arrangements", "child_arrangements", P.VIEW_NEEDS, 58, "moving"),
    ("documents", "Documents", "child_documents", P.VIEW_DOCUMENTS, 60, "documents"),
)


def register_own() -> None:
    """The pages of this floor."""
    for key, label, url_name, permission, order, group in OWN:
        register_tab(ChildTab(key, label, url_name, permission, order, group=group))
