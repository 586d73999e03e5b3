"""Rows of moves, and of records that come and go."""

import datetime as dt

from tests.conventions.addresses.rows import row
from tests.factories import TODAY, PupilFactory


def _move_plan_of(world):
    from pupils.models import MovePlan
    from pupils.services.moving.plans import start_plan

    found = MovePlan.objects.filter(school=world.school, pupil=world.pupil).first()
    by = world.membership.user
    return found or start_plan(
        pupil=world.pupil,
        by=by,
        kind="junior",
        moves_on=dt.date(2027, 9, 1),
        to_name=f"{world.marker} Juniors",
        worries=f"{world.marker} fears the bell",
        lead=by,
    )


@row("move_plan")
def _move_plan(world):
    return _move_plan_of(world).pk


@row("move_lesson")
def _move_lesson(world):
    """A move of the autumn, whose receiving teacher has answered."""
    from pupils.services.moving.plans import start_plan
    from pupils.services.moving.september import record_not_known

    by = world.membership.user
    plan = start_plan(
        pupil=PupilFactory(school=world.school, last_name=f"{world.marker} Vane"),
        by=by,
        kind="secondary",
        moves_on=dt.date(2026, 9, 1),
        to_name=f"{world.marker} High School",
        lead=by,
    )
    text = f"Nobody said that {world.marker} cannot swim"
    return record_not_known(plan=plan, text=text, on=TODAY, by=by).pk


@row("visit")
def _visit(world):
    from pupils.services.moving.parts import add_visit

    plan, by = _move_plan_of(world), world.membership.user
    day = dt.date(2027, 6, 9)
    return add_visit(plan=plan, by=by, kind="child", on=day, place=f"{world.marker} hall").pk


@row("setting")
def _setting(world):
    from pupils.services.moving.parts import add_setting

    by = world.membership.user
    return add_setting(plan=_move_plan_of(world), by=by, name=f"{world.marker} High School").pk


@row("move_question")
def _move_question(world):
    from pupils.services.moving.parts import ask_question

    return ask_question(
        plan=_move_plan_of(world),
        question=f"Does {world.marker} eat in the hall?",
        asked_by=f"Mx {world.marker}",
        by=world.membership.user,
    ).pk


@row("transfer")
def _transfer(world):
    """A record on its way outside, not packed yet."""
    from pupils.services.transfers.sending import approve_transfer

    return approve_transfer(
        pupil=world.pupil,
        to_name=f"{world.marker} High School",
        to_person=f"Mx {world.marker}",
        includes=[],
        allowed=[],
        by=world.membership.user,
    ).pk


@row("previous_record")
def _previous_record(world):
    from pupils.services.moving.arrivals import ask_for_record

    return ask_for_record(
        pupil=world.pupil,
        setting=f"{world.marker} Nursery",
        address="",
        how="letter",
        on=TODAY,
        by=world.membership.user,
    ).pk


@row("incoming")
def _incoming(world):
    """A record from outside of a child who is not on roll here."""
    from aylsham.documents import keeping
    from pupils.models import IncomingRecord
    from pupils.packing.making import pack_of, record_of
    from pupils.selectors.transfers.contents import contents_of

    said = contents_of(world.pupil)
    record = record_of(said, school=world.school, made_on=TODAY.isoformat())
    record["pupil"]["upn"] = ""
    record["tables"], record["files"] = {}, []
    data, _ = pack_of(record, pdf=b"", files={})
    return IncomingRecord.objects.create(
        school=world.school,
        from_name=f"{world.marker} Infants",
        opens_on=TODAY,
        digest=keeping.keep(world.school.pk, data),
        size=len(data),
    ).pk
