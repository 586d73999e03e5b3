"""Where the pages of the family stand in the frame."""

from aylsham.access.permissions import Permission
from aylsham.navigation import NavEntry, register

NAVIGATION = (
    NavEntry(
        "log",
        "Log",
        "log_contact",
        Permission.LOG_CONTACT,
        30,
        level="school",
        place="phone",
        icon="log",
    ),
    NavEntry(
        "actions",
        "Agreed actions",
        "actions",
        Permission.VIEW_FAMILY_LOG,
        30,
        level="school",
        place="menu",
    ),
    NavEntry(
        "parents_not_met",
        "Parents not met",
        "parents_not_met",
        Permission.VIEW_FAMILY_LOG,
        31,
        federation_url_name="federation_parents_not_met",
        place="menu",
    ),
    NavEntry(
        "requests",
        "Views asked for",
        "requests",
        Permission.VIEW_FAMILY_LOG,
        32,
        level="school",
        place="menu",
    ),
)


def register_own() -> None:
    """The pages of the family."""
    for entry in NAVIGATION:
        register(entry)
