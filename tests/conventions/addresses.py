"""Every address of the site, and a row for every name that stands in one."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from aylsham.access.decorators import PageRule
from pupils.services.emergencies import open_emergency_access
from pupils.services.grants import grant_access
from tests.factories import TODAY

#: Addresses of libraries: sign-in pages, which show a person's own account and no school's rows.
LIBRARY_PREFIXES = ("accounts/",)


@dataclass(frozen=True)
class Address:
    """A route, its view's rule, and the names in it besides the school."""

    route: str
    rule: PageRule | None
    name: str
    names: tuple[str, ...] = field(default=())

    @property
    def is_child(self) -> bool:
        """Whether it is a page about one child."""
        return "pupil" in self.names

    @property
    def rows(self) -> tuple[str, ...]:
        """The names that are rows of a school."""
        return tuple(n for n in self.names if n not in WORDS)

    def path(self, school, rows: dict) -> str:
        """The address for a school and rows of one (not always the same) school."""
        path = self.route.replace("<slug:school>", school.slug)
        for name in self.names:
            value = WORDS.get(name) or str(rows[name])
            for converter in ("uuid", "int", "str", "slug", "path"):
                path = path.replace(f"<{converter}:{name}>", value)
        return "/" + path


def addresses() -> list[Address]:
    """All addresses that are ours, from the resolver."""
    found = [_address(route, pattern) for route, pattern in _walk(get_resolver(), "")]
    return [a for a in found if not a.route.startswith(LIBRARY_PREFIXES)]


def library_pages() -> list[str]:
    """The names of the libraries' pages, which `addresses` leaves out; not other sites' doors."""
    return [
        pattern.name
        for route, pattern in _walk(get_resolver(), "")
        if route.startswith(LIBRARY_PREFIXES)
        and pattern.name
        and ".providers." not in pattern.callback.__module__
    ]


def _walk(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        assert (
            isinstance(entry.pattern, RoutePattern)
            or prefix.startswith(LIBRARY_PREFIXES)
            or str(entry.pattern).startswith("^")
        ), entry
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, route)
        else:
            yield route, entry


def _address(route: str, pattern: URLPattern) -> Address:
    names = tuple(n for n in pattern.pattern.converters if n != "school")
    return Address(route, getattr(pattern.callback, "page_rule", None), pattern.name or "", names)


#: A row of a school for each name in an address; a test fails for a name without one.
RowMaker = Callable[..., object]
ROWS: dict[str, RowMaker] = {}


def row(name: str):
    """Registers what stands for <name> in addresses: called with a `SchoolWorld`."""

    def register(make: RowMaker) -> RowMaker:
        ROWS[name] = make
        return make

    return register


@row("pupil")
def _pupil(world):
    return world.pupil.pk


@row("membership")
def _membership(world):
    return world.membership.pk


@row("period")
def _period(world):
    return world.pupil.status_periods.get().pk


@row("need")
def _need(world):
    from pupils.services.needs import add_need

    return add_need(pupil=world.pupil, need_type="SLCN", in_words=world.marker, by=None).pk


@row("diagnosis")
def _diagnosis(world):
    from pupils.services.needs import add_diagnosis

    return add_diagnosis(pupil=world.pupil, name=f"{world.marker} diagnosis", by=None).pk


@row("strategy")
def _strategy(world):
    from pupils.services.strategies import add_strategy

    return add_strategy(
        pupil=world.pupil, text=f"{world.marker} sits in front", since_on=TODAY, by=None
    ).pk


@row("sentence")
def _sentence(world):
    from pupils.services.library import add_to_school_library

    facts = {"area": "CI", "setting": "class", "tier": "U", "by": None}
    text = f"{world.marker} has one instruction at a time"
    return add_to_school_library(school=world.school, text=text, **facts).pk


@row("concern")
def _concern(world):
    """A concern with the marker in its words, about which everybody near the child is asked."""
    from aylsham.identifiers import uuid7
    from pupils.services.concerns.raising import raise_concern

    return raise_concern(
        pupil=world.pupil,
        key=uuid7(),
        by=world.membership.user,
        area="CI",
        english="N",
        seen_words=f"{world.marker} loses the thread",
    ).pk


def _referral_of(world):
    """A referral that was sent, with the marker in its words, for all the names about it."""
    from aylsham.changes import version_of
    from pupils.models import Referral
    from pupils.services.referrals.referring import STEP_FIELDS, begin_referral, take_step

    known = Referral.objects.filter(school=world.school).first()
    if known:
        return known
    by = world.membership.user
    referral = begin_referral(
        pupil=world.pupil,
        by=by,
        service=f"{world.marker} therapy",
        kind="speech",
        owed_by="health",
        reason=f"{world.marker} is hard to understand",
        no_consent_why=f"{world.marker} asked by phone",
    )
    version = version_of(referral, STEP_FIELDS)
    return take_step(
        referral=referral, step="sent", on=TODAY, words=f"To {world.marker}", version=version, by=by
    )


