"""Who sees what of care: every field of every table, every role, every page and way out.

Each field of two children in care holds words or a day that stand nowhere else. Everybody opens
every page that there is for these children, every list and file; what they find is held against the
table below, which a head teacher can read. Whatever else is found is a leak.
"""

import copy
import datetime as dt
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.core import mail as outbox
from django.db import transaction
from django.template.loader import render_to_string
from django.test import Client

from aylsham.access.roles import Role
from aylsham.changes import version_of
from aylsham.deadlines.services import rebuilt_once
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job, School, User
from aylsham.reminders.services import make_feed
from lac.models import CarePeriod, CarePerson
from lac.selectors.delegations import mark_of
from lac.selectors.year_reports import year_paper
from lac.services.care_views import give_care_view
from lac.services.declarations import keep_declaration, set_delegations
from lac.services.people import add_person, add_placement
from lac.services.periods import enter_care, record_previous_care
from lac.services.premium import IMPACT_FIELDS, judge_impact, take_step
from lac.services.social_work import add_social_work, record_review
from pupils.models import ClassGroup, Pupil
from pupils.packing.making import record_of
from pupils.selectors.transfers.contents import contents_of
from pupils.services.classes import assign_adult, assign_supporter
from pupils.services.parents.pages import send_page
from pupils.transfer_codes import Held
from reports.digests.services import start_digests
from reports.governor.document import document_of, html_of
from tests.conventions.addresses import addresses
from tests.conventions.turns import reading
from tests.demonstration import folder_of_copies, standing
from tests.factories import (
    SEPTEMBER,
    TODAY,
    ClassGroupFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    behind_the_wall,
)
from tests.lac.pep_planted import (
    EXPECTED_OF_PLANS,
    FIELDS_OF_PLANS,
    QUIET_FIELDS,
    pages_of_plans,
    plant_plans,
)
from tests.lac.premium_makers import a_request, a_sum, paid
from tests.lac.reading_files import text_in
from tests.lac.reading_files import unset as unset  # noqa: PLC0414 (a fixture)
from tests.lac.report_makers import a_report, published
from tests.lac.turns import (
    LINE_ABOVE,
    READ,
    TURNS,
    asks,
    is_of_care,
    may_open,
    told_apart,
)
from tests.lac.watch_planted import (
    EXPECTED_OF_WATCHING,
    FIELDS_OF_WATCHING,
    QUIET_OF_WATCHING,
    STAYS_HERE,
    pages_of_watching,
    plant_watching,
)
from tests.pages import search, text_of
from tests.provision.aims import a_target
from tests.pupils.parents.makers import newest_parent, parent
from tests.pupils.safeguarding.test_hand_over import tables_with
from tests.reports.governor.makers import counted
from tests.school_years import school_year

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("today", "rendered_as_on_the_site"),
    pytest.mark.slow,
]

# --- Who may see it -----------------------------------------------------------------------------

R = Role
#: They open everything that is kept about care.
WHOLE = {R.DESIGNATED_TEACHER, R.SENDCO, R.HEAD, R.DEPUTY, R.SAFEGUARDING_LEAD}
#: They see that it is so, since when, and what is due.
STATUS = WHOLE | {R.ASSISTANT_SENDCO, R.FEDERATION_SEND_LEAD}
#: They may know of a child protection plan; the last of them knows nothing else of social work.
PROTECTION = {R.SENDCO, R.HEAD, R.DEPUTY, R.SAFEGUARDING_LEAD, R.FEDERATION_SEND_LEAD}
#: They see what pupil premium plus pays for.
MONEY = {R.DESIGNATED_TEACHER, R.SENDCO, R.HEAD, R.DEPUTY}
#: The class teacher whom the designated teacher told; no role, one person.
TOLD = {"told"}

