"""Rows of watching over children in care, meetings, and what is passed on."""

import datetime as dt

from tests.conventions.addresses.care import ENTERED, _period
from tests.conventions.addresses.rows import row

WEEK = dt.date(2026, 11, 16)


@row("sdq_total")
def _sdq(world):
    from lac.services.watch import add_sdq

    _period(world)
    facts = {"answered_on": ENTERED, "answered_by": "teacher", "total": 12}
    return add_sdq(pupil=world.pupil, by=None, **facts).pk


@row("watch_task")
def _watch_task(world):
    from lac.models import WatchTask
    from lac.selectors.weeks import mark_of_weeks
    from lac.services.watch import add_sdq, keep_week, note_told
    from tests.factories import TODAY

    _period(world)
    figures = {world.pupil.pk: (10, 9)}
    if not world.pupil.care_weeks.filter(week_on=WEEK).exists():
        facts = {"week_on": WEEK, "figures": figures, "version": mark_of_weeks([])}
        keep_week(school=world.school, by=None, **facts)
    add_sdq(pupil=world.pupil, by=None, answered_on=TODAY, answered_by="parent", total=30)
    task = WatchTask.objects.get(school=world.school, pupil=world.pupil, rule="sdq")
    note_told(task=task, told_on=TODAY, name=f"{world.marker} of the virtual school", by=None)
    return task.pk


def _meeting(world):
    from lac.models import CareMeeting
    from lac.services.meetings import add_meeting

    _period(world)
    known = CareMeeting.objects.filter(school=world.school).first()
    return known or add_meeting(
        school=world.school,
        children=[world.pupil],
        by=None,
        kind="virtual",
        held_on=ENTERED,
        came=f"{world.marker} Rao",
        notes=f"{world.marker} in general",
    )


@row("care_meeting")
def _care_meeting(world):
    return _meeting(world).pk


@row("care_meeting_child")
def _care_meeting_child(world):
    from aylsham.changes import version_of
    from lac.services.meetings import say_of_child

    child = _meeting(world).children.get()
    said, version = f"{world.marker} settles in", version_of(child, ("said",))
    return say_of_child(child=child, said=said, version=version, by=world.membership.user).pk


@row("care_action")
def _care_action(world):
    from lac.services.meetings import add_care_action

    facts = {"what": f"Ring {world.marker}", "outside_owner": f"{world.marker} Rao"}
    facts |= {"pupil": world.pupil, "due_on": WEEK}
    return add_care_action(meeting=_meeting(world), by=None, **facts).pk


@row("information_shared")
def _information_shared(world):
    from lac.services.moves import share_information

    facts = {"what": ["helps"], "words": f"{world.marker} words", "to_name": f"{world.marker} Lee"}
    facts |= {"authority": "council", "shared_on": ENTERED, "how": "meeting"}
    return share_information(pupil=world.pupil, by=None, **facts).pk


@row("safeguarding_file")
def _safeguarding_file(world):
    from lac.services.moves import add_file

    facts = {"to_school": f"{world.marker} Junior", "leaves_on": dt.date(2026, 11, 20)}
    return add_file(pupil=world.pupil, by=None, **facts).pk


@row("training_record")
def _training_record(world):
    from aylsham import clock
    from aylsham.documents import keeping
    from staff.models import TrainingCertificate
    from staff.services import add_training

    facts = {"subject": "trauma", "title": f"{world.marker} day", "taken_on": ENTERED}
    user = world.membership.user
    training = add_training(school=world.school, user=user, by=None, **facts)
    data = b"%PDF-1.4 a certificate"
    TrainingCertificate.objects.create(
        school=world.school,
        record=training,
        digest=keeping.keep(world.school.pk, data),
        size=len(data),
        media_type="application/pdf",
        extension="pdf",
        added_at=clock.moment(),
        added_by=user,
    )
    return training.pk
