"""The consultation desk: fifteen days, figures of the day, lawful grounds, the head signs, kept."""

import io

import pytest
from django.db import DatabaseError, transaction
from docx import Document

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.dates import DAY
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, Deadline
from ehcp.models import Consultation, ConsultationReply
from ehcp.selectors.consultations import consultation_page, digest_of, reply_content
from ehcp.services.consultation_word import reply_word
from ehcp.services.consultations import (
    REPLY_FIELDS,
    close_consultation,
    correct_consultation,
    send_reply,
    sign_reply,
    write_reply,
)
from pupils.codes import SenStatus
from pupils.models import Need
from tests.access import access_of
from tests.cases import CASES
from tests.ehcp.assessment_makers import answered, consulted
from tests.ehcp.makers import a_school, day, make_plan
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, member, put_on_register
from tests.pages import client_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return a_school()


@pytest.fixture
def head(school):
    return access_of(member(school, Role.HEAD), school)


@pytest.fixture
def pdf(monkeypatch):
    """Setting takes seconds; that it can be set is tested once."""
    monkeypatch.setattr(
        "ehcp.services.consultations.write_pdf", lambda html: b"%PDF-" + html.encode()
    )


def signed(row: Consultation, head) -> Consultation:
    return sign_reply(consultation=row, seen=digest_of(reply_content(row)), access=head)


def send(row: Consultation, by, **facts):
    row = Consultation.objects.select_related("school", "signed_by").get(pk=row.pk)
    return send_reply(consultation=row, how="email", gone_on=TODAY, by=by, **facts)


class TestClock:
    @pytest.mark.parametrize(
        "case",
        [case for case in CASES if case["rule_code"] == "ehcp.consultation_reply"],
        ids=lambda case: case["id"],
    )
    def test_the_worked_cases(self, school, head, case):
        received = day(str(case["inputs"]["consultation_received"]))
        row = consulted(school, received)
        page = consultation_page(head, row)
        assert page.reply_by.isoformat() == str(case["expected"]["reply_by"])
        assert page.careful_by.isoformat() == str(case["expected"]["conservative_reply_by"])

    def test_it_is_due_a_day_before_by_our_own_rule_and_gone_when_sent(self, school, head, pdf):
        row = consulted(school, day("2026-11-20"))
        due = Deadline.objects.get(school=school, kind="consultation")
        assert (due.due_on, due.do_by) == (day("2026-12-05"), day("2026-12-04"))
        assert due.permission == "answer_consultations"
        assert "J. P." not in due.title
        send(signed(answered(row), head), head.user)
        assert not Deadline.objects.filter(school=school, kind="consultation").exists()

    def test_the_last_day_is_in_time_and_the_day_after_is_not(self, school, head):
        on_time = consultation_page(head, consulted(school, TODAY - 15 * DAY))
        late = consultation_page(head, consulted(school, TODAY - 16 * DAY, child="K."))
        assert on_time.state[0] == "due_soon"
        assert late.state == ("overdue", "Late by 1 day: answer all the same")

    def test_when_the_council_went_on_nothing_is_due(self, school):
        row = consulted(school)
        close_consultation(
            consultation=row, closed_on=TODAY, closed_why="Another school was named", by=None
        )
        assert not Deadline.objects.filter(school=school, kind="consultation").exists()


