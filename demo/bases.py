"""A resource base with a place free, a step down and a late review; a nurture group elsewhere."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import BasePlace
from provision.services.base_places import (
    END_FIELDS,
    WEEK_FIELDS,
    add_step,
    end_place,
    enter_base,
    review_place,
    set_week,
)
from provision.services.bases import add_base
from pupils.codes import SenStatus
from pupils.models import Pupil, StatusPeriod

SEPTEMBER = dt.date(2026, 9, 3)
WEEK = dt.timedelta(days=7)
NOTHING = {
    "registration": "C",
    "home_name": "",
    "home_urn": "",
    "registration_note": "",
    "transport": "",
    "over_reason": "",
    "review_on": None,
}


@dataclass(frozen=True)
class DemoPlace:
    """A child's place: why, which half-days, until when, when it is looked at (weeks from today)."""

    reason: str
    week: str
    until: int
    review: int
    status: str = SenStatus.SUPPORT
    starts_on: dt.date = SEPTEMBER
    more: dict[str, Any] = field(default_factory=dict)


BASES: dict[str, tuple[dict[str, Any], tuple[DemoPlace, ...]]] = {
    "bure-valley": (
        {
            "name": "The Harbour",
            "kind": "resource",
            "specialism": "SLCN and autism",
            "places": 7,
            "entry_criteria": "An EHC plan or SEN support with advice of a speech and language "
            "therapist, and two cycles in class without enough progress. The panel meets in May "
            "and November.",
            "exit_criteria": "The child follows a class lesson with one adult nearby, four weeks "
            "running.",
        },
        (
            DemoPlace("Understands two words of an instruction; the panel of May gave a place.",
                      "BBBBBBBBBC", 30, 5, SenStatus.PLAN),
            DemoPlace("Overwhelmed in a class of thirty; needs a quiet start of the day.",
                      "BBBBBBBBBB", 30, 2, SenStatus.PLAN, more={"transport": "Council taxi, "
                      "with an escort"}),
            DemoPlace("Pre-verbal on entry; signs and pictures all day.",
                      "BBBBBBBBBO", 30, -2, SenStatus.PLAN, more={
                          "registration": "S",
                          "home_name": "Hillside Junior School",
                          "registration_note": "Fridays after dinner at Hillside, who mark that "
                          "session.",
                      }),
            DemoPlace("Speech was not understood by others; now by most.",
                      "BCBCBCBCCC", 6, 3),
            DemoPlace("Language group and quiet work in the mornings.",
                      "BCBCBCBCBC", 18, 6),
        ),
    ),
    "john-of-gaunt": (
        {
            "name": "The Nest",
            "kind": "nurture",
            "specialism": "SEMH",
            "places": 6,
            "entry_criteria": "A Boxall profile, and parents who agree.",
            "exit_criteria": "Usually after two to four terms, by steps.",
        },
        (
            DemoPlace("Cannot part from mother or father; settles with few adults.", "BCBCBCBCCC", 20, 4),
            DemoPlace("Hides under tables when a task begins.", "BCBCBCBCCC", 20, 4),
            DemoPlace("New to school, little play with others.", "BCBCCCBCCC", 12, 1),
        ),
    ),
}  # fmt: skip


def load_bases(schools: dict[str, School], people: dict[str, User]) -> None:
    """Two bases with their children; of the first one child steps down and one has left."""
    sendco = people["sendco@demo.example"]
    for slug, (facts, places) in BASES.items():
        with school_transaction(schools[slug]):
            made = _base(schools[slug], facts, places, sendco)
            if slug == "bure-valley":
                _step_down(made[3], sendco)
                _leave(made[-1], sendco)


def _base(school: School, facts, places, by: User) -> list[BasePlace]:
    nowhere = {"host_name": "", "host_urn": "", "closed_on": None}
    base = add_base(
        school=school, by=by, lead=by, opened_on=dt.date(2024, 9, 4), **nowhere, **facts
    )
    leaver = DemoPlace("Came with selective mutism.", "CCBCCCBCCC", 1, 1)
    found = []
    wanted = (*places, leaver) if school.slug == "bure-valley" else places
    for pupil, place in _children(school, wanted):
        today = clock.today()
        said = {
            "starts_on": place.starts_on,
            "planned_end_on": today + place.until * WEEK,
            "review_on": today + place.review * WEEK,
            "reason": place.reason,
            "week": place.week,
        }
        found.append(enter_base(base=base, pupil=pupil, by=by, **NOTHING | said | place.more))
    return found


def _children(school: School, places):
    """A child of the register for each place, from several classes."""
    pools = {status: _on_register(school, status) for status in (SenStatus.SUPPORT, SenStatus.PLAN)}
    for place in places:
        yield next(pools[place.status]), place


def _on_register(school: School, status: SenStatus) -> Iterator[Pupil]:
    of = StatusPeriod.objects.filter(school=school, ends_on=None, status=status).values("pupil")
    rows = Pupil.objects.filter(school=school, pk__in=of).select_related("school")
    stayed = rows.on_roll(SEPTEMBER).on_roll(clock.today())
    return iter(list(stayed.in_register_order())[::3])


def _step_down(place: BasePlace, by: User) -> None:
    today = clock.today()
    review_place(
        place=place,
        by=by,
        on=today - 3 * WEEK,
        who="Class teacher, speech therapist, father",
        outcome="step",
        words="Joins in at carpet time. Writes with the class when pictures are there.",
        next_on=today + 3 * WEEK,
    )
    add_step(
        place=place,
        by=by,
        on=today - 2 * WEEK,
        what="Mathematics with the class, an adult beside",
        done_on=today - 2 * WEEK,
        how="Three of four lessons to the end.",
    )
    add_step(
        place=place,
        by=by,
        on=today + WEEK,
        what="All afternoons in class",
        done_on=None,
        how="",
    )
    week, version = "BCBCBCCCCC", version_of(place, WEEK_FIELDS)
    set_week(place=place, week=week, version=version, by=by)


def _leave(place: BasePlace, by: User) -> None:
    facts = {"end_reason": "class", "went_to": "Class full time, with an adult at dinner"}
    end_place(
        place=place,
        version=version_of(place, END_FIELDS),
        by=by,
        ended_on=dt.date(2026, 10, 23),
        end_note="Speaks to two adults and to three children.",
        **facts,
    )
