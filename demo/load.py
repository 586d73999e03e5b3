"""Makes the demonstration: schools and people as data, children by the product's own import."""

import json
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.db import transaction

from aylsham import clock
from aylsham.codes import ClosureKind, TermName
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import Closure, Federation, School, Term, User
from aylsham.tenancy.row_security import school_transaction
from demo.access_plan import load_access_plan
from demo.agencies import load_agencies
from demo.agreements import load_agreements
from demo.appeals import load_appeals
from demo.assessments import load_assessments
from demo.bases import load_bases
from demo.calendar import load_calendar
from demo.care import load_care, load_care_of_plan
from demo.concerns import load_concerns
from demo.council import load_council, load_sister_letters
from demo.council_maps import load_council_maps
from demo.cycles import load_cycles
from demo.documents import file_demo_papers
from demo.duties import load_duties
from demo.exits import load_keys
from demo.family import load_family
from demo.federation import (
    AYLSHAM,
    FEDERATIONS,
    LIVE_FROM,
    PASSWORD,
    SAMPLES,
    DemoFederation,
    DemoSchool,
)
from demo.federation_objectives import load_federation_objectives
from demo.fields import load_fields
from demo.former import load_former
from demo.funding import load_funding
from demo.layers import load_layers
from demo.leading import load_leading
from demo.letters import load_letters
from demo.meetings import load_meetings
from demo.moderation import load_moderation
from demo.moves import load_moves
from demo.national_tests import load_national_tests
from demo.night import leave_as_the_night_does
from demo.other_cycles import load_other_cycles
from demo.own_words import load_own_words
from demo.papers import load_papers
from demo.parents import load_parents
from demo.passport_files import drop_passport_files
from demo.passports import load_passports
from demo.people import assign, make_person
from demo.peps import load_peps
from demo.plans import load_plans
from demo.premium import load_premium
from demo.provision import load_provision, work_out_costs
from demo.publications import load_publications
from demo.quality import load_quality
from demo.reports import make_reports
from demo.reviews import load_reviews
from demo.rights import load_rights
from demo.safety import load_safety
from demo.staff import load_staff
from demo.subjects import load_subjects
from demo.surveys import load_surveys
from demo.training import load_training
from demo.watching import load_watching
from demo.weeks import load_weeks
from demo.year_reports import load_year_reports
from pupils.codes import ImportKind
from pupils.models import Pupil, StatusPeriod
from pupils.services.importing.running import run_import
from reports.digests.services import start_digests

#: The school whose children have papers on file.
PAPERS_AT = "bure-valley"


def load_demo(say=lambda sentence: None) -> bool:
    """Load both federations; False when they are there already. All or nothing."""
    if Federation.objects.exists():
        return False
    with transaction.atomic():
        password = make_password(PASSWORD)  # slow on purpose, and the same for everybody
        for federation in FEDERATIONS:
            with rebuilt_once(school_transaction):
                _load_federation(federation, password, say)
            leave_as_the_night_does(federation.slug)  # after their dates are there
    start_digests(clock.now())  # this morning's are due: beat would ask for them in a minute
    return True


