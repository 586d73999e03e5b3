"""Pupil premium plus for tests, made by the services."""

import datetime as dt

from lac.models import CarePeriod, PremiumCost, PremiumFunding, PremiumRequest
from lac.services.premium import add_funding, record_cost, take_step, write_request
from tests.factories import TODAY
from tests.provision.aims import a_target

YEAR = 2026
APRIL = dt.date(2026, 4, 20)


def in_care(pupil, kind="looked_after", **facts) -> CarePeriod:
    """The child is in care, or was."""
    known = {"known_since": dt.date(2026, 1, 5)} | facts
    return CarePeriod.objects.create(school=pupil.school, pupil=pupil, kind=kind, **known)


def a_sum(pupil, pence=263_000, *, by=None, key=None, **facts) -> PremiumFunding:
    """Money that was given for a child."""
    known = {"financial_year": YEAR, "payer": "vs", "kind": "part", "on": APRIL}
    more = {"reference": "", "note": ""} | facts
    return add_funding(pupil=pupil, by=by, key=key, **(known | more), pence=pence)


def a_request(pupil, pence=60_000, *, by=None, target=None, **facts) -> PremiumRequest:
    """What money is to do for a target; nobody has agreed."""
    known = {
        "financial_year": YEAR,
        "payer": "vs",
        "is_exceptional": False,
        "what": "Ten sessions with a reading tutor",
        "intended": "Reads 8 of 10 words of list 2 without help.",
        "starts_on": dt.date(2026, 9, 14),
        "review_on": dt.date(2026, 12, 11),
    }
    target = target or a_target(pupil)
    facts = known | facts
    return write_request(pupil=pupil, target=target, by=by, planned_pence=pence, **facts)


def agreed(request, on=dt.date(2026, 9, 10), *, by=None, who="Ana Silva, adviser"):
    """The same, agreed to."""
    return take_step(request=request, to="agreed", on=on, who=who, by=by)


def paid(request, pence, on=TODAY, *, by=None, key=None, **facts) -> PremiumCost:
    """What was paid for it."""
    known = {"what": "Tutor", "receipt": "R-1", "document_id": None, "early_why": ""}
    return record_cost(request=request, pence=pence, on=on, by=by, key=key, **(known | facts))
