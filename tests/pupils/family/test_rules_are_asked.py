"""Whatever is sent, printed or handed to one person asks the sharing rules at that moment.

`GIVEN` lists every way in which the product gives something about a child to one person. What
comes of the answer is tested beside each of them (test_outgoing, test_sharing, test_kept_from,
test_preview). Prints and files that are for nobody by name stand in `FOR_NO_PERSON` with the
reason; a new one fails the walk until somebody says which it is.
"""

import datetime as dt
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings

from aylsham.changes import TransitionNotAllowed
from pupils.models import ReferralStep
from pupils.selectors import addressees, sharing, sheets
from pupils.selectors.letters import addressees as letter_addressees
from pupils.selectors.requests import sharing as kept_back
from pupils.services.bookings.booking import book_slot
from pupils.services.details import add_contact
from pupils.services.meetings.inviting import Guest
from pupils.services.parents.news import tell_of_stages
from pupils.services.parents.pages import send_page
from pupils.services.passports.checking import publish_passport, send_for_checking
from pupils.services.referrals.telling import Told, tell_of_step
from pupils.services.requests.bundle import ask_for_bundle
from pupils.services.requests.cases import answer_request
from pupils.services.requests.items import collect_items
from pupils.services.requests.links import send_records_link
from pupils.services.talks import log_talk
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, no_second_look
from tests.pages import client_of
from tests.pupils.agencies.makers import sent as referred
from tests.pupils.agreements.makers import asked as plan_asked
from tests.pupils.agreements.makers import to_ask, written_plan
from tests.pupils.family.invited import ask_parent
from tests.pupils.family.test_outgoing import AFTERWARDS, AT_ONCE, DAD
from tests.pupils.letters.makers import head, letters_to_family
from tests.pupils.letters.makers import sent as letter_sent
from tests.pupils.meetings.makers import planned
from tests.pupils.parents.makers import newest_parent, offered, slot_at
from tests.pupils.passports.makers import write
from tests.pupils.requests.test_link import kept
from tests.pupils.requests.test_requests import checked, decided, opened
from tests.sources import imports

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

#: Modules that set a print or a file, for no person of the family by name.
FOR_NO_PERSON = {
    "ehcp/services/consultations.py": "the answer to a council that asks before it names the school",
    "ehcp/views/consultations.py": "the same answer, as a draft",
    "ehcp/services/papers/sending.py": "papers of a review, for everybody whom the law has invited",
    "ehcp/views/papers/pages.py": "the same papers, as a draft",
    "reports/services/bundles/making.py": "evidence for the council, each flagged piece decided",
    "reports/views/bundle_files.py": "evidence for the council, each flagged piece decided",
    "reports/views/council_forms.py": "the council's own form, for the council",
    "lac/tasks.py": "the designated teacher's report, without any child, for governors",
    "ehcp/tasks.py": "a certificate of deletion, for the school's file",
    "provision/tasks.py": "the map and the self-evaluation, without any child",
    "pupils/tasks/documents.py": "a certificate of deletion, for the school's file",
    "reports/handover_tasks.py": "the handover pack, for the SENDCo and who comes after",
    "provision/views/council_papers.py": "the map and the self-evaluation, without any child",
    "pupils/services/arrangements/rooms.py": "test rooms, for staff",
    "lac/print_kinds.py": "the newest PEP, for whoever may read about care",
    "provision/print_kinds.py": "the support plan, for whoever asked for the pile",
    "pupils/services/class_sheets.py": "the class sheet, for whoever teaches the class",
    "pupils/services/passports/printing.py": "sets what views/printing.py may give",
    "pupils/tasks/papers.py": "packs and class sets; who gets them is asked where they are sent",
    "pupils/tasks/setting.py": "sets what a service decided to set",
    "pupils/views/arrangements.py": "evidence, for the school's file",
    "pupils/views/class_sheet.py": "the class sheet, for whoever teaches the class",
    "pupils/views/classrooms.py": "what is in place in a class; no child stands in it",
    "pupils/views/letters/lists.py": "letters of a batch to print, for the colleague who sent them",
    "pupils/views/moving.py": "the transition passport, for the next school",
    "pupils/views/national_tests.py": "applications, for the Standards and Testing Agency",
    "pupils/views/approvals.py": "what leaves, for the colleague who approves it",
    "pupils/views/papers.py": "timelines and minutes, for the colleague who asked for them",
    "pupils/views/passport_symbols.py": "easy-read pages, for the child",
    "pupils/views/retention.py": "certificates of deletion, for the school's file",
    "pupils/views/rooms.py": "test rooms, for staff",
    "reports/management/commands/governor_report.py": "counts, for governors",
    "reports/tasks.py": "counts, for governors",
    "reports/publication_tasks.py": "what the school publishes, about no child, for everybody",
    "reports/views/handover.py": "a SENDCo's handover, for whoever keeps the duties",
    "staff/views/timetables.py": "who is with whom, for staff",
}
#: Modules that set a print or a file for one person: the ways of `GIVEN` that go through each.
FOR_ONE_PERSON = {
    "pupils/services/letters/sending.py": {"sent: a letter from a template"},
    "pupils/services/requests/bundle.py": {"made: a bundle"},
    "pupils/services/shares/copies.py": {"sent: a code for papers"},
    "pupils/views/contribute.py": {"sent: a letter from a template", "sent: a code for views"},
    "pupils/views/papers_link.py": {"sent: papers for a professional", "sent: a code for papers"},
    "pupils/views/letters/sending.py": {"shown: a letter from a template"},
    "pupils/views/printing.py": {"printed: the passport"},
    "pupils/views/records_link.py": {"sent: a bundle", "sent: a code for records"},
    "pupils/views/requests.py": {"printed: a bundle"},
    "pupils/views/sheets.py": {"printed: the sheet"},
    "pupils/views/telling.py": {"printed: a letter", "sent: news of a referral"},
}


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))
    no_second_look(school)
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school, by):
    child = PupilFactory(school=school, on_register=True)
    write(child, "admire", "Trains", by=by)
    send_for_checking(pupil=child, on=TODAY, by=by)
    publish_passport(pupil=child, on=TODAY, by=by)
    return child


