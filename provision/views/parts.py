"""The pages about provision of a school, one beside the other."""

from django.http import HttpRequest
from django.urls import reverse

from aylsham.access.permissions import Permission as P
from aylsham.components import Tab
from provision.provision_codes import ProvisionState
from pupils.codes import Tier

#: Groups of pages in the order of the bar: address, label, and who may open it.
PARTS = {
    "Provision": (
        ("provisions", "What is given", P.VIEW_NEEDS),
        ("provision_map", "Map", P.VIEW_NEEDS),
        ("bases", "Bases", P.VIEW_NEEDS),
        ("interventions", "Interventions", P.VIEW_NEEDS),
    ),
    "Sessions": (
        ("sessions", "Session log", P.VIEW_SESSIONS),
        ("owed", "Owed", P.VIEW_NEEDS),
    ),
    "Costs": (("costs", "Costs", P.VIEW_COSTS), ("funding", "Funding", P.VIEW_COSTS)),
    "Impact": (("impact", "Impact", P.VIEW_NEEDS),),
    "Council": (
        ("graduated_map", "Graduated map", P.VIEW_COSTS),
        ("indes", "INDES", P.VIEW_REGISTER),
        ("element_3", "Element 3", P.VIEW_COSTS),
        ("evaluations", "Self-evaluation", P.VIEW_REGISTER),
    ),
}


def parts(request: HttpRequest, current: str) -> list[Tab]:
    """The pages that the asker may open, those of the current group beneath the bar."""
    slug = request.school.slug
    groups = (
        (
            label,
            tuple(
                Tab(words, reverse(name, args=[slug]), is_current=name == current)
                for name, words, permission in pages
                if request.access.can(permission)
            ),
        )
        for label, pages in PARTS.items()
    )
    return [_group(label, pages) for label, pages in groups if pages]


def _group(label: str, pages: tuple[Tab, ...]) -> Tab:
    """One page goes by its own name; several stand beneath when one of them is open."""
    first = pages[0]
    if len(pages) == 1:
        return first
    is_current = any(page.is_current for page in pages)
    return Tab(label, first.url, is_current, is_group=True, pages=pages if is_current else ())


#: The same over all schools.
FEDERATION_PARTS = (
    ("federation_provision", "What is given", P.READ_REPORTS),
    ("federation_costs", "Costs", P.VIEW_COSTS),
    ("federation_funding", "Funding", P.VIEW_COSTS),
    ("federation_element_3", "Element 3", P.VIEW_COSTS),
    ("federation_impact", "Impact", P.VIEW_NEEDS),
)


def federation_parts(request: HttpRequest, current: str) -> list[Tab]:
    """The pages over several schools that the asker may open."""
    return [
        Tab(label, reverse(name), is_current=name == current)
        for name, label, permission in FEDERATION_PARTS
        if request.access.schools_with(permission)
    ]


def provisions_chosen(year: int, tier: str, state: str) -> list[tuple[str, str]]:
    """What the list of provision was narrowed to, in words."""
    chosen = [("School year", f"{year}/{year + 1}")]
    chosen += [("Tier", str(Tier(tier).label))] if tier in Tier.values else []
    known = state in ProvisionState.values
    return chosen + ([("State", str(ProvisionState(state).label))] if known else [])