@row("referral")
def _referral(world):
    return _referral_of(world).pk


@row("referral_step")
def _referral_step(world):
    return _referral_of(world).steps.order_by("-id").first().pk


@row("appointment")
def _appointment(world):
    from pupils.services.referrals.following import add_appointment

    facts = {"on": TODAY, "state": "offered", "place": f"{world.marker} clinic"}
    return add_appointment(referral=_referral_of(world), by=world.membership.user, **facts).pk


@row("service")
def _service(world):
    from pupils.services.outside_services import add_service

    facts = {"name": f"{world.marker} service", "kind": "speech", "area": "CI", "owed_by": "health"}
    return add_service(school=world.school, by=None, **facts).pk


@row("recommendation")
def _recommendation(world):
    from pupils.services.advice import write_recommendations

    texts = [f"{world.marker} has visual support"]
    return write_recommendations(document=_filed(world), texts=texts, by=None)[0].pk


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


@row("version")
def _version(world):
    from pupils.models import PassportVersion
    from tests.pupils.passports.makers import published

    published(world.pupil, by=world.membership.user, text=f"{world.marker} likes trains")
    return PassportVersion.objects.get(school=world.school).pk


@row("aside")
def _aside(world):
    from tests.pupils.passports.makers import write

    by = world.membership.user
    write(world.pupil, "hard", f"{world.marker} finds noise hard", by=by)
    return write(world.pupil, "hard", f"{world.marker} finds crowds hard", by=by).aside.pk


@row("contact")
def _contact(world):
    from pupils.services.details import add_contact

    return add_contact(pupil=world.pupil, by=None, name=f"{world.marker} parent").pk


@row("fact")
def _fact(world):
    from pupils.services.facts import add_fact

    return add_fact(pupil=world.pupil, kind="fsm", starts_on=dt.date(2025, 9, 1), by=None).pk


@row("group")
def _group(world):
    return world.class_group.pk


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


@row("support")
def _support(world):
    from pupils.services.classes import assign_supporter
    from tests.factories import SEPTEMBER

    return assign_supporter(
        pupil=world.pupil, user=world.membership.user, starts_on=SEPTEMBER, by=None
    ).pk


@row("file_import")
def _file_import(world):
    from pupils.services.importing.lifecycle import read_import, receive_file

    roll = f"UPN,Surname,Forename,DOB,Year\n,{world.marker}child,Ann,03/12/2018,3\n"
    received = receive_file(
        school=world.school, kind="roll", data=roll.encode(), name=f"{world.marker}.csv", by=None
    )
    return read_import(file_import=received, today=TODAY).pk


@row("difference")
def _difference(world):
    from pupils.models import RollDifference

    return RollDifference.objects.create(
        school=world.school,
        pupil=world.pupil,
        field="last_name",
        label="Family name",
        theirs=f"{world.marker}sen",
        first_seen_on=TODAY,
        last_seen_on=TODAY,
    ).pk


@row("plan")
def _plan(world):
    return world.plan.pk


@row("review")
def _review(world):
    return world.review.pk


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


@row("grant")
def _grant(world):
    day = dt.date(2026, 11, 1)
    return grant_access(
        pupil=world.pupil,
        user=world.membership.user,
        reason=f"{world.marker} is visited once a week",
        starts_on=day,
        ends_on=day + dt.timedelta(days=60),
        by=world.membership.user,
    ).pk


@row("emergency")
def _emergency(world):
    return open_emergency_access(
        school=world.school,
        pupil_id=world.pupil.pk,
        reason=f"{world.marker} is in the hall alone",
        by=world.membership.user,
    ).pk


@row("record")
def _record(world):
    from pupils.kept import KEPT
    from pupils.services.kept import add_record

    facts = {"kind": "know", "what": f"{world.marker} allergy", "action": "Ask", "starts_on": TODAY}
    return add_record(kind=KEPT["alert"], pupil=world.pupil, facts=facts, by=None).pk


def _safety_plan_of(world):
    from aylsham.changes import version_of
    from pupils.models import SafetyPlan
    from pupils.services.safety import agree_plan, start_plan, write_draft

    owner = world.membership.user
    found = SafetyPlan.objects.filter(school=world.school, pupil=world.pupil).first()
    if found:
        return found
    plan = start_plan(
        pupil=world.pupil,
        kind="healthcare",
        owner=owner,
        readers="everybody",
        starts_on=TODAY,
        review_on=TODAY + dt.timedelta(days=200),
        by=owner,
    )
    plan = write_draft(
        plan=plan,
        sections={"emergency": f"{world.marker} needs help"},
        version=version_of(plan, ["draft"]),
        by=owner,
    )
    agree_plan(
        plan=plan,
        agreed_on=TODAY,
        agreed_with=f"{world.marker} mother",
        agreed_how="meeting",
        review_on=TODAY + dt.timedelta(days=200),
        must_read=True,
        version=version_of(plan, ["draft"]),
        by=owner,
    )
    return plan