def _load_federation(data: DemoFederation, password: str, say) -> None:
    federation = Federation.objects.create(slug=data.slug, name=data.name)
    schools = {s.slug: _make_school(federation, s) for s in data.schools}
    people = {p.email: make_person(federation, schools, p, password) for p in data.people}
    sendco = people[data.people[0].email]
    for school in data.schools:
        say(f"Importing the roll of {school.name}")
        _import(schools[school.slug], ImportKind.ROLL, SAMPLES / school.roll, sendco)
    for tracker in data.trackers:
        say("Importing the EHC plan tracker")
        for school in schools.values():
            _import(school, ImportKind.PLANS, SAMPLES / tracker, sendco)
    for person in data.people:
        assign(schools, people[person.email], person)
    for school in data.schools:
        load_duties(schools[school.slug], school.duties, sendco)
    if data is AYLSHAM:
        _describe(schools["bure-valley"], people)
        load_family(schools["bure-valley"], people)
        load_meetings(schools["bure-valley"], people)
        say("Writing targets and cycles")
        load_cycles(schools["bure-valley"], people)
        load_rights(schools["bure-valley"], people)
        load_former(schools["bure-valley"], people)
        load_moves(schools, people)
        load_layers(schools["bure-valley"], sendco=sendco)
        say("Writing passports")
        load_passports(schools, people)
        load_own_words(schools["bure-valley"], people)
        drop_passport_files(schools["bure-valley"], sendco)
        load_moderation(
            schools["bure-valley"],
            [schools["john-of-gaunt"], schools["john-bears"]],
            lead=sendco,
            rater=people["infants@demo.example"],
        )
        say("Considering access arrangements")
        load_national_tests(schools["bure-valley"], people)
        load_parents(schools["bure-valley"], people)
    if PAPERS_AT in schools:
        say("Filing a few papers")
        file_demo_papers(schools[PAPERS_AT], sendco)
    if data is AYLSHAM:
        load_agreements(schools["bure-valley"], people)
    if data is AYLSHAM:
        say("Referring to services")
        load_agencies(schools, people)
        load_fields(schools, people)
        say("Importing the provision map")
        load_provision(schools, people)
        say("Entering EHC plans")
        load_plans(schools["bure-valley"], people)
        load_quality(schools["bure-valley"], people)
        load_bases(schools, people)
        say("Answering the council")
        load_council(schools["bure-valley"], people)
        load_sister_letters(schools, people["sendco@demo.example"])
        load_funding(schools, people["sendco@demo.example"])
        load_council_maps(schools["bure-valley"], people)
        load_reviews(schools["bure-valley"], people)
        load_appeals(schools["bure-valley"], people)
        say("Planning the annual reviews")
        load_care_of_plan(schools["bure-valley"], people["sendco@demo.example"])
        load_calendar(list(schools.values()), people)
        load_assessments(schools["bure-valley"], people)
        load_papers(schools["bure-valley"], people)
        load_premium(schools["bure-valley"], people)
        work_out_costs(schools)
        load_care(schools, people)
        load_peps(schools, people)
        load_watching(schools, people)
        load_year_reports(schools["bure-valley"], people)
        say("Taking in the staff")
        load_staff(schools, people)
        load_training(schools, people)
        load_leading(schools, people)
        load_surveys(schools["bure-valley"], people)
        load_publications(schools["bure-valley"], people)
        load_access_plan(schools["bure-valley"], people)
        load_subjects(schools["bure-valley"], people)
        load_federation_objectives(schools, people)
        load_keys(schools["bure-valley"], people)
        say("Planning the week")
        load_weeks(schools, people)
        say("Writing letters")
        load_letters(schools["bure-valley"], people)
        # Last: what was loaded before picks children who have no cycle yet.
        load_other_cycles(schools["bure-valley"], people)
    if data.reports:
        say("Counting the governor reports")
        head = people[data.head]
        make_reports(federation, schools, data.reports, prepared_by=sendco, published_by=head)


def _describe(school: School, people: dict[str, User]) -> None:
    """What the school has written down about children of the demonstration's teacher."""
    with school_transaction(school):
        on_register = StatusPeriod.objects.filter(school=school, ends_on=None)
        pupils = list(
            Pupil.objects.filter(school=school, class_group__name="Oak")
            .filter(pk__in=on_register.values("pupil"))
            .select_related("school")
            .in_register_order()
        )
        sendco, teacher = people["sendco@demo.example"], people["teacher@demo.example"]
        load_safety(school, pupils, sendco=sendco, teacher=teacher)
        load_concerns(school, sendco=sendco, teacher=teacher, lsa=people["lsa@demo.example"])


def _make_school(federation: Federation, data: DemoSchool) -> School:
    school = School.objects.create(
        federation=federation,
        slug=data.slug,
        name=data.name,
        phase=data.phase,
        la_code=data.la_code,
        establishment_number=data.establishment_number,
        urn=data.urn,
        year_groups=list(data.year_groups),
        is_open_in_holidays=data.is_open_in_holidays,
        live_from=LIVE_FROM,
    )
    with school_transaction(school):
        _make_calendar(school)
    return school


def _make_calendar(school: School) -> None:
    calendars = json.loads((SAMPLES / "sample_calendars.json").read_text())
    for label, year in calendars["all_schools"].items():
        for name, (starts, ends) in zip(TermName.values, year["terms"], strict=True):
            Term.objects.create(
                school=school,
                academic_year=int(label[:4]),
                name=name,
                starts_on=starts,
                ends_on=ends,
            )
        for starts, ends in year["half_terms"] if not school.is_open_in_holidays else ():
            Closure.objects.create(
                school=school, kind=ClosureKind.HALF_TERM, starts_on=starts, ends_on=ends
            )
    for day in calendars["inset"].get(school.slug, []):
        Closure.objects.create(school=school, kind=ClosureKind.INSET, starts_on=day, ends_on=day)
    for starts, ends in calendars.get(school.slug, {}).get("closed", []):
        Closure.objects.create(
            school=school, kind=ClosureKind.CLOSURE, starts_on=starts, ends_on=ends
        )


def _import(school: School, kind: ImportKind, file: Path, by: User) -> None:
    """What the SENDCo does on the import page, with every good row."""
    with school_transaction(school):
        run_import(
            school=school,
            kind=kind,
            data=file.read_bytes(),
            name=file.name,
            today=clock.today(),
            by=by,
            is_written=True,
        )
