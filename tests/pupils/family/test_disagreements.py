"""Disagreements: the trail keeps every version, the next step is due, the law's dates are right."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import Deadline, Owes
from pupils.handed_texts import texts
from pupils.models import Disagreement, DisagreementText
from pupils.services.actions import Owner
from pupils.services.disagreements import (
    STEP_FIELDS,
    NextStep,
    add_entry,
    change_step,
    end_disagreement,
    raise_disagreement,
    revise_entry,
)
from pupils.services.safeguarding import give_back_hand_over, hand_over_text
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LATER = TODAY + dt.timedelta(days=10)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 11, 2))


@pytest.fixture
def child(school):
    return PupilFactory(school=school)


@pytest.fixture
def by(school):
    return member(school)


def step(by, on=LATER, what="Reply in writing"):
    return NextStep(what, on, Owner(user=by))


def raised(child, by, **more):
    facts = {"about": "Hours of help", "route": "school", "raised_on": TODAY}
    facts |= {"raised_by": "Ann Moss", "text": "He has ten hours on paper and gets four."}
    return raise_disagreement(pupil=child, key=uuid4(), by=by, **facts | {"step": step(by)} | more)


def replied(row, by, text="We gave six last week.", **more):
    facts = {"kind": "reply", "on": TODAY, "said_by": by.name, "step": step(by)}
    return add_entry(disagreement=row, key=uuid4(), by=by, text=text, **facts | more)


def sent_on(row, by, **more):
    route = {"route": row.route, "letter_on": None, "adviser_on": None, "certificate_on": None}
    version = version_of(row, STEP_FIELDS)
    return change_step(disagreement=row, version=version, step=step(by), by=by, **route | more)


def due(row):
    rows = Deadline.objects.filter(key__startswith=f"disagreement:{row.pk}:")
    return {each.key.rpartition(":")[2]: (each.due_on, each.owed_by) for each in rows}


class TestTrail:
    def test_from_concern_to_outcome(self, child, by):
        row = raised(child, by)
        replied(row, by)
        replied(row, by, "We still want ten.", kind="answer", said_by="Ann Moss")
        end_disagreement(disagreement=row, result="agreed", text="Ten it is.", on=TODAY, by=by)
        kinds = DisagreementText.objects.filter(disagreement=row).order_by("written_at", "pk")
        assert list(kinds.values_list("kind", flat=True)) == [
            "concern", "reply", "answer", "outcome",
        ]  # fmt: skip
        assert due(row) == {}
        with pytest.raises(TransitionNotAllowed, match="ended"):
            replied(row, by)

    def test_a_correction_is_a_further_version_and_the_page_shows_the_words(self, child, by):
        row = raised(child, by)
        first = replied(row, by)
        revise_entry(entry=first, number=1, text="We gave seven last week.", by=by)
        rows = DisagreementText.objects.filter(entry_id=first.entry_id).order_by("number")
        assert [each.text for each in rows] == [
            "We gave six last week.", "We gave seven last week.",
        ]  # fmt: skip
        page = client_of(by).get(f"/oakfield/children/{child.pk}/disagreements/{row.pk}/")
        html = page.content.decode()
        assert "[removed: </span>six " in html
        assert "[added: </span>seven " in html
        assert "Version 2" in text_of(page)

    def test_the_second_of_two_writers_is_told(self, child, by):
        row = raised(child, by)
        first = replied(row, by)
        revise_entry(entry=first, number=1, text="Theirs", by=by)
        with pytest.raises(StaleSave):
            revise_entry(entry=first, number=1, text="Mine", by=by)
        url = f"/oakfield/children/{child.pk}/disagreements/{row.pk}/texts/{first.entry_id}/"
        page = client_of(by).post(url, {"number": "1", "text": "Mine"})
        assert "Theirs" in text_of(page)
        assert DisagreementText.objects.filter(entry_id=first.entry_id).count() == 2

    def test_pressed_twice_is_one(self, child, by):
        client, url = client_of(by), f"/oakfield/children/{child.pk}/disagreements/add/"
        key = client.get(url).context["form"].initial["key"]
        data = {"key": str(key), "about": "Hours", "raised_by": "Ann", "raised_on": "today"}
        data |= {"route": "school", "text": "Too few", "next_what": "Ring", "next_on": "4 Dec"}
        data |= {"next_owner": str(by.pk)}
        for _ in range(2):
            assert client.post(url, data).status_code == 302
        assert Disagreement.objects.count() == DisagreementText.objects.count() == 1

    def test_it_cannot_be_answered_before_it_was_raised(self, child, by):
        row = raised(child, by)
        with pytest.raises(TransitionNotAllowed, match="before"):
            replied(row, by, on=TODAY - dt.timedelta(days=1))

    def test_an_open_one_always_has_a_next_step(self, child, by):
        row = raised(child, by)
        with pytest.raises(IntegrityError), transaction.atomic():
            Disagreement.objects.filter(pk=row.pk).update(
                next_on=None, next_what="", next_owner=None
            )


class TestDates:
    def test_the_next_step_is_due_for_its_owner_without_a_word_of_it(self, child, by):
        row = raised(
            child, by, step=NextStep("Ring Ann", LATER, Owner(name="Ann", owed_by=Owes.PARENT))
        )
        deadline = Deadline.objects.get(kind="disagreement")
        assert (deadline.due_on, deadline.owed_by) == (LATER, "parent")
        assert "Ann" not in deadline.title
        assert deadline.permission == "keep_disagreements"
        assert row.holder == "Ann"

    def test_mediation_counts_from_the_letter(self, child, by):
        row = sent_on(raised(child, by), by, route="mediation", letter_on=dt.date(2026, 11, 6))
        assert due(row)["contact_adviser_by"] == (dt.date(2027, 1, 6), "parent")
        row = sent_on(
            row,
            by,
            route="mediation",
            letter_on=dt.date(2026, 11, 6),
            adviser_on=dt.date(2026, 11, 20),
        )
        found = due(row)
        assert "contact_adviser_by" not in found
        assert found["la_arranges_mediation_within_30_days_by"][0] == dt.date(2026, 12, 20)

    def test_the_appeal_is_the_later_of_two_dates(self, child, by):
        row = sent_on(
            raised(child, by),
            by,
            route="tribunal",
            letter_on=dt.date(2026, 9, 14),
            certificate_on=dt.date(2026, 11, 2),
        )
        assert due(row)["submit_by"] == (dt.date(2026, 12, 2), "parent")

    def test_a_stale_step_is_refused(self, child, by):
        row = raised(child, by)
        version = version_of(row, STEP_FIELDS)
        sent_on(row, by, route="complaint")
        with pytest.raises(StaleSave):
            change_step(disagreement=row, version=version, step=step(by), by=by, route="school")


class TestWhoMay:
    def test_kept_from_teachers_and_from_another_school(self, school, child, by):
        row = raised(child, by)
        url = f"/oakfield/children/{child.pk}/disagreements/{row.pk}/"
        for role in (Role.OFFICE, Role.SAFEGUARDING_LEAD, Role.SEND_ADMINISTRATOR):
            assert client_of(member(school, role)).get(url).status_code == 403
        other = SchoolFactory(slug="elmfield")
        assert client_of(member(other)).get(url).status_code == 404

    def test_sealed_words_leave_every_version(self, school, child, by):
        lead = member(school, Role.SAFEGUARDING_LEAD)
        row = raised(child, by, text="He said quarkle")
        first = DisagreementText.objects.get()
        second = revise_entry(entry=first, number=1, text="He said quarkle twice", by=by)
        told = hand_over_text(
            pupil=child, kind=texts()["disagreement"], row=second, seal=True, by=by
        )
        assert not DisagreementText.objects.filter(text__contains="quarkle").exists()
        page = client_of(by).get(f"/oakfield/children/{child.pk}/disagreements/{row.pk}/")
        assert "quarkle" not in page.content.decode()
        give_back_hand_over(hand_over=told, by=lead)
        kept = DisagreementText.objects.order_by("number").values_list("text", flat=True)
        assert list(kept) == ["He said quarkle", "He said quarkle twice"]

    def test_as_many_statements_for_many_as_for_few(self, school, child, by):
        client, url = client_of(by), "/oakfield/disagreements/"
        for _ in range(3):
            raised(PupilFactory(school=school), by)
        few = len(statements(client, url))
        for _ in range(12):
            raised(PupilFactory(school=school), by)
        assert len(statements(client, url)) == few
        row = raised(child, by)
        page = f"/oakfield/children/{child.pk}/disagreements/{row.pk}/"
        assert len(statements(client, page)) <= OF_EVERY_REQUEST + 8
