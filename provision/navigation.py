"""Where outcomes, targets and cycles stand in the frame and in a child's record."""

from aylsham.access.permissions import Permission
from aylsham.navigation import MenuGroup, NavEntry, register
from pupils.tabs import ChildTab, register_tab


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register(
        NavEntry(
            "cycles",
            "Cycles",
            "cycles",
            Permission.VIEW_NEEDS,
            order=35,
            level="school",
            place="menu",
            group=MenuGroup.SUPPORT,
        )
    )
    register(
        NavEntry(
            "quality",
            "Checking quality",
            "quality",
            Permission.CHECK_CYCLES,
            order=36,
            level="school",
            place="menu",
            group=MenuGroup.SUPPORT,
        )
    )
    register(
        NavEntry(
            "provision",
            "Provision",
            "provisions",
            Permission.VIEW_NEEDS,
            order=35,
            federation_url_name="federation_impact",
            claims=("interventions/", "sessions/", "indes/", "costs/", "element-3/"),
        )
    )
    register(
        NavEntry(
            "federation_provision",
            "Provision of all schools",
            "federation_provision",
            Permission.READ_REPORTS,
            order=36,
            level="federation",
            place="menu",
            group=MenuGroup.SUPPORT,
        )
    )
    register(
        NavEntry(
            "federation_costs",
            "Costs of all schools",
            "federation_costs",
            Permission.VIEW_COSTS,
            order=37,
            level="federation",
            place="menu",
            group=MenuGroup.SUPPORT,
        )
    )
    register(
        NavEntry(
            "sessions",
            "Sessions",
            "sessions",
            Permission.RECORD_PROGRESS,
            order=30,
            level="school",
            place="phone",
            icon="sessions",
            begins_turn=True,
        )
    )
    register_tab(
        ChildTab(
            "provision",
            "What is given",
            "child_provision",
            Permission.VIEW_NEEDS,
            order=22,
            group="support",
        )
    )
    register_tab(
        ChildTab(
            "graduated",
            "Graduated map",
            "child_graduated",
            Permission.VIEW_NEEDS,
            order=23,
            group="support",
        )
    )
    register_tab(
        ChildTab("indes", "INDES", "child_indes", Permission.VIEW_NEEDS, order=24, group="support")
    )
    for key, label, url_name, order in (
        ("targets", "Targets", "child_targets", 17),
        ("cycles", "Cycles", "child_cycles", 18),
        ("support_plan", "Support plan (proposed)", "child_support_plan", 19),
    ):
        register_tab(
            ChildTab(key, label, url_name, Permission.VIEW_NEEDS, order=order, group="cycles")
        )
