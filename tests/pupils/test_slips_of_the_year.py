"""Facts of a child that cannot have been before the child was born."""

import datetime as dt

import pytest

from aylsham.changes import TransitionNotAllowed
from aylsham.identifiers import uuid7
from pupils.family_codes import TalkOutcome
from pupils.services.meetings.planning import plan_meeting
from pupils.services.moving.plans import start_plan
from pupils.services.needs import add_diagnosis, add_need
from pupils.services.talks import log_talk
from tests.factories import PupilFactory, SchoolFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
BORN = dt.date(2018, 9, 3)
DAY = dt.timedelta(days=1)

FACTS = {
    "need": lambda on, **who: add_need(need_type="SLCN", since_on=on, **who),
    "diagnosis": lambda on, **who: add_diagnosis(name="Epilepsy", made_on=on, **who),
    "talk": lambda on, **who: log_talk(
        key=uuid7(), on=on, how="phone", outcome=TalkOutcome.NO_ANSWER, **who
    ),
    "meeting": lambda on, **who: plan_meeting(
        key=uuid7(),
        on=on,
        kind="team",
        starts_at=dt.time(15),
        length=60,
        place="Room 1",
        chair=who["by"],
        **who,
    ),
    "move": lambda on, **who: start_plan(
        moves_on=on, kind="secondary", to_name="Fen High", lead=who["by"], **who
    ),
}


@pytest.mark.parametrize("kind", list(FACTS))
def test_nothing_is_before_the_child_was_born(kind):
    child = PupilFactory(school=SchoolFactory(), born_on=BORN)
    who = {"pupil": child, "by": member(child.school)}
    with pytest.raises(TransitionNotAllowed, match="not born on 2 September 2018"):
        FACTS[kind](BORN - DAY, **who)
    assert FACTS[kind](BORN, **who).pk