class TestFigures:
    def test_they_are_of_the_day_and_name_no_child(self, school):
        oak = ClassGroupFactory(school=school, name="Oak", year_groups=["4"])
        ash = ClassGroupFactory(school=school, name="Ash", year_groups=["5"])
        for number in range(3):
            child = PupilFactory(school=school, class_group=oak, year_group="4")
            if number == 0:
                put_on_register(child, SenStatus.SUPPORT)
            if number == 1:
                put_on_register(child, SenStatus.PLAN)
                plan = make_plan(pupil=child)
                plan.hours_per_week = 15
                plan.save()
        PupilFactory(school=school, class_group=ash, year_group="5")
        facts = consulted(school).facts
        assert facts["on"] == TODAY.isoformat()
        assert facts["lines"][0] == {"label": "Oak", "children": 3, "support": 1, "plan": 1}
        assert facts["lines"][-1]["children"] == 4
        assert (facts["hours"], facts["hours_school"]) == ("15", "15")
        assert child.last_name not in str(facts)

    def test_what_adults_give_and_the_needs_of_the_classes(self, school):
        oak = ClassGroupFactory(school=school, name="Oak", year_groups=["4"])
        ash = ClassGroupFactory(school=school, name="Ash", year_groups=["5"])
        one, two = (PupilFactory(school=school, class_group=oak, year_group="4") for _ in range(2))
        other = PupilFactory(school=school, class_group=ash, year_group="5")
        given(school, one, two, other, sessions_a_week=3, minutes=30)  # a group counts once
        given(school, other, sessions_a_week=2, minutes=60, name="Reading")
        given(school, one, sessions_a_week=5, minutes=60, state="draft", name="Not agreed")
        given(school, one, starts_on=TODAY + DAY, name="Later")
        for child, code in (
            (one, "SLCN"),
            (one, "ASD"),
            (two, "SEMH"),
            (other, "SLCN"),
            (other, "OTH"),
        ):
            Need.objects.create(school=school, pupil=child, need_type=code, rank=len(code))
        Need.objects.create(school=school, pupil=two, need_type="HI", rank=1, ended_on=TODAY - DAY)
        row = consulted(school)
        assert (row.facts["given"], row.facts["given_school"]) == ("1.5", "3.5")
        area, mental = "Communication and interaction", "Social, emotional and mental health"
        assert row.facts["needs"] == [[area, 1], [mental, 1]]
        assert row.facts["needs_school"] == [[area, 2], [mental, 1], ["Other", 1]]
        words = "\n".join(
            each.text for each in Document(io.BytesIO(reply_word(reply_content(row)))).paragraphs
        )
        page = client_of(member(school)).get(f"/{school.slug}/consultations/{row.pk}/")
        for said in ("takes 1.5 hours of adults a week", f"{area}, 2; {mental}, 1"):
            assert said in words
            assert said in page.content.decode()

    def test_a_reply_of_before_knows_the_owed_hours_alone(self, school, head):
        row = consulted(school)
        Consultation.objects.filter(pk=row.pk).update(
            facts={k: v for k, v in row.facts.items() if not k.startswith(("given", "needs"))}
        )
        page = client_of(head.user).get(f"/{school.slug}/consultations/{row.pk}/")
        assert "Adults owe the children" in page.content.decode()
        assert "Extra help that runs now" not in page.content.decode()

    def test_what_was_sent_keeps_the_figures_of_then(self, school, head, pdf):
        row = answered(consulted(school))
        reply = send(signed(row, head), head.user)
        PupilFactory(school=school, year_group="4")
        reply.refresh_from_db()
        assert reply.content["facts"]["lines"][-1]["children"] == 0


class TestGrounds:
    def objected(self, school, **words):
        return answered(consulted(school), answer="objects", **words)

    def test_an_objection_without_a_ground_cannot_be_signed(self, school, head):
        with pytest.raises(TransitionNotAllowed, match="needs a ground of the law"):
            signed(self.objected(school), head)

    def test_a_ground_needs_facts_and_two_of_them_the_steps(self, school, head):
        row = self.objected(school, grounds=["resources"])
        with pytest.raises(TransitionNotAllowed, match="Give the facts"):
            signed(row, head)
        row = answered(row, answer="objects", grounds=["resources"], resources="A second hall.")
        with pytest.raises(TransitionNotAllowed, match="why none is reasonable"):
            signed(row, head)
        row = answered(
            row, answer="objects", grounds=["resources"], resources="A hall.", steps="None is."
        )
        assert signed(row, head).signed_by == head.user

    def test_unsuitable_needs_no_steps(self, school, head):
        row = self.objected(school, grounds=["unsuitable"], unsuitable="Needs Braille all day.")
        assert signed(row, head).signed_on == TODAY

    def test_reasons_without_their_ground_are_not_let_through(self, school, head):
        with pytest.raises(TransitionNotAllowed, match="not ticked"):
            signed(
                self.objected(school, grounds=["unsuitable"], unsuitable="A.", others="B."), head
            )

    def test_no_other_ground_can_be_ticked(self, school):
        row = consulted(school)
        client = client_of(member(school))
        page = client.post(
            f"/{school.slug}/consultations/{row.pk}/reply/",
            {"answer": "objects", "grounds": ["full"], "version": version_of(row, REPLY_FIELDS)},
        )
        assert "grounds" in page.context["form"].errors
        row.refresh_from_db()
        assert (row.answer, row.grounds) == ("", [])


class TestSigning:
    @pytest.mark.parametrize("role", [Role.SENDCO, Role.DEPUTY, Role.ASSISTANT_SENDCO])
    def test_nobody_but_a_head(self, school, role):
        row = answered(consulted(school))
        client = client_of(member(school, role))
        seen = {"seen": digest_of(reply_content(row))}
        assert client.post(f"/{school.slug}/consultations/{row.pk}/sign/", seen).status_code == 403
        other = access_of(member(school, role), school)
        with pytest.raises(TransitionNotAllowed, match="Only the head"):
            signed(row, other)

    def test_what_changed_since_is_not_signed_and_a_change_unsigns(self, school, head):
        row = answered(consulted(school))
        seen = digest_of(reply_content(row))
        row = answered(row, comments="A lift is being built.")
        with pytest.raises(TransitionNotAllowed, match="has changed since you read it"):
            sign_reply(consultation=row, seen=seen, access=head)
        row = answered(signed(row, head), comments="The lift is built.")
        assert (row.signed_by, row.signed_on) == (None, None)

    def test_unsigned_it_is_not_sent(self, school, head, pdf):
        with pytest.raises(TransitionNotAllowed, match="has not signed"):
            send(answered(consulted(school)), head.user)

    def test_a_stale_save_shows_both(self, school):
        row = consulted(school)
        version = version_of(row, REPLY_FIELDS)
        answered(row, comments="One")
        words = {name: getattr(row, name) for name in REPLY_FIELDS} | {"comments": "Two"}
        with pytest.raises(StaleSave):
            write_reply(consultation=row, version=version, by=None, **words)