@row("safety_plan")
def _safety_plan(world):
    return _safety_plan_of(world).pk


@row("plan_adult")
def _plan_adult(world):
    from pupils.services.safety import name_adult

    user = world.membership.user
    return name_adult(plan=_safety_plan_of(world), user=user, does="Helps", by=user).pk


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


@row("home")
def _home(world):
    from pupils.services.family import add_home

    return add_home(
        pupil=world.pupil, by=None, name=f"{world.marker} home", address=f"1 {world.marker} Street"
    ).pk


@row("order")
def _order(world):
    from pupils.services.details import add_contact
    from pupils.services.family import record_order

    return record_order(
        contact=add_contact(pupil=world.pupil, by=None, name=f"{world.marker} father"),
        kind="no_contact",
        starts_on=TODAY,
        evidence=f"{world.marker} safe",
        by=None,
    ).pk


@row("talk")
def _talk(world):
    from pupils.services.talks import log_talk

    return log_talk(
        pupil=world.pupil,
        key=uuid4(),
        by=None,
        on=TODAY,
        how="phone",
        outcome="held",
        who=f"{world.marker} mother",
        agreed=f"{world.marker} reads every day",
    ).pk


@row("written")
def _written(world):
    return _talk(world)


def _records_request_of(world):
    from pupils.models import RecordsRequest
    from pupils.services.requests.cases import open_request
    from pupils.services.requests.items import collect_items

    by = world.membership.user
    case = RecordsRequest.objects.filter(school=world.school).first()
    if case is None:
        case = open_request(
            pupil=world.pupil,
            key=uuid4(),
            by=by,
            kind="sar",
            received_on=TODAY,
            asker=f"{world.marker} mother",
            asker_kind="parent",
        )
        collect_items(case=case, by=by)
    return case


@row("records_request")
def _records_request(world):
    return _records_request_of(world).pk


@row("item")
def _item(world):
    return _records_request_of(world).items.filter(school=world.school).first().pk


def _disagreement_of(world):
    from pupils.models import Disagreement
    from pupils.services.actions import Owner
    from pupils.services.disagreements import NextStep, raise_disagreement

    by = world.membership.user
    known = Disagreement.objects.filter(school=world.school).first()
    return known or raise_disagreement(
        pupil=world.pupil,
        key=uuid4(),
        about=f"{world.marker} hours",
        route="school",
        raised_on=TODAY,
        raised_by=f"{world.marker} mother",
        text=f"{world.marker} has too little help",
        step=NextStep(f"Ring {world.marker}", TODAY, Owner(user=by)),
        by=by,
    )


@row("disagreement")
def _disagreement(world):
    return _disagreement_of(world).pk


@row("entry")
def _entry(world):
    return _disagreement_of(world).texts.get(school=world.school).entry_id


@row("disclosure")
def _disclosure(world):
    from django.utils import timezone

    from pupils.models import Disclosure

    return Disclosure.objects.create(
        school=world.school,
        case=_records_request_of(world),
        made_by=world.membership.user,
        made_at=timezone.now(),
        pdf=f"%PDF-{world.marker}".encode(),
        pages=1,
    ).pk


@row("hand_over")
def _hand_over(world):
    """Handed over, with the marker in its words; somebody at the school is there to read it."""
    from aylsham.access.roles import Role
    from pupils.services.safeguarding import hand_over
    from tests.factories import member

    by = member(world.school, Role.SAFEGUARDING_LEAD)
    words = f"{world.marker} said something"
    return hand_over(pupil=world.pupil, words=words, key=uuid4(), by=by).pk


@row("action")
def _action(world):
    from pupils.services.actions import NewAction, Owner, add_action

    new = NewAction(f"Ring {world.marker}", Owner(user=world.membership.user), TODAY)
    return add_action(pupil=world.pupil, action=new, agreed_on=TODAY, by=None).pk


@row("ask")
def _ask(world):
    from pupils.services.contributions.asking import ask_for_views

    return ask_for_views(
        pupil=world.pupil,
        kind="advice",
        name=f"Dr {world.marker}",
        email="doctor@example.org",
        owed_by="health",
        due_on=TODAY,
        by=world.membership.user,
    ).pk


@row("voice")
def _voice(world):
    from pupils.services.contributions.voices import record_voice

    return record_voice(
        pupil=world.pupil,
        kind="pupil_views",
        given_on=TODAY,
        given_how="in_person",
        said_by=f"{world.marker}ina",
        answers=[{"question": "What helps?", "answer": f"{world.marker} helps"}],
        by=world.membership.user,
    ).pk