@pytest.fixture
def dad(child, by):
    return add_contact(
        pupil=child, by=by, name="Dan Dunn", email=DAD, has_parental_responsibility=True
    )


@pytest.fixture
def asked(monkeypatch):
    """Every person about whom the rules were asked."""
    people = []

    def recording(original):
        def ask(person, *args, **more):
            people.append(person.id)
            return original(person, *args, **more)

        return ask

    for module in (addressees, letter_addressees, sharing, sheets, kept_back):
        monkeypatch.setattr(module, "may_share", recording(module.may_share))
    return people


def page_of(path: str):
    """Open a page, print or file of the child for the contact."""

    def give(child, dad, by):
        return client_of(by).get(f"/oakfield/children/{child.pk}/{path.format(dad=dad.pk)}")

    return give


def after(way: str):
    """A step that comes after something was sent."""
    begin, go_on = AFTERWARDS[way]
    return lambda child, dad, by: go_on(begin(child, by), by)


def letter(child, dad, by):
    talk = log_talk(
        pupil=child, key=uuid4(), by=by, on=TODAY, how="letter", outcome="held", contact=dad,
        who=dad.name, agreed="Kit is doing well",
    )  # fmt: skip
    return page_of(f"family/log/{talk.pk}/letter/")(child, dad, by)


def from_template(child, dad, by):
    head(child.school)
    (written,) = letters_to_family(child, "send_provision", by)
    letter_sent(written, by, how="hand")


def template_page(child, dad, by):
    (written,) = letters_to_family(child, "send_provision", by)
    page_of(f"letters/{written.pk}/")(child, dad, by)


def news(child, dad, by):
    referral = referred(child, by=by)
    step = ReferralStep.objects.filter(referral=referral).latest("id")
    tell_of_step(step=step, told=[Told(dad, "email")], message="We asked.", key=uuid4(), by=by)


def parents_page(child, dad, by):
    send_page(contact=dad, by=by)
    return newest_parent().get()


def stage(child, dad, by):
    send_page(contact=dad, by=by)
    referred(child, by=by)
    tell_of_stages(school=child.school, today=TODAY)


def booked(child, dad, by):
    book_slot(slot=slot_at(offered([child], by), "15:00"), contact=dad)