#: What is planted (a Sunday, or words), and who finds it. Everybody else finds nothing.
EXPECTED: dict[str, tuple[str, set]] = {
    # The child who is looked after
    "looked after": ("Looked after", STATUS),
    "day of coming into care": ("Sun 1 Mar", STATUS),
    "council": ("Markcouncil", WHOLE),
    "legal status": ("Interim care order", WHOLE),
    "legal status since": ("Sun 8 Mar", WHOLE),
    "first PEP started": ("Sun 15 Mar", WHOLE),
    "first PEP with the officer": ("Sun 22 Mar", WHOLE),
    "why it was corrected": ("Markwhy", WHOLE),
    "what is due": ("Hold the second review", STATUS),
    "review held, from which the next counts": ("Sun 29 Mar", STATUS),
    "what the review decided": ("Markdecision", WHOLE),
    "person’s role": ("Nurse for children in care", WHOLE),
    "person’s name": ("Markworker", WHOLE),
    "person’s organisation": ("Markoffice", WHOLE),
    "person’s phone": ("01999 111222", WHOLE),
    "person’s e-mail": ("markmail@", WHOLE),
    "person since": ("Sun 5 Apr", WHOLE),
    "person until": ("Sun 27 Dec", WHOLE),
    "placement": ("Children’s home", WHOLE),
    "with whom": ("Markcarers", WHOLE),
    "council area": ("Markshire", WHOLE),
    "out of area": ("Out of area", WHOLE),
    "placement from": ("Sun 12 Apr", WHOLE),
    "placement until": ("Sun 19 Apr", WHOLE),
    "why it ended": ("Markmoved", WHOLE),
    "who may decide": ("More than one, as the placement plan says", WHOLE),
    "note on who may decide": ("Marknote", WHOLE),
    "who may decide since": ("Sun 26 Apr", WHOLE),
    "what the teacher writes": ("Markwrite", WHOLE | TOLD),
    "teacher is told from": ("Sun 14 Jun", WHOLE),
    "teacher is told until": ("Sun 20 Dec", WHOLE | TOLD),
    # The child who was in care
    "was looked after": ("Previously looked after", STATUS),
    "known since": ("Sun 6 Sep", STATUS),
    "how care ended": ("Residence order", WHOLE),
    "council before": ("Markbefore", WHOLE),
    "declared on": ("Sun 3 May", WHOLE),
    "declared by": ("Markparent", WHOLE),
    "where the care was": ("state care abroad", WHOLE),
    "day of the order": ("Sun 5 May 2019", WHOLE),
    "evidence": ("The adoption certificate", WHOLE),
    "evidence seen on": ("Sun 10 May", WHOLE),
    "evidence seen by": ("Sun 10 May by Markseer", WHOLE),
    "consent on": ("Sun 17 May", WHOLE),
    "consent": ("Markconsent", WHOLE),
    # A social worker
    "has a social worker": ("Has a social worker", STATUS - PROTECTION),
    "child protection plan": ("Child protection plan", PROTECTION),
    "social work by": ("Marksocial", WHOLE),
    "social work from": ("Sun 24 May", STATUS),
    "social work until": ("Sun 3 Jan 2027", STATUS),
    # Pupil premium plus
    "sum given": ("£613.37", MONEY),
    "what the sum is": ("A term’s part of it".lower(), MONEY),
    "sum given on": ("Sun 2 Aug", MONEY),
    "reference of the sum": ("Markreference", MONEY),
    "note on the sum": ("Marknoted", MONEY),
    "what the money buys": ("Markbuys", MONEY),
    "what it is to change": ("Markintends", MONEY),
    "planned cost": ("£411.13", MONEY),
    "exceptional": ("Exceptional funding", MONEY),
    "begins": ("Sun 23 Aug", MONEY),
    "looked at again": ("Sun 30 Aug", MONEY),
    "asked for": ("Sun 9 Aug", MONEY),
    "answered": ("Sun 16 Aug by Markadviser", MONEY),
    "who answered": ("Markadviser", MONEY),
    "what they said": ("Markanswer", MONEY),
    "did it work": ("It did part of it", MONEY),
    "what it changed": ("Markimpact", MONEY),
    "judged on": ("Sun 13 Sep", MONEY),
    "cost": ("£71.29", MONEY),
    "what was paid": ("Markpaid", MONEY),
    "paid on": ("Sun 25 Jan", MONEY),
    "receipt": ("Markreceipt", MONEY),
    "why so early": ("Markearly", MONEY),
    "money that is due": ("Answer a request for pupil premium plus", MONEY),
    **EXPECTED_OF_PLANS,
    **EXPECTED_OF_WATCHING,
}
#: Fields without words or a day of their own, each with the reason.
SAYS_NOTHING = {
    "id": "a key",
    "school": "the school itself",
    "pupil": "whose it is",
    "period": "which time it belongs to",
    "contact": "stands among the contacts, which other tests guard",
    "home": "stands among the homes, which other tests guard",
    "user": "the colleague, who reads it",
    "given_by": "whoever told",
    "source": "where it came from",
    "ended_at": "taken back, it says nothing",
    "matter": "the same eight words for every child",
    "financial_year": "the year of the page",
    "payer": "one of two, for every child",
    "state": "how far it is, in the same few words for every child",
    "target": "stands among the targets, which other tests guard",
    "request": "which use of money it belongs to",
    "document": "stands among the documents, which other tests guard",
    "written_by": "a colleague, who is not shown",
    "impact_by": "a colleague, who is not shown",
}
#: Where the fields of the tables stand in the table above.
FIELDS = {
    "careperiod.kind": "looked after",
    "careperiod.left_care_through": "how care ended",
    "careperiod.placing_authority": "council",
    "careperiod.legal_status": "legal status",
    "careperiod.legal_since": "legal status since",
    "careperiod.starts_on": "day of coming into care",
    "careperiod.known_since": "known since",
    "careperiod.ends_on": "placement until",  # a time that has ended is shown with its days alone
    "careperiod.first_pep_on": "first PEP started",
    "careperiod.pep_with_officer_on": "first PEP with the officer",
    "careperiod.corrected_why": "why it was corrected",
    "caredeclaration.declared_on": "declared on",
    "caredeclaration.declared_by": "declared by",
    "caredeclaration.care_was": "where the care was",
    "caredeclaration.order_on": "day of the order",
    "caredeclaration.evidence": "evidence",
    "caredeclaration.seen_on": "evidence seen on",
    "caredeclaration.seen_by": "evidence seen by",
    "caredeclaration.consents_on": "consent on",
    "caredeclaration.consents_to": "consent",
    "socialworkperiod.kind": "child protection plan",
    "socialworkperiod.council": "social work by",
    "socialworkperiod.starts_on": "social work from",
    "socialworkperiod.ends_on": "social work until",
    "careperson.role": "person’s role",
    "careperson.name": "person’s name",
    "careperson.organisation": "person’s organisation",
    "careperson.phone": "person’s phone",
    "careperson.email": "person’s e-mail",
    "careperson.starts_on": "person since",
    "careperson.ends_on": "person until",
    "careplacement.kind": "placement",
    "careplacement.with_whom": "with whom",
    "careplacement.council_area": "council area",
    "careplacement.is_out_of_area": "out of area",
    "careplacement.starts_on": "placement from",
    "careplacement.ends_on": "placement until",
    "careplacement.ended_why": "why it ended",
    "delegation.decider": "who may decide",
    "delegation.note": "note on who may decide",
    "delegation.starts_on": "who may decide since",
    "delegation.ends_on": "who may decide since",  # what has ended is in the history alone
    "carereview.held_on": "review held, from which the next counts",
    "carereview.decisions": "what the review decided",
    "careview.to_write": "what the teacher writes",
    "careview.starts_on": "teacher is told from",
    "careview.ends_on": "teacher is told until",
    "premiumfunding.kind": "what the sum is",
    "premiumfunding.pence": "sum given",
    "premiumfunding.on": "sum given on",
    "premiumfunding.reference": "reference of the sum",
    "premiumfunding.note": "note on the sum",
    "premiumrequest.is_exceptional": "exceptional",
    "premiumrequest.what": "what the money buys",
    "premiumrequest.intended": "what it is to change",
    "premiumrequest.planned_pence": "planned cost",
    "premiumrequest.starts_on": "begins",
    "premiumrequest.review_on": "looked at again",
    "premiumrequest.asked_on": "asked for",
    "premiumrequest.decided_on": "answered",
    "premiumrequest.decided_by": "who answered",
    "premiumrequest.decision_words": "what they said",
    "premiumrequest.impact": "did it work",
    "premiumrequest.impact_words": "what it changed",
    "premiumrequest.impact_on": "judged on",
    "premiumcost.on": "paid on",
    "premiumcost.pence": "cost",
    "premiumcost.what": "what was paid",
    "premiumcost.receipt": "receipt",
    "premiumcost.early_why": "why so early",
    **FIELDS_OF_PLANS,
    **FIELDS_OF_WATCHING,
}

