"""What background work adds to the menu under a person's initials."""

from aylsham.access.permissions import Permission
from aylsham.navigation import MenuGroup, NavEntry

ENTRIES = (
    NavEntry(
        "my_work",
        "My background work",
        "my_work",
        None,
        80,
        level="person",
        place="menu",
        group=MenuGroup.OWN,
    ),
    NavEntry(
        "reminders",
        "Reminders",
        "reminders",
        None,
        79,
        level="person",
        place="menu",
        group=MenuGroup.OWN,
    ),
    NavEntry(
        "school_exports",
        "Take the whole school out",
        "school_exports",
        Permission.TAKE_OUT_SCHOOL,
        order=83,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "api_keys",
        "Keys for other systems",
        "api_keys",
        Permission.TAKE_OUT_SCHOOL,
        order=84,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "holiday_cover",
        "Who covers the holidays",
        "holiday_cover",
        Permission.MANAGE_CALENDAR,
        order=82,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "work",
        "Background work and e-mails",
        "work",
        Permission.VIEW_JOBS,
        order=81,
        federation_url_name="federation_work",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
)
