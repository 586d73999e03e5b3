"""Where the pages of this floor stand: in the navigation and in a child's record."""

from django.urls import reverse

from aylsham.access.permissions import Permission
from aylsham.navigation import MenuGroup, NavEntry, register
from pupils.selectors.identity import Child
from pupils.tabs import ChildTab, register_tab

NAVIGATION = (
    NavEntry(
        "today",
        "Today",
        "school_home",
        Permission.OPEN_TODAY,
        10,
        federation_url_name="federation_home",
        claims=("schools/",),
    ),
    NavEntry(
        "children",
        "Children",
        "children",
        Permission.VIEW_PUPILS,
        20,
        federation_url_name="federation_children",
        icon="children",
    ),
    NavEntry(
        "register",
        "Register",
        "register",
        Permission.VIEW_REGISTER,
        25,
        federation_url_name="federation_register",
    ),
    NavEntry(
        "reports",
        "Reports",
        "reports",
        Permission.READ_REPORTS,
        60,
        federation_url_name="federation_reports",
    ),
    NavEntry(
        "search",
        "Search",
        "search",
        Permission.VIEW_PUPILS,
        10,
        federation_url_name="federation_search",
        place="search",
    ),
    NavEntry(
        "my_asks",
        "Asked of you",
        "my_asks",
        Permission.OPEN_TODAY,
        5,
        level="school",
        place="tools",
    ),
    NavEntry(
        "who_owes",
        "Who owes what",
        "who_owes",
        Permission.CHECK_CYCLES,
        34,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "duties",
        "What the school must do",
        "duties",
        Permission.VIEW_DUE,
        35,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "compared",
        "Schools side by side",
        "compared",
        Permission.COMPARE_SCHOOLS,
        36,
        level="federation",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "inspection",
        "Inspection folder",
        "inspection",
        Permission.PREPARE_REPORTS,
        36,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "handover_pack",
        "Handover pack",
        "handover_pack",
        Permission.EDIT_DUTIES,
        37,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
    NavEntry(
        "classes",
        "Classes and adults",
        "classes",
        Permission.MANAGE_CLASSES,
        40,
        level="school",
        place="menu",
        group=MenuGroup.SCHOOL,
    ),
)
TABS = (
    ChildTab("overview", "Overview", "child", Permission.VIEW_PUPILS, 10),
    ChildTab(
        "bundles", "Evidence bundles", "child_bundles", Permission.MAKE_BUNDLES, 27, group="plan"
    ),
    ChildTab(
        "case_studies",
        "Case study",
        "child_case_studies",
        Permission.MAKE_BUNDLES,
        76,
        group="more",
    ),
    ChildTab(
        "council_forms",
        "Council’s forms",
        "council_forms",
        Permission.MAKE_BUNDLES,
        28,
        group="plan",
    ),
    ChildTab("timeline", "Timeline", "child_timeline", Permission.VIEW_PUPILS, 75, group="more"),
)

#: Where a person looks at a piece of evidence: by the first part of its key.
_EVIDENCE = {
    "document": "document",
    "voice": "voice",
    "cycle": "cycle",
    "cycle-apart": "cycle",
    "costs": "child_costs",
    "needs": "child_register",
    "diagnoses": "child_register",
    "tests": "child_assessments",
    "tests-apart": "child_assessments",
    "timeline": "child_timeline",
    "timeline-sensitive": "child_timeline",
    "timeline-care": "child_timeline",
}
_OF_A_ROW = frozenset({"document", "voice", "cycle", "cycle-apart"})


def evidence_url(child: Child, key: str) -> str:
    """The page of the record on which a piece of evidence stands."""
    what, _, row = key.partition(":")
    args = [child.school.slug, child.pupil.pk, *([row] if what in _OF_A_ROW else [])]
    return reverse(_EVIDENCE[what], args=args)


def register_own() -> None:
    """The pages of this floor."""
    for entry in NAVIGATION:
        register(entry)
    for tab in TABS:
        register_tab(tab)