# --- The school in which it is planted ----------------------------------------------------------


@dataclass
class Planted:
    """A school with two children of one class, and whoever was told."""

    school: School
    group: ClassGroup
    children: list[Pupil]
    told: User


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.fixture(scope="module")
def oakfield(django_db_setup, django_db_blocker, tmp_path_factory, worker_id) -> Iterator[Planted]:
    """The school, planted once for all these tests; each undoes what it does itself."""
    copies = folder_of_copies(tmp_path_factory, worker_id, "care")
    with django_db_blocker.unblock(), standing(copies, _plant_at_once) as made:
        yield made


@pytest.fixture
def planted(db, oakfield) -> Planted:
    """The school as it was planted: no test sees what another keeps in its rows."""
    behind_the_wall(oakfield.school)
    return copy.deepcopy(oakfield)


@transaction.atomic
def _plant_at_once() -> Planted:
    # What is due is worked out once, from all of it.
    with rebuilt_once():
        return _plant()


def _plant() -> Planted:
    school = SchoolFactory(slug="oakfield", name="Oakfield", live_from=dt.date(2025, 9, 1))
    for year in (2025, 2026):
        school_year(school, year)
    group = ClassGroupFactory(school=school)
    children = [
        PupilFactory(school=school, class_group=group, on_register=True, last_name=name)
        for name in ("Aaa", "Bbb")
    ]
    told = MembershipFactory(school=school, role=R.CLASS_TEACHER).user
    assign_adult(class_group=group, user=told, role=R.CLASS_TEACHER, starts_on=SEPTEMBER, by=None)
    _looked_after(children[0], told)
    _was(children[1], MembershipFactory(school=school, user__name="Markseer").user)
    add_social_work(
        pupil=children[0], by=None, kind="protection", council="Marksocial",
        starts_on=day("2026-05-24"), ends_on=day("2027-01-03"),
    )  # fmt: skip
    _paid_for(children[0], told)
    plant_plans(*children, told)
    plant_watching(children[0])
    return Planted(school, group, children, told)


