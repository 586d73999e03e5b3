"""Three concerns of the demonstration, and two looks at the class of their children."""

import datetime as dt
from uuid import NAMESPACE_URL, uuid5

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from pupils.concern_codes import STARTING_TEXT
from pupils.models import ClassGroup, Concern, Pupil, StatusPeriod
from pupils.selectors.concerns.classrooms import offers_of
from pupils.services.classes import assign_supporter
from pupils.services.concerns.classrooms import Mark, record_classroom_audit
from pupils.services.concerns.raising import ANSWER_FIELDS, Tried, answer_concern, raise_concern
from pupils.services.concerns.triage import TRIAGE_FIELDS, decide, give_support
from pupils.services.needs import add_need
from pupils.services.status import Told

#: What the teacher writes of one child after the other.
RAISED = (
    {
        "area": "CI",
        "seen": ["instructions", "words"],
        "seen_words": "Waits to see what others do, then copies them.",
        "child_view": "I like it when there is a picture.",
    },
    {
        "area": "CL",
        "seen": ["reading", "memory"],
        "seen_words": "Sounds known on Monday are gone on Tuesday.",
        "child_view": "Reading makes me tired.",
    },
    {
        "area": "SEMH",
        "seen": ["worry", "away"],
        "seen_words": "In tears at the gate most mornings since half-term.",
        "child_view": "My tummy hurts before school.",
    },
)
FRIEND = Tried("Sits beside a friend who explains", "yes", dt.date(2026, 11, 2))


def load_concerns(school: School, *, sendco: User, teacher: User, lsa: User) -> None:
    """Concerns about three children of the teacher's class who are not on the register."""
    on_register = StatusPeriod.objects.filter(school=school, ends_on=None)
    group = ClassGroup.objects.get(school=school, name="Oak")
    children = Pupil.objects.filter(school=school, class_group=group)
    children = children.exclude(pk__in=on_register.values("pupil")).in_register_order()
    _look_at(group, sendco)
    _need_alone(school, sendco)
    raised = []
    for pupil, facts in zip(children[: len(RAISED)], RAISED, strict=True):
        assign_supporter(pupil=pupil, user=lsa, starts_on=dt.date(2026, 9, 7), by=sendco)
        raised.append(_raise(pupil, facts, teacher))
    _, monitored, supported = raised
    for concern in (monitored, supported):
        _answer(concern, lsa)
    decide(
        concern=monitored,
        kind="monitoring",
        reason="Phonics catch-up began last week. We look at it when the first round is over.",
        review_on=clock.today() + dt.timedelta(days=23),
        version=version_of(monitored, TRIAGE_FIELDS),
        by=sendco,
    )
    give_support(
        concern=supported,
        reason="The calm start helped a little; mornings still cost the first lesson.",
        told=Told(on=clock.today() - dt.timedelta(days=3), how="meeting"),
        version=version_of(supported, TRIAGE_FIELDS),
        primary_need="SEMH",
        by=sendco,
    )


def _need_alone(school: School, by: User) -> None:
    """A need of a child who is not on the register: the census check asks about it."""
    others = Pupil.objects.filter(school=school, class_group__name="Hazel", status_periods=None)
    add_need(
        pupil=others.in_register_order()[0],
        need_type="SLCN",
        in_words="Finds the word a moment later than the others",
        known_from="assessment",
        by=by,
    )


def _look_at(group: ClassGroup, by: User) -> None:
    """Early in October and last week: more is in place, one line is still not seen."""
    offers = offers_of(group)
    for day, rare in ((dt.date(2026, 10, 6), 3), (clock.today() - dt.timedelta(days=6), 7)):
        marks = [
            Mark(each.area, each.what, *_SEEN[place % rare] if place % rare < 2 else ("in_place",))
            for place, each in enumerate(offers)
        ]
        record_classroom_audit(
            class_group=group,
            key=uuid5(NAMESPACE_URL, f"look {group.pk} {day}"),
            on=day,
            marks=marks,
            next_on=clock.today() + dt.timedelta(days=81),
            by=by,
        )


#: What was seen, and the word beside it.
_SEEN = (("not_seen", "Ask how others do it"), ("partly", "In the first lesson"))


def _raise(pupil: Pupil, facts: dict, by: User) -> Concern:
    offered = STARTING_TEXT[facts["area"]][0]
    return raise_concern(
        pupil=pupil,
        key=uuid5(NAMESPACE_URL, f"concern {pupil.pk}"),
        by=by,
        tried=[Tried(offered, "partly", dt.date(2026, 10, 5), is_ordinary=True), FRIEND],
        parents_spoken_on=clock.today() - dt.timedelta(days=4),
        parents_said="They see it at home too and are glad that we look at it.",
        home_language="English",
        english="N",
        **facts,
    )


def _answer(concern: Concern, by: User) -> None:
    answer = concern.answers.get(user=by)
    answer_concern(
        answer=answer,
        same="partly",
        seen=concern.seen[:1],
        words="Less in a small group.",
        helps="Knowing what comes next.",
        version=version_of(answer, ANSWER_FIELDS),
        by=by,
    )
