"""Pages of this floor in the frame's menu."""

from aylsham import navigation
from aylsham.access.permissions import Permission
from aylsham.navigation import NavEntry

ENTRIES = (
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
    for entry in ENTRIES:
        navigation.register(entry)