def _looked_after(pupil: Pupil, told: User) -> None:
    period = enter_care(
        pupil=pupil, by=None, starts_on=day("2026-03-01"), known_since=day("2026-03-01"),
        placing_authority="Markcouncil", legal_status="interim", legal_since=day("2026-03-08"),
    )  # fmt: skip
    CarePeriod.objects.filter(pk=period.pk).update(
        first_pep_on=day("2026-03-15"),
        pep_with_officer_on=day("2026-03-22"),
        corrected_why="Markwhy",
    )
    record_review(period=period, held_on=day("2026-03-29"), decisions="Markdecision", by=None)
    add_person(
        pupil=pupil, by=None, role="nurse", name="Markworker", organisation="Markoffice",
        phone="01999 111222", email="markmail@council.example", starts_on=day("2026-04-05"),
        ends_on=day("2026-12-27"),
    )  # fmt: skip
    add_placement(
        pupil=pupil, by=None, kind="home", with_whom="Markcarers", council_area="Markshire",
        is_out_of_area=True, starts_on=day("2026-04-12"), ends_on=day("2026-04-19"),
        ended_why="Markmoved",
    )  # fmt: skip
    set_delegations(
        pupil=pupil, said={"forms": ("several", "Marknote")}, since=day("2026-04-26"),
        version=mark_of([]), by=None,
    )  # fmt: skip
    give_care_view(
        pupil=pupil, user=told, starts_on=day("2026-06-14"), ends_on=day("2026-12-20"),
        to_write="Markwrite", by=None,
    )  # fmt: skip


