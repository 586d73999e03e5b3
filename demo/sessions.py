"""Sessions of two groups that an LSA gives: two weeks of logs, and one that two people differ on."""

import datetime as dt

from aylsham import clock
from aylsham.models import School, User
from demo.term_log import log_term, set_days
from provision.models import Provision
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.services.owed import plan_make_up, set_spare_time
from provision.services.sessions import MarkFacts, log_session

GIVEN_BY_LSA = ("Speech sounds (NHS plan)", "Physio programme")
NOT_LOGGED = "Lego therapy"
#: It began later than its term: its weeks are counted from here.
BEGAN = dt.date(2026, 9, 14)
#: Days before today, and what the first child had; the others had it all.
DAYS = (
    (14, Came.HAD, None),
    (13, Came.MISSED, Reason.STAFF),
    (12, Came.HAD, None),
    (7, Came.MISSED, Reason.ABSENT),
    (6, Came.PART, None),
    (5, Came.HAD, None),
    (3, Came.MISSED, Reason.ROOM),
)


def log_sessions(school: School, people: dict[str, User]) -> None:
    """The term of most groups, and the last two weeks of two that the LSA gives; one has no log."""
    lsa, sendco = people["lsa@demo.example"], people["sendco@demo.example"]
    log_term(school, people)
    for row in Provision.objects.filter(school=school, name__in=GIVEN_BY_LSA):
        row.school = school
        for days, came, reason in DAYS:
            _log(row, days, came, reason, lsa)
    _log(row, DAYS[0][0], Came.MISSED, Reason.TRIP, sendco)
    _log(row, 0, Came.HAD, None, lsa, word="Asked for a turn without being asked")
    for row in Provision.objects.filter(school=school, name=NOT_LOGGED):
        row.school = school
        set_days(row, sendco, (3,), dt.time(10, 45), lsa, starts_on=BEGAN, ends_on=None)
    _have_time(school, people)


def _have_time(school: School, people: dict[str, User]) -> None:
    """Two adults have time for what is owed, and one make-up is planned."""
    lsa, sendco = people["lsa@demo.example"], people["sendco@demo.example"]
    for weekday, minutes in ((1, 30), (3, 40)):
        set_spare_time(
            school=school, staff=lsa, role="lsa", weekday=weekday, minutes=minutes, by=sendco
        )
    set_spare_time(school=school, staff=sendco, role="sendco", weekday=2, minutes=30, by=sendco)
    row = Provision.objects.filter(school=school, name=GIVEN_BY_LSA[0]).first()
    row.school = school
    places = row.places.select_related("pupil__school").order_by("pupil__last_name", "pupil_id")
    plan_make_up(
        provision=row,
        pupils=[place.pupil for place in places][:1],
        on=clock.today() + dt.timedelta(days=1),
        minutes=row.minutes,
        staff=lsa,
        by=sendco,
    )


def _log(
    row: Provision, days: int, came: Came, reason: Reason | None, by: User, word: str = ""
) -> None:
    places = row.places.select_related("pupil__school").order_by("pupil__last_name", "pupil_id")
    first, *others = [place.pupil for place in places]
    minutes = row.minutes // 2 if came == Came.PART else 0
    log_session(
        provision=row,
        at=SessionAt(clock.today() - dt.timedelta(days=days)),
        marks=[
            MarkFacts(first, came, minutes, reason, word=word),
            *(MarkFacts(pupil, Came.HAD) for pupil in others),
        ],
        by=by,
    )
