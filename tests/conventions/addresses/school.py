"""Rows of the school: classes, dates, imports, lists, duties and reports."""

import datetime as dt

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


@row("membership")
def _membership(world):
    return world.membership.pk


@row("sentence")
def _sentence(world):
    from pupils.services.library import add_to_school_library

    facts = {"area": "CI", "setting": "class", "tier": "U", "by": None}
    text = f"{world.marker} has one instruction at a time"
    return add_to_school_library(school=world.school, text=text, **facts).pk


@row("own_field")
def _own_field(world):
    """A field of the school that is a column of its lists, filled in for the child."""
    from pupils.services.extra_fields.defining import add_school_field
    from pupils.services.extra_fields.filling import Entry, fill_fields

    facts = {"name": f"{world.marker} buddy", "in_lists": True, "by": None}
    field = add_school_field(school=world.school, kind="text", **facts)
    entry = Entry(world.pupil, field, f"{world.marker} Tim", "")
    fill_fields(school=world.school, entries=[entry], on=TODAY, by=world.membership.user)
    return field.pk


@row("saved_list")
def _saved_list(world):
    """A list of the register for everybody at the school."""
    from reports.selectors.saved_lists import View
    from reports.services.saved_lists import save_school_list

    filters = {"year": {"value": "4", "words": f"in {world.marker} year"}}
    return save_school_list(
        school=world.school,
        page="register",
        name=f"{world.marker} list",
        view=View(filters),
        is_shared=True,
        on=TODAY,
        by=world.membership.user,
    ).pk


@row("service")
def _service(world):
    from pupils.services.outside_services import add_service

    facts = {"name": f"{world.marker} service", "kind": "speech", "area": "CI", "owed_by": "health"}
    return add_service(school=world.school, by=None, **facts).pk


def _provider_of(world):
    from pupils.models import Provider
    from pupils.services.providers import add_provider

    facts = {"kind": "bought", "does": "Psychology", "academic_year": 2026, "days": 6}
    known = Provider.objects.filter(school=world.school).first()
    return known or add_provider(
        school=world.school, by=None, name=f"{world.marker} psychology", pence_a_day=52000, **facts
    )


@row("provider")
def _provider(world):
    return _provider_of(world).pk


@row("provider_visit")
def _provider_visit(world):
    from pupils.services.providers import add_visit

    facts = {"on": TODAY, "days": 1, "state": "used", "note": f"{world.marker} room"}
    return add_visit(provider=_provider_of(world), by=None, pupils=[world.pupil], **facts).pk


@row("group")
def _group(world):
    return world.class_group.pk


@row("classroom_audit")
def _classroom_audit(world):
    from aylsham.identifiers import uuid7
    from pupils.services.concerns.classrooms import Mark, record_classroom_audit

    marks = [Mark("CI", f"{world.marker} pictures", "partly")]
    return record_classroom_audit(
        class_group=world.class_group, key=uuid7(), on=TODAY, marks=marks, by=None
    ).pk


@row("adult")
def _adult(world):
    from pupils.services.classes import assign_adult
    from tests.factories import SEPTEMBER

    return assign_adult(
        class_group=world.class_group,
        user=world.membership.user,
        role=world.membership.role,
        starts_on=SEPTEMBER,
        by=None,
    ).pk


@row("file_import")
def _file_import(world):
    from pupils.services.importing.lifecycle import read_import, receive_file

    roll = f"UPN,Surname,Forename,DOB,Year\n,{world.marker}child,Ann,03/12/2018,3\n"
    received = receive_file(
        school=world.school, kind="roll", data=roll.encode(), name=f"{world.marker}.csv", by=None
    )
    return read_import(file_import=received, today=TODAY).pk


@row("term")
def _term(world):
    from aylsham.models import Term

    return Term.objects.create(
        school=world.school,
        academic_year=2026,
        name="autumn",
        starts_on=dt.date(2026, 9, 3),
        ends_on=dt.date(2026, 12, 18),
    ).pk


