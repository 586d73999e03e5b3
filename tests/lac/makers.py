"""Children in care for tests, made by the services."""

import datetime as dt

from aylsham.models import User
from lac.models import CarePeriod, CarePerson, CarePlacement
from lac.services.people import add_person, add_placement
from lac.services.periods import enter_care, record_previous_care
from pupils.models import Pupil

#: A Monday six weeks before the day of the tests.
ENTERED = dt.date(2026, 10, 12)


def day(text: str) -> dt.date:
    """A date from its ISO form."""
    return dt.date.fromisoformat(text)


def in_care(pupil: Pupil, starts_on: dt.date | None = ENTERED, **more) -> CarePeriod:
    """The child is looked after; the school knew on the same day."""
    facts = {
        "starts_on": starts_on,
        "known_since": starts_on or ENTERED,
        "placing_authority": "Norfolk",
        "legal_status": "full",
        "legal_since": None,
        "by": None,
    }
    return enter_care(pupil=pupil, **facts | more)


def was_in_care(pupil: Pupil, **more) -> CarePeriod:
    """The child was looked after before."""
    facts = {
        "known_since": ENTERED,
        "left_care_through": "G",
        "placing_authority": "Suffolk",
        "by": None,
    }
    return record_previous_care(pupil=pupil, **facts | more)


def a_person(pupil: Pupil, by: User | None = None, **more) -> CarePerson:
    """A social worker."""
    facts = {
        "role": "social_worker",
        "name": "Ada Lane",
        "organisation": "Norfolk",
        "phone": "01603 000000",
        "email": "ada.lane@council.example",
        "starts_on": ENTERED,
        "ends_on": None,
    }
    return add_person(pupil=pupil, by=by, **facts | more)


def a_placement(pupil: Pupil, by: User | None = None, **more) -> CarePlacement:
    """Foster care."""
    facts = {
        "kind": "foster",
        "contact": None,
        "with_whom": "Mr and Mrs Hall",
        "home": None,
        "council_area": "Norfolk",
        "is_out_of_area": False,
        "starts_on": ENTERED,
        "ends_on": None,
        "ended_why": "",
    }
    return add_placement(pupil=pupil, by=by, **facts | more)