def _paid_for(pupil: Pupil, by: User) -> None:
    target = a_target(pupil)
    a_sum(pupil, 61_337, reference="Markreference", note="Marknoted", on=day("2026-08-02"), by=by)
    row = a_request(
        pupil, 41_113, target=target, by=by, what="Markbuys", intended="Markintends",
        is_exceptional=True, starts_on=day("2026-08-23"), review_on=day("2026-08-30"),
    )  # fmt: skip
    take_step(request=row, to="asked", on=day("2026-08-09"), by=by)
    row = take_step(
        request=row, to="agreed", on=day("2026-08-16"), who="Markadviser", words="Markanswer", by=by
    )
    paid(
        row, 7_129, on=day("2026-01-25"), what="Markpaid", receipt="Markreceipt",
        early_why="Markearly", by=by,
    )  # fmt: skip
    judge_impact(
        request=row, version=version_of(row, IMPACT_FIELDS), by=by, impact="partly",
        impact_words="Markimpact", impact_on=day("2026-09-13"),
    )  # fmt: skip
    waits = a_request(pupil, target=target, by=by, what="Markbuys", intended="Markintends")
    take_step(request=waits, to="asked", on=day("2026-11-02"), by=by)


def _was(pupil: Pupil, seer: User) -> None:
    period = record_previous_care(
        pupil=pupil, by=None, known_since=day("2026-09-06"), left_care_through="R",
        placing_authority="Markbefore",
    )  # fmt: skip
    keep_declaration(
        period=period, version="new", by=None, declared_on=day("2026-05-03"),
        declared_by="Markparent", care_was="elsewhere", order_on=day("2019-05-05"),
        evidence="certificate", seen_on=day("2026-05-10"), seen_by=seer,
        consents_on=day("2026-05-17"), consents_to="Markconsent",
    )  # fmt: skip


# --- Looking ------------------------------------------------------------------------------------

#: Pages that say such words to everybody, whoever is in care: what a file may hold, what may be
#: chosen, which rules there are.
GENERAL = {
    "looked after": ("import", "dates", "rules", "components", "fields", "lists"),
    "was looked after": ("import", "fields", "lists"),
    "what is due": ("dates", "rules"),
}


def pages_of(planted: Planted, who: Role | str, role: Role) -> dict[str, bool]:
    """Every page of the children, of the school and of all schools that needs no other row.

    Each with whether it may read what is kept of care. Without those that a role may not open: the
    test of the walls knocks at them; and without those whose turn it is not (`turns.asks`).
    """
    found: dict[str, bool] = {}
    for page in addresses():
        if page.rule is None or page.rule.level not in ("school", "federation", "staff"):
            continue
        if not may_open(role, page):
            continue
        if page.name in ("federation_start", "logout") or set(page.rows) - {"pupil"}:
            continue
        children = planted.children if page.is_child else planted.children[:1]
        for number, child in enumerate(children):
            if asks(who, page, number):
                path = page.path(planted.school, {"pupil": child.pk})
                found.setdefault(path, is_of_care(page))
    exports = (f"/oakfield/{name}/export/?as=csv" for name in ("register", "children"))
    more = (*exports, *pages_of_plans(planted.children), *pages_of_watching(planted.children))
    return found | dict.fromkeys(more, True)


