"""What oversight adds to the frame: entries of the menu, pages of the child, exceptions to roles."""

from aylsham import navigation
from aylsham.access.decorators import register_guard
from aylsham.access.exceptions import register_exceptions
from aylsham.access.permissions import Permission
from aylsham.navigation import MenuGroup, NavEntry
from pupils.selectors.grants import has_exception
from pupils.services.recording import require_writable
from pupils.tabs import ChildTab, register_tab

ENTRIES = (
    NavEntry(
        "audit",
        "Audit log",
        "audit_log",
        Permission.VIEW_AUDIT,
        order=59,
        federation_url_name="federation_audit_log",
        place="menu",
        group=MenuGroup.RECORDS,
    ),
    NavEntry(
        "emergency",
        "Open a record in an emergency",
        "emergency",
        Permission.BREAK_GLASS,
        order=60,
        level="school",
        place="menu",
        group=MenuGroup.RECORDS,
    ),
    NavEntry(
        "emergencies",
        "Opened in an emergency",
        "emergencies",
        Permission.REVIEW_BREAK_GLASS,
        order=61,
        level="school",
        place="menu",
        group=MenuGroup.RECORDS,
    ),
    NavEntry(
        "grants",
        "Access given by hand",
        "grants",
        Permission.GRANT_ACCESS,
        order=62,
        level="school",
        place="menu",
        group=MenuGroup.RECORDS,
    ),
    NavEntry(
        "records_requests",
        "Requests for records",
        "records_requests",
        Permission.ANSWER_REQUESTS,
        order=63,
        level="school",
        place="menu",
        group=MenuGroup.RECORDS,
    ),
    NavEntry(
        "breaches",
        "Breach register",
        "breaches",
        Permission.SEAL_DOCUMENTS,
        order=63,
        level="school",
        place="menu",
        group=MenuGroup.RECORDS,
    ),
    NavEntry(
        "retention",
        "Records at the end of their time",
        "retention",
        Permission.REVIEW_RETENTION,
        order=64,
        level="school",
        place="menu",
        group=MenuGroup.RECORDS,
    ),
)
TABS = (
    ChildTab(
        "records",
        "Requests for records",
        "child_records_requests",
        Permission.ANSWER_REQUESTS,
        order=88,
        group="more",
    ),
    ChildTab("looks", "Who looked", "child_looks", Permission.VIEW_AUDIT, order=85, group="more"),
    ChildTab(
        "history", "History", "child_history", Permission.VIEW_REGISTER, order=80, group="more"
    ),
    ChildTab("access", "Access", "child_access", Permission.GRANT_ACCESS, order=90, group="more"),
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_exceptions(has_exception)
    register_guard(require_writable)
    for entry in ENTRIES:
        navigation.register(entry)
    for tab in TABS:
        register_tab(tab)
