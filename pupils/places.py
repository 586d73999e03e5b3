"""Where the pages of this floor stand in the frame."""

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
    NavEntry(
        "concerns",
        "Concerns",
        "concerns",
        Permission.TRIAGE_CONCERNS,
        33,
        level="school",
        place="menu",
    ),
    NavEntry(
        "moves",
        "Moves",
        "moves",
        Permission.PLAN_MOVES,
        34,
        level="school",
        place="menu",
    ),
    NavEntry(
        "ordinary_provision",
        "Ordinarily available",
        "ordinary_provision",
        Permission.VIEW_NEEDS,
        47,
        level="school",
        place="menu",
    ),
    NavEntry(
        "passports",
        "Passports",
        "passports",
        Permission.CHECK_PASSPORTS,
        order=45,
        federation_url_name="federation_passports",
        place="menu",
    ),
    NavEntry(
        "strategies",
        "Library of strategies",
        "strategy_library",
        Permission.MANAGE_STRATEGIES,
        order=46,
        level="school",
        place="menu",
    ),
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for entry in NAVIGATION:
        register(entry)