def found_by(client: Client, pages: dict[str, bool]) -> tuple[dict[str, set], dict[str, set]]:
    """Where somebody finds each of the planted things; what pages read of care unexpectedly."""
    where: dict[str, set[str]] = defaultdict(set)
    read: dict[str, set[str]] = {}
    client.raise_request_exception = False
    for path, may_read in pages.items():
        with reading(READ) as tables:
            answer = client.get(path)
        if tables and not may_read:
            read[path] = tables
        if answer.status_code == 200 and not answer.streaming:
            _note(where, path, text_in(answer.content))
    return where, read


#: When a row was written, by the database's own clock: on some real days that is a planted day.
WRITTEN = re.compile(r"\w{3} \d{1,2} \w{3}(?: \d{4})?, \d\d:\d\d")


def _note(where: dict[str, set[str]], path: str, words: str) -> None:
    words = WRITTEN.sub("", html.unescape(words))
    for name, (mark, _) in EXPECTED.items():
        if mark in words and not any(f"/{part}" in path for part in GENERAL.get(name, ())):
            where[name].add(path)


def person_of(planted: Planted, role: Role) -> User:
    user = UserFactory()
    MembershipFactory(user=user, school=planted.school, role=role)
    facts = {"user": user, "starts_on": SEPTEMBER, "by": None}
    assign_adult(class_group=planted.group, role=role, **facts)
    for child in planted.children:
        assign_supporter(pupil=child, **facts)
    return user


def ways_out(planted: Planted, user: User, client: Client) -> dict[str, str]:
    """What leaves by calendar and by e-mail."""
    _, secret = make_feed(by=user, federation=planted.school.federation, school=None)
    start_digests(dt.datetime.combine(TODAY, dt.time(7, 2)))
    for _ in range(2):
        for job_id in list(Job.objects.to_be_taken().values_list("pk", flat=True)):
            run_job(job_id)
    mails = [m for m in outbox.outbox if user.email in m.to]
    said = "\n".join(f"{m.subject}\n{m.body}" for m in mails)
    return {"/calendar": client.get(f"/calendar/{secret}.ics").content.decode(), "/mail": said}


WHO = [*told_apart(), "told"]


@pytest.mark.parametrize("who", WHO, ids=str)
def test_everybody_finds_what_the_table_says_and_nothing_else(planted, who, caplog, request):
    if who != R.SENDCO:
        request.getfixturevalue("unset")  # one of them reads what is really set
    user = planted.told if who == "told" else person_of(planted, who)
    client = Client()
    client.force_login(user)
    caplog.set_level("CRITICAL")  # refusals are written with where they were raised: slow
    role = R.CLASS_TEACHER if who == "told" else who
    where, read = found_by(client, pages_of(planted, who, role))
    line = LINE_ABOVE if who in STATUS else set()
    assert {path: tables for path, tables in read.items() if tables - line} == {}, "MORE_OF_CARE"
    for path, words in ways_out(planted, user, client).items():
        _note(where, path, words)
    leaks = {
        name: sorted(paths)[:3] for name, paths in where.items() if who not in EXPECTED[name][1]
    }
    assert leaks == {}
    missing = [name for name, (_, may) in EXPECTED.items() if who in may and name not in where]
    assert missing == [], "the table says that they see it, and no page shows it"


def test_turns_leave_out_no_page():
    for page in addresses():
        if page.rule is None or page.rule.level not in ("school", "federation", "staff"):
            continue
        allowed = [role for role in told_apart() if may_open(role, page)]
        for child in (0, 1):
            asked = [role for role in allowed if asks(role, page, child)]
            assert len(asked) >= len(allowed) // TURNS, page.route
            assert asked or not allowed, page.route
            assert asked == allowed or not is_of_care(page), page.route