@row("closure")
def _closure(world):
    from aylsham.models import Closure

    days = {"starts_on": dt.date(2026, 10, 24), "ends_on": dt.date(2026, 11, 1)}
    return Closure.objects.create(school=world.school, kind="half_term", **days).pk


@row("duty_record")
def _duty_record(world):
    from reports.services.duties import record_duty

    return record_duty(
        school=world.school,
        duty="sen-information-report",
        done_on=dt.date(2026, 1, 12),
        done_by=f"{world.marker} office",
        by=None,
    ).pk


@row("senco")
def _senco(world):
    from staff.services import record_senco

    return record_senco(
        school=world.school,
        user=world.membership.user,
        became_senco_on=dt.date(2025, 9, 1),
        by=None,
    ).pk


@row("report")
def _report(world):
    """A published governor report, whose words carry the marker."""
    from aylsham.codes import TermName
    from aylsham.suppression.audience import Audience
    from reports.governor.terms import TermKey
    from reports.services.governor.preparing import count_report, prepare_report, write_words
    from reports.services.governor.publishing import publish_report

    key = TermKey(2026, TermName.AUTUMN)  # the term made above
    audience = Audience.GOVERNORS
    report = prepare_report(owner=world.school, key=key, audience=audience, by=None)
    report = count_report(report=report, today=TODAY)
    words = {"short": f"{world.marker} words"}
    report = write_words(report=report, words=words, by=world.membership.user)
    return publish_report(report=report, by=None).pk


@row("passport_print")
def _passport_print(world):
    from pupils.services.passports.printing import ask_for_class_set

    printed, _ = ask_for_class_set(
        class_group=world.class_group,
        pupil_ids=[world.pupil.pk],
        is_large=False,
        by=world.membership.user,
    )
    return printed.pk


@row("print_batch")
def _print_batch(world):
    """A pile that somebody else asked for."""
    from uuid import uuid4

    from pupils.services.print_batches import ask_for_batch

    return ask_for_batch(
        school=world.school,
        kind="passport",
        pupil_ids=[world.pupil.pk],
        is_large=False,
        whom=f"{world.marker} class",
        key=uuid4(),
        by=world.membership.user,
    ).pk


@row("supply_link")
def _supply_link(world):
    from pupils.services.supply import make_supply_link

    link, _ = make_supply_link(
        class_group=world.class_group, expires_on=TODAY, today=TODAY, by=world.membership.user
    )
    return link.pk


@row("room")
def _room(world):
    from pupils.services.arrangements.week import add_test_room

    return add_test_room(
        school=world.school,
        academic_year=2026,
        test="ks2",
        name=f"{world.marker} room",
        adults="",
        by=None,
    ).pk


@row("specialist_test")
def _specialist_test(world):
    from pupils.services.assessments import add_specialist_test

    return add_specialist_test(
        school=world.school, name=f"{world.marker} test", measures="", scale="standard", by=None
    ).pk


def _intake_of(world):
    from aylsham.documents.inspecting import Upload
    from pupils.models import PassportIntake
    from pupils.rules.passport_files import Found
    from pupils.services.intakes.reading import Looked, finish_reading, keep_looked
    from pupils.services.intakes.receiving import receive_passports

    found = PassportIntake.objects.filter(school=world.school).first()
    if found:
        return found
    uploads = [Upload(f"{world.marker}.docx", world.marker.encode())]
    made = receive_passports(school=world.school, uploads=uploads, by=world.membership.user)
    looked = Looked(Found(boxes={"aims": f"{world.marker} swims"}, text=world.marker))
    keep_looked(file=made.files.get(), looked=looked, children=[])
    return finish_reading(intake=made)


@row("intake")
def _intake(world):
    return _intake_of(world).pk


@row("intake_file")
def _intake_file(world):
    return _intake_of(world).files.get().pk


@row("school_export")
def _school_export(world):
    """A file that was asked for and is not made yet."""
    from aylsham.models import SchoolExport

    return SchoolExport.objects.create(school=world.school, asked_by=world.membership.user).pk