def of_records(step):
    """A step of a request for records that the contact made."""

    def give(child, dad, by):
        case = checked(opened(child, by, contact=dad, asker=dad.name), by)
        collect_items(case=case, by=by)
        for item in case.items.all():
            decided(item, by, "disclose", reason="His own")
        return step(case, kept(case, by), by)

    return give


def at_records(path: str = ""):
    def give(case, bundle, by):
        page = f"/oakfield/records-requests/{case.pk}/"
        return client_of(by).get(page + path.format(bundle=bundle.pk))

    return of_records(give)


def to_agree(path: str):
    """A page or print of one contact's answer to a plan."""

    def give(child, dad, by):
        ask = plan_asked(child, written_plan(child, by), [to_ask(dad)], by)[0]
        url = f"/oakfield/children/{child.pk}/agreements/asks/{ask.pk}/{path}/"
        client = client_of(by)
        return client.post(url) if path == "sheet" else client.get(url)

    return give


#: Every way in which something about a child is given to one person.
GIVEN = (
    {f"sent: {way}": (lambda w: lambda child, dad, by: AT_ONCE[w](child, by))(way)
     for way in AT_ONCE}
    | {f"sent: {way}": after(way) for way in AFTERWARDS}
    | {
        "sent: views of a contact": lambda child, dad, by: ask_parent(dad, by),
        "sent: an invitation of a contact": lambda child, dad, by: planned(
            child, by, Guest(contact=dad)
        ),
        "shown: what would they see": page_of("family/{dad}/sees/"),
        "printed: the sheet": page_of("family/{dad}/sees/?as=pdf"),
        "as a file: the sheet": page_of("family/{dad}/sees/?as=csv"),
        "shown: the passport as it is handed over": page_of("passport/seen-by/?as={dad}"),
        "printed: the passport": page_of("passport/print/{dad}/"),
        "made: a bundle": of_records(lambda case, bundle, by: ask_for_bundle(case=case, by=by)),
        "printed: a bundle": at_records("bundle/{bundle}/"),
        "sent: a bundle": of_records(
            lambda case, bundle, by: send_records_link(bundle=bundle, email=DAD, by=by)
        ),
        "handed over: a bundle": of_records(
            lambda case, bundle, by: answer_request(
                case=case, outcome="full", why="", on=TODAY, how="printed", by=by
            )
        ),
        "shown: a case": at_records(),
        "printed: a letter": letter,
        "sent: a parent's page": lambda child, dad, by: send_page(contact=dad, by=by),
        "shown: a parent's page": parents_page,
        "shown: a parent's page before it is sent": page_of("parents/{dad}/preview/"),
        "sent: news of a stage": stage,
        "sent: a booked time": booked,
        "sent: news of a referral": news,
        "printed: a sheet to sign": to_agree("sheet"),
        "shown: a plan on our tablet": to_agree("tablet"),
        "sent: a letter from a template": from_template,
        "shown: a letter from a template": template_page,
    }
)  # fmt: skip


@pytest.mark.parametrize("way", GIVEN)
def test_the_rules_are_asked_about_the_person(child, dad, by, asked, way):
    try:
        GIVEN[way](child, dad, by)
    except TransitionNotAllowed as refused:
        # Another home's address in a whole record: asked, and refused for it.
        assert "cannot be taken out" in str(refused)
    assert dad.pk in asked


def sets_papers(source: str) -> bool:
    """Whether a module sets a print, or answers with one."""
    names = {"write_pdf", "write_pages", "fit_pdf", "one_side", "large_print", "pdf_answer"}
    return imports(source, names)


def test_every_print_is_for_nobody_by_name_or_asks():
    root = Path(settings.BASE_DIR)
    found = {
        path.relative_to(root).as_posix()
        for app in ("pupils", "provision", "staff", "ehcp", "lac", "reports")
        for path in (root / app).rglob("*.py")
        if sets_papers(path.read_text())
    }
    assert found == set(FOR_NO_PERSON) | set(FOR_ONE_PERSON)


def test_what_is_for_one_person_names_a_way_that_is_tried():
    assert set().union(*FOR_ONE_PERSON.values()) <= set(GIVEN)


def test_the_walk_sees_a_print():
    assert sets_papers("from aylsham.documents.rendering import PdfProblem, write_pdf")
    assert not sets_papers("from aylsham.documents.rendering import PdfProblem")
