"""The timeline: every kind of record, once, sourced, cut, and taken out as a document."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from pupils.kept import KEPT
from pupils.models import HelpPlan, Need, PrintedPaper
from pupils.services.concerns.raising import raise_concern
from pupils.services.contributions.voices import record_voice
from pupils.services.documents.filing import file_document
from pupils.services.help_plans import review_help_plan, start_help_plan
from pupils.services.kept import add_record
from pupils.services.strategies import add_strategy
from pupils.services.talks import log_talk
from reports.selectors.timeline.entries import NEW_LINE, lines_together, told, told_once
from tests.documents.making import pdf, upload
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    put_on_register,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.meetings.makers import planned
from tests.pupils.passports.makers import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MOST = OF_EVERY_REQUEST + 8
SECRET = "Mum lost her job"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school, by):
    """A child with one record of each kind, and everything sensitive that can be."""
    pupil = PupilFactory(
        school=school, class_group=ClassGroupFactory(school=school), first_name="Zephyrine"
    )
    put_on_register(pupil)
    concern = raise_concern(
        pupil=pupil, key=uuid7(), by=by, area="CI", english="N", seen_words=SECRET
    )
    type(concern).objects.filter(pk=concern.pk).update(sensitivity=Sensitivity.SENSITIVE)
    log_talk(
        pupil=pupil,
        key=uuid4(),
        by=by,
        on=TODAY,
        how="phone",
        outcome="held",
        who="Mia Reed",
        agreed=SECRET,
        sensitivity=Sensitivity.SENSITIVE,
    )
    for kind in ("parent_views", "pupil_views"):
        record_voice(
            pupil=pupil,
            kind=kind,
            by=by,
            given_on=TODAY,
            given_how="phone",
            said_by=f"Voice of {kind}",
            answers=[{"question": "What helps?", "answer": SECRET}],
        )
    published(pupil, by=by, text="Likes trains")
    add_strategy(pupil=pupil, text="Sits in front", since_on=TODAY, by=by)
    add_record(
        kind=KEPT["suspension"],
        pupil=pupil,
        facts={
            "starts_on": TODAY,
            "ended_on": TODAY,
            "sessions": 2,
            "reason": "PP",
            "note": SECRET,
        },
        by=by,
    )
    alert = {"starts_on": TODAY, "kind": "know", "what": "Asthma", "action": "Inhaler"}
    add_record(kind=KEPT["alert"], pupil=pupil, facts=alert, by=by)
    planned(pupil, by)
    plan = start_help_plan(
        pupil=pupil,
        by=by,
        starts_on=TODAY,
        level="3",
        lead=by,
        lead_name=by.name,
        consent_by="Mother",
        consent_on=TODAY,
        consent_how="signed",
        why=SECRET,
        review_on=TODAY + dt.timedelta(days=50),
    )
    review_help_plan(
        plan=plan, on=TODAY, changed=SECRET, next_on=TODAY + dt.timedelta(days=60), by=by
    )
    return pupil


ALL = (
    "Concern: Communication and interaction",
    "Phone with Mia Reed",
    "Voice of parent_views",
    "Voice of pupil_views",
    "Passport, version 1",
    "Sits in front",
    "Suspension:",
    "Medical alert: Asthma",
    "Team around the child: planned",
    "Early-help plan, level 3",
    "Early-help plan reviewed",
    "Came on roll",
)


def page(user, child, part: str = ""):
    return client_of(user).get(f"/oakfield/children/{child.pk}/timeline/{part}")


def test_every_kind_of_record_stands_there_with_its_source(by, child):
    text = text_of(page(by, child))
    for words in (*ALL, SECRET, "· Contact log", "· Early help"):
        assert words in text, words


def test_a_teacher_reads_no_sensitive_word(child):
    text = text_of(page(teacher_of(child.class_group), child))
    assert SECRET not in text
    assert "Phone with Mia Reed" in text


def test_an_lsa_reads_nothing_of_the_family(child):
    text = text_of(page(supporter_of(child), child))
    for words in (SECRET, "Mia Reed", "parent_views", "Team around", "Early-help"):
        assert words not in text, words
    assert "Voice of pupil_views" in text
    assert "Sits in front" in text


def test_the_office_reads_the_alert_and_the_roll(school, child):
    text = text_of(page(member(school, Role.OFFICE), child))
    for words in ("Concern", "Mia Reed", "Sits in front", "Suspension", "Passport, version"):
        assert words not in text, words
    assert "Medical alert: Asthma" in text


def test_costs_no_more_with_everything_in_it(by, child):
    url = f"/oakfield/children/{child.pk}/timeline/"
    assert len(statements(client_of(by), url)) <= MOST


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("kind=meetings", "Team around the child", "Came on roll"),
        ("from_on=24+Nov+2026", "Team around the child", "Came on roll"),
        ("to_on=1+Sep+2022", "Came on roll", "Team around the child"),
        ("from_on=rubbish", "Came on roll", "nothing is missing"),
    ],
    ids=["kind", "from", "to", "rubbish"],
)
def test_narrowed(by, child, query, there, gone):
    events = [e.title + "." for e in page(by, child, f"?{query}").context["events"]]
    assert any(title.startswith(there) for title in events)
    assert not any(title.startswith(gone) for title in events)


def test_the_first_and_the_last_day_are_in():
    from reports.selectors.timeline.entries import Choice

    each = told("school", TODAY, "Came", "Roll")
    day = dt.timedelta(days=1)
    assert Choice("", TODAY, TODAY).holds(each)
    assert not Choice("", TODAY + day, None).holds(each)
    assert not Choice("", None, TODAY - day).holds(each)


def test_the_same_thing_twice_is_told_once_with_both_sources():
    twice = [
        told("needs", TODAY, "Need: SLCN", "Roll"),
        told("needs", TODAY, "Need: SLCN", "SEND register", by="Ann Moss"),
        told("needs", TODAY, "Need: SLCN", "Roll", text="Other words"),
    ]
    first, second = told_once(twice)
    assert (first.event.source, first.event.by) == ("Roll; SEND register", "Ann Moss")
    assert second.event.text == "Other words"


class TestPrint:
    def test_a_pdf_with_index_and_page_numbers_is_an_export(self, by, child, tmp_path):
        import subprocess

        client = client_of(by)
        address = f"/{child.school.slug}/children/{child.pk}/"
        client.post(f"{address}timeline/print/?kind=meetings")
        row = PrintedPaper.objects.get()
        assert run_job(Job.objects.get(kind="print_paper").pk) == JobState.DONE
        response = client.get(f"{address}papers/{row.pk}/?as=pdf")
        assert response.content.startswith(b"%PDF-")
        assert "Zephyrine" not in response["Content-Disposition"]
        path = tmp_path / "timeline.pdf"
        path.write_bytes(response.content)
        text = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
        for words in ("Index", "Page 1 of 2", "Source: Meetings", "Team around the child: planned"):
            assert words in text, words
        assert "Came on roll" not in text
        event = AuditEvent.objects.get(action="export_timeline")
        assert event.pupil_ids == [child.pk]
        assert event.detail["kind"] == "meetings"

    def test_not_without_the_permission_to_export(self, child):
        teacher = teacher_of(child.class_group)
        address = f"/{child.school.slug}/children/{child.pk}/timeline/print/"
        assert client_of(teacher).post(address).status_code == 403
        assert "Print as a PDF" not in text_of(page(teacher, child))

    def test_holds_what_the_asker_may_read_and_no_more(self, school, by, child):
        from pupils.selectors.identity import find_child
        from reports.selectors.timeline.reading import timeline
        from reports.timeline_print import printed_timeline
        from tests.access import access_of

        def printed(user) -> str:
            access = access_of(user, school)
            found = find_child(access, child.pk)
            return printed_timeline(found, timeline(access, found), "Everything")

        assert SECRET in printed(by)
        assert SECRET not in printed(teacher_of(child.class_group))


def test_rows_are_counted_by_their_own_dates(by, child):
    Need.objects.filter(pupil=child).delete()
    HelpPlan.objects.filter(pupil=child).update(ended_on=TODAY, end_reason="met")
    titles = [e.title for e in page(by, child).context["events"]]
    assert "Early-help plan closed" in titles


def test_new_lines_of_one_day_are_one_entry():
    day = TODAY - dt.timedelta(days=1)
    found = [
        told("helps", TODAY, NEW_LINE, "What helps", text="Sits in front", by="Ann"),
        told("helps", TODAY, NEW_LINE, "What helps", text="A ruler", by="Ann"),
        told("helps", day, NEW_LINE, "What helps", text="A timer"),
        told("helps", TODAY, NEW_LINE, "What helps", text="Yellow paper", by="Ben"),
    ]
    titles = [(each.event.title, each.event.text) for each in lines_together(found)]
    assert titles == [
        ("What helps: 3 new lines", "Sits in front\nA ruler\nYellow paper"),
        ("What helps: a new line", "A timer"),
    ]


def test_a_document_says_its_kind_once_and_its_author_is_a_person(school, by):
    child = PupilFactory(school=school, on_register=True)
    for kind, title in (("ep", "Educational psychology report"), ("parents", "Views for Friday")):
        file_document(
            pupil=child, kind=kind, title=title, upload=upload("a.pdf", pdf(title)),
            source="Given on paper at the gate", by=by,
        )  # fmt: skip
    page = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/timeline/?kind=documents"))
    assert page.count("Educational psychology report") == 1
    assert "Documents: Given on paper at the gate" in page
    assert "by Given on paper" not in page and ": Views for Friday" in page
