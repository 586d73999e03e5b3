"""The pages about provision of a school, one beside the other."""

from django.http import HttpRequest
from django.urls import reverse

from aylsham.access.permissions import Permission as P
from aylsham.components import Tab

PARTS = (
    ("provisions", "What is given", P.VIEW_NEEDS),
    ("bases", "Bases", P.VIEW_NEEDS),
    ("owed", "Owed", P.VIEW_NEEDS),
    ("sessions", "Session log", P.VIEW_SESSIONS),
    ("provision_map", "Map", P.VIEW_NEEDS),
    ("costs", "Costs", P.VIEW_COSTS),
    ("impact", "Impact", P.VIEW_NEEDS),
    ("graduated_map", "Graduated map", P.VIEW_COSTS),
    ("indes", "INDES", P.VIEW_REGISTER),
    ("element_3", "Element 3", P.VIEW_COSTS),
    ("evaluations", "Self-evaluation", P.VIEW_REGISTER),
    ("interventions", "Interventions", P.VIEW_NEEDS),
)


def parts(request: HttpRequest, current: str) -> list[Tab]:
    """The pages that the asker may open."""
    slug = request.school.slug
    return [
        Tab(label, reverse(name, args=[slug]), is_current=name == current)
        for name, label, permission in PARTS
        if request.access.can(permission)
    ]


#: The same over all schools.
FEDERATION_PARTS = (
    ("federation_provision", "What is given", P.READ_REPORTS),
    ("federation_costs", "Costs", P.VIEW_COSTS),
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