def test_the_words_stand_nowhere_but_where_pages_of_care_read(planted):
    """So that a page which reads none of these tables can show none of the words."""
    found = set()
    for mark in ("Markcouncil", "Markcarers", "Markconsent", "Marksocial", "Markbuys", "Markwrite"):
        found |= {table for table in tables_with(mark) if not READ.match(f"FROM {table}")}
    assert found == set()


def test_what_a_page_reads_of_care_is_noticed(planted):
    """A page that began to read it: the table is named, and the page is not among those of care."""
    with reading(READ) as tables:
        list(CarePeriod.objects.filter(pupil__in=planted.children))
        CarePerson.objects.filter(pupil__in=planted.children).exists()
    assert tables == {"lac_careperiod", "lac_careperson"}


def test_every_field_of_every_table_has_its_place():
    fields = {
        f"{model._meta.model_name}.{each.name}"
        for model in apps.get_app_config("lac").get_models()
        if not hasattr(model, "pgh_tracked_model")
        for each in model._meta.concrete_fields
        if each.name not in SAYS_NOTHING or f"{model._meta.model_name}.{each.name}" in FIELDS
    }
    fields -= QUIET_FIELDS.keys() | QUIET_OF_WATCHING.keys()
    assert fields == FIELDS.keys()
    assert set(FIELDS.values()) <= EXPECTED.keys()


def marks_in(words: str) -> set[str]:
    """What of care stands in a text, the names of tables apart."""
    return {name for name, (mark, _) in EXPECTED.items() if mark in html.unescape(words)}


class TestWaysOutOfTheSchool:
    def packed(self, planted, *include: Held) -> str:
        school = planted.school
        records = [
            record_of(contents_of(child, include=include), school=school, made_on="2026-11-23")
            for child in planted.children
        ]
        return json.dumps(records, ensure_ascii=False, default=str)

    def test_a_pack_holds_care_back_unless_somebody_decides(self, planted):
        for child in planted.children:
            child.school = planted.school
        assert "Mark" not in self.packed(planted)
        everything = self.packed(planted, Held.CARE, Held.PROTECTION)
        words = {mark for mark, _ in EXPECTED.values() if mark.startswith("Mark")}
        assert {mark for mark in words if mark not in everything} == {"Markwrite", *STAYS_HERE}
        # The plan of child protection goes from one safeguarding lead to the other.
        assert "Marksocial" not in self.packed(planted, Held.CARE)

    def test_no_parent_reads_it_on_their_page(self, planted):
        by = MembershipFactory(school=planted.school).user
        for child in planted.children:
            send_page(contact=parent(child, by), by=by)
            reader = newest_parent().open()
            page = reader.get("home/").content.decode()
            assert child.first_name in page
            assert marks_in(page) == set()

    def test_no_governor_reads_it(self, planted):
        page = html_of(document_of(counted(planted.school)))
        assert "Oakfield" in page
        assert marks_in(page) == set()

    def test_no_report_of_the_designated_teacher_tells_it(self, planted):
        out = published(a_report(planted.school))
        paper = year_paper(out)
        printed = render_to_string("lac/print/year_report.html", {"paper": paper})
        client = Client()
        client.force_login(person_of(planted, R.GOVERNOR))
        page = client.get(f"/oakfield/reports/children-in-care/{out.pk}/").content.decode()
        for words in (page, printed, json.dumps(out.content, ensure_ascii=False)):
            assert "fewer than five children in care" in words
            assert marks_in(words) == set()

    def test_no_search_finds_it(self, planted):
        client = Client()
        client.force_login(person_of(planted, R.CLASS_TEACHER))
        for words in ("Markcarers", "Markworker", "Markdecision", "Markcouncil"):
            page = text_of(search(client, words))
            assert "Aaa" not in page

    def test_no_event_of_the_log_holds_its_words(self, planted):
        for event in AuditEvent.objects.filter(action__in=["change_care", "give_care_view"]):
            assert "Mark" not in json.dumps(event.detail)
