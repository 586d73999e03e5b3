"""Where this floor's pages stand in the menu."""

from aylsham.access.permissions import Permission
from aylsham.navigation import MenuGroup, NavEntry, register


def _of_school(code: str, label: str, permission: Permission, order: int, **more) -> NavEntry:
    more = {"level": "school"} | more
    url = more.pop("url_name", code)
    return NavEntry(
        code, label, url, permission, order=order, place="menu", group=MenuGroup.SCHOOL, **more
    )


def _own(code: str, label: str, permission: Permission, order: int) -> NavEntry:
    return NavEntry(
        code,
        label,
        code,
        permission,
        order=order,
        level="school",
        place="menu",
        group=MenuGroup.OWN,
    )


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for entry in (
        _of_school("timetable", "Timetable", Permission.VIEW_SESSIONS, 80),
        _of_school("away", "Who is out", Permission.VIEW_STAFF, 81, claims=("delivered/",)),
        _of_school("weeks", "The week", Permission.VIEW_STAFF, 82),
        _of_school("staff", "Staff", Permission.VIEW_STAFF, 83, claims=("school-day/",)),
        _of_school(
            "training",
            "Training",
            Permission.KEEP_TRAINING,
            84,
            url_name="training_needs",
            federation_url_name="federation_training",
            level="both",
            claims=("training/",),
        ),
        _own("my_day", "My day", Permission.VIEW_SESSIONS, 79),
        _own("my_contract", "My hours", Permission.OPEN_TODAY, 80),
        _own("my_training", "My training", Permission.OPEN_TODAY, 81),
        _own("my_away", "I’m out", Permission.OPEN_TODAY, 82),
        NavEntry(
            "teaching_cards",
            "What helps in class",
            "teaching_cards",
            Permission.OPEN_TODAY,
            order=82,
            level="school",
            place="menu",
            group=MenuGroup.SUPPORT,
        ),
    ):
        register(entry)
