"""Provision bases for tests, made by the services."""

from aylsham.changes import version_of
from provision.services.base_places import END_FIELDS, end_place, enter_base
from provision.services.bases import add_base
from tests.factories import TODAY
from tests.provision.makers import until

FACTS = {
    "name": "Rainbow room",
    "kind": "resource",
    "specialism": "",
    "lead": None,
    "host_name": "",
    "host_urn": "",
    "places": 2,
    "entry_criteria": "",
    "exit_criteria": "",
    "opened_on": until(-400),
    "closed_on": None,
}
STAY = {
    "starts_on": TODAY,
    "planned_end_on": until(120),
    "review_on": None,
    "reason": "Needs a quiet place",
    "registration": "C",
    "home_name": "",
    "home_urn": "",
    "registration_note": "",
    "transport": "",
    "over_reason": "",
    "week": "BBBBBBBBCC",
}


def base_at(school, by=None, **facts):
    """A base with two places."""
    return add_base(school=school, by=by, **FACTS | facts)


def placed(base, pupil, by=None, key=None, **facts):
    """A child with a place from today."""
    return enter_base(base=base, pupil=pupil, by=by, key=key, **STAY | facts)


def left(place, ended_on=TODAY, by=None, **facts):
    """A place that is over."""
    said = {"end_reason": "class", "went_to": "Oak", "end_note": ""} | facts
    version = version_of(place, END_FIELDS)
    return end_place(place=place, version=version, by=by, ended_on=ended_on, **said)
