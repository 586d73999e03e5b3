"""Rows of pupil premium plus."""

import datetime as dt

from tests.conventions.addresses.cycles import target_of
from tests.conventions.addresses.rows import row

BEGINS = dt.date(2026, 9, 14)


def _use(world, what):
    from lac.models import PremiumRequest
    from lac.services.premium import write_request

    words = f"{world.marker} {what}"
    known = PremiumRequest.objects.filter(school=world.school, pupil=world.pupil, what=words)
    return known.first() or write_request(
        pupil=world.pupil,
        target=target_of(world),
        by=None,
        financial_year=2026,
        payer="vs",
        is_exceptional=False,
        what=words,
        intended=f"{world.marker} reads more",
        planned_pence=60_000,
        starts_on=BEGINS,
        review_on=BEGINS,
    )


@row("premium_funding")
def _premium_funding(world):
    from lac.services.premium import add_funding

    facts = {"kind": "part", "pence": 60_000, "on": BEGINS, "reference": f"{world.marker} letter"}
    return add_funding(
        pupil=world.pupil, by=None, financial_year=2026, payer="vs", note="", **facts
    ).pk


@row("premium_request")
def _premium_request(world):
    from lac.services.premium import take_step

    return take_step(request=_use(world, "tutor"), to="asked", on=BEGINS, by=None).pk


@row("premium_cost")
def _premium_cost(world):
    from lac.services.premium import record_cost, take_step

    who = f"{world.marker} adviser"
    use = take_step(request=_use(world, "drums"), to="agreed", on=BEGINS, who=who, by=None)
    facts = {"what": f"{world.marker} lesson", "receipt": "R-1", "document_id": None}
    return record_cost(request=use, by=None, on=BEGINS, pence=100, early_why="", **facts).pk
