"""Pupil premium plus: money given, a use in work, one judged, one that waits for an answer."""

import datetime as dt
from decimal import Decimal

from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from lac.codes import CareKind
from lac.models import CarePeriod, PremiumRequest
from lac.services.premium import (
    IMPACT_FIELDS,
    add_funding,
    judge_impact,
    record_cost,
    take_step,
    write_request,
)
from provision.models import Target
from provision.services.outcomes import add_target
from pupils.models import Pupil

YEAR = 2026
ADVISER = "Ana Silva, adviser of the virtual school"
USUAL = {
    "outcome": None,
    "measure": "number",
    "out_of": None,
    "starts_on": dt.date(2026, 9, 7),
    "by_on": dt.date(2026, 12, 18),
    "is_on_passport": True,
    "sensitivity": 1,
}
READS = {
    "text": "Reads 45 of the first 100 common words at sight.",
    "area": "CL",
    "unit": "words",
    "baseline": Decimal(21),
    "goal": Decimal(45),
    "who": "Tutor, with the class teacher",
    "child_words": "I can read most of the words on my mat.",
}
COMES = {
    "text": "Comes to school on 19 of 20 Tuesdays.",
    "area": "SEMH",
    "unit": "Tuesdays of the last 20",
    "baseline": Decimal(13),
    "goal": Decimal(19),
    "who": "Class teacher",
    "child_words": "I come on Tuesdays, because of the drums.",
}
JOINS_IN = {
    "text": "Works in a group of four for 20 minutes without an adult.",
    "area": "SEMH",
    "unit": "minutes",
    "baseline": Decimal(5),
    "goal": Decimal(20),
    "who": "Class teacher",
    "child_words": "I can do a whole job with my group.",
}
ON_TIME = {
    "text": "Is in class by nine on nine days of ten.",
    "area": "SEMH",
    "unit": "days of the last ten",
    "baseline": Decimal(6),
    "goal": Decimal(9),
    "who": "Breakfast club",
    "child_words": "I eat first, then I go in with the others.",
}


def load_premium(school: School, people: dict[str, User]) -> None:
    """A child in care whose money is planned, one whose is not, and one who left care."""
    sendco = people["sendco@demo.example"]
    with school_transaction(school):
        looked_after = _children(school, CareKind.LOOKED_AFTER)
        before = _children(school, CareKind.PREVIOUSLY)
        _planned(looked_after[0], sendco)
        add_funding(
            pupil=looked_after[1], by=sendco, financial_year=YEAR, payer="vs", kind="part",
            pence=60_000, on=dt.date(2026, 9, 25), reference="VS-26-118", note="",
        )  # fmt: skip
        _own(before[0], sendco)


def _children(school: School, kind: str) -> list[Pupil]:
    periods = CarePeriod.objects.filter(school=school, kind=kind, ends_on=None)
    order = ("pupil__last_name", "pupil__first_name")
    return [p.pupil for p in periods.select_related("pupil__school").order_by(*order)]


def _target(pupil: Pupil, by: User, facts: dict) -> Target:
    return add_target(pupil=pupil, by=by, **USUAL, **facts)


def _planned(pupil: Pupil, by: User) -> None:
    for on, reference in ((dt.date(2026, 5, 8), "VS-26-031"), (dt.date(2026, 9, 25), "VS-26-117")):
        add_funding(
            pupil=pupil, by=by, financial_year=YEAR, payer="vs", kind="part", pence=60_000, on=on,
            reference=reference, note="Released when the term’s PEP was signed off.",
        )  # fmt: skip
    tutor = _use(
        pupil, _target(pupil, by, READS), by, 54_000,
        what="Tutor, two half-hours a week for nine weeks",
        intended="Reads 45 of the first 100 common words, and asks for a book by itself.",
        starts_on=dt.date(2026, 9, 21), review_on=dt.date(2026, 12, 11),
    )  # fmt: skip
    _agree(tutor, dt.date(2026, 9, 14), by)
    for on, receipt in ((dt.date(2026, 10, 2), "INV-2041"), (dt.date(2026, 11, 6), "INV-2077")):
        _pay(tutor, 18_000, on, "Tutor, six sessions", receipt, by)
    drums = _use(
        pupil, _target(pupil, by, COMES), by, 21_000,
        what="Drum lessons at lunchtime",
        intended="Comes to school on the days on which it is hard: attendance of 95% on Tuesdays.",
        starts_on=dt.date(2026, 4, 27), review_on=dt.date(2026, 7, 17),
    )  # fmt: skip
    _agree(drums, dt.date(2026, 4, 22), by)
    _pay(drums, 19_950, dt.date(2026, 6, 12), "Music service, ten lessons", "MS-880", by)
    _judge(drums, "partly", "Came on 11 of 12 Tuesdays. “I am the only one who can do a roll.”", by)
    trip = _use(
        pupil, _target(pupil, by, JOINS_IN), by, 38_500,
        what="Three days at the outdoor centre with the class",
        intended="Stays for all three days, and works in a group of four without an adult.",
        starts_on=dt.date(2027, 2, 1), review_on=dt.date(2027, 2, 26), is_exceptional=True,
    )  # fmt: skip
    take_step(request=trip, to="asked", on=dt.date(2026, 11, 16), by=by)


def _own(pupil: Pupil, by: User) -> None:
    add_funding(
        pupil=pupil, by=by, financial_year=YEAR, payer="school", kind="year", pence=263_000,
        on=dt.date(2026, 6, 30), reference="October census", note="",
    )  # fmt: skip
    club = _use(
        pupil, _target(pupil, by, ON_TIME), by, 48_000,
        what="Breakfast club each day until February",
        intended="Is in class by nine: late no more than once a fortnight.",
        starts_on=dt.date(2026, 9, 7), review_on=dt.date(2026, 11, 13), payer="school",
    )  # fmt: skip
    take_step(request=club, to="agreed", on=dt.date(2026, 9, 3), who="Designated teacher", by=by)
    _pay(club, 15_600, dt.date(2026, 10, 23), "Breakfast club, autumn first half", "", by)


def _use(pupil: Pupil, target: Target, by: User, pence: int, **facts) -> PremiumRequest:
    usual = {"financial_year": YEAR, "payer": "vs", "is_exceptional": False}
    return write_request(pupil=pupil, target=target, by=by, planned_pence=pence, **(usual | facts))


def _agree(use: PremiumRequest, on: dt.date, by: User) -> None:
    take_step(request=use, to="asked", on=on - dt.timedelta(days=4), by=by)
    take_step(request=use, to="agreed", on=on, who=ADVISER, by=by)


def _pay(use: PremiumRequest, pence: int, on: dt.date, what: str, receipt: str, by: User) -> None:
    facts = {"what": what, "receipt": receipt, "document_id": None, "early_why": ""}
    record_cost(request=use, pence=pence, on=on, by=by, **facts)


def _judge(use: PremiumRequest, impact: str, words: str, by: User) -> None:
    use.refresh_from_db()
    version = version_of(use, IMPACT_FIELDS)
    facts = {"impact": impact, "impact_words": words, "impact_on": dt.date(2026, 7, 17)}
    judge_impact(request=use, version=version, by=by, **facts)