class TestSent:
    def test_it_is_kept_once_and_locked(self, school, head, pdf):
        key = uuid7()
        row = signed(answered(consulted(school)), head)
        first = send(row, head.user, key=key)
        assert send(row, head.user, key=key) == first
        with pytest.raises(TransitionNotAllowed, match="has been sent"):
            answered(row, comments="More")
        with pytest.raises(DatabaseError), transaction.atomic():
            ConsultationReply.objects.filter(pk=first.pk).update(digest="x")

    def test_the_pages_can_really_be_set_and_word_says_the_same(self, school, head):
        row = answered(
            consulted(school),
            answer="objects",
            grounds=["others"],
            others="Eleven of 30 children have needs that <b>cannot</b> wait.",
            steps="A second adult: none could be found in two rounds.",
        )
        reply = send(signed(row, head), head.user)
        assert bytes(reply.pdf).startswith(b"%PDF-")
        words = "\n".join(
            each.text for each in Document(io.BytesIO(reply_word(reply.content))).paragraphs
        )
        assert "incompatible with the efficient education of others" in words
        assert "s.39(4)(b)" in words
        assert head.user.name in words

    def test_a_reminder_of_the_council_is_no_second_consultation(self, school):
        key = uuid7()
        row = consulted(school, key=key)
        assert consulted(school, key=key) == row
        with pytest.raises(TransitionNotAllowed, match="open already"):
            consulted(school)

    def test_another_year_group_has_other_figures(self, school):
        oak = ClassGroupFactory(school=school, name="Oak", year_groups=["5"])
        PupilFactory(school=school, class_group=oak, year_group="5")
        row = consulted(school)
        facts = {
            "child": "J. P.",
            "year_group": "5",
            "setting": "",
            "council": "Norfolk",
            "reference": "",
            "coordinator": "",
            "needs": "",
            "received_on": TODAY,
            "received_how": "email",
        }
        row = correct_consultation(consultation=row, version=None, by=None, **facts)
        assert row.facts["lines"][0]["label"] == "Oak"


class TestWhoSees:
    @pytest.mark.parametrize(
        ("role", "status"),
        [
            (Role.SENDCO, 200),
            (Role.HEAD, 200),
            (Role.CLASS_TEACHER, 403),
            (Role.SEND_ADMINISTRATOR, 403),
            (Role.GOVERNOR, 403),
        ],
    )
    def test_the_desk(self, school, role, status):
        row = consulted(school)
        client = client_of(member(school, role))
        for address in ("", f"{row.pk}/", f"{row.pk}/reply.docx"):
            assert client.get(f"/{school.slug}/consultations/{address}").status_code == status

    def test_another_school_finds_nothing(self, school):
        row = consulted(school)
        other = a_school()
        client = client_of(member(other))
        assert client.get(f"/{other.slug}/consultations/{row.pk}/").status_code == 404
        assert client.get(f"/{school.slug}/consultations/{row.pk}/").status_code == 404


def test_from_the_letter_to_the_kept_reply_on_the_pages(school, pdf):
    sendco, head = client_of(member(school)), client_of(member(school, Role.HEAD))
    base = f"/{school.slug}/consultations/"
    page = sendco.get(f"{base}add/")
    facts = {
        "key": page.context["form"].initial["key"],
        "child": "A. B.",
        "year_group": "3",
        "council": "Norfolk",
        "received_on": "today",
        "received_how": "email",
    }
    assert sendco.post(f"{base}add/", facts).status_code == 302
    assert sendco.post(f"{base}add/", facts).status_code == 302  # pressed twice
    row = Consultation.objects.get(school=school)
    own = f"{base}{row.pk}/"
    version = sendco.get(f"{own}reply/").context["form"].initial["version"]
    assert sendco.post(f"{own}reply/", {"answer": "meets", "version": version}).status_code == 302
    assert "It waits for the head teacher" in sendco.get(own).content.decode()
    seen = head.get(own).context["page"].digest
    assert head.post(f"{own}sign/", {"seen": seen}).status_code == 302
    assert sendco.post(f"{own}send/", {"how": "email", "gone_on": "today"}).status_code == 302
    shown = sendco.get(own).content.decode()
    assert "It can no longer be changed" in shown
    assert sendco.get(f"{own}reply.pdf").content.startswith(b"%PDF-")
    said = set(AuditEvent.objects.filter(school=school).values_list("action", flat=True))
    assert {"sign_consultation", "send_consultation", "download"} <= said


def test_the_desk_is_found_from_the_plans_by_whoever_may_answer(school):
    page = client_of(member(school)).get(f"/{school.slug}/plans/").content.decode()
    assert f'href="/{school.slug}/consultations/"' in page
    office = client_of(member(school, Role.SEND_ADMINISTRATOR))
    page = office.get(f"/{school.slug}/plans/").content.decode()
    assert f'href="/{school.slug}/consultations/"' not in page
