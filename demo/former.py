"""Records of people who left long ago: at the end of their time, in each state of the decision."""

import datetime as dt

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Enrolment, Pupil
from pupils.services.retention.deciding import confirm_deletions, decide_records

#: First name, family name, born on; the first of them are over already on the demonstration's day.
WHO = (
    ("Gareth", "Oldroyd", dt.date(1995, 3, 2)),
    ("Joanne", "Pickles", dt.date(1995, 6, 17)),
    ("Darren", "Rudd", dt.date(1995, 9, 30)),
    ("Kerry", "Sayer", dt.date(1995, 10, 8)),
    ("Lee", "Thirkettle", dt.date(1995, 11, 20)),
    ("Natalie", "Utting", dt.date(1996, 4, 11)),
)


def load_former(school: School, people: dict[str, User]) -> None:
    """People whom the school taught in the 2000s, with what the SENDCo and the head decided."""
    sendco, head = people["sendco@demo.example"], people["head@demo.example"]
    with school_transaction(school):
        pupils = [_former(school, *facts) for facts in WHO]
        _decide(school, pupils[0], "delete", "Nothing asks for it to be kept.", sendco)
        _decide(school, pupils[1], "hold", "A claim about an accident is not settled.", sendco)
        binned = _decide(school, pupils[2], "delete", "Nothing asks for it to be kept.", sendco)
        confirm_deletions(school=school, decision_ids=[binned], by=head)


def _former(school: School, first: str, last: str, born_on: dt.date) -> Pupil:
    pupil = Pupil.objects.create(
        school=school, first_name=first, last_name=last, born_on=born_on, year_group="X"
    )
    Enrolment.objects.create(
        school=school,
        pupil=pupil,
        starts_on=dt.date(born_on.year + 5, 9, 4),
        ends_on=dt.date(born_on.year + 12, 7, 20),
    )
    return pupil


def _decide(school: School, pupil: Pupil, kind: str, reason: str, by: User):
    decide_records(school=school, pupil_ids=[pupil.pk], kind=kind, reason=reason, by=by)
    return pupil.retention_decisions.latest("pk").pk