@row("report")
def _report(world):
    """A published governor report, whose words carry the marker."""
    from aylsham.codes import TermName
    from reports.governor.terms import TermKey
    from reports.services.governor.preparing import count_report, prepare_report, write_words
    from reports.services.governor.publishing import publish_report
    from reports.suppression import Audience

    key = TermKey(2026, TermName.AUTUMN)  # the term made above
    audience = Audience.GOVERNORS
    report = prepare_report(owner=world.school, key=key, audience=audience, by=None)
    report = count_report(report=report, today=TODAY)
    words = {"short": f"{world.marker} words"}
    report = write_words(report=report, words=words, by=world.membership.user)
    return publish_report(report=report, by=None).pk


def _meeting_of(world):
    """A meeting planned for today, with an outsider and minutes, once for all the names about it."""
    from aylsham.identifiers import uuid7
    from pupils.models import AgendaItem, Meeting
    from pupils.services.meetings.inviting import Guest
    from pupils.services.meetings.planning import plan_meeting

    user = world.membership.user
    known = Meeting.objects.filter(school=world.school).first()
    if known:
        return known
    meeting = plan_meeting(
        pupil=world.pupil,
        key=uuid7(),
        by=user,
        kind="team",
        on=TODAY,
        starts_at=dt.time(15, 30),
        length=60,
        place=f"{world.marker} room",
        chair=user,
        guests=[
            Guest(name=f"Nurse {world.marker}", role="School nurse", email="nurse@nhs.example")
        ],
    )
    AgendaItem.objects.filter(school=world.school, meeting=meeting, place=1).update(
        text=f"{world.marker} sleeps badly"
    )
    return meeting


@row("meeting")
def _meeting(world):
    return _meeting_of(world).pk


@row("invitee")
def _invitee(world):
    return _meeting_of(world).invitees.get().pk


@row("help_plan")
def _help_plan(world):
    from pupils.services.help_plans import start_help_plan

    return start_help_plan(
        pupil=world.pupil,
        by=world.membership.user,
        starts_on=TODAY,
        level="3",
        lead=None,
        lead_name=f"Worker {world.marker}",
        lead_role="Family support worker",
        consent_by=f"{world.marker} mother",
        consent_on=TODAY,
        consent_how="signed",
        why=f"{world.marker} is often late",
        review_on=TODAY + dt.timedelta(days=60),
    ).pk


def _filed(world):
    """A document with the school's marker in its title, filed once for all the names about it."""
    from pupils.models import Document
    from pupils.services.documents.filing import file_document
    from tests.documents.making import pdf, upload

    known = Document.objects.filter(school=world.school, title__startswith=world.marker).first()
    return known or file_document(
        pupil=world.pupil,
        kind="ep",
        title=f"{world.marker} report",
        upload=upload("report.pdf", pdf(f"{world.marker} words")),
    )


@row("document")
def _document(world):
    return _filed(world).pk


@row("document_version")
def _document_version(world):
    return _filed(world).versions.get().pk


@row("breach")
def _breach(world):
    from django.utils import timezone

    from pupils.models import Breach

    return Breach.objects.create(
        school=world.school,
        pupil=world.pupil,
        happened=f"{world.marker} was filed on another child",
        action="It was moved.",
        found_at=timezone.now(),
        recorded_at=timezone.now(),
        recorded_by=world.membership.user,
    ).pk


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


@row("supply_link")
def _supply_link(world):
    from pupils.services.supply import make_supply_link

    link, _ = make_supply_link(
        class_group=world.class_group, expires_on=TODAY, today=TODAY, by=world.membership.user
    )
    return link.pk


@row("arrangement")
def _arrangement(world):
    from pupils.services.arrangements.deciding import consider_arrangement

    return consider_arrangement(
        pupil=world.pupil,
        academic_year=2026,
        test="ks2",
        arrangement="reader",
        in_room=f"{world.marker} needs a reader",
        on=TODAY,
        by=None,
    ).pk


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


@row("assessment")
def _assessment(world):
    from pupils.services.assessments import record_assessment

    return record_assessment(
        pupil=world.pupil,
        test="yarc",
        part=f"{world.marker} part",
        taken_on=TODAY,
        score=82,
        sensitivity=1,
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


#: Names in addresses that are no rows: what stands for each.
WORDS: dict[str, str] = {
    "secret": "a-secret-that-nobody-was-given",
    "code": "ehcna.clock",
    "kind": "alert",
    "text_kind": "talk",
    "area": "ci",
    "stage": "ks1",
    "step": "closed",
    "move_kind": "junior",
    "duty": "sen-information-report",
    "meeting_kind": "team",
    "test": "ks2",
    "common": "wiat3",
    "day": "apply",
}
