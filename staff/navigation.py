"""Entries of the menu about training and adaptive teaching."""

from aylsham.access.permissions import Permission
from aylsham.navigation import MenuGroup, NavEntry, register


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for entry in (
        NavEntry(
            "training",
            "Training",
            "training_needs",
            Permission.KEEP_TRAINING,
            order=84,
            federation_url_name="federation_training",
            place="menu",
            group=MenuGroup.SCHOOL,
            claims=("training/",),
        ),
        NavEntry(
            "my_training",
            "My training",
            "my_training",
            Permission.OPEN_TODAY,
            order=81,
            level="school",
            place="menu",
            group=MenuGroup.OWN,
        ),
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
