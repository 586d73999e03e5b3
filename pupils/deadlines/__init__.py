"""What the child's own record makes due."""

from aylsham.deadlines.registry import register_last_days, register_provider
from pupils.deadlines import (
    agencies,
    agreements,
    approvals,
    arrangements,
    bookings,
    breaches,
    classrooms,
    concerns,
    disagreements,
    family,
    meetings,
    moderation,
    moving,
    parents,
    passports,
    requests,
    retention,
    safeguarding,
    safety,
    transfers,
)
from pupils.selectors.leaving import last_days_on_roll

#: The name is part of a stored row.
_PROVIDERS = {
    "agencies": agencies,
    "agreements": agreements,
    "approvals": approvals,
    "arrangements": arrangements,
    "bookings": bookings,
    "breaches": breaches,
    "classrooms": classrooms,
    "concerns": concerns,
    "disagreements": disagreements,
    "family": family,
    "meetings": meetings,
    "moderation": moderation,
    "moving": moving,
    "parents": parents,
    "passports": passports,
    "requests": requests,
    "retention": retention,
    "safeguarding": safeguarding,
    "safety": safety,
    "transfers": transfers,
}


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for name, provider in _PROVIDERS.items():
        register_provider(name, provider.deadlines, kinds=provider.KINDS, tables=provider.TABLES)
    register_last_days(_last_days)


def _last_days(school, pupil_ids):
    return last_days_on_roll([school.pk], pupil_ids)
